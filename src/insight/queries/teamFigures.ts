import type { Actor } from '../../platform/auth/actor.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'
import { type ContinuityView, continuityView, type Scope } from '../continuity-view.ts'
import type { Period } from '../period.ts'
import { measureUnknowns } from './measureUnknowns.ts'
import { type PlaceNames, placeNames } from './placeNames.ts'
import { teamRecords } from './teamRecords.ts'

/** Whose releases this reader's figure counts. */
export const scopeOf = ({ services }: Pick<Actor, 'services'>): Scope => ({
  prisons: new Set(services.flatMap(({ establishment }) => (establishment === null ? [] : [establishment]))),
  services: new Set(services.flatMap(({ id, setting }) => (setting === 'community' ? [id] : []))),
})

export interface TeamFigures {
  readonly view: ContinuityView
  readonly names: PlaceNames
}

const keysOf = (groups: readonly { readonly key: string | null }[]): readonly string[] =>
  groups.flatMap(({ key }) => (key === null ? [] : [key]))

/** The figures of a reader's team for a period and the one before it, with the names they need. */
export const teamFigures = async (tx: ReadTx, actor: Actor, period: Period): Promise<TeamFigures> => {
  const records = await teamRecords(tx, { from: period.before.from, to: period.span.to })
  const view = continuityView(records, period, scopeOf(actor), await measureUnknowns(tx))
  return { view, names: await placeNames(tx, keysOf(view.prisons), keysOf(view.services)) }
}
