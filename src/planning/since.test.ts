import { describe, expect, it } from 'vitest'
import { type Scored, scoreLine } from './score-words.ts'
import { contactWords, moveLine } from './since.ts'

const today = Temporal.PlainDate.from('2026-11-23')
const day = (iso: string) => Temporal.PlainDate.from(iso)

describe('what changed since the last review', () => {
  it('tells meetings that took place, and of the rest whose side it was', () => {
    expect(contactWords([])).toBe('No meeting was recorded.')
    expect(
      contactWords([
        { outcome: 'kept', count: 5 },
        { outcome: 'late', count: 1 },
        { outcome: 'prison_did_not_unlock', count: 2 },
        { outcome: 'refused', count: 1 },
      ]),
    ).toBe('6 took place; 2 prison did not unlock (the prison’s side); 1 refused (theirs to keep).')
  })

  it('tells how the release date moved', () => {
    expect(moveLine([], today)).toBe('It did not move.')
    expect(moveLine([{ on: day('2026-11-02'), type: 'CRD', date: day('2026-12-04') }], today)).toContain(
      'Friday 4 December (told Monday 2 November)',
    )
    expect(moveLine([{ on: day('2026-11-02'), type: 'CRD', date: null }], today)).toContain('withdrawn')
  })

  it('sets scores beside the ones before, without saying what they mean', () => {
    const scored = (id: string, iso: string, total: number | null): Scored => ({
      day: day(iso),
      instrument: { id, name: id.toUpperCase(), range: { least: 0, most: 27 } },
      score: { total },
    })
    expect(scoreLine([], [])).toBe('None was taken.')
    expect(
      scoreLine(
        [scored('phq9', '2026-11-01', 9), scored('phq9', '2026-10-01', 12), scored('gad7', '2026-11-01', 4)],
        [scored('phq9', '2026-08-01', 15)],
      ),
    ).toBe('PHQ9 9 of 27, before 15; GAD7 4 of 27, the first time.')
    expect(scoreLine([scored('phq9', '2026-11-01', null)], [])).toBe('None was taken.')
  })
})
