import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { arrive } from '../../test/support/arrivals.ts'
import { mondayMorning, withHouse } from '../../test/support/house.ts'
import { buildTown, type Town } from '../../test/support/town.ts'
import type { ActingAs, ReadTx, WriteTx } from '../platform/database/transaction.ts'
import type { Result } from '../platform/result.ts'
import {
  answerHandover,
  bookAppointment,
  markSeen,
  openHandover,
  recordAppointmentOutcome,
  recordFollowUp,
  recordTreatmentStart,
  type Sending,
  sendHandover,
  withdrawHandover,
} from './index.ts'
import { moves, takeOn } from './testing.ts'

const opened = withHouse()
let town: Town

beforeAll(async () => {
  town = await buildTown(opened().house)
})
beforeEach(() => opened().clock.set(mondayMorning))

const as = (name: string): ActingAs => {
  const { id, role } = town.staff[name] ?? { id: '', role: '' }
  return { staffId: id, role }
}
const by = (name: string, service: keyof Town['services']) => ({
  serviceId: town.services[service],
  staffId: as(name).staffId,
})
const write = <Value>(name: string, work: (tx: WriteTx) => Promise<Result<Value>>) =>
  opened().house.database.write(as(name), work)
const read = <Value>(name: string, work: (tx: ReadTx) => Promise<Value>) =>
  opened().house.database.read(as(name), work)
const value = <Value>(result: Result<Value>): Value => {
  if (!result.ok) throw new Error(result.refusal.message)
  return result.value
}

let people = 0
const somebody = async (given: { agreesToPassOn?: boolean; release?: string } = {}): Promise<string> => {
  people += 1
  const personId = await arrive(opened().house, {
    givenName: 'Aaron',
    familyName: `Price${'abcdefghijklmnopqrstuvwxyz'[people]}`,
    confirmedRelease: given.release ?? '2026-11-26',
  })
  await takeOn(opened().house.database, {
    personId,
    serviceId: town.services.leeds,
    ...(given.agreesToPassOn === undefined ? {} : { agreesToPassOn: given.agreesToPassOn }),
  })
  return personId
}

const open = async (personId: string) =>
  value(
    await write('colin', (tx) =>
      openHandover(tx, {
        personId,
        by: by('colin', 'leeds'),
        kind: 'release',
        destination: 'Bradford',
        toServiceId: town.services.bradford,
      }),
    ),
  )

const sending = (handoverId: string, changed: Partial<Sending> = {}): Sending => ({
  handoverId,
  by: by('colin', 'leeds'),
  role: 'coordinator',
  toServiceId: town.services.bradford,
  parts: ['recovery'],
  basis: 'agreed_at_triage',
  basisReason: null,
  ask: 'Please carry on with his prescription.',
  ...changed,
})

const send = (handoverId: string, changed: Partial<Sending> = {}) =>
  write('colin', (tx) => sendHandover(tx, sending(handoverId, changed)))

const seesPerson = (name: string, personId: string) =>
  read(name, async (tx) => {
    const rows = await tx.db.selectFrom('person').select('id').where('id', '=', personId).execute()
    return rows.length === 1
  })

const owed = (name: string, personId: string) =>
  read(name, async (tx) => {
    const rows = await tx.db
      .selectFrom('obligation')
      .select(['standard', 'state'])
      .where('person_id', '=', personId)
      .where('state', '=', 'owed')
      .orderBy('standard')
      .execute()
    return rows.map(({ standard }) => standard)
  })

