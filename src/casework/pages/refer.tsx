import { ofPerson, PersonForm, personName } from '../../people/index.ts'
import { choiceField, dayField, dayValues, defineForm, formOf } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import { DateInput, dateWords, InsetText, Radios } from '../../platform/ui/index.ts'
import { referPerson } from '../actions/referPerson.ts'
import { choicesOf, optionalChoice, referralSources } from '../fields.ts'
import { sourceWords, substanceWords } from '../model.ts'
import { personInService } from '../person-in-service.ts'
import { openEpisode } from '../queries/openEpisode.ts'
import { returnTo } from '../return-to.ts'
import { recoveryTeam } from '../roles.ts'

const body = formOf({
  source: choiceField(referralSources, 'Say who referred them'),
  day: dayField('Enter the day of the referral'),
  substances: optionalChoice(['opiate', 'non_opiate', 'non_opiate_and_alcohol', 'alcohol']),
})

/** Refers somebody, from any source and also themselves: opens an episode with the actor's service. */
export const refer = defineForm({
  path: '/people/:personId/refer',
  may: recoveryTeam,
  input: ofPerson,
  body,
  load: async (tx, { personId }, { actor, today }) => {
    const about = await personInService(tx, personId, actor)
    if (!about.ok) return about
    return ok({ ...about.value, today, open: await openEpisode(tx, personId, [about.value.service.id]) })
  },
  audit: { action: 'view_refer', people: ({ person }) => [person.id] },
  does: 'refer_person',
  initial: ({ today }) => dayValues('day', today),
  act: async (tx, { input: { personId }, body: answers, request }) => {
    const about = await personInService(tx, personId, request.actor)
    if (!about.ok) return about
    const { person, service, by } = about.value
    const referred = await referPerson(tx, { personId, by, ...answers })
    if (!referred.ok) return referred
    return ok({
      to: returnTo(request, `/people/${personId}`),
      said: `${personName(person)} is referred to ${service.name}. A triage is owed.`,
      people: [personId],
      subject: referred.value,
    })
  },
  show: ({ person, service, open, today }, context) => (
    <PersonForm
      person={person}
      context={context}
      title={`Refer ${personName(person)} to ${service.name}`}
      button="Refer"
    >
      {open !== undefined && (
        <InsetText>
          {personName(person)} has an open episode here since {dateWords(open.referral_date, today)}. A second
          one cannot be opened beside it.
        </InsetText>
      )}
      <Radios {...context.form} name="source" label="Who asked for this?" items={choicesOf(sourceWords)} />
      <DateInput {...context.form} name="day" label="When?" />
      <Radios
        {...context.form}
        name="substances"
        label="What is it about, as far as is known?"
        items={[
          ...choicesOf(substanceWords),
          { divider: 'or' },
          { value: 'not_known', text: 'Not known yet' },
        ]}
      />
    </PersonForm>
  ),
})
