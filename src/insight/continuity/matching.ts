import { type Identities, initialsKey, type KnownPerson } from './identity.ts'

/** What an episode says of whose it is; any of it may be missing. */
export type EpisodeIdentity = Omit<KnownPerson, 'prisonNumber'> & { readonly prisonNumber: string | null }

/**
 * Whose an episode is. A match by initials serves the measure only: among 350,000 people one in fifteen is a
 * stranger's, so it stands on nobody's page until a human confirms it.
 */
export type EpisodeMatch =
  | {
      readonly kind: 'person'
      readonly personId: string
      readonly by: 'prison_number' | 'nhs_number' | 'initials'
    }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'ambiguous' }

const nobody: EpisodeMatch = { kind: 'nobody' }
const ambiguous: EpisodeMatch = { kind: 'ambiguous' }

const only = (people: ReadonlySet<string> | undefined, by: 'nhs_number' | 'initials'): EpisodeMatch => {
  const [personId, second] = people ?? []
  if (personId === undefined) return nobody
  return second === undefined ? { kind: 'person', personId, by } : ambiguous
}

/**
 * The first that answers: the prison number (aliases included), the NHS number, exactly one person with
 * those initials, date of birth and sex. Numbers that point at different people are ambiguous.
 */
export const matchEpisode = (episode: EpisodeIdentity, identities: Identities): EpisodeMatch => {
  const { prisonNumber, nhsNumber } = episode
  const personId = prisonNumber === null ? undefined : identities.personOf(prisonNumber)
  const byNhs = nhsNumber === null ? undefined : identities.byNhsNumber.get(nhsNumber)
  if (personId !== undefined)
    return byNhs === undefined || byNhs.has(personId)
      ? { kind: 'person', personId, by: 'prison_number' }
      : ambiguous
  if (byNhs !== undefined) return only(byNhs, 'nhs_number')
  const key = initialsKey(episode)
  return only(key === null ? undefined : identities.byInitials.get(key), 'initials')
}