describe('from sent to treatment started', () => {
  it('the receiving service sees nothing before, and what was sent after', async () => {
    const personId = await somebody()
    const handoverId = await open(personId)
    expect(await seesPerson('amira', personId)).toBe(false)
    value(await send(handoverId))
    expect(await seesPerson('amira', personId)).toBe(true)
    expect(await seesPerson('wes', personId)).toBe(false)
    expect(await owed('amira', personId)).toContain('handover_accepted')
  })

  it('is seen once, accepted, kept, and started', async () => {
    const { house, clock } = opened()
    const personId = await somebody()
    const handoverId = await open(personId)
    const sent = value(await send(handoverId))
    expect(sent.answerDue.toString()).toBe('2026-11-25')
    const amira = by('amira', 'bradford')
    const seen = (staffId: string | null) =>
      write('amira', (tx) => markSeen(tx, { handoverId, services: [amira.serviceId], staffId }))
    value(await seen(amira.staffId))
    clock.set(mondayMorning.add({ hours: 1 }))
    value(await seen(null))
    const offers = await read('amira', (tx) =>
      tx.db
        .selectFrom('handover_offer')
        .select(['seen_at', 'seen_by'])
        .where('handover_id', '=', handoverId)
        .execute(),
    )
    expect(offers).toHaveLength(1)
    expect(offers[0]?.seen_at?.equals(mondayMorning)).toBe(true)
    expect(offers[0]?.seen_by).toBe(amira.staffId)

    const accept = () =>
      write('amira', (tx) =>
        answerHandover(tx, { handoverId, by: amira, answer: { answer: 'accepted', words: null } }),
      )
    value(await accept())
    const again = await accept()
    expect(again.ok ? '' : again.refusal.kind).toBe('conflict')

    const day = Temporal.PlainDate.from('2026-11-27')
    value(
      await write('colin', (tx) =>
        bookAppointment(tx, {
          handoverId,
          by: by('colin', 'leeds'),
          day,
          time: Temporal.PlainTime.from('11:00'),
          place: '12 Manor Row',
          reason: null,
        }),
      ),
    )
    expect(await owed('colin', personId)).not.toContain('community_appointment')

    clock.set(Temporal.Instant.from('2026-11-26T10:00:00Z'))
    await moves(house.database, personId, { type: 'release', at: clock.now(), establishment: 'LEI' })
    expect(await owed('amira', personId)).toContain('continuity')
    clock.set(Temporal.Instant.from('2026-11-27T12:00:00Z'))
    value(
      await write('amira', (tx) =>
        recordAppointmentOutcome(tx, {
          handoverId,
          by: amira,
          outcome: 'kept',
          words: null,
          version: 1,
        }),
      ),
    )
    expect(await owed('amira', personId)).toContain('continuity')
    value(
      await write('amira', (tx) =>
        recordTreatmentStart(tx, { handoverId, by: amira, kind: 'opioid_substitution', day }),
      ),
    )
    expect(await owed('amira', personId)).not.toContain('continuity')
  })
})

describe('on what basis', () => {
  it.each([
    ['no basis', { basis: 'none' } as const, 'nothing is sent'],
    ['an agreement that was not given', { basis: 'agreed_at_triage' } as const, 'did not agree at triage'],
    ['a public task without a reason', { basis: 'public_task' } as const, 'Give the reason'],
    [
      'clinical notes on a public task',
      { basis: 'public_task', basisReason: 'MAPPA', parts: ['clinical'] } as const,
      'do not go on a public task',
    ],
    [
      'clinical notes from one who is no clinician',
      { basis: 'direct_care', basisReason: 'On methadone', parts: ['clinical'] } as const,
      'from one clinician to another',
    ],
  ])('sends nothing with %s', async (_name, changed, words) => {
    const personId = await somebody({ agreesToPassOn: false })
    const handoverId = await open(personId)
    const refusal = await send(handoverId, changed)
    expect(refusal.ok ? '' : refusal.refusal.message).toContain(words)
    expect(await seesPerson('amira', personId)).toBe(false)
  })
})

