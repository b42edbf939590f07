import { PersonFrame, personName } from '../../people/index.ts'
import { definePage, type PageContext } from '../../platform/http/index.ts'
import {
  Button,
  dateWords,
  dueWords,
  EmptyState,
  type Html,
  InsetText,
  PageHeading,
  Typed,
} from '../../platform/ui/index.ts'
import type { Plan } from '../model.ts'
import type { PlanRecord } from '../queries/planRecords.ts'
import { planReaders, planWriters, recordReaders } from '../roles.ts'
import { closedGoals, openGoals, planState } from '../rules.ts'
import { Goals } from './goal-lines.tsx'
import { loadPlan, type PlanModel, planInput } from './plan-model.ts'

interface BodyProps {
  readonly model: PlanModel
  readonly context: PageContext
}

const stateWords = (plan: Plan, today: Temporal.PlainDate): string => {
  const agreed = plan.agreedOn === null ? '' : dateWords(plan.agreedOn, today)
  const state = planState(plan)
  if (state === 'draft') return `A draft with ${plan.service}: not agreed yet.`
  return state === 'agreed'
    ? `Agreed ${agreed}, with ${plan.service}.`
    : `Changed since it was agreed ${agreed}: go through it with them and agree it again.`
}

const reviewWords = ({ review }: PlanModel, today: Temporal.PlainDate): string | null =>
  review === null ? null : `The next review is ${dueWords(review.dueOn, today)}.`

const isReviewOpen = ({ review }: PlanModel, today: Temporal.PlainDate): boolean =>
  review !== null && Temporal.PlainDate.compare(review.opensOn, today) <= 0

const Buttons = ({ model, context: { today } }: BodyProps): Html | null => {
  const { person, plan } = model
  const base = `/people/${person.id}/plan`
  const about = `for ${personName(person)}`
  if (person.place.status === 'died') return null
  if (plan === null) return <Button text="Begin the plan" href={`${base}/want`} about={about} />
  if (!plan.mayChange)
    return <Button text="Begin our own plan from this one" href={`${base}/want`} about={about} />
  const review = isReviewOpen(model, today) || planState(plan) === 'agreed'
  return (
    <div class="govuk-button-group">
      {review ? (
        <Button text="Review the plan" href={`${base}/review`} about={about} />
      ) : (
        <Button text="Agree and sign" href={`${base}/agree`} about={about} />
      )}
      <Button kind="secondary" text="Add a goal" href={`${base}/goals/new`} about={about} />
    </div>
  )
}

const Copies = ({ model: { person } }: BodyProps): Html => {
  const copy = `/people/${person.id}/plan/copy`
  return (
    <ul class="govuk-list tc-screen-only">
      <li>
        <a class="govuk-link" href={copy}>
          A copy in large plain type
        </a>
      </li>
      <li>
        <a class="govuk-link" href={`${copy}?style=easy`}>
          An easy-read copy
        </a>
      </li>
    </ul>
  )
}

const recordWords: Readonly<Record<PlanRecord['kind'], string>> = {
  recovery_plan_agreed: 'Plan agreed',
  plan_reviewed: 'Plan review',
}

const Records = ({ model: { person, records }, context: { today } }: BodyProps): Html | null =>
  records.length === 0 ? null : (
    <div class="tc-screen-only">
      <h2 class="govuk-heading-m">Every plan and review</h2>
      <ul class="govuk-list">
        {records.map(({ id, kind, day, by }) => (
          <li>
            <a class="govuk-link" href={`/people/${person.id}/plan/records/${id}`}>
              {recordWords[kind]} {dateWords(day, today)}
            </a>
            {by !== null && `, by ${by}`}
          </li>
        ))}
      </ul>
    </div>
  )

/** On paper only. */
const SignHere = ({ model: { person } }: BodyProps): Html => (
  <dl class="tc-print-only tc-sign">
    {[personName(person), 'Worker', 'Date'].map((label) => (
      <div>
        <dt>{label}</dt>
        <dd></dd>
      </div>
    ))}
  </dl>
)

const Standing = ({ model, context, plan }: BodyProps & { readonly plan: Plan }): Html => {
  const { today, actor } = context
  const base = `/people/${model.person.id}/plan`
  const mayWrite = plan.mayChange && planWriters.includes(actor.role)
  const goals = openGoals(plan)
  const hrefOf = mayWrite ? ({ id }: { readonly id: string }) => `${base}/goals/${id}` : null
  return (
    <>
      <p class="govuk-body">
        {stateWords(plan, today)} {reviewWords(model, today)}
      </p>
      <h2 class="govuk-heading-m">What they want</h2>
      <InsetText>
        <Typed text={plan.want} />
      </InsetText>
      {mayWrite && (
        <p class="govuk-body tc-screen-only">
          <a class="govuk-link" href={`${base}/want`}>
            Change what they want
          </a>
        </p>
      )}
      {goals.length === 0 && <EmptyState>No goal stands in the plan.</EmptyState>}
      <Goals
        heading="Short goals"
        goals={goals.filter(({ term }) => term === 'short')}
        {...{ today, hrefOf }}
      />
      <Goals
        heading="Long goals"
        goals={goals.filter(({ term }) => term === 'long')}
        {...{ today, hrefOf }}
      />
      <Goals heading="Met and dropped" goals={closedGoals(plan)} today={today} hrefOf={null} />
    </>
  )
}

/** Somebody's recovery plan: what they want, the goals and steps, and what to do next with it. */
export const planPage = definePage({
  path: '/people/:personId/plan',
  may: planReaders,
  audit: { action: 'view_plan', people: ({ person }: PlanModel) => [person.id] },
  input: planInput,
  load: (tx, { personId }) => loadPlan(tx, personId),
  show: (model, context) => {
    const { person, plan } = model
    const name = personName(person)
    return (
      <PersonFrame shell={context.shell} person={person} title={`Recovery plan for ${name}`}>
        <PageHeading title={`Recovery plan for ${name}`} />
        {planWriters.includes(context.actor.role) && <Buttons model={model} context={context} />}
        {plan === null ? (
          <EmptyState>There is no recovery plan that you may see.</EmptyState>
        ) : (
          <>
            <Standing model={model} context={context} plan={plan} />
            <SignHere model={model} context={context} />
            <Copies model={model} context={context} />
          </>
        )}
        <Records model={model} context={context} />
        {recordReaders.includes(context.actor.role) && (
          <p class="govuk-body tc-screen-only">
            <a class="govuk-link" href={`/people/${person.id}/risk`}>
              Risk plan of {name}
            </a>
          </p>
        )}
      </PersonFrame>
    )
  },
})
