import {
  ofPerson,
  PersonFrame,
  type PersonHeader,
  personHeader,
  personName,
  rolesOfPrisons,
  rolesWithPeople,
} from '../../people/index.ts'
import { definePage } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import {
  Button,
  dateAndAway,
  dateWords,
  type Html,
  InsetText,
  PageHeading,
  WarningText,
} from '../../platform/ui/index.ts'
import { placeOf } from '../by-hand.ts'
import { type ReleaseDates, releaseDatesOf } from '../queries/releaseDates.ts'
import {
  needsCheckToday,
  releaseDateWords,
  type WorkingReleaseDate,
  workingReleaseDate,
} from '../release-dates.ts'
import type { ReleaseDayStep } from '../release-day.ts'
import { isInCustody } from '../rules.ts'
import { ReleaseDateTable } from './release-date-table.tsx'

interface Model {
  readonly person: PersonHeader
  readonly dates: ReleaseDates
  readonly working: WorkingReleaseDate | null
  readonly inside: boolean
}

const because: Readonly<Record<ReleaseDayStep['because'], string>> = {
  not_a_working_day: 'not a working day, so it is the working day before',
  friday_rule:
    'a Friday or the day before a bank holiday, so under the Offenders (Day of Release from Detention) Act 2023 it is presumed to be a working day earlier',
}

interface WorkingProps {
  readonly working: WorkingReleaseDate
  readonly inside: boolean
  readonly today: Temporal.PlainDate
}

const HowItCame = ({ working, today }: WorkingProps): Html => (
  <ol class="govuk-list govuk-list--number">
    <li>
      {releaseDateWords(working.type)}, recorded as {dateWords(working.recorded, today)}. {working.why}
    </li>
    {working.steps.map((step) => (
      <li>
        {dateWords(step.from, today)} is {because[step.because]}: {dateWords(step.to, today)}.
      </li>
    ))}
  </ol>
)

const Working = ({ working, inside, today }: WorkingProps): Html => (
  <>
    <p class="govuk-body-l">
      <strong>{dateAndAway(working.day, today)}</strong>
      {working.confirmed ? ', confirmed' : ', not confirmed'}
    </p>
    {needsCheckToday(working, inside, today) && (
      <WarningText>This day has passed and nobody told us of a release: check today.</WarningText>
    )}
    {working.warnings.map((warning) => (
      <WarningText>{warning}</WarningText>
    ))}
    <h2 class="govuk-heading-m">How it came about</h2>
    <HowItCame working={working} inside={inside} today={today} />
  </>
)

const recording: readonly string[] = rolesOfPrisons

/** When somebody leaves, how that day came about, and everything ever said of it. */
export const releasePage = definePage({
  path: '/people/:personId/release',
  may: rolesWithPeople,
  input: ofPerson,
  load: async (tx, { personId }) => {
    const person = await personHeader(tx, personId)
    if (!person.ok) return person
    const dates = await releaseDatesOf(tx, personId)
    const inside = isInCustody(placeOf(person.value.place))
    return ok({
      person: person.value,
      dates,
      inside,
      working: inside ? workingReleaseDate(dates.entries, dates.context) : null,
    })
  },
  audit: { action: 'view_release', people: ({ person }: Model) => [person.id] },
  show: ({ person, dates, working, inside }, { shell, today, actor }) => (
    <PersonFrame shell={shell} person={person} title={`Release of ${personName(person)}`}>
      <PageHeading title="Working release date">
        {recording.includes(actor.role) &&
        actor.services.some(({ establishment }) => establishment !== null) ? (
          <Button
            text="Record a release date"
            href={`/people/${person.id}/release-dates/new`}
            kind="secondary"
          />
        ) : undefined}
      </PageHeading>
      {working === null ? (
        <InsetText>
          {inside
            ? 'No date that counts is known, as for most people on remand. Dates of before they came in do not count.'
            : `${personName(person)} is not in custody: no date counts now.`}
        </InsetText>
      ) : (
        <Working working={working} inside={inside} today={today} />
      )}
      <ReleaseDateTable entries={dates.entries} today={today} />
    </PersonFrame>
  ),
})
