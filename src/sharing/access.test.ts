import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { withHouse } from '../../test/support/house.ts'
import { buildTown, type Town, townPassword } from '../../test/support/town.ts'
import { aPerson } from '../casework/testing.ts'
import { openHandover, type Sending, sendHandover } from '../handover/index.ts'
import { takeOn } from '../handover/testing.ts'
import type { ReadTx, WriteTx } from '../platform/database/transaction.ts'
import { ok, type Result } from '../platform/result.ts'
import { addStaff } from '../workforce/index.ts'
import { writeSummary } from './actions/writeSummary.ts'
import { endBasis, type NewBasis, recordBasis } from './index.ts'
import { register } from './queries/register.ts'
import { summaryOf } from './queries/summaryOf.ts'

const opened = withHouse()
let town: Town

beforeAll(async () => {
  const { house } = opened()
  town = await buildTown(house)
  const added = await house.database.intake((tx) =>
    addStaff(tx, {
      name: 'Cliff Example',
      signInName: 'cliff',
      password: townPassword,
      memberships: [
        { serviceId: town.services.bradford, role: 'clinical', from: tx.today.subtract({ years: 1 }) },
      ],
    }),
  )
  const id = value(added)
  const ken = value(
    await house.database.intake((tx) =>
      addStaff(tx, {
        name: 'Ken Example',
        signInName: 'ken',
        password: townPassword,
        memberships: [{ serviceId: town.services.leedsWing, role: 'key_worker', from: tx.today }],
      }),
    ),
  )
  const more = { cliff: { id, role: 'clinical' }, ken: { id: ken, role: 'key_worker' } } as const
  town = { ...town, staff: { ...town.staff, ...more } }
})

const value = <Value>(result: Result<Value>): Value => {
  if (!result.ok) throw new Error(result.refusal.message)
  return result.value
}

const as = (who: string) => ({ staffId: town.staff[who]?.id ?? '', role: town.staff[who]?.role ?? '' })
const read = <Value>(who: string, work: (tx: ReadTx) => Promise<Value>) =>
  opened().house.database.read(as(who), work)
const write = <Value>(who: string, work: (tx: WriteTx) => Promise<Result<Value>>) =>
  opened().house.database.write(as(who), work)

const by = (who: string, serviceId = town.services.leeds) => ({ serviceId, staffId: as(who).staffId })

/** In treatment at Leeds, with a clinical note, a medicines bridge and a recovery note. */
const somebody = async (agreesToPassOn = true): Promise<string> => {
  const { house } = opened()
  const personId = await aPerson(house.database, {
    given: 'Lee',
    family: 'Example',
    arrivedDaysAgo: 5,
    leavesInDays: 10,
  })
  await takeOn(house.database, { personId, serviceId: town.services.leeds, agreesToPassOn })
  const day = { recorded_under: personId, person_id: personId }
  value(
    await house.database.intake(async (tx) => {
      const row = { ...day, service_id: town.services.leeds, day: tx.today, recorded_at: tx.now }
      for (const words of ['recovery', 'clinical'] as const)
        await tx.db
          .insertInto('note')
          .values({ ...row, id: tx.ids.next(), class: words, words })
          .execute()
      await tx.db
        .insertInto('fact')
        .values({
          ...row,
          id: tx.ids.next(),
          class: 'clinical',
          kind: 'medicines_bridge',
          at: tx.now,
          answers: '{}',
          reading: '{}',
        })
        .execute()
      return tx.lock(personId)
    }),
  )
  return personId
}

const open = async (personId: string): Promise<string> =>
  value(
    await write('colin', (tx) =>
      openHandover(tx, {
        personId,
        by: by('colin'),
        kind: 'release',
        destination: 'Bradford',
        toServiceId: town.services.bradford,
      }),
    ),
  )

const send = async (personId: string, changed: Partial<Sending> = {}, who = 'colin') => {
  const handoverId = await open(personId)
  return write(who, (tx) =>
    sendHandover(tx, {
      handoverId,
      by: by(who, who === 'nadia' ? town.services.leedsHealth : town.services.leeds),
      role: who === 'nadia' ? 'clinical' : 'coordinator',
      toServiceId: town.services.bradford,
      parts: ['recovery'],
      basis: 'agreed_at_triage',
      basisReason: null,
      ask: null,
      ...changed,
    }),
  )
}

