import { dateWords, type PersonAtAGlance, type SafetyFlag } from '../platform/ui/index.ts'
import type { HeaderFlag, PersonHeader } from './queries/personHeader.ts'

type Named = Pick<PersonHeader, 'givenName' | 'familyName'> & { readonly knownAs?: string | null }

/** A person's name as pages say it: what they like to be called, then their family name. */
export const personName = ({ givenName, familyName, knownAs }: Named): string =>
  `${knownAs ?? givenName} ${familyName}`

const unnamed = 'this person'

const wholeWords = (name: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\d])${RegExp.escape(name)}(?![\\p{L}\\d])`, 'gu')

/** Words about somebody without their name or number: "Triage for this person", for what a browser keeps. */
export const withoutName = (
  words: string,
  person: Named & { readonly prisonNumber: string | null },
): string => {
  const { givenName, familyName, knownAs, prisonNumber } = person
  const said = [
    personName(person),
    `${givenName} ${familyName}`,
    `${familyName}, ${givenName}`,
    ...[knownAs, givenName, familyName, prisonNumber].map((each) => each ?? ''),
  ]
  const plain = said
    .filter((name) => name !== '')
    .reduce((text, name) => text.replace(wholeWords(name), unnamed), words)
  return plain.charAt(0).toUpperCase() + plain.slice(1)
}

const flagOf = ({ kind, detail }: HeaderFlag): SafetyFlag => ({ kind, detail: detail ?? undefined })

const withInterpreter = (header: PersonHeader): readonly SafetyFlag[] | undefined => {
  const spoken: readonly SafetyFlag[] =
    header.interpreter === null ? [] : [{ kind: 'interpreter', detail: header.interpreter }]
  if (header.flags === null) return spoken.length === 0 ? undefined : spoken
  return [...header.flags.map(flagOf), ...spoken]
}

const isInside = ({ place: { status } }: PersonHeader): boolean =>
  status !== null && !['in_community', 'removed', 'died', 'not_known'].includes(status)

const noteOf = (
  { day, recorded, warning }: NonNullable<PersonHeader['release']>,
  today: Temporal.PlainDate,
): string | undefined => {
  if (Temporal.PlainDate.compare(day, today) < 0) return 'passed: check today'
  if (recorded !== null && !recorded.equals(day)) return `recorded as ${dateWords(recorded, today)}`
  return warning === null ? undefined : 'see warning'
}

const releaseOf = (
  header: PersonHeader,
  today: Temporal.PlainDate,
): Pick<PersonAtAGlance, 'release'> | Record<string, never> => {
  if (!isInside(header)) return {}
  if (header.release === null) return { release: { date: undefined } }
  const note = noteOf(header.release, today)
  return { release: { date: header.release.day, ...(note === undefined ? {} : { note }) } }
}

/** What the identity bar and the safety bar show. */
export const atAGlance = (header: PersonHeader, today: Temporal.PlainDate): PersonAtAGlance => ({
  name: personName(header),
  href: `/people/${header.id}`,
  prisonNumber: header.prisonNumber ?? undefined,
  birth: header.dateOfBirth ?? undefined,
  where: header.where,
  safety: withInterpreter(header),
  ...releaseOf(header, today),
})
