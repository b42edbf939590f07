import type { Case } from '../../case.ts'
import type { FactOf } from '../../facts.ts'
import { either, first, next } from '../../meetings.ts'
import type { Span } from '../../settings.ts'
import { standard } from '../../standard.ts'
import { sources } from '../sources.ts'

const days = (name: string, standard: number): Span => ({ name, standard, unit: 'days' })

export const handoverOpened = standard<'need'>({
  id: 'handover_opened',
  title: 'Open hand-over',
  words: 'A hand-over is opened 12 weeks before release; with no date to go by, at triage',
  because: 'Leaves within 84 days, or may leave any day; since {opened}',
  when: ({ about }) => !about.handoverInHand,
  opens: {
    rule: 'before release',
    span: days('Days before release to open the hand-over', 84),
    withoutDate: 'when taken on',
  },
  due: { rule: 'after', span: days('Days to open the hand-over', 7) },
  metBy: either(first('handover_opened'), first('handover_sent')),
  owner: { role: 'coordinator', service: 'custody team' },
  recordClass: 'handover',
  source: sources.planning,
  sureness: 'not confirmed',
})

export const handoverAccepted = standard<'sending'>({
  id: 'handover_accepted',
  title: 'Accept or decline',
  words: 'The receiving service answers within 5 working days',
  because: 'Sent {opened}; they have until {due}',
  due: {
    rule: 'after',
    span: { name: 'Working days to accept a hand-over', standard: 5, unit: 'working days' },
  },
  metBy: (_c, { about: { answer } }, _since, until) =>
    answer?.kind === 'handover_accepted' && answer.day <= until ? answer : null,
  owner: { role: 'community_worker', service: 'receiving service' },
  recordClass: 'handover',
  source: sources.ours,
  sureness: 'not confirmed',
})

export const anotherService = standard<'loss'>({
  id: 'another_service',
  title: 'Choose another service',
  words: 'Another service is asked within 2 working days when one says no',
  because: 'Declined or closed {opened}, and nobody else has been asked',
  due: {
    rule: 'after',
    span: { name: 'Working days to ask another service', standard: 2, unit: 'working days' },
  },
  metBy: next,
  owner: { role: 'coordinator', service: 'custody team' },
  recordClass: 'handover',
  source: sources.ours,
  sureness: 'not confirmed',
})

/** The last day on which a first appointment is still in time (product.md: "at most day 21"). */
const lastUsefulDay = 21

/** A cancellation with a booking's id is of that one; else it is of every booking made before it. */
const standingBookings = (c: Case, handoverId: string): readonly FactOf<'appointment_booked'>[] => {
  const ofThis = (fact: { readonly handoverId: string }): boolean => fact.handoverId === handoverId
  const booked = c.facts.of('appointment_booked').filter(ofThis)
  const cancelled = c.facts.of('appointment_cancelled').filter(ofThis)
  const ids = new Set(booked.map(({ id }) => id))
  return booked.filter(
    (booking) =>
      !cancelled.some((fact) => (ids.has(fact.id) ? fact.id === booking.id : fact.at >= booking.at)),
  )
}

export const communityAppointment = standard<'handover'>({
  id: 'community_appointment',
  title: 'Book appointment',
  words: 'A first community appointment is booked 14 days before release, for day 21 at the latest',
  because: 'Hand-over open since {opened}, no appointment in time',
  when: ({ leaving }) => leaving !== null,
  due: { rule: 'before release', span: days('Days before release to book the appointment', 14) },
  metBy: (c, { about, leaving }, _since, until) =>
    standingBookings(c, about.id).find(
      ({ day, appointmentDay }) =>
        leaving !== null &&
        day <= until &&
        appointmentDay >= leaving.day &&
        appointmentDay <= leaving.day + lastUsefulDay,
    ) ?? null,
  owner: { role: 'coordinator', service: 'custody team' },
  recordClass: 'handover',
  source: sources.continuity,
  sureness: 'not confirmed',
})

export const firstNightAccommodation = standard<'handover'>({
  id: 'first_night_accommodation',
  title: 'First night',
  words: 'Where they sleep on the first night is known, or "none" is taken further',
  because: 'Hand-over open since {opened}',
  when: ({ leaving }) => leaving !== null,
  due: { rule: 'before release', span: days('Days before release to know the first night', 14) },
  metBy: first('accommodation_recorded'),
  owner: { role: 'coordinator', service: 'custody team' },
  recordClass: 'handover',
  source: sources.housing,
  sureness: 'not confirmed',
})

export const medicinesBridge = standard<'need'>({
  id: 'medicines_bridge',
  title: 'Bridge medicines',
  words: 'Last dose, next dose, prescriber and pharmacy are settled 3 days before release',
  because: 'On opioid substitution and leaving within 14 days',
  when: ({ about }) => about.onOpioidSubstitution,
  opens: {
    rule: 'before release',
    span: days('Days before release to begin the medicines bridge', 14),
    withoutDate: 'not',
  },
  due: { rule: 'before release', span: days('Days before release to settle the medicines bridge', 3) },
  metBy: first('medicines_bridge'),
  countsFrom: 'opening',
  owner: { role: 'clinical', service: 'custody team' },
  recordClass: 'clinical',
  source: sources.bridge,
  sureness: 'not confirmed',
})

export const overdoseAdvice = standard<'need'>({
  id: 'overdose_advice',
  title: 'Overdose advice',
  words: 'Advice on lost tolerance and overdose is given in the last week',
  because: 'Leaves within 7 days; the first two weeks out are the most dangerous',
  opens: {
    rule: 'before release',
    span: days('Days before release to give overdose advice', 7),
    withoutDate: 'not',
  },
  due: { rule: 'release day' },
  metBy: first('overdose_advice'),
  countsFrom: 'opening',
  owner: { role: 'recovery_worker', service: 'custody team' },
  recordClass: 'recovery',
  source: sources.firstWeeks,
  sureness: 'confirmed',
})
