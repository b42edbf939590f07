import { identities } from './identities.ts'
import { type EmbeddedDatabase, startAs } from './start.ts'

export type { EmbeddedDatabase } from './start.ts'

/**
 * Starts the embedded PostgreSQL 18 on `dataFolder`, made at the first start, or joins the one that serves it
 * already, whoever started it. Fails with `EmbeddedFailure`, one sentence that says what to do.
 */
export const startEmbedded = async ({ dataFolder }: { dataFolder: string }): Promise<EmbeddedDatabase> =>
  startAs(dataFolder, await identities())
