import { Checkboxes, type FormState, Hidden, type Html, Radios, TextInput } from '../../platform/ui/index.ts'
import { areaWords, type Goal } from '../model.ts'
import { doneField, goalField, whyField } from '../review-answers.ts'
import { openSteps, whoTakes } from '../rules.ts'

interface GoalReviewProps {
  readonly goal: Goal
  readonly form: FormState
}

/** One goal at a review: carried on, met, or dropped with a reason; and which of its steps are done. */
export const GoalReview = ({ goal, form }: GoalReviewProps): Html => {
  const steps = openSteps(goal)
  return (
    <div class="tc-goal-review">
      <Hidden name="goals" value={goal.id} />
      <Radios
        {...form}
        name={goalField(goal.id)}
        label={goal.words}
        hint={areaWords[goal.area]}
        labelSize="m"
        small
        inline
        items={[
          { value: 'carried', text: 'Carry it on' },
          { value: 'met', text: 'It is met' },
          { value: 'dropped', text: 'Drop it' },
        ]}
      />
      <TextInput
        {...form}
        name={whyField(goal.id)}
        label="A word about it"
        hint="Needed where it is dropped: why."
      />
      {steps.length > 0 && (
        <Checkboxes
          {...form}
          name={doneField(goal.id)}
          label="Steps done"
          small
          items={steps.map((step) => ({ value: step.id, text: `${step.words} (${whoTakes(step)})` }))}
        />
      )}
    </div>
  )
}
