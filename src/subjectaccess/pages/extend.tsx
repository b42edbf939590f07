import { choiceField, dayField, dayValues, formOf, textField } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import { DateInput, fullDate, Radios, Textarea } from '../../platform/ui/index.ts'
import { extendRequest } from '../actions/extendRequest.ts'
import { dueOn, whyNotExtended } from '../rules.ts'
import { requestForm } from './request-form.tsx'

const furtherMonths = { one: 1, two: 2 } as const

/** Gives a complex request one or two further months, once the person was told so and why. */
export const extendPage = requestForm({
  path: 'extend',
  may: ['team_leader'],
  body: formOf({
    further: choiceField(['one', 'two'], 'Say how much longer it takes'),
    why: textField('Say why it takes longer, as they were told', 1000),
    told: dayField('Enter the day on which they were told'),
    told_how: textField('Say how they were told', 300),
  }),
  initial: (today) => dayValues('told', today),
  title: 'Take longer to answer',
  button: 'Extend',
  looks: 'view_extend_access',
  does: 'extend_access_request',
  whyNot: whyNotExtended,
  first: ({ due_on }) =>
    `The law gives one or two further months for a complex request, or where somebody made several. They must be told so, and why, by ${fullDate(due_on)}. It can be done once.`,
  questions: ({ asked_on, nation }, form) => (
    <>
      <Radios
        {...form}
        name="further"
        label="How much longer?"
        items={[
          {
            value: 'one',
            text: 'One further month',
            hint: `Answer by ${fullDate(dueOn(asked_on, nation, 2))}`,
          },
          {
            value: 'two',
            text: 'Two further months',
            hint: `Answer by ${fullDate(dueOn(asked_on, nation, 3))}`,
          },
        ]}
      />
      <Textarea
        {...form}
        name="why"
        label="Why does it take longer?"
        hint="As they were told. That there is much to read, or too few to read it, is no reason by itself"
        rows={3}
      />
      <DateInput {...form} name="told" label="On which day were they told?" />
      <Textarea
        {...form}
        name="told_how"
        label="How were they told?"
        hint="A letter to the wing, spoken and written down"
        rows={2}
      />
    </>
  ),
  act: async (tx, request, { further, why, told, told_how }) => {
    const extended = await extendRequest(tx, request, {
      furtherMonths: furtherMonths[further],
      why,
      toldOn: told,
      toldHow: told_how,
    })
    return extended.ok ? ok(`Extended. Answer by ${fullDate(extended.value)}.`) : extended
  },
})
