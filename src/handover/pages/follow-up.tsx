import { modeWords, outcomeWords, returnTo } from '../../casework/index.ts'
import { PersonForm, personName } from '../../people/index.ts'
import { choiceField, formOf, optionalTextField } from '../../platform/http/fields.ts'
import { defineForm } from '../../platform/http/index.ts'
import { ok, refused } from '../../platform/result.ts'
import { Radios, Textarea } from '../../platform/ui/index.ts'
import { takesPart } from '../acting.ts'
import { followUpModes, recordFollowUp } from '../actions/recordFollowUp.ts'
import { outcomes } from '../model.ts'
import { attemptsSince } from '../queries/attempts.ts'
import { safeToRing } from '../queries/safeToRing.ts'
import { faultOfRinging } from '../rules.ts'
import { aboutLeaving, ofPerson } from './about-leaving.ts'
import { PersonPage } from './person-page.tsx'
import { Attempts, DayCounter, SafeToRing } from './ringing.tsx'

/** A call or another attempt after release, with whom it is safe to ring. */
export const followUpPage = defineForm({
  path: '/people/:personId/follow-up',
  may: takesPart,
  input: ofPerson,
  body: formOf({
    outcome: choiceField(outcomes, 'Say what became of it'),
    mode: choiceField(followUpModes, 'Say how you tried'),
    words: optionalTextField(2000),
  }),
  load: async (tx, { personId }, request) => {
    const about = await aboutLeaving(tx, personId, request)
    if (!about.ok) return about
    const { leaving } = about.value
    if (leaving.release === null && !leaving.died)
      return refused('not_found', 'They have not left, so there is nobody to follow.')
    return ok({
      ...about.value,
      ring: await safeToRing(tx, personId),
      attempts: leaving.release === null ? [] : await attemptsSince(tx, personId, leaving.release),
    })
  },
  audit: { action: 'view_follow_up', people: ({ person }) => [person.id] },
  does: 'record_follow_up',
  initial: () => ({ mode: 'phone' }),
  act: async (tx, { input: { personId }, body, request }) => {
    const about = await aboutLeaving(tx, personId, request)
    if (!about.ok) return about
    const { person, by } = about.value
    const done = await recordFollowUp(tx, { personId, by, purpose: 'follow_up', ...body })
    if (!done.ok) return done
    return ok({
      to: returnTo(request, `/people/${personId}/follow-up`),
      said: `Recorded for ${personName(person)}: ${outcomeWords[body.outcome].toLowerCase()}.`,
      people: [personId],
    })
  },
  show: ({ person, leaving, ring, attempts }, context) => {
    const title = `Follow-up of ${personName(person)}`
    const back = { href: returnTo(context, `/people/${person.id}`), text: 'Back' }
    const rings = faultOfRinging({ ...leaving, safeToRing: ring.safeToRing }) === null
    const above = (
      <>
        {leaving.released && !leaving.died && leaving.release !== null && (
          <DayCounter released={leaving.release} today={context.today} attempts={attempts} rings={rings} />
        )}
        <SafeToRing leaving={leaving} ring={ring} />
      </>
    )
    const below = leaving.released && leaving.release !== null && (
      <Attempts attempts={attempts} released={leaving.release} today={context.today} />
    )
    if (!rings)
      return (
        <PersonPage person={person} context={context} title={title} back={back}>
          {above}
          {below}
        </PersonPage>
      )
    return (
      <PersonForm
        person={person}
        context={context}
        title={title}
        button="Record"
        back={back}
        above={above}
        beside={
          context.actor.role === 'team_leader' && (
            <a class="govuk-link" href={`/people/${person.id}/follow-up/close`}>
              Close the follow-up
            </a>
          )
        }
        below={below}
      >
        <Radios
          {...context.form}
          name="mode"
          label="How did you try?"
          inline
          items={followUpModes.map((value) => ({ value, text: modeWords[value] }))}
        />
        <Radios
          {...context.form}
          name="outcome"
          label="What became of it?"
          small
          items={outcomes
            .filter(
              (value) => value !== 'prison_did_not_unlock' && value !== 'released' && value !== 'transferred',
            )
            .map((value) => ({
              value,
              text: value === 'kept' ? 'Spoke with them or saw them' : outcomeWords[value],
            }))}
        />
        <Textarea
          {...context.form}
          name="words"
          label="What was said, and what next"
          labelSize="s"
          rows={3}
        />
      </PersonForm>
    )
  },
})
