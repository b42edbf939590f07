import { z } from 'zod'
import type { ReadTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import type { RecordClass } from '../../standards/index.ts'
import { storedAnswers } from '../answers.ts'
import type { Answers } from '../model.ts'

/** A short form as it was filled in. */
export interface RecordedFact {
  readonly id: string
  readonly kind: string
  readonly recordClass: RecordClass
  readonly day: Temporal.PlainDate
  readonly at: Temporal.Instant
  readonly serviceId: string | null
  readonly episodeId: string | null
  readonly answers: Answers
  /** What the standards read from it. */
  readonly reading: Readonly<Record<string, unknown>>
}

const storedReading = z.record(z.string(), z.unknown())

const standing = (tx: ReadTx, personId: string) =>
  tx.db
    .selectFrom('fact')
    .select([
      'fact.id',
      'fact.kind',
      'fact.class',
      'fact.day',
      'fact.at',
      'fact.service_id',
      'fact.episode_id',
      'fact.answers',
      'fact.reading',
    ])
    .where('fact.person_id', '=', personId)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('fact as later').select('later.id').whereRef('later.amends', '=', 'fact.id'))),
    )

type Row = Awaited<ReturnType<ReturnType<typeof standing>['executeTakeFirstOrThrow']>>

const factOf = (row: Row): RecordedFact => ({
  id: row.id,
  kind: row.kind,
  recordClass: row.class,
  day: row.day,
  at: row.at,
  serviceId: row.service_id,
  episodeId: row.episode_id,
  answers: storedAnswers.parse(row.answers),
  reading: storedReading.parse(row.reading),
})

/** The newest of each of these kinds as it stands, amendments applied; bounded by the number of kinds. */
export const newestFacts = async (
  tx: ReadTx,
  personId: string,
  kinds: readonly string[],
): Promise<readonly RecordedFact[]> => {
  const rows = await standing(tx, personId)
    .where('fact.kind', 'in', kinds)
    .distinctOn('fact.kind')
    .orderBy('fact.kind')
    .orderBy('fact.at', 'desc')
    .orderBy('fact.id', 'desc')
    .execute()
  return rows.map(factOf)
}

/** The newest form of one kind as it stands, or null. */
export const newestFact = async (tx: ReadTx, personId: string, kind: string): Promise<RecordedFact | null> =>
  (await newestFacts(tx, personId, [kind]))[0] ?? null

interface Amended {
  readonly kind: string | readonly string[]
  readonly factId: string
  readonly serviceIds: readonly string[]
}

/**
 * The record to put right or to set aside, of one of these services. Refuses `not_found` where it is not there, is of another kind
 * or another service, or was put right already.
 */
export const factToAmend = async (
  tx: ReadTx,
  personId: string,
  { kind, factId, serviceIds }: Amended,
): Promise<Result<RecordedFact>> => {
  const row = await standing(tx, personId)
    .where('fact.id', '=', factId)
    .where('fact.kind', 'in', typeof kind === 'string' ? [kind] : kind)
    .where('fact.service_id', 'in', serviceIds)
    .executeTakeFirst()
  return row === undefined
    ? refused('not_found', 'There is no such record, or somebody put it right meanwhile.')
    : ok(factOf(row))
}
