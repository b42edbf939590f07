import { Checkbox, DateInput, type FormState, type Html, Radios, TextInput } from '../../platform/ui/index.ts'

interface SignatureProps {
  readonly form: FormState
  readonly label: string
}

/** How the person said yes: their name typed while they are there, or a print that they signed. */
export const SignatureFields = ({ form, label }: SignatureProps): Html => (
  <Radios
    {...form}
    name="how"
    label={label}
    items={[
      {
        value: 'screen',
        text: 'On this screen, while they are here',
        conditional: (
          <>
            <TextInput {...form} name="signed_name" label="Name of the person who agrees" width={20} />
            <Checkbox {...form} name="present" label="They are here, have gone through it, and agree" />
          </>
        ),
      },
      {
        value: 'paper',
        text: 'On paper, and the print is kept',
        conditional: (
          <>
            <DateInput {...form} name="signed_day" label="Signed on" />
            <TextInput {...form} name="kept" label="Where the signed print is kept" width={30} />
          </>
        ),
      },
    ]}
  />
)
