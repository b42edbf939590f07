import type { Case } from '../../case.ts'
import { attempt, both, communityStart, either, first } from '../../meetings.ts'
import type { Span } from '../../settings.ts'
import { type Meeting, standard } from '../../standard.ts'
import { sources } from '../sources.ts'

const days = (name: string, standard: number): Span => ({ name, standard, unit: 'days' })
const followUp = { role: 'community_worker', service: 'follow-up' } as const

/** The call of day 1, 3, 7 or 14: that day, by phone where the service is closed (see `isOutOfHours`). */
const dayCounter = (day: number) =>
  standard<'release'>({
    id: `after_release_day_${day}`,
    title: 'Ring',
    words: `Seen or rung on day ${day} after release`,
    because: `Released, treatment not yet started; {opened} is day ${day}`,
    opens: { rule: 'days after', days: day },
    due: { rule: 'same day' },
    lapses: true,
    dueBeforeLive: 'over',
    countsFrom: 'opening',
    metBy: either(attempt, communityStart),
    owner: followUp,
    recordClass: 'handover',
    source: sources.guidance,
    sureness: 'confirmed',
  })

export const dayCounters = [1, 3, 7, 14].map(dayCounter)

export const continuity = standard<'release'>({
  id: 'continuity',
  title: 'Start treatment',
  words: 'In community treatment within 21 days of release',
  because: 'Released {opened}; day 21 is {due}',
  due: { rule: 'after', span: days('Days from release to treatment', 21) },
  metBy: communityStart,
  dueBeforeLive: 'over',
  owner: followUp,
  recordClass: 'handover',
  source: sources.continuity,
  sureness: 'confirmed',
})

const lastFollowUpDay = days('Last day of follow-up', 84)

export const stillNotInTreatment = standard<'release'>({
  id: 'still_not_in_treatment',
  title: 'Ring',
  words: 'Still not in treatment after 21 days: tried again every week',
  because: 'More than 21 days out and not in treatment; due {due}',
  repeats: {
    from: days('Days from release to treatment', 21),
    every: days('Days between attempts after day 21', 7),
    until: lastFollowUpDay,
  },
  due: { rule: 'same day' },
  metBy: attempt,
  countsFrom: 'opening',
  dueBeforeLive: 'over',
  owner: followUp,
  recordClass: 'handover',
  source: sources.ours,
  sureness: 'not confirmed',
})

export const followUpClosed = standard<'release'>({
  id: 'follow_up_closed',
  title: 'Close follow-up',
  words: 'A team leader closes the follow-up with a reason',
  because: 'Followed to {opened} without a start of treatment',
  opens: { rule: 'days after span', span: lastFollowUpDay },
  due: { rule: 'after', span: days('Days to close a follow-up', 7) },
  metBy: first('follow_up_closed'),
  countsFrom: 'opening',
  owner: { role: 'team_leader', service: 'follow-up' },
  recordClass: 'handover',
  source: sources.ours,
  sureness: 'not confirmed',
})

const agreed = (c: Case, until: number): boolean =>
  c.facts.of('triage').findLast((triage) => triage.day <= until)?.agreesToPassOn === true

/** With no agreement to pass anything on, no name leaves: telling them how to come is all there is to do. */
const attemptAndShortHandover: Meeting<'release'> = (c, occasion, since, until, context) =>
  agreed(c, occasion.day)
    ? both(attempt, either(first('handover_opened'), first('handover_sent')))(
        c,
        occasion,
        since,
        until,
        context,
      )
    : attempt(c, occasion, since, until, context)

export const callSheet = standard<'release'>({
  id: 'call_sheet',
  title: 'Call sheet',
  words: 'Left without a hand-over: tried, and a short hand-over sent, by the next day',
  because: 'Released {opened} without a hand-over',
  when: ({ about }) => !about.handedOver,
  due: { rule: 'after', span: days('Days to ring after an unplanned release', 1) },
  metBy: attemptAndShortHandover,
  dueBeforeLive: 'over',
  owner: { role: 'coordinator', service: 'custody team' },
  recordClass: 'handover',
  source: sources.unplanned,
  sureness: 'confirmed',
})
