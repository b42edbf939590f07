import type { Refusal } from '../../platform/result.ts'
import { Checkbox, type FormState, type Html, WarningText } from '../../platform/ui/index.ts'

const field = 'anyway'

/** Asks whoever books to look again: they may go on by ticking the box. */
export const askAnyway = (warnings: readonly string[]): Refusal => ({
  kind: 'invalid',
  field,
  message: `${warnings.join('. ')}. Choose another time, or tick the box to go on`,
})

/** Shown where something speaks against the booking: it is said above, and may be done all the same. */
export const ClashFields = ({ form }: { readonly form: FormState }): Html | null => {
  const said = form.errors.find((error) => error.field === field)
  const ticked = form.values[field] !== undefined
  if (said === undefined && !ticked) return null
  return (
    <>
      {said !== undefined && <WarningText>{said.message}.</WarningText>}
      <Checkbox values={form.values} errors={[]} name={field} label="Book it all the same" />
    </>
  )
}
