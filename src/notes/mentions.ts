/** Somebody else whom words may speak of. */
export interface Neighbour {
  readonly id: string
  readonly givenName: string
  readonly familyName: string
  readonly prisonNumber: string | null
}

/** What of some words names somebody else. */
export interface Mention {
  readonly words: string
  readonly person: Neighbour
}

/** A whole word as it is written with its capital: "Bell" and "Bell’s" are somebody, "bell" rings, "Bellingham" is a place. */
const asWord = (name: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{M}'’-])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{M}]|-\\p{L})`,
    'u',
  )

const waysToName = ({ givenName, familyName, prisonNumber }: Neighbour): readonly string[] => [
  `${givenName} ${familyName}`,
  familyName,
  ...(prisonNumber === null ? [] : [prisonNumber]),
]

const capitals = /(?<![\p{L}\d])\p{Lu}[\p{L}\p{M}'’-]+/gu
const numbers = /\b[A-Z]\d{4}[A-Z]{2}\b|\b\d{5,6}\b/g

/** What might be a family name or a prison number in some words: what the database is asked for. */
export const candidatesIn = (words: string): { readonly names: string[]; readonly numbers: string[] } => ({
  names: [
    ...new Set((words.match(capitals) ?? []).map((name) => name.replace(/['’]s$/, '').toLowerCase())),
  ].slice(0, 200),
  numbers: [...new Set(words.match(numbers) ?? [])].slice(0, 50),
})

/** Who of some others is named in the words: by full name, by family name with its capital, or by prison number. */
export const mentionsIn = (words: string, others: readonly Neighbour[]): readonly Mention[] =>
  others.flatMap((person) => {
    const named = waysToName(person).find((name) => name !== '' && asWord(name).test(words))
    return named === undefined ? [] : [{ words: named, person }]
  })

/** The words with everybody else's names taken out. */
export const withoutMentions = (words: string, mentions: readonly Mention[]): string =>
  mentions.reduce(
    (left, { person }) =>
      waysToName(person).reduce(
        (rest, name) =>
          name === '' ? rest : rest.replaceAll(new RegExp(asWord(name).source, 'gu'), '[somebody else]'),
        left,
      ),
    words,
  )
