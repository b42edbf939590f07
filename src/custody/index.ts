export type { FeedLine, Merge, Movement, MovementSource, MovementType, Sighting } from './model.ts'
export { readFeedLine } from './movement-events.ts'
export { type ReleaseDateType, releaseDateTypes } from './release-date-types.ts'
export { type Interpreted, interpretRelease } from './releases.ts'
