import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { House } from '../../src/compose.ts'
import {
  episodesFile,
  type Imported,
  importFile,
  importMovements,
  peopleFile,
  releaseDatesFile,
  rollFile,
} from '../../src/exchange/index.ts'
import { today } from '../../src/platform/clock.ts'
import type { Result } from '../../src/platform/result.ts'

/** A folder of a test file's own; `write` makes a file in it and answers with its path. */
export const scratchFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'throughcare-files-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return {
    path: (name: string): string => join(folder, name),
    read: (name: string): string => readFileSync(join(folder, name), 'utf8'),
    write: (name: string, content: string | Buffer): string => {
      const path = join(folder, name)
      writeFileSync(path, content)
      return path
    },
  }
}

export type FileName = 'people' | 'movements' | 'release-dates' | 'episodes' | 'roll'

const quietly = (): void => {}

/** Imports a file as the command does. */
export const importAs = (house: House, name: FileName, path: string): Promise<Result<Imported>> => {
  const { database, services } = house
  const day = today(services.clock)
  switch (name) {
    case 'people':
      return importFile(database, path, peopleFile(day), quietly)
    case 'movements':
      return importMovements(database, path, day, quietly)
    case 'release-dates':
      return importFile(database, path, releaseDatesFile(services.clock.now()), quietly)
    case 'roll':
      return importFile(database, path, rollFile(services.clock.now()), quietly)
    case 'episodes':
      return importFile(database, path, episodesFile(day), quietly)
  }
}

/** The counts of an import that must succeed. */
export const countsOf = async (house: House, name: FileName, path: string): Promise<Imported['counts']> => {
  const imported = await importAs(house, name, path)
  if (!imported.ok) throw new Error(imported.refusal.message)
  return imported.value.counts
}
