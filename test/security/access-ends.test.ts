import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ActingAs } from '../../src/platform/database/transaction.ts'
import { systemIds } from '../../src/platform/ids.ts'
import { ok } from '../../src/platform/result.ts'
import { mondayMorning, withHouse } from '../support/house.ts'
import { buildTown, type ServiceName, type Town } from '../support/town.ts'
import { episode, handover, movement, note, offer, person, wholeRecord } from './record.ts'
import { insertRow, record, seenBy } from './rows.ts'

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
const wait = (given: Temporal.DurationLike) =>
  opened().clock.set(mondayMorning.toZonedDateTimeISO('Europe/London').add(given).toInstant())

const heldAtLeeds = async (): Promise<string> => {
  const id = systemIds.next()
  await record(opened().house, [id], (tx) => [
    ...person(tx, id, 'Ended'),
    movement(tx, id, 'admission', 'LEI', '2026-11-20'),
    ...wholeRecord(tx, id, town),
  ])
  return id
}

const noteNow = (id: string, service: ServiceName = 'leeds') =>
  record(opened().house, [id], (tx) => [note(tx, id, town.services[service], 'recovery')])

const notes = (who: string, id: string): Promise<number> =>
  opened().house.database.read(as(who), async ({ db }) => {
    const found = await db
      .selectFrom('note')
      .select('id')
      .where('person_id', '=', id)
      .where('class', '=', 'recovery')
      .execute()
    return found.length
  })

const sees = (who: string, id: string) => seenBy(opened().house, as(who), id)

const sendToBradford = async (id: string, parts: readonly string[] = ['recovery']) => {
  let ids = { handoverId: '', offerId: '' }
  await record(opened().house, [id], (tx) => {
    const begun = handover(tx, id, town.services.leeds)
    const sent = offer(tx, id, town.services.leeds, {
      handoverId: begun[1].id,
      to: town.services.bradford,
      parts,
    })
    ids = { handoverId: String(begun[1].id), offerId: String(sent[1].id) }
    return [begun, sent]
  })
  return ids
}

const change = async (id: string, table: string, row: string, values: Readonly<Record<string, unknown>>) => {
  const done = await opened().house.database.intake(async (tx) => {
    const locked = await tx.lock(id)
    if (!locked.ok) return locked
    const sets = sql.join(Object.entries(values).map(([name, value]) => sql`${sql.ref(name)} = ${value}`))
    await sql`update ${sql.table(table)} set ${sets} where id = ${row}`.execute(tx.db)
    return ok(undefined)
  })
  expect(done.ok).toBe(true)
}

const answer = (id: string, offerId: string, said: string) =>
  change(id, 'handover_offer', offerId, { answer: said, answered_at: opened().clock.now().toString() })

const ofToday = ['whereabouts', 'treatment_need', 'location', 'obligation']
const isOfToday = (label: string): boolean => ofToday.some((kind) => label.startsWith(kind))

describe.each(['declined', 'withdrawn'])('a hand-over that was %s', (said) => {
  it('leaves what was recorded up to that moment, for 28 days, and nothing newer', async () => {
    const id = await heldAtLeeds()
    const { offerId } = await sendToBradford(id)
    expect(await notes('amira', id)).toBe(1)
    wait({ hours: 1 })
    await noteNow(id)
    await answer(id, offerId, said)
    wait({ hours: 2 })
    await noteNow(id)
    expect(await notes('amira', id)).toBe(2)
    expect(await notes('rosa', id)).toBe(3)
    wait({ days: 1 })
    const left = await sees('amira', id)
    expect(left).toContain('contact_details')
    expect(left.filter(isOfToday)).toEqual([])
    wait({ days: 28 })
    expect(await notes('amira', id)).toBe(2)
    wait({ days: 29 })
    expect(await sees('amira', id)).toEqual([])
  })
})

describe('a hand-over that was accepted', () => {
  const accepted = async () => {
    const id = await heldAtLeeds()
    const ids = await sendToBradford(id, [])
    await answer(id, ids.offerId, 'accepted')
    await record(opened().house, [id], (tx) => episode(tx, id, town.services.bradford, 'community').rows)
    return { id, ...ids }
  }
  const close = (id: string, handoverId: string) =>
    change(id, 'handover', handoverId, { state: 'closed', closed_on: '2026-11-23', closed_why: 'kept' })

  it('is shared while the receiving service’s episode lasts, also when it is closed', async () => {
    const { id, handoverId } = await accepted()
    await close(id, handoverId)
    wait({ days: 60 })
    const seen = await sees('amira', id)
    expect(seen).toContain('contact_details')
    expect(seen).toContain('episode')
    expect(seen).not.toContain('note recovery')
  })

  it('ends with that episode', async () => {
    const { id, handoverId } = await accepted()
    await close(id, handoverId)
    const own = await opened().house.database.read(as('amira'), ({ db }) =>
      db.selectFrom('episode').select('id').where('person_id', '=', id).executeTakeFirstOrThrow(),
    )
    await change(id, 'episode', own.id, { end_date: '2026-11-24', end_reason: 'dropped_out' })
    wait({ days: 29 })
    expect(await sees('amira', id)).toContain('contact_details')
    wait({ days: 30 })
    expect(await sees('amira', id)).toEqual([])
  })

  it('shares no more once the agreement is taken back, and leaves the service its own', async () => {
    const { id, offerId } = await accepted()
    await noteNow(id, 'bradford')
    wait({ hours: 1 })
    await answer(id, offerId, 'withdrawn')
    wait({ days: 29 })
    const seen = await sees('amira', id)
    expect(seen).toContain('note recovery')
    expect(seen).toContain('safety_flag')
    expect(seen).not.toContain('contact_details')
    expect(seen).not.toContain('handover')
  })
})

