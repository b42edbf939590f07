import { PersonForm, personName } from '../../people/index.ts'
import { choiceField, formOf, optionalTextField } from '../../platform/http/fields.ts'
import { defineForm } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import { Radios, Textarea } from '../../platform/ui/index.ts'
import { takesPart } from '../acting.ts'
import { recordAccommodation } from '../actions/recordAccommodation.ts'
import { accommodations, accommodationWords } from '../pack-answers.ts'
import { aboutLeaving, afterwards, ofPerson } from './about-leaving.ts'

/** Where they sleep on the first night; "nowhere yet" is taken further. */
export const accommodationPage = defineForm({
  path: '/people/:personId/accommodation',
  may: takesPart,
  input: ofPerson,
  body: formOf({
    where: choiceField(accommodations, 'Say where they sleep on the first night'),
    words: optionalTextField(500),
  }),
  load: (tx, { personId }, request) => aboutLeaving(tx, personId, request),
  audit: { action: 'view_accommodation', people: ({ person }) => [person.id] },
  does: 'record_accommodation',
  act: async (tx, { input: { personId }, body, request }) => {
    const about = await aboutLeaving(tx, personId, request)
    if (!about.ok) return about
    const { person, by } = about.value
    const done = await recordAccommodation(tx, { personId, by, ...body })
    if (!done.ok) return done
    return ok({
      to: afterwards(request, personId),
      said:
        body.where === 'none'
          ? `Recorded: ${personName(person)} has nowhere to sleep on the first night, and it was taken further.`
          : `First night of ${personName(person)} recorded: ${accommodationWords[body.where].toLowerCase()}.`,
      people: [personId],
    })
  },
  show: ({ person }, context) => (
    <PersonForm
      person={person}
      context={context}
      title={`First night out for ${personName(person)}`}
      button="Record first night"
      back={{ href: afterwards(context, person.id), text: 'Back' }}
    >
      <Radios
        {...context.form}
        name="where"
        label="Where do they sleep on the first night?"
        items={accommodations.map((value) => ({
          value,
          text: accommodationWords[value],
          ...(value === 'none' ? { hint: 'Say below whom you told' } : {}),
        }))}
      />
      <Textarea
        {...context.form}
        name="words"
        label="Address or name of the place; or whom you told that there is none"
        labelSize="s"
        rows={2}
      />
    </PersonForm>
  ),
})