const basis = (personId: string, changed: Partial<NewBasis> = {}, who = 'colin') =>
  write(who, (tx) =>
    recordBasis(tx, {
      personId,
      by: by(who),
      purpose: 'treatment',
      to: { serviceId: town.services.bradford },
      basis: 'consent',
      state: 'given',
      parts: ['recovery'],
      until: null,
      how: 'spoken',
      explained: ['plain_words'],
      explainedWords: null,
      words: null,
      opens: false,
      ...changed,
    }),
  )

/** What somebody sees of a person: whether they exist, the words of notes, the kinds of clinical facts, sendings. */
const sees = (who: string, personId: string) =>
  read(who, async ({ db }) => ({
    person: (await db.selectFrom('person').select('id').where('id', '=', personId).execute()).length > 0,
    notes: (
      await db.selectFrom('note').select('words').where('person_id', '=', personId).orderBy('words').execute()
    ).map(({ words }) => words),
    clinical: (
      await db
        .selectFrom('fact')
        .select('kind')
        .where('person_id', '=', personId)
        .where('class', '=', 'clinical')
        .execute()
    ).map(({ kind }) => kind),
    sendings: (await db.selectFrom('handover_offer').select('id').where('person_id', '=', personId).execute())
      .length,
  }))

const findsBySearch = (who: string, personId: string) =>
  read(who, async ({ db }) => {
    const found = await sql<{ id: string }>`
      select person_id as id from search_people('Lee Example', null, null, 100)`.execute(db)
    return found.rows.some(({ id }) => id === personId)
  })

const nothing = { person: false, notes: [], clinical: [], sendings: 0 }

const standing = async (personId: string): Promise<string> =>
  (await read('colin', (tx) => register(tx, personId)))[0]?.id ?? ''

const end = async (personId: string, who = 'colin') => {
  const basisId = await standing(personId)
  return write(who, (tx) => endBasis(tx, { personId, basisId, by: by(who), words: null }))
}

describe('a recipient', () => {
  it('sees nothing before it is sent, also where they agreed', async () => {
    const personId = await somebody()
    value(await basis(personId))
    expect(await sees('amira', personId)).toEqual(nothing)
  })

  it('sees what they agreed to once it is sent, and nothing from the moment they withdraw', async () => {
    const personId = await somebody()
    value(await send(personId))
    expect(await sees('amira', personId)).toMatchObject({ person: true, notes: ['recovery'], sendings: 1 })
    const ended = value(await end(personId))
    expect(ended.takenBack).toBe(1)
    expect(await sees('amira', personId)).toEqual(nothing)
    const told = await read('amira', ({ db }) =>
      db.selectFrom('notice').select(['kind', 'words']).where('person_id', '=', personId).execute(),
    )
    expect(told).toMatchObject([{ kind: 'sharing_ended' }])
  })

  it('sees what they agreed to up to its last day by the clock, and nothing after', async () => {
    const { clock } = opened()
    const before = clock.now()
    const personId = await somebody()
    value(await basis(personId, { until: Temporal.PlainDate.from('2026-11-25') }))
    value(await send(personId, { basis: 'registered' }))
    try {
      clock.set(Temporal.Instant.from('2026-11-25T23:30:00Z'))
      expect(await sees('amira', personId)).toMatchObject({ person: true, notes: ['recovery'] })
      clock.set(Temporal.Instant.from('2026-11-26T00:10:00Z'))
      expect(await sees('amira', personId)).toEqual(nothing)
      expect(await findsBySearch('amira', personId)).toBe(false)
      expect(await findsBySearch('colin', personId)).toBe(true)
      expect((await sees('colin', personId)).person).toBe(true)
    } finally {
      clock.set(before)
    }
  })

  it('sees no more than both the sending and the agreement cover', async () => {
    const personId = await somebody()
    value(await basis(personId, { parts: ['recovery', 'clinical'] }))
    value(await send(personId, { basis: 'registered', parts: ['recovery', 'clinical'] }))
    expect(await sees('cliff', personId)).toMatchObject({ notes: ['clinical', 'recovery'] })
    value(await basis(personId, { parts: ['clinical'] }))
    expect(await sees('cliff', personId)).toMatchObject({ notes: ['clinical'] })
  })

  it('is not given to another service that was not agreed to', async () => {
    const personId = await somebody(false)
    value(await basis(personId))
    const refused = await send(personId, { basis: 'registered', toServiceId: town.services.wakefield })
    expect(refused.ok ? '' : refused.refusal.message).toContain('Nothing stands in the register')
  })
})

