import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Located } from '../src/platform/database/locate.ts'
import { cloneDatabase } from './support/database.ts'

const codegen = new URL('../node_modules/kysely-codegen/dist/cli/bin.js', import.meta.url).pathname
const types = JSON.stringify({ date: 'Temporal.PlainDate', timestamptz: 'Temporal.Instant', int8: 'number' })

let located: Located
beforeAll(async () => {
  located = await cloneDatabase()
})
afterAll(() => located.release())

it('the types of queries are those of the migrated database', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'throughcare-types-')), 'schema.ts')
  execFileSync(process.execPath, [
    codegen,
    ...['--dialect', 'postgres', '--url', located.adminUrl, '--default-schema', 'throughcare'],
    ...['--include-pattern', 'throughcare.*', '--type-mapping', types, '--out-file', file],
  ])
  expect(readFileSync(file, 'utf8')).toBe(
    readFileSync(new URL('../src/platform/database/schema.ts', import.meta.url), 'utf8'),
  )
})
