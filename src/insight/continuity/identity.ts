/** A record of somebody, as the measure needs it to tell whose an episode is. */
export interface KnownPerson {
  readonly prisonNumber: string
  readonly nhsNumber: string | null
  readonly givenInitial: string | null
  readonly familyInitial: string | null
  /** `YYYY-MM-DD`. */
  readonly dateOfBirth: string | null
  readonly sex: string | null
}

export interface MergedNumbers {
  readonly survivor: string
  readonly removed: string
}

/** Who has which number: by any number of theirs, the id that stands for the person. */
export interface Identities {
  readonly personOf: (prisonNumber: string) => string | undefined
  readonly byNhsNumber: ReadonlyMap<string, ReadonlySet<string>>
  readonly byInitials: ReadonlyMap<string, ReadonlySet<string>>
}

/** The number that stands for each set of merged numbers, whatever the order in which merges are told. */
const mergedGroups = (merges: readonly MergedNumbers[]): ((number: string) => string) => {
  const parents = new Map<string, string>()
  const root = (number: string): string => {
    let top = number
    for (let next = parents.get(top); next !== undefined; next = parents.get(top)) top = next
    return top
  }
  for (const { survivor, removed } of merges) {
    const [kept, joined] = [root(survivor), root(removed)].sort()
    if (kept !== undefined && joined !== undefined && kept !== joined) parents.set(joined, kept)
  }
  return root
}

const upper = (letter: string | null): string | null =>
  letter === null ? null : letter.normalize('NFD').charAt(0).toUpperCase() || null

/** First initial, family initial, date of birth and sex as one key; null where any of them is missing. */
export const initialsKey = ({
  givenInitial,
  familyInitial,
  dateOfBirth,
  sex,
}: Omit<KnownPerson, 'prisonNumber' | 'nhsNumber'>): string | null => {
  const parts = [upper(givenInitial), upper(familyInitial), dateOfBirth, sex]
  return parts.includes(null) ? null : parts.join('|')
}

const addTo = (index: Map<string, Set<string>>, key: string | null, personId: string): void => {
  if (key === null) return
  const people = index.get(key) ?? new Set()
  index.set(key, people.add(personId))
}

/** Everybody we know, by every number and by initials; merged records are one person. */
export const identitiesOf = (
  people: readonly KnownPerson[],
  merges: readonly MergedNumbers[],
): Identities => {
  const root = mergedGroups(merges)
  const known = new Set(people.map(({ prisonNumber }) => root(prisonNumber)))
  const byNhsNumber = new Map<string, Set<string>>()
  const byInitials = new Map<string, Set<string>>()
  for (const person of people) {
    const personId = root(person.prisonNumber)
    addTo(byNhsNumber, person.nhsNumber, personId)
    addTo(byInitials, initialsKey(person), personId)
  }
  const personOf = (number: string): string | undefined => {
    const personId = root(number)
    return known.has(personId) ? personId : undefined
  }
  return { personOf, byNhsNumber, byInitials }
}