describe('a community service with an episode and no hand-over', () => {
  it('sees who, where, what keeps them safe, and what it wrote itself', async () => {
    const id = await heldAtLeeds()
    await record(opened().house, [id], (tx) => episode(tx, id, town.services.bradford, 'community').rows)
    await noteNow(id, 'bradford')
    await sendToWakefield(id)
    expect(await notes('amira', id)).toBe(1)
    const seen = await sees('amira', id)
    expect(seen).toEqual(
      expect.arrayContaining(['person', 'whereabouts', 'safety_flag', 'episode', 'note recovery']),
    )
    for (const hidden of [
      'contact_details',
      'intervention',
      'handover',
      'handover_offer',
      'fact arrival_screen',
      'contact handover',
    ])
      expect(seen, hidden).not.toContain(hidden)
  })

  const sendToWakefield = (id: string) =>
    record(opened().house, [id], (tx) => {
      const begun = handover(tx, id, town.services.leeds)
      return [
        begun,
        offer(tx, id, town.services.leeds, {
          handoverId: begun[1].id,
          to: town.services.wakefield,
          parts: [],
        }),
      ]
    })
})

describe('a prison that they were transferred from', () => {
  const transferred = async () => {
    const id = systemIds.next()
    await record(opened().house, [id], (tx) => [
      ...person(tx, id, 'Moved'),
      movement(tx, id, 'admission', 'LEI', '2026-11-10'),
      note(tx, id, town.services.leeds, 'recovery'),
    ])
    await record(opened().house, [id], (tx) => [
      movement(tx, id, 'transfer_out', 'LEI', '2026-11-24'),
      movement(tx, id, 'transfer_in', 'ISI', '2026-11-24'),
    ])
    return id
  }

  it('reads what was recorded up to the end of that day for 28 days, and not where they are now', async () => {
    const id = await transferred()
    wait({ days: 2 })
    await noteNow(id, 'isis')
    expect(await notes('rosa', id)).toBe(1)
    expect(await notes('isla', id)).toBe(2)
    expect((await sees('rosa', id)).filter(isOfToday)).toEqual([])
    expect(await sees('isla', id)).toContain('whereabouts')
    wait({ days: 29 })
    expect(await notes('rosa', id)).toBe(1)
    wait({ days: 30 })
    expect(await sees('rosa', id)).toEqual([])
  })

  it('still sees its own movement when it is told of late', async () => {
    const id = await transferred()
    const types = (who: string) =>
      opened().house.database.read(as(who), async ({ db }) =>
        (await db.selectFrom('movement').select('type').where('person_id', '=', id).execute())
          .map(({ type }) => type)
          .sort(),
      )
    wait({ days: 3 })
    await record(opened().house, [id], (tx) => [movement(tx, id, 'to_court', 'LEI', '2026-11-20')])
    expect(await types('rosa')).toContain('to_court')
  })
})

describe('a summer’s last day', () => {
  it('ends at midnight in London, not an hour later', async () => {
    const rows = await opened().house.database.read(as('rosa'), ({ db }) =>
      sql<{ at: Temporal.Instant }>`select read_up_to('2026-07-01'::date, null) as at`.execute(db),
    )
    expect(rows.rows[0]?.at.toString()).toBe('2026-07-01T22:59:59.999999Z')
  })
})

describe('restricted and locked', () => {
  it('a restricted person is seen by named staff only', async () => {
    const id = await heldAtLeeds()
    await opened().house.database.intake(async (tx) => {
      await insertRow(tx, 'restriction', {
        person_id: id,
        ring_number: '0113',
        reason: 'Known to staff',
        restricted_at: tx.now.toString(),
      })
      await insertRow(tx, 'restricted_access', {
        person_id: id,
        staff_id: as('tessa').staffId,
        granted_at: tx.now.toString(),
      })
      return ok(undefined)
    })
    expect(await sees('tessa', id)).toContain('note recovery')
    for (const who of ['rosa', 'colin', 'nadia']) expect(await sees(who, id), who).toEqual([])
  })

  it('locked-out staff see nothing of one record, and their colleagues all', async () => {
    const id = await heldAtLeeds()
    await opened().house.database.intake(async (tx) => {
      await insertRow(tx, 'lock_out', {
        person_id: id,
        staff_id: as('rosa').staffId,
        reason: 'A cousin',
        locked_at: tx.now.toString(),
      })
      return ok(undefined)
    })
    expect(await sees('rosa', id)).toEqual([])
    expect(await sees('colin', id)).toContain('note recovery')
  })

  it('nobody sees whom they are named for only from a later day', async () => {
    const id = await heldAtLeeds()
    await record(opened().house, [id], (tx) => [
      [
        'allocation',
        {
          id: tx.ids.next(),
          person_id: id,
          recorded_under: id,
          service_id: town.services.leedsWing,
          staff_id: as('kev').staffId,
          as_role: 'key_worker',
          from_day: '2026-11-25',
          recorded_at: tx.now.toString(),
        },
      ],
    ])
    expect(await sees('kev', id)).toEqual([])
    wait({ days: 2 })
    expect(await sees('kev', id)).toContain('person')
  })
})
