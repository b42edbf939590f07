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
import { Weeks } from './weeks.tsx'

interface QuestionsProps {
  readonly questions: readonly Question[]
  readonly form: FormState
  readonly quiet?: boolean
}

const choice = ({ value, text, hint, alone, further = [] }: Option, form: FormState) =>
  ({
    value,
    text,
    hint,
    exclusive: alone ?? false,
    conditional: further.length === 0 ? undefined : <Questions questions={further} form={form} quiet />,
  }) satisfies Choice & { exclusive: boolean }

/** A few short answers without anything under them. */
const standInOneLine = (options: readonly Option[]): boolean =>
  options.every(({ hint, further }) => hint === undefined && further === undefined) &&
  options.reduce((letters, { text }) => letters + text.length, 0) <= 24

interface ControlProps {
  readonly question: Question
  readonly form: FormState
  /** Of a question's own: what follows an answer is said more quietly. */
  readonly labelSize: 's' | undefined
}

const Control = ({ question, form, labelSize }: ControlProps): Html => {
  const { name, label, hint } = question
  const control = { ...form, name, label, hint }
  switch (question.asks) {
    case 'one':
      return (
        <Radios
          {...control}
          small
          inline={standInOneLine(question.options)}
          items={question.options.map((option) => choice(option, form))}
        />
      )
    case 'some':
      return <Checkboxes {...control} small items={question.options.map((option) => choice(option, form))} />
    case 'chosen':
      return (
        <Select
          {...control}
          labelSize={labelSize}
          items={question.options}
          placeholder={question.unanswered ?? 'Not known'}
        />
      )
    case 'day':
      return <DateInput {...control} />
    case 'weeks':
      return <Weeks question={question} form={form} />
    case 'number':
      return <TextInput {...control} labelSize={labelSize} width={4} inputmode="numeric" spellcheck={false} />
    case 'line':
      return <TextInput {...control} labelSize={labelSize} />
    case 'words':
      return <Textarea {...control} labelSize={labelSize} rows={4} />
  }
}

/** The questions of a short form. With script, one with a condition is shown as soon as it is met; without, always. */
export const Questions = ({ questions, form, quiet = false }: QuestionsProps): Html => {
  const labelSize = quiet ? undefined : 's'
  return (
    <>
      {questions.map((question) =>
        question.when === undefined ? (
          <Control question={question} form={form} labelSize={labelSize} />
        ) : (
          <div data-shown-when={JSON.stringify(question.when)}>
            <Control question={question} form={form} labelSize={labelSize} />
          </div>
        ),
      )}
    </>
  )
}
