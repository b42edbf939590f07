import { z } from 'zod'
import { defineForm, formOf, textField } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import { momentWords, Textarea, WarningText } from '../../platform/ui/index.ts'
import { askToUndoMerge } from '../actions/askToUndoMerge.ts'
import { personName } from '../glance.ts'
import { rolesOfPrisons } from '../model.ts'
import { type StandingMerge, standingMerge } from '../queries/mergeToUndo.ts'
import { type PersonHeader, personHeader } from '../queries/personHeader.ts'
import { PersonForm } from './person-form.tsx'

interface Model {
  readonly person: PersonHeader
  readonly merge: StandingMerge
}

/** Takes two records apart that were found to be one person, and are not. */
export const undoMergePage = defineForm({
  path: '/people/:personId/merges/:mergeId/undo',
  may: rolesOfPrisons,
  input: z.object({ personId: z.uuid(), mergeId: z.uuid() }),
  body: formOf({ why: textField('Say why these are two people', 500) }),
  load: async (tx, { personId, mergeId }) => {
    const person = await personHeader(tx, personId)
    if (!person.ok) return person
    const merge = await standingMerge(tx, personId, mergeId)
    return merge.ok ? ok({ person: person.value, merge: merge.value }) : merge
  },
  audit: { action: 'view_undo_merge', people: ({ person }: Model) => [person.id] },
  does: 'undo_merge',
  act: async (tx, { input: { personId, mergeId }, body: { why } }) => {
    const merge = await standingMerge(tx, personId, mergeId)
    if (!merge.ok) return merge
    const asked = await askToUndoMerge(tx, mergeId, why)
    if (!asked.ok) return asked
    return ok({
      to: `/people/${personId}/history`,
      said: 'The two records are being taken apart. What was recorded for each goes back to it in a moment.',
      people: [personId],
      subject: mergeId,
    })
  },
  show: ({ person, merge }, context) => (
    <PersonForm
      person={person}
      context={context}
      title={`Take apart the records joined as ${personName(person)}`}
      button="Take them apart"
      warning
    >
      <p class="govuk-body">
        The record with {merge.numbers.length === 0 ? 'no number' : merge.numbers.join(', ')} was joined with
        this one {momentWords(merge.mergedAt, context.today)}.
      </p>
      <WarningText>
        What was recorded since stays here: look at it afterwards, and record it where it belongs.
      </WarningText>
      <Textarea {...context.form} name="why" label="Why these are two people" rows={3} />
    </PersonForm>
  ),
})
