import { z } from 'zod'
import { PersonForm, personName } from '../../people/index.ts'
import { choiceField, dayField, dayValues, defineForm, formOf } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import { DateInput, dayWords, Radios } from '../../platform/ui/index.ts'
import { endIntervention } from '../actions/endIntervention.ts'
import { exitWords } from '../discharge.ts'
import { interventionWords } from '../model.ts'
import { personInService, servicesOf } from '../person-in-service.ts'
import { interventionOf } from '../queries/interventionOf.ts'
import { returnTo } from '../return-to.ts'
import { recoveryTeam } from '../roles.ts'

const exits = ['planned', 'unplanned', 'withdrawn', 'transferred'] as const

const wordsOf = (kind: string): string =>
  Object.entries(interventionWords).find(([known]) => known === kind)?.[1] ?? 'Treatment'

/** Ends one intervention; the episode stays open until it is ended with a reason. */
export const endTreatment = defineForm({
  path: '/people/:personId/interventions/:interventionId/end',
  may: recoveryTeam,
  input: z.object({ personId: z.uuid(), interventionId: z.uuid() }),
  body: formOf({
    day: dayField('Enter the day it ended'),
    exit: choiceField(exits, 'Say how it ended'),
  }),
  load: async (tx, { personId, interventionId }, { actor, today }) => {
    const about = await personInService(tx, personId, actor)
    if (!about.ok) return about
    const found = await interventionOf(tx, personId, servicesOf(actor), interventionId)
    return found.ok ? ok({ ...about.value, today, intervention: found.value }) : found
  },
  audit: { action: 'view_end_treatment', people: ({ person }) => [person.id] },
  does: 'end_treatment',
  initial: ({ today, intervention }) => dayValues('day', intervention.ended_on ?? today),
  act: async (tx, { input: { personId, interventionId }, body: { day, exit }, request }) => {
    const about = await personInService(tx, personId, request.actor)
    if (!about.ok) return about
    const { person } = about.value
    const found = await interventionOf(tx, personId, servicesOf(request.actor), interventionId)
    if (!found.ok) return found
    const by = { serviceId: found.value.service_id, staffId: request.actor.staffId }
    const ended = await endIntervention(tx, { personId, interventionId, by, day, exit })
    if (!ended.ok) return ended
    return ok({
      to: returnTo(request, `/people/${personId}`),
      said: `The end is recorded for ${personName(person)}. Where nothing else goes on, the episode is to be ended with a reason.`,
      people: [personId],
      subject: interventionId,
    })
  },
  show: ({ person, intervention, today }, context) => (
    <PersonForm
      person={person}
      context={context}
      title={`End ${wordsOf(intervention.kind).toLowerCase()} for ${personName(person)}`}
      button="Record the end"
    >
      <p class="govuk-body">It started {dayWords(intervention.started_on, today)}.</p>
      <DateInput {...context.form} name="day" label="On which day did it end?" />
      <Radios
        {...context.form}
        name="exit"
        label="How did it end?"
        small
        items={exits.map((value) => ({ value, text: exitWords[value] }))}
      />
    </PersonForm>
  ),
})
