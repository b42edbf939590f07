import { isId } from '../platform/ids.ts'
import type { FormValues } from '../platform/ui/index.ts'

/** What somebody is in the middle of writing: read by its writer alone. */
export interface Draft {
  readonly id: string
  readonly answers: FormValues
  readonly savedAt: Temporal.Instant
}

/** The hidden fields that a form with a draft sends beside its own. */
export const draftFields = { path: '_draft_path', title: '_draft_title', next: '_draft_next' } as const

const draftable = /^\/(people\/([0-9a-f-]{36})\/|contacts\/)[a-z0-9/-]{1,200}(\?day=\d{4}-\d{2}-\d{2})?$/

/** Whom a form's address is about; undefined for an address that keeps no drafts, null where it is about several. */
export const personOfForm = (path: string): string | null | undefined => {
  const found = draftable.exec(path)
  if (found === null) return undefined
  const [, , person = null] = found
  return person === null || isId(person) ? person : undefined
}

const pageOfPerson = /^\/people\/[0-9a-f-]{36}\/[a-z0-9_/-]{1,100}(\?from=[a-z0-9-]{1,60})?$/

/** Where saving a draft leads: to another page about somebody where the form asks for it, else back to the form. */
export const afterDraft = (path: string, next: string): string => (pageOfPerson.test(next) ? next : path)

/** What was typed, without what the form itself sends. */
export const withoutHidden = (values: FormValues): FormValues =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !name.startsWith('_')))
