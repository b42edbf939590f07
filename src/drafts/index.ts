import type { Route } from '../platform/http/index.ts'
import { discardDraftPage } from './pages/discard-draft.tsx'
import { draftsPage } from './pages/drafts.tsx'

export { discardDraft } from './actions/discardDraft.ts'
export { saveDraft } from './actions/saveDraft.ts'
export type { Draft } from './model.ts'
export { DraftKeeper, DraftNotice, KeepAndGo } from './pages/draft-keeper.tsx'
export { KeptForm } from './pages/kept-form.tsx'
export { YourDrafts } from './pages/your-drafts.tsx'
export { draftOf } from './queries/draftOf.ts'
export { myDrafts } from './queries/myDrafts.ts'
export { clearOldDrafts } from './reactions.ts'

/** What somebody is in the middle of writing, kept as they type it. */
export const draftsRoutes: readonly Route[] = [draftsPage, discardDraftPage]
