import { personName, placeWords } from '../../people/index.ts'
import { roleWords } from '../../platform/auth/actor.ts'
import type { StaffRole } from '../../platform/database/schema.ts'
import { Due, type Html } from '../../platform/ui/index.ts'
import { fromToday, mayDo, obligationLink } from '../obligation-links.ts'
import type { OwedRow } from '../queries/owedNow.ts'
import { byPerson, owedWords, standardWords } from '../today-view.ts'

export interface Named {
  readonly person_id: string
  readonly given_name: string
  readonly family_name: string
  readonly known_as: string | null
}

export const nameOf = ({ given_name, family_name, known_as }: Named): string =>
  personName({ givenName: given_name, familyName: family_name, knownAs: known_as })

export const PersonLink = ({ row }: { readonly row: Named }): Html => (
  <a class="govuk-link" href={`/people/${row.person_id}`}>
    {nameOf(row)}
  </a>
)

interface DoItProps {
  readonly person: Named
  readonly standard: string
  readonly subject: string | null
  /** The reader's: what another role does has no button. */
  readonly role: StaffRole
}

const whoseWords = (standard: string): string => {
  const owner = standardWords.get(standard)?.owner.role
  return owner === undefined ? '' : `For ${roleWords[owner].toLowerCase()}`
}

/** The one button of something owed: it leads to doing it, and back to Today. */
export const DoIt = ({ person, standard, subject, role }: DoItProps): Html => {
  const link = obligationLink(standard)
  if (!mayDo(role, standard)) return <span class="tc-duties__do">{whoseWords(standard)}</span>
  return (
    <a class="govuk-link tc-duties__do" href={fromToday(link.path(person.person_id, subject))}>
      {link.verb}
      <span class="govuk-visually-hidden">: {link.linkText(nameOf(person))}</span>
    </a>
  )
}

interface RowProps {
  readonly row: OwedRow
  readonly today: Temporal.PlainDate
  readonly role: StaffRole
  /** Alone: the row names the person. */
  readonly alone: boolean
}

const Covering = ({ row }: { readonly row: OwedRow }): Html | null =>
  row.covering_for === null ? null : <span class="tc-duties__why">covering for {row.covering_for}</span>

/** Where they are today, for whoever walks the landings. */
const Where = ({ row, today }: { readonly row: OwedRow; readonly today: Temporal.PlainDate }): Html => (
  <span class="tc-duties__why">{placeWords(row, today)}</span>
)

const Row = ({ row, today, role, alone }: RowProps): Html => {
  const { title, why } = owedWords(row, today)
  return (
    <div class="tc-duties__row">
      <div class="tc-duties__what">
        {alone ? (
          <a class="govuk-link tc-duties__name" href={`/people/${row.person_id}`}>
            {obligationLink(row.standard).linkText(nameOf(row))}
          </a>
        ) : (
          <span>{title}</span>
        )}
        <span class="tc-duties__why">{why}</span>
        {alone && <Where row={row} today={today} />}
        {alone && <Covering row={row} />}
      </div>
      <div class="tc-duties__due">
        <Due due={row.due_on} today={today} />
      </div>
      <DoIt person={row} standard={row.standard} subject={row.subject_id} role={role} />
    </div>
  )
}

/** Of one person; the person's own page has the rest. */
const rowsAPerson = 4

interface OwedGroupsProps {
  readonly rows: readonly OwedRow[]
  readonly today: Temporal.PlainDate
  readonly role: StaffRole
}

/** What is owed, everything of one person together, each with why, when and its one button. */
export const OwedGroups = ({ rows, today, role }: OwedGroupsProps): Html => (
  <ul class="tc-duties">
    {byPerson(rows).map(([first, ...others]) => (
      <li>
        {others.length > 0 && (
          <p class="tc-duties__person">
            <PersonLink row={first} /> <Where row={first} today={today} /> <Covering row={first} />
          </p>
        )}
        {[first, ...others].slice(0, rowsAPerson).map((row) => (
          <Row row={row} today={today} role={role} alone={others.length === 0} />
        ))}
        {others.length >= rowsAPerson && (
          <a class="govuk-link tc-duties__why" href={`/people/${first.person_id}`}>
            {others.length + 1 - rowsAPerson} more owed to {nameOf(first)}
          </a>
        )}
      </li>
    ))}
  </ul>
)
