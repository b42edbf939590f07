import { PersonForm, personName } from '../../people/index.ts'
import { formOf, optionalTextField } from '../../platform/http/fields.ts'
import { defineForm } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import { Textarea } from '../../platform/ui/index.ts'
import { recordOverdoseAdvice } from '../actions/recordOverdoseAdvice.ts'
import { aboutLeaving, afterwards, ofPerson } from './about-leaving.ts'

/** Advice on lost tolerance and overdose, in the last week inside. */
export const overdoseAdvicePage = defineForm({
  path: '/people/:personId/overdose-advice',
  may: ['recovery_worker', 'coordinator', 'team_leader', 'community_worker'],
  input: ofPerson,
  body: formOf({ words: optionalTextField(1000) }),
  load: (tx, { personId }, request) => aboutLeaving(tx, personId, request),
  audit: { action: 'view_overdose_advice', people: ({ person }) => [person.id] },
  does: 'record_overdose_advice',
  act: async (tx, { input: { personId }, body, request }) => {
    const about = await aboutLeaving(tx, personId, request)
    if (!about.ok) return about
    const { person, by } = about.value
    const done = await recordOverdoseAdvice(tx, { personId, by, words: body.words })
    if (!done.ok) return done
    return ok({
      to: afterwards(request, personId),
      said: `Overdose advice to ${personName(person)} recorded.`,
      people: [personId],
    })
  },
  show: ({ person }, context) => (
    <PersonForm
      person={person}
      context={context}
      title={`Overdose advice for ${personName(person)}`}
      button="Advice was given today"
      back={{ href: afterwards(context, person.id), text: 'Back' }}
    >
      <p class="govuk-body">The first two weeks out are the most dangerous. Talk about:</p>
      <ul class="govuk-list govuk-list--bullet">
        <li>their body is no longer used to what it was used to: the old dose can kill</li>
        <li>mixing, with alcohol, pregabalin or benzodiazepines above all</li>
        <li>not using alone; what to do when somebody does not wake up; naloxone</li>
        <li>where to go, whom to ring, on the first day</li>
      </ul>
      <Textarea {...context.form} name="words" label="Anything to remember" labelSize="s" rows={2} />
    </PersonForm>
  ),
})
