import type { Day } from '../../platform/day.ts'
import type { Case } from '../case.ts'
import type { Episode } from '../episodes.ts'
import type { FactOf } from '../facts.ts'
import { mapMany } from '../lists.ts'
import type { Fact } from '../model.ts'
import { never, type Spell } from '../spells.ts'
import {
  custodyAround,
  type Ending,
  endingBy,
  endingOf,
  knowing,
  type Occasions,
  occasion,
} from './occasion.ts'

/** A time in one spell in which something is owed regularly: to be seen, to be reviewed. */
export interface Stretch {
  readonly anchor: Fact
  readonly from: Day
  readonly end: Ending
  readonly spell: Spell | null
}

const earlier = (a: Ending, b: Ending): Ending => (b.day < a.day ? b : a)

/** From a fact of an episode to its end, and again from each return into custody. */
const stretchesOf = (c: Case, episode: Episode, since: Fact | null): Stretch[] => {
  if (since === null) return []
  const over = endingBy(episode.endedBy)
  const { spell, ending } = custodyAround(c, since.day)
  const stretches: Stretch[] = [{ anchor: since, from: since.day, end: earlier(over, ending), spell }]
  for (const later of c.spells) {
    const isLater = later.start > since.day && later !== spell && later.start < over.day
    if (isLater)
      stretches.push({
        anchor: later.beganWith,
        from: later.start,
        end: earlier(over, endingOf(later)),
        spell: later,
      })
  }
  return stretches
}

/**
 * Two episodes open in one spell make one series. Spells that begin on one day come mixed: each stretch is
 * joined with the last of its own spell.
 */
const joined = (stretches: Stretch[]): Stretch[] => {
  const series: Stretch[] = []
  for (const stretch of stretches.sort((a, b) => a.from - b.from)) {
    const at = series.findLastIndex(({ spell }) => spell === stretch.spell)
    const last = series[at]
    if (last === undefined || stretch.from > last.end.day) series.push(stretch)
    else if (stretch.end.day > last.end.day) series.splice(at, 1, { ...last, end: stretch.end })
  }
  return series
}

/** The times in custody from a fact of each episode on, two that overlap as one. */
export const seriesSince = (c: Case, since: (episode: Episode) => Fact | null): readonly Stretch[] =>
  joined(mapMany(c.inCustody, (episode) => stretchesOf(c, episode, since(episode))))

export const isKept = (contact: FactOf<'contact'>): boolean =>
  contact.outcome === 'kept' || contact.outcome === 'late'

export const inCustody = (contact: FactOf<'contact'>): boolean =>
  contact.purpose !== 'follow_up' && contact.purpose !== 'call_sheet'

/** Contacts in custody that took place, one a day. */
const keptContacts = (c: Case): FactOf<'contact'>[] => {
  const kept: FactOf<'contact'>[] = []
  let last = Number.NEGATIVE_INFINITY
  for (const contact of c.facts.of('contact')) {
    if (contact.day === last || !isKept(contact) || !inCustody(contact)) continue
    kept.push(contact)
    last = contact.day
  }
  return kept
}

const waivedContacts = (c: Case): Fact[] =>
  c.facts.of('obligation_waived').filter((fact) => fact.obligationKey.startsWith('agreed_contact:'))

/** Kept contacts, and waived ones: either starts the count again. */
const countedContacts = (c: Case): readonly Fact[] => {
  const waived = waivedContacts(c)
  const kept = keptContacts(c)
  return waived.length === 0 ? kept : [...kept, ...waived].sort((a, b) => a.day - b.day)
}

type Agreed = readonly FactOf<'contact_frequency_agreed'>[]

const contactAfter = (agreed: Agreed, stretch: Stretch, anchor: Fact, next: Fact | null) => {
  const over = { until: stretch.end.day, endedBy: stretch.end.by }
  const made = occasion(anchor.id, anchor, stretch.spell, over, next)
  if (agreed.length === 0) return made
  const until = next?.day ?? never
  return knowing(made, { agreedDays: agreed.findLast((fact) => fact.day < until)?.days ?? null })
}

const occasionsIn = (agreed: Agreed, stretch: Stretch, counted: readonly Fact[]): Occasions['contact'][] => {
  const found: Occasions['contact'][] = []
  let anchor = stretch.anchor
  for (const fact of counted) {
    if (fact.day <= stretch.from || fact.day > stretch.end.day) continue
    found.push(contactAfter(agreed, stretch, anchor, fact))
    anchor = fact
  }
  found.push(contactAfter(agreed, stretch, anchor, null))
  return found
}

/** The next contact, after being taken on, after each kept contact, and after coming back. */
export const contacts = (c: Case): Occasions['contact'][] => {
  const series = seriesSince(c, ({ accepted }) => accepted)
  if (series.length === 0) return []
  const counted = countedContacts(c)
  const agreed = c.facts.of('contact_frequency_agreed')
  return mapMany(series, (stretch) => occasionsIn(agreed, stretch, counted))
}
