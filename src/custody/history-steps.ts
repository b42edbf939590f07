import { isRecallCode } from '../directory/index.ts'
import type { CustodyHistory, Movement, MovementType, Place, Spell, SpellEnd, Transfer } from './model.ts'

/** What one movement makes of the history before it. */
export type Step = (history: CustodyHistory, movement: Movement) => CustodyHistory

/** The stay that is not over, if there is one. */
export const openSpell = ({ spells }: CustodyHistory): Spell | undefined => {
  const last = spells.at(-1)
  return last?.end === null ? last : undefined
}

/** The stays with the last one replaced. */
export const withLast = ({ spells }: CustodyHistory, spell: Spell): readonly Spell[] => [
  ...spells.slice(0, -1),
  spell,
]

/** Somebody who moves within custody is in it, whether or not their admission was ever told. */
const inSpell = (history: CustodyHistory): CustodyHistory =>
  openSpell(history) === undefined
    ? { ...history, spells: [...history.spells, { start: null, end: null, transfers: [] }] }
    : history

/** The prison whose care somebody is in, or has just left. */
export const establishmentOf = (place: Place): string | null => {
  if (place.kind === 'in_transit') return place.from
  return 'establishment' in place ? place.establishment : null
}

const close = (
  history: CustodyHistory,
  how: SpellEnd['how'],
  { day, establishment }: Movement,
): CustodyHistory => {
  const inCustody = inSpell(history)
  const spell = openSpell(inCustody)
  if (spell === undefined) return inCustody
  const end: SpellEnd = {
    how,
    day,
    establishment: establishment ?? establishmentOf(history.place),
    from: history.place.kind,
  }
  return { ...inCustody, spells: withLast(inCustody, { ...spell, end }) }
}

const admit: Step = (history, movement) => {
  const before = openSpell(history) === undefined ? history : close(history, 'not_told', movement)
  const { day, instant, establishment } = movement
  const start = { day, instant, establishment, recall: isRecallCode(movement.reasonCode) }
  return {
    spells: [...before.spells, { start, end: null, transfers: [] }],
    place: { kind: 'in_custody', establishment, since: day },
  }
}

/** Often a correction of a release: the last stay goes on, and never a new one by itself. */
const readmit: Step = (history, movement) => {
  const last = history.spells.at(-1)
  const spells = last === undefined ? inSpell(history).spells : withLast(history, { ...last, end: null })
  const { establishment, day: since } = movement
  return { spells, place: { kind: 'in_custody', establishment, since } }
}

type Within = 'in_custody' | 'at_court' | 'in_hospital' | 'temporary_release'

const moveTo =
  (kind: Within): Step =>
  (history, { establishment, day: since }) => ({
    ...inSpell(history),
    place: { kind, establishment: establishment ?? establishmentOf(history.place), since },
  })

const leave: Step = (history, { establishment, day: since }) => ({
  ...inSpell(history),
  place: { kind: 'in_transit', from: establishment ?? establishmentOf(history.place), since },
})

const arrive: Step = (history, movement) => {
  const inCustody = inSpell(history)
  const spell = openSpell(inCustody)
  const { place } = history
  const transfer: Transfer = {
    from: establishmentOf(place),
    to: movement.establishment,
    left: place.kind === 'in_transit' ? place.since : null,
    arrived: movement.day,
  }
  const spells =
    spell === undefined
      ? inCustody.spells
      : withLast(inCustody, { ...spell, transfers: [...spell.transfers, transfer] })
  return {
    spells,
    place: { kind: 'in_custody', establishment: movement.establishment, since: movement.day },
  }
}

const release =
  (how: 'release' | 'removal'): Step =>
  (history, movement) => ({
    ...close(history, how, movement),
    place: { kind: how === 'removal' ? 'removed' : 'in_community', since: movement.day },
  })

const die: Step = (history, movement) => ({
  ...(openSpell(history) === undefined ? history : close(history, 'death', movement)),
  place: { kind: 'died', since: movement.day },
})

/** Every movement, whatever came before it: gaps are bridged, never refused. */
export const steps: Readonly<Record<MovementType, Step>> = {
  admission: admit,
  readmission: readmit,
  transfer_in: arrive,
  transfer_out: leave,
  to_court: moveTo('at_court'),
  from_court: moveTo('in_custody'),
  to_hospital: moveTo('in_hospital'),
  from_hospital: moveTo('in_custody'),
  temporary_release: moveTo('temporary_release'),
  temporary_return: moveTo('in_custody'),
  release: release('release'),
  removal: release('removal'),
  death: die,
  unknown: (history) => history,
}
