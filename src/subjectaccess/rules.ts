import { isWorkingDay, type Nation, workingDayAfter } from '../directory/index.ts'
import { isOpen, type Known, type RequestState } from './model.ts'

/**
 * The day by which a request is answered: one month from the day it was asked, two or three where it was extended
 * (UK GDPR article 12(3)). A shorter month ends it on its last day; where that is a weekend or a bank holiday of
 * the service's nation, the next working day does (the Information Commissioner's guide to the right of access).
 */
export const dueOn = (
  asked: Temporal.PlainDate,
  nation: Nation,
  months: 1 | 2 | 3 = 1,
): Temporal.PlainDate => {
  const due = asked.add({ months })
  return isWorkingDay(due, nation) ? due : workingDayAfter(due, nation)
}

interface Extendable {
  readonly state: RequestState
  readonly asked_on: Temporal.PlainDate
  readonly nation: Nation
  readonly extension: object | null
}

/** Why a request may not take longer; null where it may: told within the first month (UK GDPR article 12(3)), and once. */
export const whyNotExtended = (
  { state, asked_on, nation, extension }: Extendable,
  today: Temporal.PlainDate,
): string | null => {
  if (!isOpen(state)) return 'This request is over: it needs no longer.'
  if (extension !== null) return 'This request was extended before. The law gives no more time than that.'
  return Temporal.PlainDate.compare(today, dueOn(asked_on, nation)) > 0
    ? 'The first month is over. They would have had to be told within it, so the law gives no more time.'
    : null
}

/** Tables whose words are somebody else's by their nature: of another service, of the feed, of whoever protected the record. */
const toldByOthers: ReadonlySet<string> = new Set([
  'feed_message',
  'handover_message',
  'handover_offer',
  'lock_out',
  'notice',
  'restriction',
  'work_item',
])

const relations =
  /\b(mother|mum|father|dad|parents?|brother|sister|son|daughter|child(?:ren)?|wife|husband|partner|girlfriend|boyfriend|ex-?partner|aunt|uncle|cousin|nan|grand(?:mother|father|parents)|neighbour|friend|cell ?mate|pad ?mate|victim|landlord|foster|guardian|employer)s?\b/i

const telling =
  /\b(said that|says that|told (?:me|us|staff)|according to|reports? that|rang (?:me|us)|wrote to)\b/i

const named = /(?<=[\p{Ll}\d,;:)”"'] )\p{Lu}[\p{Ll}’'-]+(?: \p{Lu}[\p{Ll}’'-]+)*/gu
const namedFirst =
  /(?<=^|[.!?]\s)\p{Lu}[\p{Ll}’'-]+(?: \p{Lu}[\p{Ll}’'-]+)*(?= (?:said|says|told|asked|came|rang|is|was|has|had|will|wants|thinks|knows|lives|helps|gave|and)\b)/gu

const plainWords = new Set(
  (
    'i he she they we you it this that there nobody somebody everybody who what today yesterday tomorrow staff the a an his her their our ' +
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december ' +
    'christmas easter acct audit top naloxone methadone buprenorphine subutex physeptone espranor heroin cocaine diazepam pregabalin spice alcohol ' +
    'gp nhs hmp hmpps cpn aa na smart prison wing english welsh polish'
  ).split(' '),
)

const isOther = (name: string, { own, ours }: Known): boolean =>
  name
    .toLowerCase()
    .split(/[ -]/)
    .some((word) => !own.has(word) && !ours.has(word) && !plainWords.has(word))

/** Names in free words that are neither the person's nor of those who work here. */
const otherNames = (words: string, known: Known): readonly string[] => [
  ...new Set(
    [...words.matchAll(named), ...words.matchAll(namedFirst)]
      .map(([name]) => name)
      .filter((name) => isOther(name, known)),
  ),
]

interface Marked {
  readonly source: string
  readonly class: string
  readonly words: string
}

/**
 * Why words are looked at by a human before they leave; null where they may go as they are. Errs on the side of
 * looking (Data Protection Act 2018, Schedule 2 Part 3 for other people, Schedule 3 Part 2 for health).
 */
export const whyMarked = ({ source, class: of, words }: Marked, known: Known): string | null => {
  if (of === 'safeguarding') return 'Safeguarding: could it put anybody at risk?'
  if (of === 'clinical') return 'Health: could knowing it cause serious harm to them or to somebody else?'
  if (toldByOthers.has(source)) return 'Told by somebody else'
  const names = otherNames(words, known)
  if (names.length > 0) return `May name somebody else: ${names.slice(0, 5).join(', ')}`
  const [relation] = relations.exec(words) ?? []
  if (relation !== undefined) return `Speaks of somebody else: ${relation.toLowerCase()}`
  return telling.test(words) ? 'May hold what somebody else said' : null
}
