import { z } from 'zod'
import { PersonForm, personName, servingFor } from '../../people/index.ts'
import { defineForm, formOf, optionalTextField } from '../../platform/http/index.ts'
import { ok, refused } from '../../platform/result.ts'
import { Textarea, WarningText } from '../../platform/ui/index.ts'
import { endBasis } from '../actions/endBasis.ts'
import { readsRegister, type Standing } from '../model.ts'
import { sharingOf } from '../queries/sharingOf.ts'
import { recipientWords, standingSentence } from '../words.ts'
import { SharedTable } from './shared-table.tsx'

const titleOf = ({ basis }: Standing): string =>
  basis === 'consent' ? 'They withdraw their agreement' : 'This basis has ended'

const saidOf = (name: string, takenBack: number): string =>
  `From this moment ${name} sees nothing of what was shared on it. What they wrote themselves stays with them.${
    takenBack === 0 ? '' : ' The hand-over that they had not answered is taken back.'
  }`

/** Withdraws consent, or ends another basis: sharing stops at once, and what was shared before is listed. */
export const endPage = defineForm({
  path: '/people/:personId/sharing/:basisId/end',
  may: readsRegister,
  input: z.object({ personId: z.uuid(), basisId: z.uuid() }),
  body: formOf({ words: optionalTextField(500) }),
  load: async (tx, { personId, basisId }) => {
    const view = await sharingOf(tx, personId)
    if (!view.ok) return view
    const row = view.value.standing.find(({ id }) => id === basisId)
    if (row === undefined || row.now !== 'given')
      return refused('not_found', 'Nothing of this kind stands now.')
    const { serviceId } = row.recipient
    const before = view.value.shared.filter(({ toServiceId }) => toServiceId === serviceId)
    return ok({ person: view.value.person, row, before })
  },
  audit: { action: 'view_end_sharing', people: ({ person }) => [person.id] },
  does: 'end_sharing',
  act: async (tx, { input: { personId, basisId }, body: { words }, request }) => {
    const view = await sharingOf(tx, personId)
    if (!view.ok) return view
    const row = view.value.standing.find(({ id }) => id === basisId)
    const own = request.actor.services.find(({ id }) => id === row?.recipient.serviceId)
    const serving = own === undefined ? await servingFor(tx, request.actor, view.value.person) : ok(own)
    if (!serving.ok) return serving
    const by = { serviceId: serving.value.id, staffId: request.actor.staffId }
    const ended = await endBasis(tx, { personId, basisId, by, words })
    if (!ended.ok) return ended
    return ok({
      to: own === undefined ? `/people/${personId}/sharing` : '/people',
      said: saidOf(ended.value.row.recipient.name, ended.value.takenBack),
      people: [personId],
      subject: basisId,
    })
  },
  show: ({ person, row, before }, context) => (
    <PersonForm
      person={person}
      context={context}
      title={`${titleOf(row)}: ${personName(person)}`}
      button={row.basis === 'consent' ? 'Withdraw it now' : 'End it now'}
      warning
    >
      <p class="govuk-body-l">{recipientWords(row)}</p>
      <p class="govuk-body">{standingSentence(row)}</p>
      <WarningText>
        Nothing more is shared from this moment, and {row.recipient.name} no longer sees what was. What they
        have read they have read: say so.
      </WarningText>
      {before.length > 0 && (
        <>
          <h2 class="govuk-heading-m">What was shared with them before</h2>
          <SharedTable rows={before} today={context.today} caption="What was shared with them before" />
        </>
      )}
      <Textarea {...context.form} name="words" label="What they said, if anything" labelSize="s" rows={3} />
    </PersonForm>
  ),
})
