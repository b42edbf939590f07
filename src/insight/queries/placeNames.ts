import type { ReadTx } from '../../platform/database/transaction.ts'

/** What prisons (by code) and services (by id) are called. */
export interface PlaceNames {
  readonly prisons: ReadonlyMap<string, string>
  readonly services: ReadonlyMap<string, string>
}

/** The names of the prisons and services that a figure speaks of. */
export const placeNames = async (
  tx: ReadTx,
  prisons: readonly string[],
  services: readonly string[],
): Promise<PlaceNames> => {
  const found =
    prisons.length === 0
      ? []
      : await tx.db
          .selectFrom('establishment')
          .select(['code', 'name'])
          .where('code', 'in', [...prisons])
          .execute()
  const known =
    services.length === 0
      ? []
      : await tx.db
          .selectFrom('service')
          .select(['id', 'name'])
          .where('id', 'in', [...services])
          .execute()
  return {
    prisons: new Map(found.map(({ code, name }) => [code, name])),
    services: new Map(known.map(({ id, name }) => [id, name])),
  }
}
