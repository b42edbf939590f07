import { PersonForm, personName } from '../../people/index.ts'
import { choiceField, defineForm, formOf, textField } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import { InsetText, Typed } from '../../platform/ui/index.ts'
import { addGoal } from '../actions/addGoal.ts'
import { lockedFor } from '../actions/lockedFor.ts'
import { planWriters } from '../roles.ts'
import { areas, GoalFields, terms } from './goal-fields.tsx'
import { type Changing, loadChanging, planInput, toPlan } from './plan-model.ts'
import { StepFields, stepShape, stepsIn } from './step-fields.tsx'

const rows = ['step1', 'step2'] as const

const body = formOf({
  words: textField('Write the goal, in their words', 500),
  area: choiceField(areas, 'Choose a part of life'),
  term: choiceField(terms, 'Choose short or long'),
  ...stepShape('step1'),
  ...stepShape('step2'),
})

/** A new goal with its first steps. */
export const newGoalPage = defineForm({
  path: '/people/:personId/plan/goals/new',
  may: planWriters,
  input: planInput,
  body,
  load: (tx, { personId }, request) => loadChanging(tx, personId, request),
  audit: { action: 'view_new_goal', people: ({ person }: Changing) => [person.id] },
  does: 'add_goal',
  act: async (tx, { input: { personId }, body: typed, request }) => {
    const locked = await lockedFor(tx, personId, request.actor)
    if (!locked.ok) return locked
    const { person, by } = locked.value
    const { words, area, term } = typed
    const added = await addGoal(tx, { personId, by, words, area, term, steps: stepsIn(typed, rows) })
    if (!added.ok) return added
    return ok({
      to: `/people/${personId}/plan`,
      said: `The goal stands in the plan of ${personName(person)}. Agree the plan when every goal is in.`,
      people: [personId],
      subject: added.value,
    })
  },
  show: ({ person, plan }, context) => (
    <PersonForm
      person={person}
      back={toPlan(person.id)}
      context={context}
      title={`A goal for ${personName(person)}`}
      button="Add the goal"
    >
      <InsetText>
        <Typed text={plan.want} />
      </InsetText>
      <GoalFields form={context.form} />
      {rows.map((row, index) => (
        <StepFields form={context.form} row={row} legend={index === 0 ? 'First step' : 'Next step'} />
      ))}
    </PersonForm>
  ),
})
