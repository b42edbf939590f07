import type { ContactOutcome } from '../standards/model.ts'
import type { ContactMode } from './model.ts'

/** Whose side it was that a contact went as it did (product.md, "Did it happen?"). */
export type Side = 'happened' | 'theirs' | 'elsewhere' | 'prison' | 'ours' | 'not_known'

const sides: Readonly<Record<Exclude<ContactOutcome, 'planned'>, Side>> = {
  kept: 'happened',
  late: 'happened',
  refused: 'theirs',
  no_answer: 'theirs',
  sick: 'elsewhere',
  at_court: 'elsewhere',
  released: 'elsewhere',
  transferred: 'elsewhere',
  prison_did_not_unlock: 'prison',
  cancelled_by_service: 'ours',
  wrong_details: 'ours',
  not_known: 'not_known',
}

/** Only what was theirs to keep may be called missed; null while it is still to come. */
export const whoseSide = (outcome: ContactOutcome): Side | null =>
  outcome === 'planned' ? null : sides[outcome]

export const sideWords: Readonly<Record<Side, string>> = {
  happened: 'It happened',
  theirs: 'Theirs to keep',
  elsewhere: 'They could not come',
  prison: 'The prison’s side',
  ours: 'Our side',
  not_known: 'Not known',
}

/** What can be known before the day: that it will not be. */
const calledOff: ReadonlySet<ContactOutcome> = new Set([
  'cancelled_by_service',
  'refused',
  'prison_did_not_unlock',
  'at_court',
  'released',
  'transferred',
])

const isToCome = (day: Temporal.PlainDate, today: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(day, today) > 0

/** A contact still to come is today or later; one that has an outcome is today or earlier, unless we called it off. */
export const faultOfContactDay = (
  day: Temporal.PlainDate,
  outcome: ContactOutcome,
  today: Temporal.PlainDate,
): string | null => {
  if (outcome === 'planned')
    return Temporal.PlainDate.compare(day, today) < 0
      ? 'This day has passed. Say what became of it, or enter a day to come'
      : null
  return outcome !== 'cancelled_by_service' && isToCome(day, today)
    ? 'This day is still to come. Enter today or an earlier day'
    : null
}

/** Who asked, of those who can, for a contact that was called off on this side. */
export const askedBySide = (side: Side | null): 'person' | 'us' | 'prison' | 'other' => {
  if (side === 'theirs') return 'person'
  if (side === 'ours') return 'us'
  return side === 'prison' ? 'prison' : 'other'
}

/** Whether a contact can be called off so: before its day only as far as that can be known. */
export const mayBeCalledOff = (outcome: ContactOutcome): boolean => calledOff.has(outcome)

/** Whether a locked door is in nobody's way: at the cell door itself, in writing, outside. */
export const behindNoDoor = (mode: ContactMode): boolean =>
  mode === 'in_cell' || mode === 'text' || mode === 'letter' || mode === 'at_gate' || mode === 'at_court'
