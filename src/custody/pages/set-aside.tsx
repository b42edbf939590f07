import { z } from 'zod'
import {
  PersonForm,
  type PersonHeader,
  personHeader,
  personName,
  rolesThatRecord,
} from '../../people/index.ts'
import { defineForm, formOf, textField } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import { fullDate, Textarea, WarningText } from '../../platform/ui/index.ts'
import { setAsideByHand } from '../actions/setAsideByHand.ts'
import { movementWords } from '../model.ts'
import { type HandMove, handMove } from '../queries/handMove.ts'

interface Model {
  readonly person: PersonHeader
  readonly move: HandMove
}

const whatWas = ({ type, day }: HandMove): string => `${movementWords[type].toLowerCase()}, ${fullDate(day)}`

const bringsHere = ({ type }: HandMove): boolean => type === 'admission' || type === 'transfer_in'

/** Sets aside a movement that was recorded by hand in error. */
export const setAsidePage = defineForm({
  path: '/people/:personId/movements/:movementId/set-aside',
  may: rolesThatRecord,
  input: z.object({ personId: z.uuid(), movementId: z.uuid() }),
  body: formOf({ why: textField('Say why it is wrong', 500) }),
  load: async (tx, { personId, movementId }) => {
    const person = await personHeader(tx, personId)
    if (!person.ok) return person
    const move = await handMove(tx, personId, movementId)
    return move.ok ? ok({ person: person.value, move: move.value }) : move
  },
  audit: { action: 'view_set_aside_movement', people: ({ person }: Model) => [person.id] },
  does: 'set_movement_aside',
  act: async (tx, { input: { personId, movementId }, body: { why } }) => {
    const locked = await tx.lock(personId)
    if (!locked.ok) return locked
    const move = await handMove(tx, personId, movementId)
    if (!move.ok) return move
    const done = await setAsideByHand(tx, move.value, why)
    if (!done.ok) return done
    return ok({
      to: bringsHere(move.value) ? '/people' : `/people/${personId}/history`,
      said: `Set aside: ${whatWas(move.value)}. Where they are and what is owed were worked out again.`,
      people: [personId],
      subject: movementId,
    })
  },
  show: ({ person, move }, context) => (
    <PersonForm
      person={person}
      context={context}
      title={`Set aside what was recorded of ${personName(person)}`}
      button="Set aside"
      warning
    >
      <p class="govuk-body">Recorded: {whatWas(move)}.</p>
      <WarningText>It stays readable in the history and counts no more.</WarningText>
      <Textarea {...context.form} name="why" label="Why it is wrong" rows={3} />
    </PersonForm>
  ),
})
