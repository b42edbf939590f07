import type { Sureness } from './model.ts'

/**
 * What a NOMIS movement reason code on a release means to us. Raw reference data of another system, whose
 * publisher warns that it may change: a code that is not here is a release that a human looks at first.
 *
 * - `community`: an ordinary release.
 * - `removal`: removal abroad or immigration detention; no follow-up, no release into the community.
 * - `death`: the release of someone who died in custody.
 * - `check`: known, but says that somebody may not simply be at home (secure hospital, unlawfully at large):
 *   it counts as a release, and nobody is rung or written to until a human has looked.
 */
type ReleaseMeaning = 'community' | 'removal' | 'death' | 'check'

export interface ReleaseReason {
  readonly meaning: ReleaseMeaning
  readonly words: string
  readonly sureness: Sureness
}

/**
 * Read in public code of the Ministry of Justice: the probation integration service
 * `prison-custody-status-to-delius` (`MovementReasonCodes`, and `isIrcRelease` for which of them end in
 * removal or an immigration removal centre), and `prison-api` for `CR`. `AR` and `HR` are well known from
 * prison records and used in the feed's examples.
 */
const releaseReasons: ReadonlyMap<string, ReleaseReason> = new Map<string, ReleaseReason>([
  ['CR', { meaning: 'community', words: 'Conditional release', sureness: 'read' }],
  ['AR', { meaning: 'community', words: 'Automatic release', sureness: 'well_known' }],
  ['HR', { meaning: 'community', words: 'Home detention curfew', sureness: 'well_known' }],
  ['DD', { meaning: 'removal', words: 'Discharged to be deported', sureness: 'read' }],
  ['DE', { meaning: 'removal', words: 'Deported, no sentence', sureness: 'read' }],
  ['DL', { meaning: 'removal', words: 'Deported on licence', sureness: 'read' }],
  ['DEIRC', { meaning: 'removal', words: 'To an immigration removal centre', sureness: 'read' }],
  [
    'ECSLIRC',
    {
      meaning: 'removal',
      words: 'End of custody licence to an immigration removal centre',
      sureness: 'read',
    },
  ],
  ['ETR', { meaning: 'removal', words: 'Early removal scheme', sureness: 'read' }],
  ['DEC', { meaning: 'death', words: 'Died', sureness: 'read' }],
  ['HO', { meaning: 'check', words: 'Detained in a mental health hospital', sureness: 'read' }],
  ['HP', { meaning: 'check', words: 'Final discharge to psychiatric care', sureness: 'read' }],
  ['HQ', { meaning: 'check', words: 'Released to a mental health hospital', sureness: 'read' }],
  ['UAL', { meaning: 'check', words: 'Unlawfully at large', sureness: 'read' }],
  ['UAL_ECL', { meaning: 'check', words: 'Unlawfully at large, end of custody licence', sureness: 'read' }],
])

/** What a release's reason code means; undefined where nobody has told us. */
export const releaseReason = (code: string): ReleaseReason | undefined => releaseReasons.get(code)

/**
 * Admission codes that mean a return on recall: read in the reception service's public list
 * (`welcome-people-into-prison`) and in the event publisher's notes.
 */
const recallCodes: ReadonlySet<string> = new Set(['L', 'B', 'H', 'Y', 'ETB', 'ETRB', 'ETRLR', 'ETRRIE', '24'])

/** Whether an admission with this code is a recall: release dates of before it no longer apply. */
export const isRecallCode = (code: string | null): boolean => code !== null && recallCodes.has(code)
