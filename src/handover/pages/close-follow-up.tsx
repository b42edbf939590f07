import { PersonForm, personName } from '../../people/index.ts'
import { formOf, textField } from '../../platform/http/fields.ts'
import { defineForm } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import { Textarea } from '../../platform/ui/index.ts'
import { closeFollowUp } from '../actions/closeFollowUp.ts'
import { aboutLeaving, afterwards, ofPerson } from './about-leaving.ts'

/** A team leader ends the follow-up of somebody who did not start treatment, with a reason. */
export const closeFollowUpPage = defineForm({
  path: '/people/:personId/follow-up/close',
  may: ['team_leader'],
  input: ofPerson,
  body: formOf({ why: textField('Say why the follow-up ends', 1000) }),
  load: (tx, { personId }, request) => aboutLeaving(tx, personId, request),
  audit: { action: 'view_close_follow_up', people: ({ person }) => [person.id] },
  does: 'close_follow_up',
  act: async (tx, { input: { personId }, body, request }) => {
    const about = await aboutLeaving(tx, personId, request)
    if (!about.ok) return about
    const { person, by } = about.value
    const done = await closeFollowUp(tx, { personId, by, why: body.why })
    if (!done.ok) return done
    return ok({
      to: afterwards(request, personId),
      said: `Follow-up of ${personName(person)} closed. Nobody rings any more.`,
      people: [personId],
    })
  },
  show: ({ person }, context) => (
    <PersonForm
      person={person}
      context={context}
      title={`Close the follow-up of ${personName(person)}`}
      button="Close follow-up"
      back={{ href: `/people/${person.id}/follow-up`, text: 'Back to the follow-up' }}
    >
      <Textarea
        {...context.form}
        name="why"
        label="Why does it end?"
        hint="What was tried, and how they can come back at any time"
        labelSize="s"
        rows={4}
      />
    </PersonForm>
  ),
})
