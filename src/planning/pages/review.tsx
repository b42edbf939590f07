import { returnTo } from '../../casework/index.ts'
import { PersonForm, personName } from '../../people/index.ts'
import { dayValues, defineForm } from '../../platform/http/index.ts'
import { ok, refused } from '../../platform/result.ts'
import {
  Details,
  dateWords,
  type FormState,
  type Html,
  SummaryList,
  Textarea,
} from '../../platform/ui/index.ts'
import { lockedFor } from '../actions/lockedFor.ts'
import { reviewPlan } from '../actions/reviewPlan.ts'
import { type SinceLast, sinceLast } from '../queries/sinceLast.ts'
import { reviewBody } from '../review-answers.ts'
import { planWriters } from '../roles.ts'
import { openGoals } from '../rules.ts'
import { GoalFields } from './goal-fields.tsx'
import { GoalReview } from './goal-review.tsx'
import { type Changing, loadChanging, planInput, toPlan } from './plan-model.ts'
import { SignatureFields } from './signature-fields.tsx'

interface Model extends Changing {
  readonly since: Temporal.PlainDate
  readonly changed: SinceLast['changed']
  readonly tests: string
  readonly today: Temporal.PlainDate
}

interface LaidOutProps {
  readonly model: Model
}

const LaidOut = ({ model: { since, changed, tests, today } }: LaidOutProps): Html => (
  <SummaryList
    card={`Since the last plan or review, ${dateWords(since, today)}`}
    rows={[
      { key: 'Meetings', value: changed.contacts },
      { key: 'Scores', value: changed.scores },
      { key: 'Tests and incidents', value: tests },
      { key: 'Release date', value: changed.release },
    ]}
  />
)

const NewGoal = ({ form }: { readonly form: FormState }): Html => (
  <Details summary="Add a new goal">
    <GoalFields form={form} prefix="new_" />
  </Details>
)

/** The review on one page: what changed since the last, each goal carried, met or dropped, and how they agreed. */
export const reviewPage = defineForm({
  path: '/people/:personId/plan/review',
  may: planWriters,
  input: planInput,
  body: reviewBody,
  load: async (tx, { personId }, request) => {
    const found = await loadChanging(tx, personId, request)
    if (!found.ok) return found
    const { today } = request
    return ok({ ...found.value, ...(await sinceLast(tx, personId, found.value.plan)), today })
  },
  audit: { action: 'view_plan_review', people: ({ person }: Model) => [person.id] },
  does: 'review_plan',
  initial: ({ plan, today }) => ({ want: plan.want, ...dayValues('signed_day', today) }),
  versioned: ({ person, plan }) => ({
    version: plan.version,
    what: `The recovery plan of ${personName(person)}`,
    labels: { want: 'What they want', words: 'What we talked about' },
  }),
  act: async (tx, { input: { personId }, body, version, request }) => {
    const locked = await lockedFor(tx, personId, request.actor)
    if (!locked.ok) return locked
    const { person, by } = locked.value
    const { signature } = body
    if (signature.how === 'paper' && Temporal.PlainDate.compare(signature.day, request.today) > 0)
      return refused('invalid', 'This day is still to come. Enter the day it was signed', 'signed_day')
    const held = await reviewPlan(tx, { ...body, personId, by, version })
    if (!held.ok) return held
    return ok({
      to: returnTo(request, `/people/${personId}/plan`),
      said: `The review with ${personName(person)} is kept. The next is due in 13 weeks, as it is set here.`,
      people: [personId],
      subject: held.value,
    })
  },
  show: (model, context) => {
    const { person, plan } = model
    const { form } = context
    return (
      <PersonForm
        person={person}
        back={toPlan(person.id)}
        context={context}
        title={`Plan review for ${personName(person)}`}
        button="Keep the review"
        version={plan.version}
      >
        <LaidOut model={model} />
        <Textarea {...form} name="want" label="What they want now" labelSize="s" rows={3} />
        {openGoals(plan).map((goal) => (
          <GoalReview goal={goal} form={form} />
        ))}
        <NewGoal form={form} />
        <Textarea {...form} name="words" label="What we talked about" labelSize="s" rows={3} />
        <SignatureFields form={form} label="How do they agree to the plan as it is now?" />
      </PersonForm>
    )
  },
})