describe('bases beside consent', () => {
  it('direct care carries medicines between clinicians, and no clinical note', async () => {
    const personId = await somebody(false)
    value(
      await send(
        personId,
        { basis: 'direct_care', basisReason: 'On methadone', parts: ['clinical'] },
        'nadia',
      ),
    )
    expect(await sees('cliff', personId)).toMatchObject({
      person: true,
      notes: [],
      clinical: ['medicines_bridge'],
    })
    expect(await sees('amira', personId)).toMatchObject({ person: true, notes: [], clinical: [] })
  })

  it('to protect a life carries what is needed, with its reason, though they said no', async () => {
    const personId = await somebody(false)
    value(await basis(personId, { state: 'refused', parts: [] }))
    value(
      await send(personId, {
        basis: 'vital_interests',
        basisReason: 'Overdose last night',
        parts: ['clinical'],
      }),
    )
    expect(await sees('cliff', personId)).toMatchObject({
      notes: ['clinical'],
      clinical: ['medicines_bridge'],
    })
    expect(
      await read('colin', async (tx) =>
        (await register(tx, personId)).map(({ basis: on, state }) => [on, state]),
      ),
    ).toEqual([
      ['vital_interests', 'given'],
      ['consent', 'refused'],
    ])
  })

  it('a withdrawn agreement leaves another basis standing', async () => {
    const personId = await somebody()
    value(await send(personId))
    value(await end(personId))
    const again = await write('colin', async (tx) => {
      const found = await tx.db
        .selectFrom('handover')
        .select('id')
        .where('person_id', '=', personId)
        .executeTakeFirstOrThrow()
      return sendHandover(tx, {
        handoverId: found.id,
        by: by('colin'),
        role: 'coordinator',
        toServiceId: town.services.bradford,
        parts: ['recovery'],
        basis: 'vital_interests',
        basisReason: 'Overdose last night',
        ask: null,
      })
    })
    value(again)
    expect(await sees('amira', personId)).toMatchObject({ person: true, notes: ['recovery'] })
  })
})

describe('the database itself', () => {
  const offerRow = async (personId: string, handoverId: string) =>
    write('colin', async (tx) => {
      await tx.db
        .insertInto('handover_offer')
        .values({
          id: tx.ids.next(),
          handover_id: handoverId,
          person_id: personId,
          recorded_under: personId,
          service_id: town.services.leeds,
          to_service_id: town.services.bradford,
          basis: 'consent',
          parts: ['recovery'],
          sent_at: tx.now,
          sent_by: as('colin').staffId,
          answer_due: tx.today,
        })
        .execute()
      return ok(undefined)
    })

  it('turns away a sending on no basis, on one that was refused, or that does not cover what goes', async () => {
    const personId = await somebody()
    const handoverId = await open(personId)
    expect((await offerRow(personId, handoverId)).ok).toBe(false)
    value(await basis(personId, { state: 'refused', parts: [] }))
    expect((await offerRow(personId, handoverId)).ok).toBe(false)
    value(await basis(personId, { parts: ['summary'] }))
    expect((await offerRow(personId, handoverId)).ok).toBe(false)
    value(await basis(personId))
    expect((await offerRow(personId, handoverId)).ok).toBe(true)
  })

  it('changes no row of the register, and lets nobody grant to their own service', async () => {
    const personId = await somebody()
    value(await basis(personId))
    const change = write('colin', async (tx) => {
      await tx.db
        .updateTable('sharing_basis')
        .set({ state: 'refused' })
        .where('person_id', '=', personId)
        .execute()
      return ok(undefined)
    })
    await expect(change).rejects.toThrow('permission denied')
    expect((await basis(personId, { to: { serviceId: town.services.leeds }, opens: true })).ok).toBe(false)
  })

  it('lets a community worker record nothing but that they gave it back', async () => {
    const personId = await somebody()
    value(await send(personId))
    const own = { by: by('amira', town.services.bradford) }
    expect((await basis(personId, { ...own, parts: ['clinical'] }, 'amira')).ok).toBe(false)
    value(await basis(personId, { ...own, state: 'withdrawn' }, 'amira'))
    expect(await sees('amira', personId)).toEqual(nothing)
  })
})

