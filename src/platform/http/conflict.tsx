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

/** A stale form: what was typed beside what is there now, and the choice to keep either. */
export const conflictPage = ({ shell, path, stands, now, typed, idempotencyKey }: Conflict): Html => (
  <ConflictPage
    shell={shell}
    what={stands.what}
    fields={Object.entries(stands.labels).map(([name, label]) => ({
      label,
      typed: typedValues(typed, name).join(', '),
      now: typedValues(now, name).join(', '),
    }))}
    startAgain={path}
    keepTyped={{ action: path, idempotencyKey, version: stands.version, values: typed }}
  />
)
