import { ofPerson, PersonForm, personName } from '../../people/index.ts'
import { choiceField, dayField, dayValues, defineForm, formOf } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import { DateInput, dayWords, Radios } from '../../platform/ui/index.ts'
import { startIntervention } from '../actions/startIntervention.ts'
import { choicesOf, optionalChoice, referralSources } from '../fields.ts'
import { interventionWords, sourceWords } from '../model.ts'
import { personInService } from '../person-in-service.ts'
import { openEpisode } from '../queries/openEpisode.ts'
import { returnTo } from '../return-to.ts'
import { recoveryTeam } from '../roles.ts'

const body = formOf({
  kind: choiceField(
    [
      'opioid_substitution',
      'other_prescribing',
      'psychosocial',
      'group_programme',
      'detoxification',
      'residential',
      'recovery_support',
      'not_stated',
    ],
    'Choose what started',
  ),
  day: dayField('Enter the day it started'),
  source: optionalChoice(referralSources),
})

/** Asks whether and when treatment started: never taken from a kept appointment. */
export const startTreatment = defineForm({
  path: '/people/:personId/treatment/start',
  may: recoveryTeam,
  input: ofPerson,
  body,
  load: async (tx, { personId }, { actor, today }) => {
    const about = await personInService(tx, personId, actor)
    if (!about.ok) return about
    return ok({ ...about.value, today, open: await openEpisode(tx, personId, [about.value.service.id]) })
  },
  audit: { action: 'view_start_treatment', people: ({ person }) => [person.id] },
  does: 'start_treatment',
  initial: ({ today }) => dayValues('day', today),
  act: async (tx, { input: { personId }, body: answers, request }) => {
    const about = await personInService(tx, personId, request.actor)
    if (!about.ok) return about
    const { person, service, by } = about.value
    const started = await startIntervention(tx, { personId, by, ...answers })
    if (!started.ok) return started
    const when = dayWords(answers.day, tx.today)
    return ok({
      to: returnTo(request, `/people/${personId}`),
      said: started.value.first
        ? `${personName(person)} is in treatment with ${service.name} from ${when}.`
        : `${interventionWords[answers.kind]} recorded for ${personName(person)} from ${when}.`,
      people: [personId],
      subject: started.value.interventionId,
    })
  },
  show: ({ person, service, open }, context) => (
    <PersonForm
      person={person}
      context={context}
      title={`Start of treatment for ${personName(person)}`}
      button="Record the start"
    >
      <p class="govuk-body">
        A kept appointment is not a start. Record it on the day {service.name} began to treat{' '}
        {personName(person)}.
      </p>
      <Radios {...context.form} name="kind" label="What started?" items={choicesOf(interventionWords)} />
      <DateInput {...context.form} name="day" label="On which day?" />
      {open === undefined && (
        <Radios
          {...context.form}
          name="source"
          label="Who referred them?"
          hint={`They have no open episode with ${service.name}: one is opened that day`}
          items={choicesOf(sourceWords)}
        />
      )}
    </PersonForm>
  ),
})
