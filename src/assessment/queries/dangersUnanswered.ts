import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/transaction.ts'
import { storedAnswers } from '../answers.ts'
import { safetyResponse } from '../forms/safety-response.ts'
import type { Answers } from '../model.ts'

/** A form that told of a danger to life. */
export interface ToldDanger {
  readonly kind: string
  readonly answers: Answers
}

/** What told of a danger to life since somebody last said what they did about it, the newest first; at most ten. */
export const dangersUnanswered = async (tx: ReadTx, personId: string): Promise<readonly ToldDanger[]> => {
  const rows = await tx.db
    .selectFrom('fact')
    .select(['fact.kind', 'fact.answers'])
    .where('fact.person_id', '=', personId)
    .where(sql<boolean>`fact.reading ->> 'safetyConcern' = 'true'`)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('fact as later').select('later.id').whereRef('later.amends', '=', 'fact.id'))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('fact as response')
            .select('response.id')
            .whereRef('response.person_id', '=', 'fact.person_id')
            .where('response.kind', '=', safetyResponse.kind)
            .where(
              sql<boolean>`response.at >= coalesce(to_timestamp((fact.reading ->> 'toldAt')::bigint / 1000.0), fact.at)`,
            ),
        ),
      ),
    )
    .orderBy('fact.at', 'desc')
    .limit(10)
    .execute()
  return rows.map(({ kind, answers }) => ({ kind, answers: storedAnswers.parse(answers) }))
}
