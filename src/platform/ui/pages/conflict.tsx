import { Button } from '../components/button.tsx'
import { Form, Hidden } from '../components/form.tsx'
import { DataTable } from '../components/table.tsx'
import { Typed } from '../components/words.tsx'
import { type FormValues, formFields, typedValues } from '../form-state.ts'
import type { Html } from '../govuk/html.ts'
import { Paragraph, PlainPage, type StandardPageProps } from './plain-page.tsx'

/** One field of the form: what was typed, and what the record says now. */
interface ConflictingField {
  readonly label: string
  readonly typed: string
  readonly now: string
}

interface ConflictProps extends StandardPageProps {
  /** What it is about: "Lee Whitaker's recovery plan". */
  readonly what: string
  /** Who changed it and when, in words: "Amira Khan today at 09:12". */
  readonly changedBy?: string | undefined
  readonly fields: readonly ConflictingField[]
  /** The form, filled with what the record says now. */
  readonly startAgain: string
  /** Sends what was typed once more, made from the version that stands now. */
  readonly keepTyped?:
    | {
        readonly action: string
        readonly idempotencyKey: string
        readonly version: string | number
        readonly values: FormValues
      }
    | undefined
}

const isUnchanged = ({ typed, now }: ConflictingField): boolean => typed === now

const typedNames = (values: FormValues): readonly string[] => {
  const hidden: readonly string[] = Object.values(formFields)
  return Object.keys(values).filter((name) => !hidden.includes(name))
}

const KeepTyped = ({ shell, keepTyped }: Pick<ConflictProps, 'shell' | 'keepTyped'>): Html | null =>
  keepTyped === undefined ? null : (
    <Form {...keepTyped} csrf={shell.csrf}>
      {typedNames(keepTyped.values).flatMap((name) =>
        typedValues(keepTyped.values, name).map((value) => <Hidden name={name} value={value} />),
      )}
      <Button text="Save what you typed instead" />
    </Form>
  )

/** 409: the record changed after the form was opened. Shows both, and loses neither. */
export const ConflictPage = ({
  shell,
  what,
  changedBy,
  fields,
  startAgain,
  keepTyped,
}: ConflictProps): Html => (
  <PlainPage shell={shell} title="This changed while you were writing">
    <Paragraph>
      {what} was changed{changedBy !== undefined && ` by ${changedBy}`} after you opened it. What you typed is
      below, and has not been saved.
    </Paragraph>
    <DataTable
      caption="What you typed, and what is there now"
      rows={fields}
      columns={[
        { heading: 'Question', cell: (field) => field.label, rowHeading: true },
        { heading: 'You typed', cell: (field) => <Typed text={field.typed} /> },
        {
          heading: 'There now',
          cell: (field) => (isUnchanged(field) ? 'the same' : <Typed text={field.now} />),
        },
      ]}
    />
    <KeepTyped shell={shell} keepTyped={keepTyped} />
    <Paragraph>
      <a class="govuk-link" href={startAgain}>
        Start again from what is there now
      </a>
    </Paragraph>
  </PlainPage>
)
