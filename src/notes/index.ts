import type { Route } from '../platform/http/index.ts'
import { amendNote } from './pages/amend-note.tsx'
import { copyNotePage } from './pages/copy-note.tsx'
import { newNote } from './pages/new-note.tsx'
import { notePage } from './pages/note.tsx'

export { mentionWords, writeNote } from './actions/writeNote.ts'
export type { Mention } from './mentions.ts'
export { mostWords, type NoteClass, noteClassWords } from './model.ts'
export { NoteFields } from './pages/note-fields.tsx'
export { beginFrom } from './templates.ts'

/** Words about a person: written, put right, read back, and copied for another record. */
export const notesRoutes: readonly Route[] = [newNote, notePage, amendNote, copyNotePage]
