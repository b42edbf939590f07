import { z } from 'zod'
import type { Actor } from '../../platform/auth/actor.ts'
import type { StaffRole } from '../../platform/database/schema.ts'
import { definePage } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import {
  addressWith,
  Button,
  capitalised,
  dayWords,
  EmptyState,
  type Html,
  Layout,
  PageHeading,
} from '../../platform/ui/index.ts'
import { regimes } from '../queries/regimes.ts'
import { hoursWords, type PrisonRegime, type RegimeTime, weekdayWords } from '../regime.ts'

/** Who may set the times of their own prison. */
export const regimeSetters: readonly StaffRole[] = ['team_leader', 'coordinator']

/** The prisons in which somebody's services work. */
export const prisonsOf = ({ services }: Actor): readonly string[] => [
  ...new Set(services.flatMap(({ establishment }) => (establishment === null ? [] : [establishment]))),
]

const setWords = ({ setBy, setOn }: RegimeTime, today: Temporal.PlainDate): string =>
  setOn === null ? 'as usual' : `set ${dayWords(setOn, today)}${setBy === null ? '' : ` by ${setBy}`}`

interface TimesProps {
  readonly regime: PrisonRegime
  readonly today: Temporal.PlainDate
}

const Times = ({ regime, today }: TimesProps): Html => (
  <table class="govuk-table tc-table">
    <caption class="govuk-visually-hidden">Regime of {regime.name}</caption>
    <thead>
      <tr>
        <th scope="col">What</th>
        <th scope="col">Days</th>
        <th scope="col">From and to</th>
        <th scope="col">Since</th>
      </tr>
    </thead>
    <tbody>
      {regime.times.map((time) => (
        <tr>
          <th scope="row">
            <a
              class="govuk-link"
              href={addressWith('/regime/time', { prison: regime.code, period: time.id })}
            >
              {capitalised(time.words)}
              <span class="govuk-visually-hidden">
                {' '}
                of {regime.name}, {weekdayWords(time.weekdays)}: change
              </span>
            </a>
          </th>
          <td data-label="Days">{weekdayWords(time.weekdays)}</td>
          <td data-label="From and to">{hoursWords(time)}</td>
          <td data-label="Since">{setWords(time, today)}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

const Prison = ({ regime, today }: TimesProps): Html => (
  <section>
    <h2 class="govuk-heading-m">{regime.name}</h2>
    {!regime.own && (
      <p class="govuk-body">
        Nobody has said the times of this prison yet: these usual ones count until somebody does.
      </p>
    )}
    <Times regime={regime} today={today} />
    <Button
      text="Add a time"
      about={`of ${regime.name}`}
      kind="secondary"
      href={addressWith('/regime/time', { prison: regime.code })}
    />
  </section>
)

/** When people of the actor's prisons are behind their doors, at work or in education: booking then is warned of. */
export const regimePage = definePage({
  path: '/regime',
  may: regimeSetters,
  input: z.object({}),
  load: async (tx, _input, { actor }) => ok(await regimes(tx, prisonsOf(actor))),
  audit: { action: 'view_regime', people: () => [] },
  show: (prisons: readonly PrisonRegime[], { shell, today }) => (
    <Layout
      shell={shell}
      title="Regime times"
      back={{ href: '/contacts/day-list', text: 'Back to the day’s list' }}
    >
      <PageHeading title="Regime times" />
      <p class="govuk-body">
        Whoever plans a contact in one of these times is warned, and may go on. Contacts at the cell door are
        in nobody’s way.
      </p>
      {prisons.length === 0 && <EmptyState>Your service works in no prison.</EmptyState>}
      {prisons.map((regime) => (
        <Prison regime={regime} today={today} />
      ))}
    </Layout>
  ),
})
