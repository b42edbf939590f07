import { addressWith, Checkbox, type FormState, type Html, Textarea } from '../../platform/ui/index.ts'
import type { NoteClass } from '../model.ts'
import { noteTemplates } from '../templates.ts'

interface NoteFieldsProps {
  readonly form: FormState
  /** The address of the form, to come back to with the headings of a template. */
  readonly path: string
  /** Classes that the note may be in. */
  readonly classes: readonly NoteClass[]
  readonly label?: string
}

const Templates = ({ path, classes }: Pick<NoteFieldsProps, 'path' | 'classes'>): Html | null => {
  const fitting = noteTemplates.filter((template) => template.classes.some((each) => classes.includes(each)))
  if (fitting.length === 0) return null
  return (
    <p class="govuk-body-s tc-templates">
      Headings to write under:{' '}
      {fitting.map(({ id, text }, index) => (
        <>
          {index > 0 && ', '}
          <a class="govuk-link" href={addressWith(path, { template: id })}>
            {text}
          </a>
        </>
      ))}
    </p>
  )
}

/** The words of a note, headings to write them under, and the mark that they speak of somebody else. */
export const NoteFields = ({ form, path, classes, label = 'Note' }: NoteFieldsProps): Html => (
  <>
    <Textarea
      {...form}
      name="words"
      label={label}
      labelSize="s"
      hint="Write so that the person could read it. Never their offence."
      rows={8}
    />
    <Templates path={path} classes={classes} />
    <Checkbox {...form} name="names_others" label="These words speak of somebody else in prison" />
  </>
)
