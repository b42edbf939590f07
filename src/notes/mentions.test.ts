import { describe, expect, it } from 'vitest'
import { copyFor, type ToCopy } from './copy.ts'
import { candidatesIn, mentionsIn, type Neighbour, withoutMentions } from './mentions.ts'

const dale: Neighbour = { id: '1', givenName: 'Dale', familyName: 'Ford', prisonNumber: 'A5555ZZ' }
const bell: Neighbour = { id: '2', givenName: 'Marcus', familyName: 'Bell', prisonNumber: null }

const named = (words: string): readonly string[] =>
  mentionsIn(words, [dale, bell]).map(({ person }) => person.familyName)

describe('somebody else in a note', () => {
  it.each([
    ['Owes Dale Ford two vapes', ['Ford']],
    ['Ford came to his door', ['Ford']],
    ['A5555ZZ was there', ['Ford']],
    ['Marcus Bell’s cell', ['Bell']],
    ['Rang the bell twice', []],
    ['Could not afford it, drove a Fordson', []],
    ['Lives in Bradford and Bellingham', []],
  ])('is found by name with its capital, or by number: %s', (words, expected) => {
    expect(named(words)).toEqual(expected)
  })

  it('is asked for by what might be a name or a number, and nothing else', () => {
    expect(candidatesIn('Saw Ford (A5555ZZ) at the gate')).toEqual({
      names: ['saw', 'ford'],
      numbers: ['A5555ZZ'],
    })
  })

  it('is taken out however often and however named', () => {
    const words = 'Dale Ford, A5555ZZ: Ford again'
    expect(withoutMentions(words, mentionsIn(words, [dale]))).toBe(
      '[somebody else], [somebody else]: [somebody else] again',
    )
  })
})

const note: ToCopy = {
  class: 'recovery',
  day: Temporal.PlainDate.from('2026-11-23'),
  words: 'Owes Dale Ford two vapes',
  by: 'Rosa Example',
  service: 'Leeds recovery team',
  namesOthers: true,
  met: true,
}

describe('a copy for another record', () => {
  it('carries the words where its readers may read the class, without other people’s names', () => {
    const { text, leftOut } = copyFor('health', note, mentionsIn(note.words, [dale]), true)
    expect(text).toContain('Owes [somebody else] two vapes')
    expect(leftOut).toEqual(['The name of Dale Ford: it is no business of this record.'])
  })

  it('carries of a class that it does not carry only that they met, and says why', () => {
    const { text, leftOut } = copyFor('prison', note, [], false)
    expect(text).toBe('Seen by Leeds recovery team on 23 November 2026.')
    expect(leftOut[0]).toContain('The wing, probation and courts will not')
    expect(copyFor('prison', { ...note, met: false }, [], false).text).toBeNull()
  })

  it('carries nothing of safeguarding, and no words that are marked while nobody is found in them', () => {
    expect(copyFor('prison', { ...note, class: 'safeguarding' }, [], false).text).toBeNull()
    expect(copyFor('health', note, [], true).text).toBeNull()
    expect(copyFor('health', { ...note, namesOthers: false }, [], true).text).toContain('Owes Dale')
  })
})
