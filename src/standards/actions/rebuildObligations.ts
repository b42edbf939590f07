import type { Database } from '../../platform/database/transaction.ts'
import { ok } from '../../platform/result.ts'
import { standardsContext } from '../queries/standardsContext.ts'
import { deriveAndStore } from './deriveTouched.ts'

/** How many people were derived again, and of how many something changed. */
export interface Rebuilt {
  readonly people: number
  readonly changed: number
}

const chunk = 2_000

/** Derives everyone again from their facts, in chunks; `changed` is 0 where everything was in order. */
export const rebuildObligations = async (
  database: Database,
  progress: (people: number) => void,
): Promise<Rebuilt> => {
  let after = '00000000-0000-0000-0000-000000000000'
  let rebuilt: Rebuilt = { people: 0, changed: 0 }
  for (;;) {
    const done = await database.intake(async ({ db }) => {
      const rows = await db
        .selectFrom('person')
        .select('id')
        .where('merged_into', 'is', null)
        .where('id', '>', after)
        .orderBy('id')
        .limit(chunk)
        .execute()
      const ids = rows.map(({ id }) => id)
      const changed = ids.length === 0 ? [] : await deriveAndStore(db, await standardsContext(db), ids, false)
      return ok({ ids, changed: changed.length })
    })
    if (!done.ok) throw new Error(done.refusal.message)
    const last = done.value.ids.at(-1)
    if (last === undefined) return rebuilt
    after = last
    rebuilt = {
      people: rebuilt.people + done.value.ids.length,
      changed: rebuilt.changed + done.value.changed,
    }
    progress(rebuilt.people)
  }
}
