import { sql } from 'kysely'
import { type Actor, roleWords } from '../../platform/auth/actor.ts'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import { type Emergency, emergencies, mostTriesAnHour } from '../rules.ts'

/** Whom, by a whole number and date of birth, and why. */
export interface Breaking {
  readonly number: string
  readonly birth: Temporal.PlainDate
  readonly kind: Emergency
  readonly reason: string
  readonly actor: Pick<Actor, 'name' | 'role' | 'services'>
}

/**
 * What came of it: opened for an hour; open already, without any glass; or a restricted person, of whom anybody
 * but named staff learns only which number to ring.
 */
export type Broken =
  | { readonly kind: 'opened'; readonly personId: string; readonly closesAt: Temporal.Instant }
  | { readonly kind: 'open'; readonly personId: string }
  | { readonly kind: 'ring'; readonly personId: string; readonly ring: string | null }

interface Row {
  readonly person_id: string | null
  readonly outcome: 'nobody' | 'ring' | 'open' | 'broken'
  readonly ring: string | null
}

const triesTooOften = async (tx: WriteTx): Promise<boolean> => {
  const tried = await sql<{ times: number }>`
    select glass_tried_since(${tx.now.subtract({ hours: 1 })}::timestamptz) as times`.execute(tx.db)
  return (tried.rows[0]?.times ?? 0) >= mostTriesAnHour
}

const toldToLeaders = ({ actor, kind, reason }: Breaking): string =>
  `${actor.name}, ${roleWords[actor.role].toLowerCase()}, ${actor.services.map(({ name }) => name).join(', ')}, broke the glass for an hour. ${emergencies[kind]}: “${reason}”. Review it under Oversight.`

/**
 * Opens the record of one person to the actor for an hour, and tells the leaders of both teams at once. Refuses
 * what fits nobody; whoever is locked out of a record is answered as if it were not there.
 */
export const breakGlass = async (tx: WriteTx, breaking: Breaking): Promise<Result<Broken>> => {
  if (await triesTooOften(tx))
    return refused(
      'invalid',
      `You have tried ${mostTriesAnHour} times within the hour. Ring the prison’s control room, or 999 where a life is in danger`,
    )
  const { number, birth, kind, reason } = breaking
  const found = await sql<Row>`select * from break_glass(${tx.ids.next()}::uuid, ${number}, ${birth}::date,
    ${kind}, ${reason}, ${toldToLeaders(breaking)}, ${tx.now}::timestamptz)`.execute(tx.db)
  const [row] = found.rows
  const personId = row?.person_id ?? null
  if (row === undefined || personId === null)
    return refused(
      'invalid',
      'No record fits both this number and this date of birth. Check them, and ring the control room if you cannot wait',
      'number',
    )
  if (row.outcome === 'ring') return ok({ kind: 'ring', personId, ring: row.ring })
  return ok(
    row.outcome === 'open'
      ? { kind: 'open', personId }
      : { kind: 'opened', personId, closesAt: tx.now.add({ hours: 1 }) },
  )
}
