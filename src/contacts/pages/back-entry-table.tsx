import type { FormState, Html } from '../../platform/ui/index.ts'
import { timeWords, typedValue } from '../../platform/ui/index.ts'
import { fieldOf } from '../back-entry-rows.ts'
import { outcomes, outcomeWords, purposeWords } from '../model.ts'
import type { DayContact } from '../queries/dayContacts.ts'

interface CellProps {
  readonly form: FormState
  readonly part: 'number' | 'outcome' | 'words'
  readonly rowKey: string
  /** Whose row it is, for those who hear the page. */
  readonly who: string
}

const errorIn = ({ form, part, rowKey }: CellProps): string | undefined =>
  form.errors.find(({ field }) => field === fieldOf(part, rowKey))?.message

const Wrong = (props: CellProps): Html | null => {
  const message = errorIn(props)
  return message === undefined ? null : (
    <p class="govuk-error-message" id={`${fieldOf(props.part, props.rowKey)}-error`}>
      <span class="govuk-visually-hidden">Error:</span> {message}
    </p>
  )
}

const described = (props: CellProps) => ({
  id: fieldOf(props.part, props.rowKey),
  name: fieldOf(props.part, props.rowKey),
  'aria-describedby': errorIn(props) === undefined ? undefined : `${fieldOf(props.part, props.rowKey)}-error`,
})

const Outcome = (props: CellProps): Html => {
  const chosen = typedValue(props.form.values, fieldOf('outcome', props.rowKey))
  return (
    <>
      <Wrong {...props} />
      <select class="govuk-select" aria-label={`Did it happen? ${props.who}`} {...described(props)}>
        <option value="">Not said</option>
        {outcomes.map((outcome) => (
          <option value={outcome} selected={outcome === chosen}>
            {outcomeWords[outcome]}
          </option>
        ))}
      </select>
    </>
  )
}

const TextCell = (props: CellProps & { readonly label: string; readonly width: string }): Html => (
  <>
    <Wrong {...props} />
    <input
      class={`govuk-input ${props.width}`}
      type="text"
      autocomplete="off"
      aria-label={`${props.label} ${props.who}`}
      value={typedValue(props.form.values, fieldOf(props.part, props.rowKey))}
      {...described(props)}
    />
  </>
)

const Planned = ({ contact, form }: { readonly contact: DayContact; readonly form: FormState }): Html => {
  const row = { form, rowKey: contact.id, who: contact.name }
  return (
    <tr>
      <th scope="row">
        <a class="govuk-link" href={`/people/${contact.personId}`}>
          {contact.name}
        </a>
        <span class="tc-duties__why">
          {[
            contact.prisonNumber,
            contact.where,
            contact.startsAt === null ? null : timeWords(contact.startsAt),
            purposeWords[contact.purpose].toLowerCase(),
          ]
            .filter((part) => part !== null)
            .join(', ')}
        </span>
      </th>
      <td data-label="Did it happen?">
        <Outcome {...row} part="outcome" />
      </td>
      <td data-label="One line of note">
        <TextCell {...row} part="words" label="One line of note for" width="" />
      </td>
    </tr>
  )
}

const Other = ({
  rowKey,
  number,
  form,
}: {
  readonly rowKey: string
  readonly number: number
  readonly form: FormState
}) => {
  const row = { form, rowKey, who: `somebody else ${number}` }
  return (
    <tr>
      <th scope="row">
        <TextCell {...row} part="number" label="Prison number of" width="govuk-input--width-10" />
      </th>
      <td data-label="Did it happen?">
        <Outcome {...row} part="outcome" />
      </td>
      <td data-label="One line of note">
        <TextCell {...row} part="words" label="One line of note for" width="" />
      </td>
    </tr>
  )
}

interface BackEntryTableProps {
  readonly planned: readonly DayContact[]
  readonly others: readonly string[]
  readonly form: FormState
}

/** Who was planned, in the order of the printed list, and empty rows for whoever else was seen. */
export const BackEntryTable = ({ planned, others, form }: BackEntryTableProps): Html => (
  <table class="govuk-table tc-table tc-back-entry">
    <caption class="govuk-visually-hidden">The day, row by row</caption>
    <thead>
      <tr>
        <th scope="col">Who, or their prison number</th>
        <th scope="col">Did it happen?</th>
        <th scope="col">One line of note</th>
      </tr>
    </thead>
    <tbody>
      {planned.map((contact) => (
        <Planned contact={contact} form={form} />
      ))}
      {others.map((rowKey, index) => (
        <Other rowKey={rowKey} number={index + 1} form={form} />
      ))}
    </tbody>
  </table>
)
