import { releaseReason } from '../directory/index.ts'
import type { MovementType } from './model.ts'

/** What a movement is, and whether its reason was understood. */
export interface Interpreted {
  readonly type: MovementType
  readonly reasonKnown: boolean
}

/**
 * A release out of prison care by its reason code: into the community, unless the code says removal abroad,
 * immigration detention or death. A code that nobody knows is a release; so is one that leaves doubt, and
 * both wait for a human before anybody is rung. No code at all is an ordinary release.
 */
export const interpretRelease = (code: string | null): Interpreted => {
  if (code === null) return { type: 'release', reasonKnown: true }
  const meaning = releaseReason(code)?.meaning
  if (meaning === 'removal' || meaning === 'death') return { type: meaning, reasonKnown: true }
  return { type: 'release', reasonKnown: meaning === 'community' }
}
