import { rolesOfTeams } from '../../people/index.ts'
import { choiceField, formOf, textField } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import { Radios, Textarea } from '../../platform/ui/index.ts'
import { releaseAnswer } from '../actions/releaseAnswer.ts'
import { type How, howWords, isOpen } from '../model.ts'
import { requestForm } from './request-form.tsx'

const ways = Object.keys(howWords) as readonly How[]

/** Lets the part of the answer leave that its giver may read. */
export const releasePage = requestForm({
  path: 'release',
  may: rolesOfTeams,
  body: formOf({
    given_to: textField('Say to whom it is given', 300),
    how: choiceField(ways, 'Say how it is given'),
  }),
  title: 'Release the answer',
  button: 'Release',
  looks: 'view_release_access',
  does: 'release_access_request',
  whyNot: ({ state }) =>
    isOpen(state) ? null : 'There is nothing that you could release: this request is over.',
  first: ({ undecided }) =>
    undecided > 0
      ? `${undecided} marked passages wait for a decision: nothing can leave before that.`
      : 'What you may read leaves. Parts that you may not read are released by those who may.',
  questions: (_request, form) => (
    <>
      <Textarea {...form} name="given_to" label="To whom is it given?" rows={2} />
      <Radios
        {...form}
        name="how"
        label="How?"
        items={ways.map((value) => ({ value, text: howWords[value] }))}
      />
    </>
  ),
  act: async (tx, request, { given_to, how }) => {
    const released = await releaseAnswer(tx, request, { to: given_to, how })
    return released.ok
      ? ok('Released. The answer can be read, printed and taken as data; each time is on the audit log.')
      : released
  },
})