describe('the agreed summary', () => {
  const summary = async (who: string, personId: string) =>
    (await read(who, (tx) => summaryOf(tx, personId)))?.words
  const name = (personId: string, who: string, role: 'key_worker' | 'offender_manager') =>
    opened().house.database.intake(async (tx) => {
      const locked = await tx.lock(personId)
      if (!locked.ok) return locked
      await tx.db
        .insertInto('allocation')
        .values({
          id: tx.ids.next(),
          person_id: personId,
          recorded_under: personId,
          service_id: town.services.leedsWing,
          staff_id: as(who).staffId,
          as_role: role,
          from_day: tx.today,
          recorded_at: tx.now,
        })
        .execute()
      return ok(undefined)
    })

  /** Kev is away from today for a week, and Ken sees to this person. */
  const coverFor = (personId: string) =>
    opened().house.database.intake(async (tx) => {
      const locked = await tx.lock(personId)
      if (!locked.ok) return locked
      const leave = { id: tx.ids.next(), staff_id: as('kev').staffId }
      const days = { from_day: tx.today, returns_on: tx.today.add({ days: 7 }), recorded_at: tx.now }
      await tx.db
        .insertInto('staff_leave')
        .values({ ...leave, ...days })
        .execute()
      const held = await tx.db
        .selectFrom('allocation')
        .select('id')
        .where('person_id', '=', personId)
        .where('as_role', '=', 'key_worker')
        .executeTakeFirstOrThrow()
      await tx.db
        .insertInto('cover')
        .values({
          id: tx.ids.next(),
          person_id: personId,
          recorded_under: personId,
          service_id: town.services.leedsWing,
          leave_id: leave.id,
          allocation_id: held.id,
          staff_id: as('ken').staffId,
          as_role: 'key_worker',
          from_day: tx.today,
          recorded_at: tx.now,
        })
        .execute()
      return ok(undefined)
    })

  it('is read by who is named for the person, only where and while that was agreed', async () => {
    const { clock } = opened()
    const before = clock.now()
    const personId = await somebody()
    value(await name(personId, 'kev', 'key_worker'))
    const words = 'Working on sleep. Ask him about the gym.'
    value(await write('rosa', (tx) => writeSummary(tx, { personId, by: by('rosa'), words })))
    expect(await summary('rosa', personId)).toBe(words)
    expect(await summary('kev', personId)).toBeUndefined()
    const agreed = {
      purpose: 'key_work',
      to: { serviceId: town.services.leedsWing },
      parts: ['summary'],
      until: Temporal.PlainDate.from('2026-11-30'),
    } as const
    value(await basis(personId, agreed))
    expect(await summary('kev', personId)).toBe(words)
    expect(await summary('chas', personId)).toBeUndefined()
    try {
      clock.set(Temporal.Instant.from('2026-12-01T09:00:00Z'))
      expect(await summary('kev', personId)).toBeUndefined()
    } finally {
      clock.set(before)
    }
    value(await end(personId))
    expect(await summary('kev', personId)).toBeUndefined()
  })

  it('that was agreed for supervision is not read for key work in the same service', async () => {
    const personId = await somebody()
    value(await name(personId, 'kev', 'key_worker'))
    value(await name(personId, 'otto', 'offender_manager'))
    value(await write('rosa', (tx) => writeSummary(tx, { personId, by: by('rosa'), words: 'Doing well' })))
    value(
      await basis(personId, {
        purpose: 'supervision',
        to: { serviceId: town.services.leedsWing },
        parts: ['summary'],
      }),
    )
    expect(await summary('otto', personId)).toBe('Doing well')
    expect(await summary('kev', personId)).toBeUndefined()
  })

  it('is read by whoever covers for who is named, on those days alone', async () => {
    const { clock } = opened()
    const before = clock.now()
    const personId = await somebody()
    value(await name(personId, 'kev', 'key_worker'))
    value(await write('rosa', (tx) => writeSummary(tx, { personId, by: by('rosa'), words: 'Doing well' })))
    value(
      await basis(personId, {
        purpose: 'key_work',
        to: { serviceId: town.services.leedsWing },
        parts: ['summary'],
      }),
    )
    expect(await summary('ken', personId)).toBeUndefined()
    value(await coverFor(personId))
    expect(await summary('ken', personId)).toBe('Doing well')
    try {
      clock.set(Temporal.Instant.from('2026-12-15T09:00:00Z'))
      expect(await summary('ken', personId)).toBeUndefined()
    } finally {
      clock.set(before)
    }
  })

  it('is written by nobody who is not of the team', async () => {
    const personId = await somebody()
    value(await name(personId, 'kev', 'key_worker'))
    const own = { serviceId: town.services.leedsWing, staffId: as('kev').staffId }
    const written = await write('kev', (tx) => writeSummary(tx, { personId, by: own, words: 'Mine' }))
    expect(written.ok).toBe(false)
  })
})
