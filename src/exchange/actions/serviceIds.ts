import { sql } from 'kysely'
import type { WriteTx } from '../../platform/database/transaction.ts'

/** A service as a row of an episodes file names it. */
export interface NamedService {
  readonly code: string
  readonly setting: 'custody' | 'community'
}

const organisationName = 'Known from files only'

const stored = async (tx: WriteTx, codes: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const rows = await tx.db
    .selectFrom('service')
    .select(['code', 'id'])
    .where(sql<boolean>`code = any (${codes}::text[])`)
    .execute()
  return new Map(rows.map(({ code, id }) => [code, id]))
}

const organisation = async (tx: WriteTx): Promise<string> => {
  const found = await tx.db
    .selectFrom('organisation')
    .select('id')
    .where('name', '=', organisationName)
    .executeTakeFirst()
  if (found !== undefined) return found.id
  const id = tx.ids.next()
  await tx.db.insertInto('organisation').values({ id, name: organisationName, created_at: tx.now }).execute()
  return id
}

/** The ids of services by their codes; one that nobody registered is added as known from a file only. */
export const serviceIds = async (
  tx: WriteTx,
  services: readonly NamedService[],
): Promise<ReadonlyMap<string, string>> => {
  const byCode = new Map(services.map((service) => [service.code, service]))
  const known = await stored(tx, [...byCode.keys()])
  const missing = [...byCode.values()].filter(({ code }) => !known.has(code))
  if (missing.length === 0) return known
  const organisation_id = await organisation(tx)
  await tx.db
    .insertInto('service')
    .values(
      missing.map(({ code, setting }) => ({
        id: tx.ids.next(),
        organisation_id,
        code,
        name: code,
        setting,
        kind: 'recovery',
        nation: 'england' as const,
        registered: false,
        created_at: tx.now,
      })),
    )
    .execute()
  return stored(tx, [...byCode.keys()])
}