describe('when it is not taken', () => {
  it('a declined one goes to another service, and the first sees nothing recorded since', async () => {
    const personId = await somebody()
    const handoverId = await open(personId)
    value(await send(handoverId))
    const second = await send(handoverId, { toServiceId: town.services.wakefield })
    expect(second.ok ? '' : second.refusal.message).toContain('has not answered yet')
    value(
      await write('amira', (tx) =>
        answerHandover(tx, {
          handoverId,
          by: by('amira', 'bradford'),
          answer: {
            answer: 'declined',
            reason: 'area',
            suggestedServiceId: town.services.wakefield,
            words: null,
          },
        }),
      ),
    )
    expect(await owed('colin', personId)).toContain('another_service')
    value(await send(handoverId, { toServiceId: town.services.wakefield }))
    expect(await owed('colin', personId)).not.toContain('another_service')
    expect(await seesPerson('wes', personId)).toBe(true)
    const offersSeen = (name: string) =>
      read(name, (tx) =>
        tx.db
          .selectFrom('handover_offer')
          .select('to_service_id')
          .where('handover_id', '=', handoverId)
          .execute(),
      )
    expect(await offersSeen('wes')).toEqual([{ to_service_id: town.services.wakefield }])
    expect(await offersSeen('amira')).toEqual([{ to_service_id: town.services.bradford }])
    expect(await offersSeen('colin')).toHaveLength(2)
  })

  it('a withdrawn one shows nothing that is recorded from the next day on', async () => {
    const { clock } = opened()
    const personId = await somebody()
    const handoverId = await open(personId)
    value(await send(handoverId))
    value(
      await write('colin', (tx) =>
        withdrawHandover(tx, { handoverId, by: by('colin', 'leeds'), words: 'He asked us to' }),
      ),
    )
    expect(await owed('amira', personId)).not.toContain('handover_accepted')
    clock.set(mondayMorning.add({ hours: 24 }))
    await takeOn(opened().house.database, { personId, serviceId: town.services.leeds })
    const factsSeen = (name: string) =>
      read(name, (tx) => tx.db.selectFrom('fact').select('id').where('person_id', '=', personId).execute())
    expect(await factsSeen('colin')).toHaveLength(2)
    expect(await factsSeen('amira')).toHaveLength(1)
    const late = await write('amira', (tx) =>
      answerHandover(tx, {
        handoverId,
        by: by('amira', 'bradford'),
        answer: { answer: 'accepted', words: null },
      }),
    )
    expect(late.ok).toBe(false)
  })
})

describe('after they left', () => {
  const attempt = (personId: string) =>
    write('colin', (tx) =>
      recordFollowUp(tx, {
        personId,
        by: by('colin', 'leeds'),
        purpose: 'call_sheet',
        mode: 'phone',
        outcome: 'no_answer',
        words: null,
      }),
    )

  it('the prison rings whoever left without a hand-over', async () => {
    const { house, clock } = opened()
    const personId = await somebody({ agreesToPassOn: false })
    await moves(house.database, personId, { type: 'release', at: clock.now(), establishment: 'LEI' })
    expect(await owed('colin', personId)).toContain('call_sheet')
    value(await attempt(personId))
    expect(await owed('colin', personId)).not.toContain('call_sheet')
  })

  it.each([
    ['who has died', { type: 'death' } as const, 'They have died'],
    ['whose reason nobody knows', { type: 'release', reasonKnown: false } as const, 'somebody has looked'],
  ])('nobody rings somebody %s', async (_name, moved, words) => {
    const { house, clock } = opened()
    const personId = await somebody()
    await moves(house.database, personId, { ...moved, at: clock.now(), establishment: 'LEI' })
    const refusal = await attempt(personId)
    expect(refusal.ok ? '' : refusal.refusal.message).toContain(words)
  })
})

describe('a transfer on the way', () => {
  it('lets the next prison go on with the hand-over that the first one opened', async () => {
    const { house, clock } = opened()
    const personId = await somebody({ release: '2027-02-01' })
    const handoverId = await open(personId)
    const minutes = (count: number) => clock.now().add({ minutes: count })
    await moves(house.database, personId, { type: 'transfer_out', at: minutes(-60), establishment: 'LEI' })
    await moves(house.database, personId, { type: 'transfer_in', at: minutes(-5), establishment: 'ISI' })
    clock.set(mondayMorning.add({ hours: 24 }))
    value(
      await write('isla', (tx) =>
        sendHandover(tx, sending(handoverId, { by: by('isla', 'isis'), role: 'recovery_worker' })),
      ),
    )
    expect(await seesPerson('amira', personId)).toBe(true)
  })
})
