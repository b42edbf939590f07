import { z } from 'zod'
import { PersonForm, personName } from '../../people/index.ts'
import { choicesField, formOf, optionalTextField } from '../../platform/http/fields.ts'
import { defineForm } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import { Checkboxes, Textarea } from '../../platform/ui/index.ts'
import { handsOver } from '../acting.ts'
import { prepareHandover } from '../actions/prepareHandover.ts'
import { reachOf, readersWords } from '../clinical-reach.ts'
import { alwaysGoes, chosenParts } from '../model.ts'
import { clinicalReaders } from '../queries/clinicalReaders.ts'
import { senderView } from '../queries/senderView.ts'
import { sharedParts } from '../queries/sharedParts.ts'
import { NamesOthers } from './names-others.tsx'
import { stepAddress, stepCaption } from './steps.tsx'
import { LeftOut, Shared } from './what-they-read.tsx'

const everything = [...alwaysGoes, ...chosenParts]

/** Step 2: what goes with it, readable as the other side will read it. */
export const whatGoes = defineForm({
  path: '/handovers/:handoverId/what-goes',
  may: handsOver,
  input: z.object({ handoverId: z.uuid() }),
  body: formOf({ parts: choicesField(chosenParts), ask: optionalTextField(2000) }),
  load: async (tx, { handoverId }, { actor }) => {
    const view = await senderView(tx, handoverId, actor)
    if (!view.ok) return view
    const readers = await clinicalReaders(tx, view.value.draft)
    const shared = await sharedParts(tx, view.value.person.id, everything, reachOf(readers))
    return ok({ ...view.value, readers, shared })
  },
  audit: { action: 'view_handover_parts', people: ({ person }) => [person.id] },
  does: 'prepare_handover_parts',
  initial: ({ draft }) => ({ parts: [...(draft.parts ?? ['recovery'])], ask: draft.ask ?? '' }),
  versioned: ({ person, draft }) => ({
    version: draft.version,
    what: `The hand-over of ${personName(person)}`,
    labels: { parts: 'What goes with it', ask: 'What you ask of them' },
    words: { parts: { recovery: 'Recovery records', clinical: 'Medicines and clinical notes' } },
  }),
  act: async (tx, { input: { handoverId }, body, version, request }) => {
    const view = await senderView(tx, handoverId, request.actor)
    if (!view.ok) return view
    const { by, person } = view.value
    const done = await prepareHandover(tx, { handoverId, by, version, prepared: body })
    if (!done.ok) return done
    return ok({
      to: stepAddress(handoverId, 'basis'),
      said: 'Kept. Nothing has been sent yet.',
      people: [person.id],
      subject: handoverId,
    })
  },
  show: ({ person, handover, draft, shared, readers }, context) => (
    <PersonForm
      person={person}
      context={context}
      title={`What goes with the hand-over of ${personName(person)}?`}
      caption={stepCaption('what-goes')}
      button="Save and go on"
      version={draft.version}
      back={{ href: stepAddress(handover.id, 'to-whom'), text: 'Back to whom' }}
    >
      <p class="govuk-body">
        Who they are, how to reach them, safety flags and the plan for release always go: nobody can help
        without them.
      </p>
      <Checkboxes
        {...context.form}
        name="parts"
        label="What else goes?"
        items={[
          { value: 'recovery', text: 'Recovery records', hint: 'Screens, triage, treatment and notes' },
          {
            value: 'clinical',
            text: 'Medicines and clinical notes',
            hint: 'Last dose, next dose, prescriber, pharmacy. Only clinical staff there read them',
          },
        ]}
      />
      <Textarea {...context.form} name="ask" label="What do you ask of them?" labelSize="s" rows={3} />
      <h2 class="govuk-heading-m">As they will read it</h2>
      <NamesOthers personId={person.id} parts={shared} />
      <Shared parts={shared} classes={everything} readers={readersWords(readers, context.actor.role)} />
      <LeftOut classes={everything} />
    </PersonForm>
  ),
})
