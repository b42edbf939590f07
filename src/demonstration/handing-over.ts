import { isWorkingDay } from '../directory/index.ts'
import { contact } from './record.ts'
import { dayAt, momentAt, type Scene } from './scene.ts'
import type { StaffName } from './staff.ts'
import type { ServiceName } from './teams.ts'

/** How far a hand-over of the demonstration has come. */
export interface HandoverWords {
  readonly from: ServiceName
  readonly by: StaffName
  readonly opened: number
  readonly destination: string
  readonly kind?: 'release' | 'call_sheet'
  readonly offers: readonly OfferWords[]
  readonly closed?: number
}

interface OfferWords {
  readonly to: ServiceName
  readonly sent: number
  readonly seen?: number
  readonly by?: StaffName
  readonly answered?: number
  readonly answer?: 'accepted' | 'declined'
  readonly reason?: string
  readonly suggests?: ServiceName
}

const answerDays = 5

const answerDue = (scene: Scene, sent: number): Temporal.PlainDate => {
  let day = dayAt(scene, sent)
  for (let left = answerDays; left > 0; ) {
    day = day.add({ days: 1 })
    if (isWorkingDay(day, 'england')) left -= 1
  }
  return day
}

const stateOf = ({
  offers,
  closed,
}: HandoverWords): 'open' | 'sent' | 'seen' | 'accepted' | 'declined' | 'closed' => {
  const last = offers.at(-1)
  if (closed !== undefined) return 'closed'
  if (last === undefined) return 'open'
  return last.answer ?? (last.seen === undefined ? 'sent' : 'seen')
}

/** They agreed at triage, and the register has it for this service from the day it was sent. */
const agreed = (scene: Scene, given: HandoverWords, offer: OfferWords) => ({
  id: scene.ids.next(),
  person_id: scene.personId,
  recorded_under: scene.personId,
  service_id: scene.world.services[given.from],
  purpose: 'treatment',
  to_service_id: scene.world.services[offer.to],
  basis: 'consent',
  state: 'given',
  parts: ['recovery'],
  how: 'at_triage',
  explained: ['plain_words'],
  words: 'Agreed at triage',
  day: dayAt(scene, offer.sent),
  recorded_by: scene.world.staff[given.by],
  recorded_at: momentAt(scene, offer.sent, '14:10'),
})

/** Tells a hand-over, offer by offer; answers with its id. */
export const handOver = (scene: Scene, given: HandoverWords): string => {
  const { ids, personId, rows, world } = scene
  const about = { person_id: personId, recorded_under: personId }
  const id = ids.next()
  rows.handover.push({
    id,
    ...about,
    service_id: world.services[given.from],
    kind: given.kind ?? 'release',
    opened_on: dayAt(scene, given.opened),
    destination: given.destination,
    state: stateOf(given),
    closed_on: given.closed === undefined ? null : dayAt(scene, given.closed),
    closed_why: given.closed === undefined ? null : 'Treatment started in the community',
    recorded_by: world.staff[given.by],
    recorded_at: momentAt(scene, given.opened, '11:20'),
  })
  for (const offer of given.offers) {
    rows.sharing_basis.push(agreed(scene, given, offer))
    const answeredBy = offer.by === undefined ? null : world.staff[offer.by]
    rows.handover_offer.push({
      id: ids.next(),
      handover_id: id,
      ...about,
      service_id: world.services[given.from],
      to_service_id: world.services[offer.to],
      basis: 'consent',
      parts: ['contact_details', 'recovery'],
      ask: 'Please offer an appointment in the first three days. They would like to be met at the gate.',
      sent_at: momentAt(scene, offer.sent, '14:10'),
      sent_by: world.staff[given.by],
      answer_due: answerDue(scene, offer.sent),
      seen_at: offer.seen === undefined ? null : momentAt(scene, offer.seen, '09:12'),
      seen_by: offer.seen === undefined ? null : answeredBy,
      answer: offer.answer ?? null,
      answered_at: offer.answered === undefined ? null : momentAt(scene, offer.answered, '10:45'),
      answered_by: offer.answered === undefined ? null : answeredBy,
      decline_reason: offer.reason ?? null,
      suggested_service_id: offer.suggests === undefined ? null : world.services[offer.suggests],
    })
  }
  return id
}

/** The first appointment of a hand-over. */
export const appointment = (
  scene: Scene,
  handover: string,
  given: {
    readonly service: ServiceName
    readonly staff: StaffName | undefined
    readonly offset: number
    readonly outcome: 'planned' | 'kept' | 'no_answer' | 'refused'
    readonly booked: number
  },
): string =>
  contact(scene, {
    service: given.service,
    ...(given.staff === undefined ? {} : { staff: given.staff }),
    offset: given.offset,
    time: '11:00',
    outcome: given.outcome,
    purpose: 'appointment',
    place: 'At the service, first floor. Ask for the recovery team',
    handover,
    recorded: given.booked,
  })
