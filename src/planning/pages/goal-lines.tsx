import { dateWords, type Html, Tag } from '../../platform/ui/index.ts'
import { areaWords, type Goal, type Step } from '../model.ts'
import { whoTakes } from '../rules.ts'

const stepState: Readonly<Record<Step['state'], string>> = {
  open: '',
  done: ', done',
  dropped: ', taken off',
}

interface StepsProps {
  readonly steps: readonly Step[]
  readonly today: Temporal.PlainDate
}

/** The steps towards a goal: who, by when, and what became of them. */
const Steps = ({ steps, today }: StepsProps): Html | null =>
  steps.length === 0 ? null : (
    <ul class="govuk-list govuk-list--bullet">
      {steps.map((step) => (
        <li>
          {step.words}
          <span class="tc-quiet">
            {' · '}
            {whoTakes(step)}
            {step.byDay !== null && `, by ${dateWords(step.byDay, today)}`}
            {stepState[step.state]}
          </span>
        </li>
      ))}
    </ul>
  )

const endWords = ({ state, why, closedOn }: Goal, today: Temporal.PlainDate): string | null => {
  if (closedOn === null) return null
  const what = state === 'met' ? 'Met' : 'Dropped'
  return `${what} ${dateWords(closedOn, today)}${why === null ? '' : `: ${why}`}`
}

interface GoalLineProps {
  readonly goal: Goal
  readonly today: Temporal.PlainDate
  /** Where it is changed; null for those who only read. */
  readonly href: string | null
}

/** One goal: its words, its part of life, its steps, and its end where it is over. */
const GoalLine = ({ goal, today, href }: GoalLineProps): Html => {
  const ended = endWords(goal, today)
  return (
    <li class="tc-goal">
      <h3 class="govuk-heading-s tc-goal__words">{goal.words}</h3>
      <p class="govuk-body-s tc-goal__about">
        <Tag text={areaWords[goal.area]} colour="teal" /> since {dateWords(goal.openedOn, today)}
        {href !== null && (
          <>
            {' '}
            <a class="govuk-link tc-screen-only" href={href}>
              Change<span class="govuk-visually-hidden"> the goal: {goal.words}</span>
            </a>
          </>
        )}
      </p>
      {ended !== null && <p class="govuk-body">{ended}.</p>}
      <Steps steps={goal.steps.filter(({ state }) => state !== 'dropped')} today={today} />
    </li>
  )
}

interface GoalsProps {
  readonly heading: string
  readonly goals: readonly Goal[]
  readonly today: Temporal.PlainDate
  readonly hrefOf: ((goal: Goal) => string) | null
}

/** Goals under a heading; nothing where there are none. */
export const Goals = ({ heading, goals, today, hrefOf }: GoalsProps): Html | null =>
  goals.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">{heading}</h2>
      <ul class="govuk-list tc-goals">
        {goals.map((goal) => (
          <GoalLine goal={goal} today={today} href={hrefOf?.(goal) ?? null} />
        ))}
      </ul>
    </>
  )
