import { answerTo, factForm } from '../../assessment/index.ts'
import { personName } from '../../people/index.ts'
import { ok, refused } from '../../platform/result.ts'
import { riskReview } from '../model.ts'
import { type RaisedRow, raisedRisks } from '../queries/raisedRisks.ts'
import { type RiskRecord, riskRecords } from '../queries/riskPlans.ts'
import { riskWriters } from '../roles.ts'
import { lookAgainOn } from '../rules.ts'
import { RaisedList } from './known-risk.tsx'
import { RiskLines } from './risk-lines.tsx'

interface Known {
  readonly raised: readonly RaisedRow[]
  readonly plan: RiskRecord | null
}

/** Looking at the risks again: what raised them and what the plan says stand above. */
export const riskReviewPage = factForm<Known>({
  path: 'risk/review',
  may: riskWriters,
  form: riskReview,
  heading: (name) => `Risk review for ${name}`,
  button: 'Record the review',
  leadsTo: (id) => `/people/${id}/risk`,
  know: async (tx, { id }) => ({
    raised: await raisedRisks(tx, id),
    plan: (await riskRecords(tx, id)).find(({ kind }) => kind === 'risk_plan_agreed') ?? null,
  }),
  above: ({ known: { raised, plan } }, { today }) => (
    <>
      <RaisedList raised={raised} today={today} />
      {plan === null ? (
        <p class="govuk-body">There is no risk plan yet.</p>
      ) : (
        <RiskLines answers={plan.answers} today={today} brief />
      )}
    </>
  ),
  record: async (tx, { person, answers, day }) => {
    const again = lookAgainOn(answers)
    if (again !== null && again < (lookAgainOn({ look_again: day.toString() }) ?? 0))
      return refused('invalid', 'Give a day to come', 'look_again')
    const changes = answerTo(answers, 'stands') === 'no'
    const plans = await riskRecords(tx, person.id)
    if (!changes && !plans.some(({ kind }) => kind === 'risk_plan_agreed'))
      return refused('invalid', 'There is no risk plan yet. Choose “No” to make one', 'stands')
    return ok({
      reading: { lookAgainOn: changes ? null : again },
      said: changes
        ? `Review recorded. Change the risk plan of ${personName(person)} now.`
        : `Review recorded. The risk plan of ${personName(person)} holds as it is.`,
      ...(changes ? { to: `/people/${person.id}/risk/plan` } : {}),
    })
  },
})
