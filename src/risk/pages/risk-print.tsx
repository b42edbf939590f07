import { PersonFrame, personName } from '../../people/index.ts'
import { definePage } from '../../platform/http/index.ts'
import { ok, refused } from '../../platform/result.ts'
import { dateWords, PageHeading, PrintButton } from '../../platform/ui/index.ts'
import { riskReaders } from '../roles.ts'
import { overdoseStands } from '../rules.ts'
import { RaisedList, Tolerance } from './known-risk.tsx'
import { RiskLines } from './risk-lines.tsx'
import { loadRisk, type RiskModel, riskInput } from './risk-model.ts'

interface Model extends RiskModel {
  readonly plan: NonNullable<RiskModel['plan']>
}

/** The risk plan on paper, for staff: what stands, and what to look at again. */
export const riskPrintPage = definePage({
  path: '/people/:personId/risk/print',
  may: riskReaders,
  audit: { action: 'print_risk', people: ({ person }: Model) => [person.id] },
  input: riskInput,
  load: async (tx, { personId }) => {
    const found = await loadRisk(tx, personId)
    if (!found.ok) return found
    const { plan, ...model } = found.value
    return plan === null ? refused('not_found', 'There is no risk plan to print.') : ok({ ...model, plan })
  },
  show: ({ person, plan, raised, tolerance }, { shell, today }) => {
    const name = personName(person)
    return (
      <PersonFrame
        shell={shell}
        person={person}
        title={`Risk summary for ${name}`}
        back={{ href: `/people/${person.id}/risk`, text: 'Back to the risk plan' }}
      >
        <p class="tc-print-only">For staff only: do not leave on the wing.</p>
        <PageHeading title={`Risk summary for ${name}`}>
          <PrintButton text="Print" />
        </PageHeading>
        <p class="govuk-body">Agreed {dateWords(plan.day, today)}.</p>
        <RaisedList raised={raised} today={today} />
        {overdoseStands(plan.answers) && <Tolerance words={tolerance} />}
        <RiskLines answers={plan.answers} today={today} />
      </PersonFrame>
    )
  },
})
