import type { Day } from '../platform/day.ts'
import type { DateTold, PersonFacts } from './model.ts'
import { type Arrival, type Leaving, type Movement, never, type Spell, type Stay } from './spells.ts'

interface OpenSpell extends Spell {
  end: Day
  endedBy: Movement | null
  stays: Stay[]
  arrivals: Arrival[]
  leaving: Leaving | null
}

const comesIn: ReadonlySet<string> = new Set([
  'admission',
  'transfer_in',
  'from_court',
  'from_hospital',
  'temporary_return',
])
const goesOut: ReadonlySet<string> = new Set([
  'transfer_out',
  'to_court',
  'to_hospital',
  'temporary_release',
  'release',
  'removal',
])

const begin = (movement: Movement): OpenSpell => ({
  id: movement.id,
  beganWith: movement,
  start: movement.day,
  end: never,
  endedBy: null,
  stays: [{ from: movement.day, establishment: movement.establishment }],
  arrivals: [],
  leaving: null,
})

/** Somebody back from court or hospital in another prison has been transferred, whatever it was called. */
const arrive = (spell: OpenSpell, movement: Movement): void => {
  const here = spell.stays.at(-1)?.establishment ?? null
  const there = movement.establishment ?? here
  const isNew = movement.id === spell.id
  if (!isNew && there !== here) spell.stays.push({ from: movement.day, establishment: there })
  const received = movement.movement === 'admission' || movement.movement === 'transfer_in'
  if (received || (!isNew && here !== null && there !== here))
    spell.arrivals.push({ movement, fromAnotherPrison: movement.movement !== 'admission' })
}

const end = (spell: OpenSpell, movement: Movement): void => {
  spell.end = movement.day
  spell.endedBy = movement
  if (movement.movement !== 'admission')
    spell.leaving = {
      day: movement.day,
      planned: !movement.unplanned && movement.movement === 'release',
      told: [],
    }
}

/** Two movements of one moment are read so that they make sense: out before in for somebody inside. */
const untangle = (movements: Movement[], index: number, inside: boolean): void => {
  const [first, second] = [movements[index], movements[index + 1]]
  if (first === undefined || second === undefined) return
  if (first.day !== second.day || first.at !== second.at) return
  const swap = inside
    ? comesIn.has(first.movement) && goesOut.has(second.movement)
    : goesOut.has(first.movement) && comesIn.has(second.movement)
  if (swap) movements.splice(index, 2, second, first)
}

const open = (spells: OpenSpell[], movement: Movement): void => {
  const spell = begin(movement)
  arrive(spell, movement)
  spells.push(spell)
}

const comeIn = (spells: OpenSpell[], inside: OpenSpell | null, movement: Movement): void => {
  if (movement.movement === 'admission' && inside !== null) end(inside, movement)
  if (movement.movement === 'admission' || inside === null) open(spells, movement)
  else arrive(inside, movement)
}

/** Days in which a second release, with no return heard of, is the first one told again (product.md: day 84). */
const sameReleaseDays = 84

/** Later than that they must have come back without our hearing of it: nobody's release goes unfollowed. */
const leavesUnheardStay = (last: OpenSpell | undefined, movement: Movement): boolean =>
  last === undefined || (leaves(movement) && movement.day > last.end + sameReleaseDays)

const leaves = ({ movement }: Movement): boolean => movement === 'release' || movement === 'removal'

const goOut = (spells: OpenSpell[], inside: OpenSpell | null, movement: Movement): void => {
  if (inside === null && leavesUnheardStay(spells.at(-1), movement)) open(spells, movement)
  const spell = spells.at(-1)
  if (leaves(movement) && spell !== undefined && spell.end === never) end(spell, movement)
}

/** Often a correction of a release: the last stay goes on as if they had not left. */
const comeBack = (spells: OpenSpell[], movement: Movement): void => {
  const last = spells.at(-1)
  if (last === undefined) {
    open(spells, movement)
    return
  }
  last.end = never
  last.endedBy = null
  last.leaving = null
  arrive(last, movement)
}

/** What was known of the day of leaving before the stay ended. */
const knowSince = (spell: OpenSpell, datesTold: readonly DateTold[]): void => {
  const { leaving, end } = spell
  if (leaving === null) return
  spell.leaving = { ...leaving, told: datesTold.filter(({ from }) => from <= end) }
}

/**
 * Spells from sorted movements, none after the day of death. An admission begins one; so does the first
 * thing heard of somebody who was already inside. An unknown movement means nothing here.
 */
export const spellsOf = (
  sorted: readonly Movement[],
  { release, datesTold }: Pick<PersonFacts, 'release' | 'datesTold'>,
  deathDay: Day,
): readonly Spell[] => {
  const spells: OpenSpell[] = []
  const movements = [...sorted]
  for (let index = 0; index < movements.length; index++) {
    const last = spells.at(-1)
    const inside = last !== undefined && last.end === never ? last : null
    untangle(movements, index, inside !== null)
    const movement = movements[index]
    if (movement === undefined || movement.day > deathDay) break
    if (comesIn.has(movement.movement)) comeIn(spells, inside, movement)
    else if (movement.movement === 'readmission') comeBack(spells, movement)
    else if (goesOut.has(movement.movement) && movement.day < deathDay) goOut(spells, inside, movement)
  }
  const current = spells.at(-1)
  if (current?.end === never && release !== null && release.day >= current.start)
    current.leaving = { day: release.day, planned: true, told: [] }
  if (datesTold.length > 0) for (const spell of spells) knowSince(spell, datesTold)
  return spells
}
