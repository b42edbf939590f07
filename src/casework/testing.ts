import type { Town } from '../../test/support/town.ts'
import type { Database, WriteTx } from '../platform/database/transaction.ts'
import { startOfDay } from '../platform/moments.ts'
import { ok } from '../platform/result.ts'

/** Somebody in a test: received by a prison some days ago, with what else was told of them. */
export interface TestPerson {
  readonly given: string
  readonly family: string
  readonly prison?: string
  readonly arrivedDaysAgo?: number
  readonly leavesInDays?: number
}

const move = (
  tx: WriteTx,
  personId: string,
  movement: {
    readonly type: 'admission' | 'release'
    readonly prison: string
    readonly day: Temporal.PlainDate
  },
) =>
  tx.db
    .insertInto('movement')
    .values({
      id: tx.ids.next(),
      person_id: personId,
      recorded_under: personId,
      source: 'hand',
      type: movement.type,
      at: startOfDay(movement.day).add({ hours: 10 }),
      day: movement.day,
      time_known: true,
      establishment_code: movement.prison,
      reason: movement.type === 'admission' ? 'ADMISSION' : 'RELEASED',
      reason_known: true,
      unplanned: movement.type === 'release',
      recorded_at: tx.now,
    })
    .execute()

const addPerson = async (tx: WriteTx, person: TestPerson): Promise<string> => {
  const id = tx.ids.next()
  await tx.db
    .insertInto('person')
    .values({ id, family_name: person.family, given_name: person.given, recorded_at: tx.now })
    .execute()
  const { prison = 'LEI', arrivedDaysAgo = 0 } = person
  await move(tx, id, { type: 'admission', prison, day: tx.today.subtract({ days: arrivedDaysAgo }) })
  if (person.leavesInDays !== undefined)
    await tx.db
      .insertInto('release_date')
      .values({
        id: tx.ids.next(),
        person_id: id,
        recorded_under: id,
        type: 'CONF',
        date: tx.today.add({ days: person.leavesInDays }),
        source: 'test',
        recorded_at: tx.now,
      })
      .execute()
  return id
}

/** Adds a person who was received by a prison; answers with their id. */
export const aPerson = async (database: Database, person: TestPerson): Promise<string> => {
  const added = await database.intake(async (tx) => {
    const id = await addPerson(tx, person)
    const locked = await tx.lock(id)
    return locked.ok ? ok(id) : locked
  })
  if (!added.ok) throw new Error(added.refusal.message)
  return added.value
}

/** Releases somebody into the community some days ago, from court. */
export const released = async (database: Database, personId: string, daysAgo: number, prison = 'LEI') => {
  const done = await database.intake(async (tx) => {
    await move(tx, personId, { type: 'release', prison, day: tx.today.subtract({ days: daysAgo }) })
    return tx.lock(personId)
  })
  if (!done.ok) throw new Error(done.refusal.message)
}

/** What is owed to somebody now, by standard. */
export const owedTo = async (database: Database, personId: string): Promise<readonly string[]> => {
  const found = await database.intake(async (tx) =>
    ok(
      await tx.db
        .selectFrom('obligation')
        .select('standard')
        .where('person_id', '=', personId)
        .where('state', '=', 'owed')
        .where('opens_on', '<=', tx.today)
        .orderBy('standard')
        .execute(),
    ),
  )
  if (!found.ok) throw new Error(found.refusal.message)
  return found.value.map(({ standard }) => standard)
}

/** Somebody in treatment with a prison's team, allocated to a worker. */
export interface TestCase extends TestPerson {
  readonly town: Town
  readonly worker: string
  readonly wing?: string
  readonly cell?: string
  readonly flag?: 'acct_open' | 'overdose_risk'
  readonly seenDaysAgo?: number
  readonly plannedInDays?: number
}

const about = (tx: WriteTx, id: string, serviceId: string) => ({
  id: tx.ids.next(),
  person_id: id,
  recorded_under: id,
  service_id: serviceId,
  recorded_at: tx.now,
})

const putInCell = (tx: WriteTx, id: string, { wing, cell }: TestCase) =>
  tx.db
    .insertInto('location')
    .values({ person_id: id, wing: wing ?? null, cell: cell ?? null, recorded_at: tx.now })
    .execute()

const meet = async (tx: WriteTx, id: string, serviceId: string, offset: number): Promise<void> => {
  const day = tx.today.add({ days: offset })
  await tx.db
    .insertInto('contact')
    .values({
      ...about(tx, id, serviceId),
      class: 'recovery',
      purpose: 'one_to_one',
      mode: 'in_person',
      day,
      starts_at: startOfDay(day).add({ hours: 10 }),
      outcome: offset > 0 ? 'planned' : 'kept',
    })
    .execute()
}

const treat = async (tx: WriteTx, id: string, { town, worker }: TestCase): Promise<void> => {
  const staff = town.staff[worker]
  if (staff === undefined) throw new Error(`nobody is called ${worker}`)
  const from = tx.today.subtract({ days: 2 })
  const episode = about(tx, id, town.services.leeds)
  const dates = { referral_date: from, triage_date: from, treatment_start: from }
  await tx.db
    .insertInto('episode')
    .values({ ...episode, ...dates, setting: 'custody', local_id: id, match: 'recorded' })
    .execute()
  await tx.db
    .insertInto('allocation')
    .values({
      ...about(tx, id, town.services.leeds),
      episode_id: episode.id,
      staff_id: staff.id,
      as_role: staff.role,
      from_day: from,
    })
    .execute()
}

/** Adds somebody in treatment at Leeds with a worker; answers with their id. */
export const aCase = async (database: Database, given: TestCase): Promise<string> => {
  const id = await aPerson(database, { arrivedDaysAgo: 60, ...given })
  const done = await database.intake(async (tx) => {
    await treat(tx, id, given)
    if (given.wing !== undefined) await putInCell(tx, id, given)
    const { leeds } = given.town.services
    if (given.seenDaysAgo !== undefined) await meet(tx, id, leeds, -given.seenDaysAgo)
    if (given.plannedInDays !== undefined) await meet(tx, id, leeds, given.plannedInDays)
    if (given.flag !== undefined)
      await tx.db
        .insertInto('safety_flag')
        .values({ ...about(tx, id, leeds), kind: given.flag, day: tx.today })
        .execute()
    return tx.lock(id)
  })
  if (!done.ok) throw new Error(done.refusal.message)
  return id
}
