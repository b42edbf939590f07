import { z } from 'zod'
import { PersonForm, personName } from '../../people/index.ts'
import { choiceField, defineForm, formOf, optionalTextField, textField } from '../../platform/http/index.ts'
import { ok, refused } from '../../platform/result.ts'
import { Checkboxes, Radios, Textarea } from '../../platform/ui/index.ts'
import { changeGoal } from '../actions/changeGoal.ts'
import { lockedFor } from '../actions/lockedFor.ts'
import { areaWords, type Goal, type GoalOutcome } from '../model.ts'
import { planWriters } from '../roles.ts'
import { openSteps, whoTakes } from '../rules.ts'
import { type Changing, loadChanging, toPlan } from './plan-model.ts'
import { StepFields, stepShape, stepsIn } from './step-fields.tsx'

const rows = ['step1'] as const

const outcomes: Readonly<Record<GoalOutcome, string>> = {
  carried: 'It goes on',
  met: 'It is met',
  dropped: 'It is dropped',
}

const stepIds = z.union([z.uuid().transform((one) => [one]), z.array(z.uuid())]).catch([])

const body = formOf({
  outcome: choiceField(['carried', 'met', 'dropped'], 'Say whether the goal goes on'),
  why: optionalTextField(500),
  words: textField('Write the goal, in their words', 500),
  done: z.preprocess((value) => value ?? [], stepIds),
  off: z.preprocess((value) => value ?? [], stepIds),
  ...stepShape('step1'),
})

interface Model extends Changing {
  readonly goal: Goal
}

const stepChoices = (goal: Goal) =>
  openSteps(goal).map((step) => ({ value: step.id, text: `${step.words} (${whoTakes(step)})` }))

const labels = { words: 'The goal', outcome: 'Does it go on?', why: 'Why' }

/** One goal between reviews: steps done or taken off, a new step, other words, met or dropped. */
export const goalPage = defineForm({
  path: '/people/:personId/plan/goals/:goalId',
  may: planWriters,
  input: z.object({ personId: z.uuid(), goalId: z.uuid() }),
  body,
  load: async (tx, { personId, goalId }, request) => {
    const found = await loadChanging(tx, personId, request)
    if (!found.ok) return found
    const goal = found.value.plan.goals.find(({ id }) => id === goalId)
    return goal === undefined || goal.state !== 'open'
      ? refused('not_found', 'There is no such goal in the plan.')
      : ok({ ...found.value, goal })
  },
  audit: { action: 'view_goal', people: ({ person }: Model) => [person.id] },
  does: 'change_goal',
  initial: ({ goal }) => ({ words: goal.words, outcome: 'carried' }),
  versioned: ({ person, plan }) => ({
    version: plan.version,
    what: `The recovery plan of ${personName(person)}`,
    labels,
  }),
  act: async (tx, { input: { personId, goalId }, body: typed, version, request }) => {
    const locked = await lockedFor(tx, personId, request.actor)
    if (!locked.ok) return locked
    const { person, by } = locked.value
    const { outcome, why, words, done, off } = typed
    const steps = stepsIn(typed, rows)
    const change = { personId, by, goalId, version, outcome, why, words, done, takenOff: off, steps }
    const changed = await changeGoal(tx, change)
    if (!changed.ok) return changed
    return ok({
      to: `/people/${personId}/plan`,
      said: `The plan of ${personName(person)} is changed: agree it with them again.`,
      people: [personId],
      subject: goalId,
    })
  },
  show: ({ person, plan, goal }, context) => (
    <PersonForm
      person={person}
      back={toPlan(person.id)}
      context={context}
      title={`A goal of ${personName(person)}: ${areaWords[goal.area].toLowerCase()}`}
      button="Save"
      version={plan.version}
    >
      <Textarea
        {...context.form}
        name="words"
        label="The goal, in their words"
        labelSize="s"
        hint="Other words become the goal; the earlier ones stay readable."
        rows={2}
      />
      {openSteps(goal).length > 0 && (
        <>
          <Checkboxes
            {...context.form}
            name="done"
            label="Steps that are done"
            small
            items={stepChoices(goal)}
          />
          <Checkboxes
            {...context.form}
            name="off"
            label="Steps to take off"
            small
            items={stepChoices(goal)}
          />
        </>
      )}
      <StepFields form={context.form} row="step1" legend="A new step" />
      <Radios
        {...context.form}
        name="outcome"
        label={labels.outcome}
        small
        items={[
          { value: 'carried', text: outcomes.carried },
          { value: 'met', text: outcomes.met },
          { value: 'dropped', text: outcomes.dropped },
        ]}
      />
      <Textarea
        {...context.form}
        name="why"
        label="How it was met, or why it is dropped"
        hint="Needed where it is dropped."
        rows={2}
      />
    </PersonForm>
  ),
})
