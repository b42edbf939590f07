import { applyHeld } from '../../custody/index.ts'
import { importPeople, type ToldPerson } from '../../people/index.ts'
import { ok } from '../../platform/result.ts'
import { matchAllEpisodes } from '../actions/matchAllEpisodes.ts'
import type { FileKind } from '../model.ts'
import { peopleColumns, readPeopleRow } from '../rows/people.ts'
import { asRead, fromRow } from './from-row.ts'

/** `people.csv`: who people are; whatever waited for them is applied in the same transaction. */
export const peopleFile = (today: Temporal.PlainDate): FileKind<ToldPerson> => ({
  action: 'import_people',
  columns: peopleColumns,
  chunk: 2_000,
  ignores: false,
  readLine: (_, cells) => fromRow(readPeopleRow(cells, today), asRead),
  take: async (tx, rows) => {
    const imported = await importPeople(tx, rows)
    if (!imported.ok) return imported
    const { newNumbers, ...counts } = imported.value
    await applyHeld(tx, newNumbers)
    return ok(counts)
  },
  after: matchAllEpisodes,
})
