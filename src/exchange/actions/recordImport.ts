import { type AuditEvent, appendAudit } from '../../platform/audit/append.ts'
import type { Database, IntakeTold } from '../../platform/database/transaction.ts'
import { ok } from '../../platform/result.ts'

/** What the audit log says of one run of an import as a whole: the file by its digest, and counts; nobody by name. */
export interface ImportRun {
  readonly outcome: AuditEvent['outcome']
  /** SHA-256 of the file; null where it could not be read. */
  readonly digest: string | null
  /** What became of the rows, or why the file was not taken. */
  readonly words: string
}

/** Appends the event of a run, beside those of the people whom its chunks changed: also where it changed nobody. */
export const recordImport = async (
  database: Database,
  told: IntakeTold,
  { outcome, digest, words }: ImportRun,
): Promise<void> => {
  const done = await database.intake(async (tx) => {
    await appendAudit(tx.db, {
      id: tx.ids.next(),
      at: tx.now,
      staffId: null,
      role: told.runsAs,
      serviceIds: [],
      action: 'import_file',
      outcome,
      people: [],
      subject: digest === null ? told.action : `${told.action} sha256:${digest}`,
      address: told.address ?? null,
      requestId: told.requestId ?? null,
      why: words,
    })
    return ok(undefined)
  })
  if (!done.ok) throw new Error(done.refusal.message)
}
