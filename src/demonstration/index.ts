import { appendAudit } from '../platform/audit/append.ts'
import type { Database, WriteTx } from '../platform/database/transaction.ts'
import { ok, type Result } from '../platform/result.ts'
import { answerRequests } from './actions/answerRequests.ts'
import { listDue } from './actions/listDue.ts'
import { storeRows } from './actions/storeRows.ts'
import { tellOutside } from './actions/tellOutside.ts'
import { askedFor, type RequestsMade } from './asked.ts'
import { carrying } from './carrying.ts'
import { playAll } from './cast.ts'
import { chanceFrom } from './chance.ts'
import { toReview } from './oversight.ts'
import { prisonDay } from './prison-day.ts'
import { isLoaded } from './queries/isLoaded.ts'
import { noRows } from './rows.ts'
import type { StaffName } from './staff.ts'
import { buildWorld, demonstrationPassword, type World } from './world.ts'

const seed = 20_261_122

/** Says how far loading has come, in words for a terminal. */
export type Progress = (words: string) => void

interface Told {
  readonly asked: RequestsMade | null
  readonly world: World
}

const tell = async (tx: WriteTx, progress: Progress): Promise<Result<Told>> => {
  progress('Inviting services and staff')
  const world = await buildWorld(tx)
  if (!world.ok) return world
  progress('Inventing 400 people')
  const rows = noRows()
  const stage = {
    world: world.value,
    chance: chanceFrom(seed),
    ids: tx.ids,
    today: tx.today,
    now: tx.now,
    rows,
  }
  const people = playAll(stage)
  carrying(stage)
  prisonDay(stage)
  const asked = askedFor(stage)
  const views = toReview(stage, people)
  await storeRows(tx, rows)
  await tellOutside(tx, stage)
  await listDue(tx, world.value)
  for (const view of views) await appendAudit(tx.db, view)
  progress(`Working out what is owed to ${people.length} people`)
  const locked = await tx.lock(...people)
  return locked.ok ? ok({ asked, world: world.value }) : locked
}

/**
 * Loads the demonstration, once and whole: prisons, services, staff and 400 invented people in every state of the
 * work, told relative to today. Answers whether it was loaded now.
 */
export const loadDemonstration = async (database: Database, progress: Progress): Promise<boolean> => {
  if (await isLoaded(database, 'demo.rosa' satisfies StaffName)) return false
  const told = await database.intake((tx) => tell(tx, progress))
  if (!told.ok) throw new Error(told.refusal.message)
  const { asked, world } = told.value
  if (asked !== null) await database.intake(async (tx) => ok(await answerRequests(tx, asked, world)))
  return true
}

/** Who can be signed in as, for the terminal. */
export const signInWords = (): string =>
  `Sign in as demo.rosa (recovery worker), demo.colin (coordinator), demo.tessa (team leader), demo.amira (community), demo.gail (Glasgow) and others, with the password: ${demonstrationPassword}`
