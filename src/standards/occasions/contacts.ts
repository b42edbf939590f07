import type { Day } from '../../platform/day.ts'
import type { Case } from '../case.ts'
import type { Episode } from '../episodes.ts'
import type { FactOf } from '../facts.ts'
import type { Fact } from '../model.ts'
import { never, type Spell } from '../spells.ts'
import { type ContactOccasion, custodyAround, type Ending, endingBy, endingOf } from './occasion.ts'

/** A time in one spell in which somebody who was taken on is to be seen regularly. */
interface Stretch {
  readonly anchor: Fact
  readonly from: Day
  readonly end: Ending
  readonly spell: Spell | null
}

const earlier = (a: Ending, b: Ending): Ending => (b.day < a.day ? b : a)

/** From being taken on to the end of the episode, and again from each return into custody. */
const stretchesOf = (c: Case, episode: Episode): Stretch[] => {
  if (episode.accepted === null) return []
  const over = endingBy(episode.endedBy)
  const { spell, ending } = custodyAround(c, episode.acceptedOn)
  const stretches: Stretch[] = [
    { anchor: episode.accepted, from: episode.acceptedOn, end: earlier(over, ending), spell },
  ]
  for (const later of c.spells) {
    const isLater = later.start > episode.acceptedOn && later !== spell && later.start < over.day
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

/** Two episodes open in one spell make one series of contacts. */
const joined = (stretches: Stretch[]): Stretch[] => {
  const series: Stretch[] = []
  for (const stretch of stretches.sort((a, b) => a.from - b.from)) {
    const last = series.at(-1)
    if (last === undefined || last.spell !== stretch.spell || stretch.from > last.end.day)
      series.push(stretch)
    else if (stretch.end.day > last.end.day) series.splice(-1, 1, { ...last, end: stretch.end })
  }
  return series
}

export const isKept = (contact: FactOf<'contact'>): boolean =>
  contact.outcome === 'kept' || contact.outcome === 'late'

const inCustody = (contact: FactOf<'contact'>): boolean =>
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

/** A contact that was waived starts the count again, as a kept one does. */
const anchorsIn = (c: Case, stretch: Stretch, kept: readonly Fact[]): Fact[] => {
  const within = (fact: Fact): boolean => fact.day > stretch.from && fact.day <= stretch.end.day
  const waived = c.facts
    .of('obligation_waived')
    .filter((fact) => fact.obligationKey.startsWith('agreed_contact:'))
  const anchors = [stretch.anchor]
  for (const fact of kept) if (within(fact)) anchors.push(fact)
  if (waived.length > 0) {
    anchors.push(...waived.filter(within))
    anchors.sort((a, b) => a.day - b.day)
  }
  return anchors
}

const agreedDaysBefore = (c: Case, day: Day): number | null =>
  c.facts.of('contact_frequency_agreed').findLast((fact) => fact.day < day)?.days ?? null

const occasionsIn = (c: Case, stretch: Stretch, kept: readonly Fact[]): ContactOccasion[] => {
  const anchors = anchorsIn(c, stretch, kept)
  return anchors.map((anchor, index) => {
    const next = anchors[index + 1] ?? null
    return {
      id: anchor.id,
      day: index === 0 ? stretch.from : anchor.day,
      openedBy: anchor.id,
      until: stretch.end.day,
      endedBy: stretch.end.by,
      spell: stretch.spell,
      leaving: stretch.spell?.leaving ?? null,
      subjectId: null,
      serviceId: anchor.serviceId,
      next,
      agreedDays: agreedDaysBefore(c, next?.day ?? never),
    }
  })
}

/** The next contact, after being taken on, after each kept contact, and after coming back. */
export const contacts = (c: Case): ContactOccasion[] => {
  const series = joined(c.inCustody.flatMap((episode) => stretchesOf(c, episode)))
  if (series.length === 0) return []
  const kept = keptContacts(c)
  return series.flatMap((stretch) => occasionsIn(c, stretch, kept))
}
