import { ofPerson, PersonForm, personHeader, personName, servingFor } from '../../people/index.ts'
import { choiceField, defineForm, formOf, textField } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import { Checkbox, InsetText, Textarea } from '../../platform/ui/index.ts'
import { writeSummary } from '../actions/writeSummary.ts'
import { writesSummary } from '../model.ts'
import { summaryOf } from '../queries/summaryOf.ts'

/** Writes with somebody what may be said of how they are doing. */
export const newSummaryPage = defineForm({
  path: '/people/:personId/summary/new',
  may: writesSummary,
  input: ofPerson,
  body: formOf({
    words: textField('Write a few sentences', 2000),
    agreed: choiceField(['yes'], 'Read it to them first, and say that they agree to every word'),
  }),
  load: async (tx, { personId }) => {
    const person = await personHeader(tx, personId)
    if (!person.ok) return person
    return ok({ person: person.value, summary: await summaryOf(tx, personId) })
  },
  audit: { action: 'view_new_summary', people: ({ person }) => [person.id] },
  does: 'agree_summary',
  initial: ({ summary }) => ({ words: summary?.words ?? '' }),
  act: async (tx, { input: { personId }, body: { words }, request }) => {
    const person = await personHeader(tx, personId)
    if (!person.ok) return person
    const serving = await servingFor(tx, request.actor, person.value)
    if (!serving.ok) return serving
    const by = { serviceId: serving.value.id, staffId: request.actor.staffId }
    const written = await writeSummary(tx, { personId, by, words })
    if (!written.ok) return written
    return ok({
      to: `/people/${personId}/summary`,
      said: 'The summary stands. It is read by those whom they agreed to: see Sharing.',
      people: [personId],
      subject: written.value,
    })
  },
  show: ({ person }, context) => (
    <PersonForm
      person={person}
      context={context}
      title={`Agree a summary with ${personName(person)}`}
      button="Keep it"
    >
      <InsetText>
        What they are working on, what helps, what to look out for. Nothing that they would not want said on
        the wing or in court. Their key worker, offender manager or probation reads it where they agreed to
        that.
      </InsetText>
      <Textarea {...context.form} name="words" label="The summary" rows={6} />
      <Checkbox {...context.form} name="agreed" label="They have read or heard it, and agree to every word" />
    </PersonForm>
  ),
})
