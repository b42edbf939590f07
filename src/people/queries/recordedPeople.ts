import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'

/** A prison number as it stands here, and the record it belongs to. */
export interface RecordedPerson {
  readonly number: string
  /** The record that this number was recorded for. */
  readonly own_id: string
  /** The record that stands for it now: the survivor, where it was merged. */
  readonly holder_id: string
  readonly alias: boolean
  /** False where the number is known from a merge alone: then `own_id` is somebody else's record. */
  readonly isOwn: boolean
  readonly family_name: string
  readonly given_name: string
  readonly date_of_birth: Temporal.PlainDate | null
  readonly sex: string | null
  readonly date_of_death: Temporal.PlainDate | null
  /** The NHS number of that record that was told last. */
  readonly nhs_number: string | null
  readonly claimed_nhs_number: string | null
}

/** What is recorded under these prison numbers, by number. */
export const recordedPeople = async (
  tx: Pick<ReadTx, 'db'>,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, RecordedPerson>> => {
  const found = await tx.db
    .selectFrom('identifier as i')
    .innerJoin('person as p', 'p.id', 'i.recorded_under')
    .select([
      'i.value as number',
      'i.recorded_under as own_id',
      'i.person_id as holder_id',
      'i.alias',
      sql<boolean>`i.source <> 'merge'`.as('isOwn'),
      'p.family_name',
      'p.given_name',
      'p.date_of_birth',
      'p.sex',
      'p.date_of_death',
      'p.claimed_nhs_number',
      sql<string | null>`(select n.value from identifier n where n.person_id = i.person_id
        and n.recorded_under = i.recorded_under and n.type = 'nhs_number' order by n.recorded_at desc, n.id desc limit 1)`.as(
        'nhs_number',
      ),
    ])
    .where('i.type', '=', 'prison_number')
    .where(sql<boolean>`i.value = any (${numbers}::text[])`)
    .execute()
  return new Map(found.map((row) => [row.number, row]))
}
