import { fullDate } from '../platform/ui/dates.ts'
import { basisWords, howWords, notCovered, partWords, type Standing } from '../sharing/index.ts'
import type { Draft } from './queries/draftOf.ts'

const partsWords = (parts: Standing['parts']): string =>
  parts.length === 0 ? 'who they are and how to reach them' : parts.map((part) => partWords[part]).join(', ')

/** What the register says of one basis, in a sentence: "They agreed on Monday 23 November 2026, spoken: recovery records". */
export const registeredWords = ({ basis, day, how, parts, until }: Standing): string => {
  const said = how === null || how === 'at_triage' ? '' : `, ${howWords[how]}`
  const ends = until === null ? '' : `. It ends on ${fullDate(until)}`
  return basis === 'consent'
    ? `They agreed on ${fullDate(day)}${said}: ${partsWords(parts)}${ends}`
    : `${basisWords[basis]}, since ${fullDate(day)}: ${partsWords(parts)}${ends}`
}

/** Why what the register says cannot carry these parts today, in a sentence; null where it can. */
export const faultOfRegistered = (
  standing: Standing,
  parts: readonly string[],
  today: Temporal.PlainDate,
): string | null => {
  const on = fullDate(standing.day)
  const consent = standing.basis === 'consent'
  if (standing.now === 'refused')
    return `They said no to this service on ${on}. Ask them again, or choose another basis`
  if (standing.now === 'withdrawn')
    return consent
      ? `They withdrew their agreement on ${on}. Ask them again, or choose another basis`
      : `This basis ended on ${on}. Choose another`
  if (standing.now === 'expired')
    return `This ended on ${fullDate(standing.until ?? today)}. Ask them again, or choose another basis`
  const missing = notCovered(parts, standing)
  return missing.length === 0
    ? null
    : `${consent ? 'They agreed to' : 'The basis covers'} ${partsWords(standing.parts)}, and not to ${partsWords(missing)}. Leave that out, or ask them`
}

/** What of the register carries these parts today: consent before any other basis. */
export const covering = (
  standing: readonly Standing[],
  parts: readonly string[],
  today: Temporal.PlainDate,
): Standing | undefined =>
  [...standing]
    .sort((one, other) => Number(other.basis === 'consent') - Number(one.basis === 'consent'))
    .find((row) => faultOfRegistered(row, parts, today) === null)

/** Why the register no longer carries what a draft rests on, or null: withdrawn, refused or ended since it was prepared. */
export const faultOfStanding = (
  { basis, parts }: Pick<Draft, 'basis' | 'parts'>,
  standing: readonly Standing[],
  today: Temporal.PlainDate,
): string | null => {
  if (basis !== 'registered' && basis !== 'agreed_at_triage' && basis !== 'agreed_now') return null
  const wanted = parts ?? []
  const consent = standing.find((row) => row.basis === 'consent')
  if (basis === 'registered' && covering(standing, wanted, today) !== undefined) return null
  if (consent !== undefined) return faultOfRegistered(consent, wanted, today)
  return basis === 'registered' ? 'Nothing stands in the register for this service. Ask them' : null
}

/** What a sending keeps of the basis it rests on. */
export const registeredBasis = (standing: Standing) => ({
  basis: standing.basis,
  reason: standing.words ?? registeredWords(standing),
})
