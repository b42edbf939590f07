import type { Nation, PackId } from '../model.ts'
import type { Pack } from '../standard.ts'
import { england } from './england.ts'
import { scotland } from './scotland.ts'

/** Every version of every pack. A new version takes over from its day; what was opened before stays. */
export const packs: readonly Pack[] = [england, scotland]

const packOf: Record<Nation, PackId> = {
  england: 'england',
  wales: 'england',
  northern_ireland: 'england',
  scotland: 'scotland',
}

/** The versions of the pack that serves a nation. */
export const packsOf = (all: readonly Pack[], nation: Nation): readonly Pack[] =>
  all.filter((pack) => pack.id === packOf[nation])

const current: Record<PackId, Pack> = { england, scotland }

/** The pack as it stands now, for words and settings pages. */
export const packById = (id: PackId): Pack => current[id]
