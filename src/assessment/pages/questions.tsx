import {
  Checkboxes,
  type Choice,
  DateInput,
  type FormState,
  type Html,
  Radios,
  Select,
  Textarea,
  TextInput,
} from '../../platform/ui/index.ts'
import type { Option, Question } from '../model.ts'

interface QuestionsProps {
  readonly questions: readonly Question[]
  readonly form: FormState
}

const choice = ({ value, text, hint, alone, further = [] }: Option, form: FormState) =>
  ({
    value,
    text,
    hint,
    exclusive: alone ?? false,
    conditional: further.length === 0 ? undefined : <Questions questions={further} form={form} />,
  }) satisfies Choice & { exclusive: boolean }

const Control = ({ question, form }: { readonly question: Question; readonly form: FormState }): Html => {
  const { name, label, hint } = question
  const control = { ...form, name, label, hint }
  switch (question.asks) {
    case 'one':
      return <Radios {...control} small items={question.options.map((option) => choice(option, form))} />
    case 'some':
      return <Checkboxes {...control} small items={question.options.map((option) => choice(option, form))} />
    case 'chosen':
      return <Select {...control} items={question.options} placeholder="Not known" />
    case 'day':
      return <DateInput {...control} />
    case 'line':
      return <TextInput {...control} />
    case 'words':
      return <Textarea {...control} rows={4} />
  }
}

/** The questions of a short form. With script, one with a condition is shown as soon as it is met; without, always. */
export const Questions = ({ questions, form }: QuestionsProps): Html => (
  <>
    {questions.map((question) =>
      question.when === undefined ? (
        <Control question={question} form={form} />
      ) : (
        <div data-shown-when={JSON.stringify(question.when)}>
          <Control question={question} form={form} />
        </div>
      ),
    )}
  </>
)
