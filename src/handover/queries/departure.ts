import type { ReadTx } from '../../platform/database/transaction.ts'

/** Somebody's leaving, as hand-overs and follow-up need it. */
export interface Departure {
  readonly died: boolean
  readonly inCustody: boolean
  /** Start of the current or last time in custody. */
  readonly admittedOn: Temporal.PlainDate | null
  /** The day they left, or the working release date while they are inside. */
  readonly release: Temporal.PlainDate | null
  readonly released: boolean
  readonly reasonUnknown: boolean
}

const inside = new Set(['in_custody', 'at_court', 'in_hospital', 'temporary_release', 'in_transit'])

/** When and how somebody leaves or left; undefined where the actor may not see them. */
export const departure = async (tx: Pick<ReadTx, 'db'>, personId: string): Promise<Departure | undefined> => {
  const row = await tx.db
    .selectFrom('person')
    .leftJoin('whereabouts', 'whereabouts.person_id', 'person.id')
    .select([
      'person.date_of_death',
      'whereabouts.status',
      'whereabouts.admitted_on',
      'whereabouts.released_on',
      'whereabouts.release_reason_known',
      'whereabouts.working_release_date',
    ])
    .where('person.id', '=', personId)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const inCustody = row.status !== null && inside.has(row.status)
  return {
    died: row.date_of_death !== null || row.status === 'died',
    inCustody,
    admittedOn: row.admitted_on,
    release: inCustody ? row.working_release_date : row.released_on,
    released: !inCustody && row.released_on !== null,
    reasonUnknown: !inCustody && row.release_reason_known === false,
  }
}
