import { released } from './leaving.ts'
import type { Post } from './posts.ts'
import { momentAt, type Scene } from './scene.ts'

const longAgo = -3_400

/** Left over nine years ago and never heard of since: what was written about them is due to go. */
export const longGone = (scene: Scene, post: Post): void => {
  released(scene, post, longAgo, 'nothing_known')
  const at = momentAt(scene, longAgo)
  for (const row of scene.rows.legal_status)
    if (row.person_id === scene.personId) Object.assign(row, { as_of: at, recorded_at: at })
}
