import { PersonFrame, personName } from '../../people/index.ts'
import { definePage, type PageContext } from '../../platform/http/index.ts'
import { Button, dateWords, EmptyState, type Html, PageHeading } from '../../platform/ui/index.ts'
import type { RiskRecord } from '../queries/riskPlans.ts'
import { riskReaders, riskWriters } from '../roles.ts'
import { overdoseStands } from '../rules.ts'
import { RaisedList, Tolerance } from './known-risk.tsx'
import { RiskLines } from './risk-lines.tsx'
import { loadRisk, type RiskModel, riskInput } from './risk-model.ts'

const byline = ({ by, service }: RiskRecord): string =>
  [by === null ? null : `by ${by}`, service].filter((words) => words !== null).join(', ')

const Buttons = ({
  model,
  context,
}: {
  readonly model: RiskModel
  readonly context: PageContext
}): Html | null => {
  const base = `/people/${model.person.id}/risk`
  const about = `of ${personName(model.person)}`
  if (!riskWriters.includes(context.actor.role) || model.person.place.status === 'died') return null
  if (model.plan === null) return <Button text="Make the risk plan" href={`${base}/plan`} about={about} />
  return (
    <div class="govuk-button-group">
      <Button text="Review the risks" href={`${base}/review`} about={about} />
      <Button kind="secondary" text="Change the risk plan" href={`${base}/plan`} about={about} />
    </div>
  )
}

const kindWords: Readonly<Record<RiskRecord['kind'], string>> = {
  risk_plan_agreed: 'Risk plan',
  risk_reviewed: 'Risk review',
}

const Earlier = ({
  model: { person, records },
  today,
}: {
  readonly model: RiskModel
  readonly today: Temporal.PlainDate
}): Html | null =>
  records.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">Every plan and review</h2>
      <ul class="govuk-list">
        {records.map((record) => (
          <li>
            <a class="govuk-link" href={`/people/${person.id}/records/${record.id}`}>
              {kindWords[record.kind]} of {dateWords(record.day, today)}
            </a>
            {byline(record) !== '' && `, ${byline(record)}`}
          </li>
        ))}
      </ul>
    </>
  )

/** What could go wrong for somebody, why it is to be looked at again, and what we do. */
export const riskPage = definePage({
  path: '/people/:personId/risk',
  may: riskReaders,
  audit: { action: 'view_risk', people: ({ person }: RiskModel) => [person.id] },
  input: riskInput,
  load: (tx, { personId }) => loadRisk(tx, personId),
  show: (model, context) => {
    const { person, plan, raised, tolerance } = model
    const { today } = context
    const name = personName(person)
    const base = `/people/${person.id}`
    return (
      <PersonFrame shell={context.shell} person={person} title={`Risk plan for ${name}`}>
        <PageHeading title={`Risk plan for ${name}`}>
          {plan !== null && <Button kind="secondary" text="For printing" href={`${base}/risk/print`} />}
        </PageHeading>
        <RaisedList raised={raised} today={today} />
        <Buttons model={model} context={context} />
        {plan === null ? (
          <EmptyState>No risk plan has been agreed yet.</EmptyState>
        ) : (
          <>
            <p class="govuk-body">
              Agreed {dateWords(plan.day, today)}
              {byline(plan) !== '' && `, ${byline(plan)}`}.
            </p>
            {overdoseStands(plan.answers) && <Tolerance words={tolerance} />}
            <RiskLines answers={plan.answers} today={today} />
          </>
        )}
        <Earlier model={model} today={today} />
        <p class="govuk-body">
          <a class="govuk-link" href={`${base}/plan`}>
            Recovery plan of {name}
          </a>
          {' · '}
          <a class="govuk-link" href={`${base}/assessments`}>
            Assessments of {name}
          </a>
          {' · '}
          <a class="govuk-link" href={`${base}/tests`}>
            Tests and incidents of {name}
          </a>
        </p>
      </PersonFrame>
    )
  },
})
