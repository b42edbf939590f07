import { z } from 'zod'
import { personName } from '../../people/index.ts'
import {
  choiceField,
  dayField,
  dayValues,
  defineForm,
  formOf,
  optionalTextField,
} from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import { DateInput, dayWords, Radios, Textarea, WarningText } from '../../platform/ui/index.ts'
import { endEpisode } from '../actions/endEpisode.ts'
import { endReasonWords } from '../model.ts'
import { personInService, servicesOf } from '../person-in-service.ts'
import { episodeOf } from '../queries/episodeOf.ts'
import { returnTo } from '../return-to.ts'
import { PersonForm, recoveryTeam } from './person-form.tsx'

const reasons = [
  'completed_drug_free',
  'completed_alcohol_free',
  'completed_occasional_user',
  'transferred_not_in_custody',
  'transferred_in_custody',
  'dropped_out',
  'declined',
  'withdrawn_by_provider',
  'retained_in_custody',
  'died',
] as const

const body = formOf({
  reason: choiceField(reasons, 'Choose why it ended'),
  day: dayField('Enter the day it ended'),
  next: optionalTextField(1000),
})

const labels = { reason: 'Why did it end?', next: 'What next?' }

const goingWords = (count: number): string =>
  count === 1 ? 'The treatment that goes on ends with it' : `${count} treatments that go on end with it`

/** Ends an episode with a reason and what is to happen next. */
export const endEpisodeForm = defineForm({
  path: '/people/:personId/episodes/:episodeId/end',
  may: recoveryTeam,
  input: z.object({ personId: z.uuid(), episodeId: z.uuid() }),
  body,
  load: async (tx, { personId, episodeId }, { actor, today }) => {
    const about = await personInService(tx, personId, actor)
    if (!about.ok) return about
    const episode = await episodeOf(tx, personId, servicesOf(actor), episodeId)
    return episode.ok ? ok({ ...about.value, today, episode: episode.value }) : episode
  },
  audit: { action: 'view_end_episode', people: ({ person }) => [person.id] },
  does: 'end_episode',
  initial: ({ today, episode }) => ({
    ...dayValues('day', episode.end_date ?? today),
    reason: episode.end_reason ?? '',
  }),
  versioned: ({ person, episode }) => ({
    version: episode.version,
    what: `The episode of ${personName(person)}`,
    labels: { ...labels, 'day-day': 'Day it ended', 'day-month': 'Month', 'day-year': 'Year' },
  }),
  act: async (tx, { input: { personId, episodeId }, body: answers, version, request }) => {
    const about = await personInService(tx, personId, request.actor)
    if (!about.ok) return about
    const { person } = about.value
    const episode = await episodeOf(tx, personId, servicesOf(request.actor), episodeId)
    if (!episode.ok) return episode
    const by = { serviceId: episode.value.service_id, staffId: request.actor.staffId }
    const ended = await endEpisode(tx, { personId, episodeId, by, version, ...answers })
    if (!ended.ok) return ended
    return ok({
      to: returnTo(request, `/people/${personId}`),
      said: `The episode of ${personName(person)} has ended: ${endReasonWords[answers.reason].toLowerCase()}.`,
      people: [personId],
      subject: episodeId,
    })
  },
  show: ({ person, episode, today }, context) => (
    <PersonForm
      person={person}
      context={context}
      title={`End the episode of ${personName(person)}`}
      button="End the episode"
      version={episode.version}
    >
      <p class="govuk-body">
        Referred {dayWords(episode.referral_date, today)}
        {episode.treatment_start === null
          ? ', treatment not started'
          : `, in treatment since ${dayWords(episode.treatment_start, today)}`}
        .
      </p>
      {episode.going > 0 && <WarningText>{goingWords(episode.going)}.</WarningText>}
      <Radios
        {...context.form}
        name="reason"
        label={labels.reason}
        items={reasons.map((value) => ({ value, text: endReasonWords[value] }))}
      />
      <DateInput {...context.form} name="day" label="On which day?" />
      <Textarea
        {...context.form}
        name="next"
        label={labels.next}
        hint="Who sees them now, and what they want to do. It is kept as a note"
        rows={3}
      />
    </PersonForm>
  ),
})
