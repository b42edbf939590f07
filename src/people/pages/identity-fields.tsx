import type { FormContext } from '../../platform/http/index.ts'
import { dayField, textField } from '../../platform/http/index.ts'
import { DateInput, type Html, TextInput } from '../../platform/ui/index.ts'

/** A whole number and the date of birth: what one must know to ask after a record that one may not see. */
export const identityShape = {
  number: textField('Enter a prison number or an NHS number', 40),
  birth: dayField('Enter the date of birth'),
}

export const IdentityFields = ({ form }: Pick<FormContext, 'form'>): Html => (
  <>
    <TextInput
      {...form}
      name="number"
      label="Prison number or NHS number"
      width={20}
      autocomplete="off"
      spellcheck={false}
    />
    <DateInput {...form} name="birth" label="Date of birth" hint="For example, 27 3 1989" />
  </>
)
