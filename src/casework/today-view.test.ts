import { describe, expect, it } from 'vitest'
import { byPerson, leavingWords, missingFor, owedWords } from './today-view.ts'

const today = Temporal.PlainDate.from('2026-11-23')
const day = (text: string) => Temporal.PlainDate.from(text)

describe('when somebody leaves', () => {
  it('says both days where a Friday is presumed to move', () => {
    expect(leavingWords(day('2026-11-26'), day('2026-11-27'), today)).toBe(
      'Friday 27 November → Thursday 26 November, presumed a day earlier',
    )
  })

  it('counts the days across a weekend', () => {
    expect(leavingWords(day('2026-12-03'), day('2026-12-06'), today)).toContain('presumed 3 days earlier')
  })

  it('says that a date has passed without a release', () => {
    expect(leavingWords(day('2026-11-20'), day('2026-11-20'), today)).toBe(
      'Friday 20 November has passed, check today',
    )
  })

  it('says one day where nothing moved', () => {
    expect(leavingWords(day('2026-11-24'), day('2026-11-24'), today)).toBe('tomorrow')
    expect(leavingWords(day('2026-11-26'), null, today)).toBe('Thursday 26 November')
  })
})

describe('what is missing', () => {
  it('leads to the first step that is not done', () => {
    const owed = [
      { standard: 'first_night_accommodation' },
      { standard: 'community_appointment' },
      { standard: 'agreed_contact' },
    ]
    expect(missingFor(owed, () => true)).toEqual({
      words: 'no appointment, first night not known',
      first: { standard: 'community_appointment' },
    })
  })

  it('leads past what is for somebody else to do', () => {
    const owed = [{ standard: 'community_appointment' }, { standard: 'medicines_bridge' }]
    const { words, first } = missingFor(owed, (standard) => standard === 'medicines_bridge')
    expect(words).toBe('no appointment, medicines not bridged')
    expect(first?.standard).toBe('medicines_bridge')
  })

  it('leads a service that received the hand-over to its answer before a booking', () => {
    const owed = [{ standard: 'community_appointment' }, { standard: 'handover_accepted' }]
    expect(missingFor(owed, () => true, true).first?.standard).toBe('handover_accepted')
    expect(missingFor(owed, () => true).first?.standard).toBe('community_appointment')
  })

  it('is said too where it is nothing', () => {
    expect(missingFor([{ standard: 'agreed_contact' }], () => true)).toEqual({
      words: 'nothing missing',
      first: null,
    })
  })
})

describe('a row', () => {
  it('says why it is owed, with days as people say them', () => {
    expect(
      owedWords({ standard: 'triage', pack: 'england', opens_on: day('2026-11-22'), due_on: today }, today),
    ).toEqual({ title: 'Triage', why: 'Referred, or screened positive, on yesterday' })
  })

  it('stands with the others of its person', () => {
    const rows = [
      { person_id: 'a', n: 1 },
      { person_id: 'b', n: 2 },
      { person_id: 'a', n: 3 },
    ]
    expect(byPerson(rows).map((group) => group.map(({ n }) => n))).toEqual([[1, 3], [2]])
  })
})
