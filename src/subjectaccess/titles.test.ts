import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { withHouse } from '../../test/support/house.ts'
import { rowsOf } from '../../test/support/records.ts'
import { factKinds } from '../assessment/model.ts'
import { describeRow } from './describe-row.ts'
import type { HeldTable } from './model.ts'
import { sectionWords } from './section-words.ts'

const opened = withHouse()

/** Words of the database or of staff, which say nothing to whoever a record is about. */
const ofTheHouse = /_|\b(?:fact|forms and events|person|record class|derived|row|obligation|intervention)\b/i

const factTable = (): HeldTable => ({ name: 'fact', words: 'A fact', columns: [] })
const described = (kind: string, answers: Record<string, unknown> = {}) =>
  describeRow(factTable(), { kind, answers, day: '2026-11-23' }, new Map())

describe('the title that stands over what is held', () => {
  it('is one that was written for the person, of every table that holds anything about them', async () => {
    const tables = await rowsOf(opened().house, sql<{ name: string }>`select name from person_table`)
    expect(tables.length).toBeGreaterThan(40)
    for (const { name } of tables) {
      const words = sectionWords({ name, words: 'its comment alone' })
      expect(words, name).not.toBe('its comment alone')
      if (name !== 'fact') expect(words, name).not.toMatch(ofTheHouse)
    }
  })

  it.each(factKinds)('is one of its own for %s', (kind) => {
    const { section, heading } = described(kind)
    expect(section).not.toBe(sectionWords(factTable()))
    expect(section).not.toMatch(ofTheHouse)
    expect(heading).not.toMatch(/_/)
    for (const other of factKinds) if (other !== kind) expect(described(other).section).not.toBe(section)
  })

  it('says of a test and an incident what they were', () => {
    expect(described('test_result', { purpose: 'court', outcome: 'refused' })).toMatchObject({
      section: 'Your drug and alcohol tests',
      heading: 'Test (ordered by a court): refused',
    })
    expect(described('incident', { what: 'overdose' })).toMatchObject({
      section: 'Incidents',
      heading: 'Incident: overdose',
    })
  })
})
