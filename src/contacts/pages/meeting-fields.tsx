import { choicesOf } from '../../casework/index.ts'
import { type FormState, type Html, Radios, Select, TextInput } from '../../platform/ui/index.ts'
import { type ContactMode, type ContactPurpose, modeWords, purposeWords } from '../model.ts'

/** What a contact can be for that is planned or recorded here; hand-overs book their own. */
export const purposes = ['one_to_one', 'key_session', 'follow_up', 'other'] as const

export const modes = [
  'in_person',
  'in_cell',
  'phone',
  'video',
  'at_court',
  'at_gate',
  'text',
  'letter',
] as const

const words = (
  all: Readonly<Record<string, string>>,
  offered: readonly string[],
): readonly { readonly value: string; readonly text: string }[] =>
  choicesOf(all).filter(({ value }) => offered.includes(value))

/** What it is for, how, where, and which other worker is there: all prefilled. */
export const MeetingFields = ({ form }: { readonly form: FormState }): Html => (
  <>
    <Select {...form} name="mode" label="How?" items={words(modeWords, modes)} />
    <Radios {...form} name="purpose" label="What for?" small items={words(purposeWords, purposes)} />
    <TextInput
      {...form}
      name="also_there"
      label="Which other worker was or will be there? (if any)"
      width={20}
    />
    <TextInput {...form} name="place" label="Where? (if it matters)" width={20} />
  </>
)

/** The answer fields of `MeetingFields` that a new contact starts with: nothing here is asked twice. */
export const usualMeeting = (
  setting: 'custody' | 'community',
): { readonly purpose: ContactPurpose; readonly mode: ContactMode } => ({
  purpose: setting === 'custody' ? 'one_to_one' : 'follow_up',
  mode: setting === 'custody' ? 'in_person' : 'phone',
})
