import { z } from 'zod'
import { type InterventionKind, interventionWords } from '../../casework/index.ts'
import { PersonForm, personName } from '../../people/index.ts'
import {
  choiceField,
  dayValues,
  formOf,
  optionalChoiceField,
  optionalDayField,
} from '../../platform/http/fields.ts'
import { defineForm } from '../../platform/http/index.ts'
import { ok, refused } from '../../platform/result.ts'
import type { FormState } from '../../platform/ui/index.ts'
import { DateInput, dayWords, type Html, Radios } from '../../platform/ui/index.ts'
import { takesPart } from '../acting.ts'
import { recordTreatmentStart } from '../actions/recordTreatmentStart.ts'
import { receiverView } from '../queries/receiverView.ts'

const kinds = [
  'opioid_substitution',
  'other_prescribing',
  'psychosocial',
  'group_programme',
  'detoxification',
  'residential',
  'recovery_support',
] as const satisfies readonly InterventionKind[]

const Started = (form: FormState): Html => (
  <>
    <Radios
      {...form}
      name="kind"
      label="What started?"
      items={kinds.map((value) => ({ value, text: interventionWords[value] }))}
    />
    <DateInput {...form} name="day" label="On which day?" />
  </>
)

/** Has treatment started? Asked of the service that accepted, never taken from a kept appointment. */
export const treatmentStarted = defineForm({
  path: '/handovers/:handoverId/treatment',
  may: takesPart,
  input: z.object({ handoverId: z.uuid() }),
  body: formOf({
    started: choiceField(['yes', 'no'], 'Say whether treatment has started'),
    kind: optionalChoiceField(kinds),
    day: optionalDayField(),
  }),
  load: (tx, { handoverId }, { actor }) => receiverView(tx, handoverId, actor),
  audit: { action: 'view_treatment_started', people: ({ person }) => [person.id] },
  does: 'record_treatment_start',
  initial: ({ appointments: [newest] }) => (newest === undefined ? {} : dayValues('day', newest.day)),
  act: async (tx, { input: { handoverId }, body, request }) => {
    const view = await receiverView(tx, handoverId, request.actor)
    if (!view.ok) return view
    const { by, person, offers } = view.value
    const about = { to: `/handovers/${handoverId}`, people: [person.id], subject: handoverId }
    if (body.started === 'no')
      return ok({ ...about, said: 'Not in treatment yet. What is owed goes on: see or ring them again.' })
    if (body.kind === null) return refused('invalid', 'Choose what started', 'kind')
    if (body.day === null) return refused('invalid', 'Enter the day it started', 'day')
    const done = await recordTreatmentStart(tx, { handoverId, by, kind: body.kind, day: body.day })
    if (!done.ok) return done
    const when = dayWords(body.day, tx.today)
    return ok({
      ...about,
      said: `${personName(person)} is in treatment with ${offers[0]?.toName ?? 'you'} from ${when}. Nobody needs to ring after release any more.`,
    })
  },
  show: ({ person, handover }, context) => (
    <PersonForm
      person={person}
      context={context}
      title={`Has treatment started for ${personName(person)}?`}
      button="Save"
      back={{ href: `/handovers/${handover.id}`, text: 'Back to the hand-over' }}
    >
      <Radios
        {...context.form}
        name="started"
        label="Has structured treatment started?"
        hint="Coming to the appointment is not a start by itself"
        items={[
          { value: 'yes', text: 'Yes', conditional: <Started {...context.form} /> },
          { value: 'no', text: 'Not yet' },
        ]}
      />
    </PersonForm>
  ),
})
