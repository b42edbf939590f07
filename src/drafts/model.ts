import type { FormValues } from '../platform/ui/index.ts'

/** What somebody is in the middle of writing: read by its writer alone. */
export interface Draft {
  readonly id: string
  readonly answers: FormValues
  readonly savedAt: Temporal.Instant
}

/** The hidden fields that a form with a draft sends beside its own. */
export const draftFields = { path: '_draft_path', title: '_draft_title' } as const

const draftable = /^\/(people\/([0-9a-f-]{36})\/|contacts\/)[a-z0-9/-]{1,200}(\?day=\d{4}-\d{2}-\d{2})?$/

/** Whom a form's address is about; undefined for an address that keeps no drafts, null where it is about several. */
export const personOfForm = (path: string): string | null | undefined => {
  const found = draftable.exec(path)
  return found === null ? undefined : (found[2] ?? null)
}

/** What was typed, without what the form itself sends. */
export const withoutHidden = (values: FormValues): FormValues =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !name.startsWith('_')))
