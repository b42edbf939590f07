import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { House } from '../../src/compose.ts'
import { rebuildObligations } from '../../src/standards/index.ts'

const file = fileURLToPath(new URL('../../test/benchmark/load.sql', import.meta.url))

/**
 * Fills a house (with `buildTown` in it) with invented people, and derives what is owed to them. Rosa's prison
 * and Amira's service are among the fullest. Takes about a minute for 100,000 people.
 */
export const loadPeople = async (
  house: House,
  { people, progress = () => {} }: { readonly people: number; readonly progress?: (done: number) => void },
): Promise<void> => {
  const client = new pg.Client({ connectionString: house.located.adminUrl })
  await client.connect()
  try {
    const today = house.services.clock.now().toZonedDateTimeISO('Europe/London').toPlainDate()
    await client.query('select set_config($1, $2, false), set_config($3, $4, false)', [
      'throughcare.people',
      String(people),
      'throughcare.today',
      today.toString(),
    ])
    await client.query(await readFile(file, 'utf8'))
    await rebuildObligations(house.database, progress)
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}
