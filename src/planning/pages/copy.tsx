import { z } from 'zod'
import { PersonFrame, personName } from '../../people/index.ts'
import { definePage } from '../../platform/http/index.ts'
import { ok, refused } from '../../platform/result.ts'
import { type Html, PrintButton } from '../../platform/ui/index.ts'
import { type CopyWords, copyWords } from '../copy-words.ts'
import type { Goal, Plan, PlanLanguage, Step } from '../model.ts'
import type { ReviewDue } from '../queries/reviewDue.ts'
import { planReaders } from '../roles.ts'
import { openGoals, openSteps, planState } from '../rules.ts'
import { AreaIcon } from './area-icon.tsx'
import { loadPlan, type PlanModel } from './plan-model.ts'

const input = z.object({
  personId: z.uuid(),
  style: z.enum(['plain', 'easy']).catch('plain'),
  language: z.enum(['en', 'cy']).nullable().catch(null).default(null),
})

interface Model extends PlanModel {
  readonly plan: Plan
  readonly easy: boolean
  readonly language: PlanLanguage
}

const stepLine = (step: Step, words: CopyWords): string => {
  const who = step.whoName ?? words.who[step.who]
  return `${who}${step.byDay === null ? '' : `, ${words.by} ${words.sayDay(step.byDay)}`}`
}

interface GoalProps {
  readonly goal: Goal
  readonly words: CopyWords
  readonly easy: boolean
}

const CopiedGoal = ({ goal, words, easy }: GoalProps): Html => (
  <li class="tc-copy__goal">
    {easy && <AreaIcon area={goal.area} />}
    <div>
      <p class="tc-copy__area">{words.areas[goal.area]}</p>
      <p class="tc-copy__words" lang="en">
        {goal.words}
      </p>
      <ul class="tc-copy__steps">
        {openSteps(goal).map((step) => (
          <li>
            <span lang="en">{step.words}</span>
            <strong>{stepLine(step, words)}</strong>
          </li>
        ))}
      </ul>
    </div>
  </li>
)

const CopiedGoals = ({
  heading,
  goals,
  ...rest
}: Omit<GoalProps, 'goal'> & { readonly heading: string; readonly goals: readonly Goal[] }): Html | null =>
  goals.length === 0 ? null : (
    <>
      <h2>{heading}</h2>
      <ul class="tc-copy__goals">
        {goals.map((goal) => (
          <CopiedGoal goal={goal} {...rest} />
        ))}
      </ul>
    </>
  )

const agreedLine = (plan: Plan, words: CopyWords): string =>
  plan.agreedOn === null || planState(plan) !== 'agreed'
    ? words.draft
    : `${words.agreed} ${words.sayDay(plan.agreedOn)}.`

const reviewLine = (review: ReviewDue | null, words: CopyWords): string | null =>
  review === null ? null : `${words.review} ${words.sayDay(review.dueOn)}.`

const SignHere = ({ words }: { readonly words: CopyWords }): Html => (
  <div class="tc-copy__sign">
    <p>{words.signHere}</p>
    <dl>
      {[words.name, words.worker, words.date].map((label) => (
        <div>
          <dt>{label}</dt>
          <dd></dd>
        </div>
      ))}
    </dl>
  </div>
)

const Copy = ({ model: { person, plan, review, easy, language } }: { readonly model: Model }): Html => {
  const words = copyWords[language]
  const goals = openGoals(plan)
  return (
    <article class={`tc-copy ${easy ? 'tc-copy--easy' : ''}`} lang={language}>
      <h1>{words.title}</h1>
      <p class="tc-copy__who" lang="en">
        {personName(person)}
      </p>
      <h2>{words.want}</h2>
      <p class="tc-copy__want tc-typed" lang="en">
        {plan.want}
      </p>
      <CopiedGoals
        heading={words.short}
        goals={goals.filter(({ term }) => term === 'short')}
        {...{ words, easy }}
      />
      <CopiedGoals
        heading={words.long}
        goals={goals.filter(({ term }) => term === 'long')}
        {...{ words, easy }}
      />
      <p>{agreedLine(plan, words)}</p>
      {reviewLine(review, words) !== null && <p>{reviewLine(review, words)}</p>}
      <SignHere words={words} />
    </article>
  )
}

const Choices = ({ model }: { readonly model: Model }): Html => {
  const copy = `/people/${model.person.id}/plan/copy`
  const style = model.easy ? 'easy' : 'plain'
  return (
    <div class="tc-screen-only">
      <ul class="govuk-list">
        <li>
          <a
            class="govuk-link"
            href={`${copy}?style=${model.easy ? 'plain' : 'easy'}&language=${model.language}`}
          >
            {model.easy ? 'In large plain type' : 'Easy-read, with pictures'}
          </a>
        </li>
        <li>
          <a
            class="govuk-link"
            href={`${copy}?style=${style}&language=${model.language === 'en' ? 'cy' : 'en'}`}
          >
            {model.language === 'en' ? 'With Welsh labels' : 'With English labels'}
          </a>
        </li>
      </ul>
      <PrintButton text="Print" />
    </div>
  )
}

/** The copy that the person keeps: large plain type, or easy-read; English or Welsh labels. Nothing on it but the plan. */
export const copyPage = definePage({
  path: '/people/:personId/plan/copy',
  may: planReaders,
  audit: { action: 'view_plan_copy', people: ({ person }: Model) => [person.id] },
  input,
  load: async (tx, { personId, style, language }) => {
    const found = await loadPlan(tx, personId)
    if (!found.ok) return found
    const { plan } = found.value
    return plan === null
      ? refused('not_found', 'There is no recovery plan yet.')
      : ok({ ...found.value, plan, easy: style === 'easy', language: language ?? plan.language })
  },
  show: (model, { shell }) => (
    <PersonFrame
      shell={shell}
      person={model.person}
      title={`Copy of the plan for ${personName(model.person)}`}
      back={{ href: `/people/${model.person.id}/plan`, text: 'Back to the plan' }}
    >
      <Choices model={model} />
      <Copy model={model} />
    </PersonFrame>
  ),
})
