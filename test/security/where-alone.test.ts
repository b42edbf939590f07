import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { mergePeople } from '../../src/people/index.ts'
import type { ActingAs } from '../../src/platform/database/transaction.ts'
import { systemIds } from '../../src/platform/ids.ts'
import { ok } from '../../src/platform/result.ts'
import { visit } from '../support/browse.ts'
import { withHouse } from '../support/house.ts'
import { buildTown, type Town } from '../support/town.ts'
import { agreed, allocation, episode, handover, movement, offer, person, wholeRecord } from './record.ts'
import { record } from './rows.ts'

const opened = withHouse()
let town: Town
const [inTreatment, unscreened, sentOn] = [systemIds.next(), systemIds.next(), systemIds.next()]

const as = (name: string): ActingAs => {
  const { id, role } = town.staff[name] ?? { id: '', role: '' }
  return { staffId: id, role }
}

/** Who is named for somebody, and reads who and where they are, but not their recovery record. */
const named = ['kev', 'chas', 'otto', 'pru', 'cora', 'finn']

beforeAll(async () => {
  town = await buildTown(opened().house)
  const { services, staff } = town
  const serviceOf = (who: string): string =>
    who === 'finn' ? services.leeds : who === 'pru' || who === 'cora' ? services.bradford : services.leedsWing
  await record(opened().house, [inTreatment, unscreened, sentOn], (tx) => [
    ...[inTreatment, unscreened, sentOn].flatMap((id) => [
      ...person(tx, id, 'Alike'),
      movement(tx, id, 'admission', 'LEI', '2026-11-22'),
      ...named.map((who) => allocation(tx, id, serviceOf(who), staff[who])),
    ]),
    ...episode(tx, inTreatment, services.leeds, 'custody').rows,
  ])
  await record(opened().house, [sentOn], (tx) => {
    const begun = handover(tx, sentOn, services.leeds)
    return [
      ...wholeRecord(tx, sentOn, town),
      begun,
      agreed(tx, sentOn, services.leeds, services.bradford, []),
      offer(tx, sentOn, services.leeds, { handoverId: begun[1].id, to: services.bradford, parts: [] }),
    ]
  })
})

/** Every column of where somebody is that an actor may ask for. */
const whereOf = (who: string, id: string): Promise<Record<string, unknown> | undefined> =>
  opened().house.database.read(as(who), async (tx) => {
    const columns = await sql<{ name: string }>`
      select attname as name from pg_attribute where attrelid = 'whereabouts'::regclass and attnum > 0 and not attisdropped
        and attname <> 'person_id' and has_column_privilege(attrelid, attnum, 'select')`.execute(tx.db)
    const names = sql.join(columns.rows.map(({ name }) => sql.ref(name)))
    const found = await sql<Record<string, unknown>>`
      select ${names} from whereabouts where person_id = ${id}`.execute(tx.db)
    return found.rows[0]
  })

const needOf = (who: string, id: string) =>
  opened().house.database.read(as(who), async (tx) => {
    const found = await sql<{ onward_need: boolean; since: string | null }>`
      select onward_need, in_treatment_since::text as since from treatment_need where person_id = ${id}`.execute(
      tx.db,
    )
    return found.rows
  })

const everyNeedOf = async (id: string): Promise<number> => {
  const counted = await opened().house.database.intake(async (tx) =>
    ok((await sql`select from treatment_need where person_id = ${id}`.execute(tx.db)).rows.length),
  )
  if (!counted.ok) throw new Error(counted.refusal.message)
  return counted.value
}

describe('where somebody is', () => {
  it.each(named)('is the same to %s whether they are in treatment or not', async (who) => {
    const where = await whereOf(who, inTreatment)
    expect(where).toMatchObject({ status: 'in_custody', establishment_code: 'LEI' })
    expect(where).toEqual(await whereOf(who, unscreened))
  })
})

describe('whether somebody is in treatment', () => {
  it('goes with the record when two are joined, and leaves nothing under the other', async () => {
    const [survivorId, mergedId] = [systemIds.next(), systemIds.next()]
    await record(opened().house, [survivorId, mergedId], (tx) => [
      ...[survivorId, mergedId].flatMap((id) => [
        ...person(tx, id, 'Twice'),
        movement(tx, id, 'admission', 'LEI', '2026-11-22'),
      ]),
      ...episode(tx, mergedId, town.services.leeds, 'custody').rows,
    ])
    expect(await needOf('rosa', survivorId)).toEqual([{ onward_need: false, since: null }])
    await opened().house.database.intake((tx) => mergePeople(tx, { survivorId, mergedId }))
    expect(await needOf('rosa', survivorId)).toEqual([{ onward_need: true, since: '2026-11-23' }])
    expect(await everyNeedOf(mergedId)).toBe(0)
  })

  it.each([...named, 'mo', 'ada', 'isla'])('is nothing that %s reads', async (who) => {
    for (const id of [inTreatment, unscreened, sentOn]) expect(await needOf(who, id)).toEqual([])
  })

  it.each(['rosa', 'colin', 'tessa', 'nadia'])(
    'is read by %s, who reads the recovery record',
    async (who) => {
      expect(await needOf(who, inTreatment)).toEqual([{ onward_need: true, since: '2026-11-23' }])
      expect(await needOf(who, unscreened)).toEqual([{ onward_need: false, since: null }])
    },
  )

  it('is not read where a hand-over was sent without the recovery record, and they are still on the board', async () => {
    expect(await needOf('amira', sentOn)).toEqual([])
    const amira = await visit(opened().house, 'amira')
    expect((await amira.get('/releases')).words).toContain('Alike')
    expect((await amira.get('/today')).words).toContain('Alike')
  })
})
