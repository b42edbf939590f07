import { describe, expect, test } from 'vitest'
import { identitiesOf, type KnownPerson } from './identity.ts'
import { type EpisodeIdentity, matchEpisode } from './matching.ts'

const known = (prisonNumber: string, change: Partial<KnownPerson> = {}): KnownPerson => ({
  prisonNumber,
  nhsNumber: null,
  givenInitial: 'Lee',
  familyInitial: 'Whitaker',
  dateOfBirth: '1990-02-28',
  sex: 'M',
  ...change,
})

const lee = known('A1111AA', { nhsNumber: '9434765919' })
const sam = known('A2222BB', { givenInitial: 'Sam', nhsNumber: '5990128088' })
const twin = known('A3333CC', { givenInitial: 'Léo' })

const nameless: EpisodeIdentity = {
  prisonNumber: null,
  nhsNumber: null,
  givenInitial: null,
  familyInitial: null,
  dateOfBirth: null,
  sex: null,
}

const whose = (
  episode: Partial<EpisodeIdentity>,
  people: readonly KnownPerson[] = [lee, sam],
  merges: Parameters<typeof identitiesOf>[1] = [],
) => {
  const match = matchEpisode({ ...nameless, ...episode }, identitiesOf(people, merges))
  return match.kind === 'person' ? `${match.personId} by ${match.by}` : match.kind
}

const initials = { givenInitial: 'l', familyInitial: 'W', dateOfBirth: '1990-02-28', sex: 'M' }

describe('whose an episode is', () => {
  test('by prison number', () => expect(whose({ prisonNumber: 'A1111AA' })).toBe('A1111AA by prison_number'))
  test('by NHS number where the prison number is nobody’s', () =>
    expect(whose({ prisonNumber: 'Z9999ZZ', nhsNumber: '9434765919' })).toBe('A1111AA by nhs_number'))
  test('by initials, date of birth and sex where neither is', () =>
    expect(whose({ prisonNumber: 'Z9999ZZ', nhsNumber: '0', ...initials })).toBe('A1111AA by initials'))
  test('nobody’s without any of them', () => expect(whose({})).toBe('nobody'))
  test('nobody’s by initials that lack one part', () =>
    expect(whose({ ...initials, sex: null })).toBe('nobody'))
  test('ambiguous where numbers point at different people', () =>
    expect(whose({ prisonNumber: 'A1111AA', nhsNumber: '5990128088' })).toBe('ambiguous'))
  test('ambiguous where several have the initials, accents or not', () =>
    expect(whose(initials, [lee, twin])).toBe('ambiguous'))
  test('ambiguous where several have the NHS number, unless the prison number tells', () => {
    const both = [lee, known('A3333CC', { nhsNumber: '9434765919' })]
    expect(whose({ nhsNumber: '9434765919' }, both)).toBe('ambiguous')
    expect(whose({ nhsNumber: '9434765919', prisonNumber: 'A3333CC' }, both)).toBe('A3333CC by prison_number')
  })
})

describe('a merge', () => {
  const merge = [{ survivor: 'A1111AA', removed: 'B1111BB' }]
  test('makes the old number an alias, also one that nobody was recorded under', () =>
    expect(whose({ prisonNumber: 'B1111BB' }, [lee], merge)).toBe('A1111AA by prison_number'))
  test('makes the survivor known by a record under the old number', () =>
    expect(whose({ prisonNumber: 'A1111AA' }, [known('B1111BB')], merge)).toMatch(/by prison_number$/))
  test('makes two records one person, so that initials fit one', () =>
    expect(whose(initials, [lee, twin], [{ survivor: 'A1111AA', removed: 'A3333CC' }])).toMatch(
      /by initials$/,
    ))
  test('reaches through others, in whatever order they come', () => {
    const chain = [
      { survivor: 'A1111AA', removed: 'B1111BB' },
      { survivor: 'B1111BB', removed: 'C1111CC' },
      { survivor: 'C1111CC', removed: 'D1111DD' },
    ]
    for (const merges of [chain, chain.toReversed()])
      expect(whose({ prisonNumber: 'D1111DD' }, [lee], merges)).toBe('A1111AA by prison_number')
  })
  test('told both ways round does no harm', () =>
    expect(
      whose({ prisonNumber: 'B1111BB' }, [lee], [...merge, { survivor: 'B1111BB', removed: 'A1111AA' }]),
    ).toMatch(/by prison_number$/))
})
