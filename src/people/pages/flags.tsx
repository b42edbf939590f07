import { z } from 'zod'
import { defineForm, formOf, textField } from '../../platform/http/index.ts'
import { ok, refused } from '../../platform/result.ts'
import { EmptyState, Radios } from '../../platform/ui/index.ts'
import { takeFlagDown } from '../actions/takeFlagDown.ts'
import { personName } from '../glance.ts'
import { flagWords, rolesThatLower } from '../model.ts'
import { type HeaderFlag, personHeader } from '../queries/personHeader.ts'
import { ofPerson, PersonForm } from './person-form.tsx'

const words = ({ kind, detail }: HeaderFlag): string =>
  detail === null ? flagWords[kind] : `${flagWords[kind]}: ${detail}`

const chosen = textField('Choose which flag to take down', 40).pipe(z.uuid('Choose which flag to take down'))

/** Takes a safety flag down that no longer stands. */
export const flagsPage = defineForm({
  path: '/people/:personId/safety-flags',
  may: rolesThatLower,
  input: ofPerson,
  body: formOf({ flag: chosen }),
  load: (tx, { personId }) => personHeader(tx, personId),
  audit: { action: 'view_flags', people: ({ id }) => [id] },
  does: 'take_flag_down',
  act: async (tx, { input: { personId }, body: { flag: flagId } }) => {
    const locked = await tx.lock(personId)
    if (!locked.ok) return locked
    const person = await personHeader(tx, personId)
    if (!person.ok) return person
    const flag = person.value.flags?.find(({ id }) => id === flagId)
    if (flag === undefined) return refused('invalid', 'This flag is down already: choose another', 'flag')
    const down = await takeFlagDown(tx, personId, flagId)
    if (!down.ok) return down
    return ok({
      to: `/people/${personId}`,
      said: `“${words(flag)}” is taken down. It stays on the timeline.`,
      people: [personId],
    })
  },
  show: (person, context) => (
    <PersonForm
      person={person}
      context={context}
      title={`Take a safety flag of ${personName(person)} down`}
      button="Take it down"
      warning
    >
      {person.flags === null || person.flags.length === 0 ? (
        <EmptyState>No flag is up.</EmptyState>
      ) : (
        <Radios
          {...context.form}
          name="flag"
          label="Which flag no longer stands"
          items={person.flags.map((flag) => ({ value: flag.id, text: words(flag) }))}
        />
      )}
    </PersonForm>
  ),
})
