import type { Task } from '../jobs/task.ts'
import { sealAudit } from './seal.ts'

/** Every ten minutes: seals what was written to the audit log, in the database and in the file outside it. */
export const sealAuditEvery = (file: string): Task => ({
  name: 'seal_audit',
  runsAs: 'sealer',
  every: '*/10 * * * *',
  run: async (_ids, { database, clock }) => {
    const sealed = await sealAudit({ database, file, now: clock.now() })
    if (!sealed.ok) throw new Error(sealed.refusal.message)
  },
})
