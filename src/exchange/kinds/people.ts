import { applyHeld } from '../../custody/index.ts'
import { importPeople, type ToldPerson } from '../../people/index.ts'
import { ok } from '../../platform/result.ts'
import type { FileKind } from '../model.ts'
import { peopleColumns, readPeopleRow } from '../rows/people.ts'
import { fromRow } from './from-row.ts'

/** `people.csv`: who people are; whatever waited for them is applied in the same transaction. */
export const peopleFile = (today: Temporal.PlainDate): FileKind<ToldPerson> => ({
  columns: peopleColumns,
  chunk: 2_000,
  ignores: false,
  readLine: (_, cells) => fromRow(readPeopleRow(cells, today)),
  take: async (tx, rows) => {
    const imported = await importPeople(tx, rows)
    if (!imported.ok) return imported
    const { newNumbers, ...counts } = imported.value
    await applyHeld(tx, newNumbers)
    return ok(counts)
  },
})
