import { ConflictPage, type FormValues, type Html, type Shell, typedValues } from '../ui/index.ts'
import type { Versioned } from './define-form.ts'

interface Conflict {
  readonly shell: Shell
  readonly path: string
  readonly stands: Versioned
  readonly now: FormValues
  readonly typed: FormValues
  readonly idempotencyKey: string
}

/** What stands in a field, as the form writes it. */
const said = ({ words = {} }: Versioned, values: FormValues, name: string): string => {
  const known = new Map(Object.entries(words[name] ?? {}))
  return typedValues(values, name)
    .map((value) => known.get(value) ?? value)
    .join(', ')
}

/** A stale form: what was typed beside what is there now, and the choice to keep either. */
export const conflictPage = ({ shell, path, stands, now, typed, idempotencyKey }: Conflict): Html => (
  <ConflictPage
    shell={shell}
    what={stands.what}
    fields={Object.entries(stands.labels).map(([name, label]) => ({
      label,
      typed: said(stands, typed, name),
      now: said(stands, now, name),
    }))}
    startAgain={path}
    keepTyped={{ action: path, idempotencyKey, version: stands.version, values: typed }}
  />
)
