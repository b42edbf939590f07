import type { Answers } from '../assessment/model.ts'
import { type Day, dayNumber } from '../platform/day.ts'
import { levelWords, type Risk, type RiskLevel, type RiskPart, riskParts, risks, standing } from './model.ts'

const answer = (answers: Answers, name: string): string | null => {
  const given = answers[name]
  return typeof given === 'string' && given !== '' ? given : null
}

const isLevel = (text: string): text is RiskLevel => Object.hasOwn(levelWords, text)

/** How great a risk is by a plan's answers; `not_known` where nobody has said. */
const levelIn = (answers: Answers, { name }: Pick<Risk, 'name'>): RiskLevel => {
  const given = answer(answers, `${name}_level`)
  return given !== null && isLevel(given) ? given : 'not_known'
}

const stands = (answers: Answers, risk: Risk): boolean => standing.includes(levelIn(answers, risk))

/** What a plan says of one risk: each part under its label, what was left out left out. */
export interface RiskLine {
  readonly risk: Risk
  readonly level: RiskLevel
  readonly parts: readonly { readonly part: RiskPart; readonly label: string; readonly words: string }[]
}

const order: Readonly<Record<RiskLevel, number>> = { high: 0, medium: 1, low: 2, none: 3, not_known: 4 }

/** A risk plan laid out, the greatest risk first; what was not asked of this person is left out. */
export const riskLines = (answers: Answers): readonly RiskLine[] =>
  risks
    .filter(({ name }) => answer(answers, `${name}_level`) !== null)
    .map((risk) => ({
      risk,
      level: levelIn(answers, risk),
      parts: riskParts.flatMap(({ part, label }) => {
        const words = stands(answers, risk) ? answer(answers, `${risk.name}_${part}`) : null
        return words === null ? [] : [{ part, label, words }]
      }),
    }))
    .sort((a, b) => order[a.level] - order[b.level])

const againOn = (answers: Answers, risk: Risk): string | null =>
  stands(answers, risk) ? answer(answers, `${risk.name}_again`) : null

const earliest = (days: readonly (string | null)[]): Day | null => {
  const given = days.filter((day) => day !== null).sort()
  return given[0] === undefined ? null : dayNumber(Temporal.PlainDate.from(given[0]))
}

/** The first day on which a risk is to be looked at again, or null where none was agreed. */
export const lookAgainOn = (answers: Answers): Day | null =>
  earliest([...risks.map((risk) => againOn(answers, risk)), answer(answers, 'look_again')])

interface Fault {
  readonly field: string
  readonly message: string
}

/** Why a risk plan cannot be agreed as it is, or null: a greater risk needs something done, and a day to come. */
export const faultOfRiskPlan = (answers: Answers, today: Temporal.PlainDate): Fault | null => {
  for (const risk of risks) {
    const level = levelIn(answers, risk)
    const does = `${risk.name}_do`
    const again = againOn(answers, risk)
    if ((level === 'high' || level === 'medium') && answer(answers, does) === null)
      return { field: does, message: `${risk.title}: write what we do about it` }
    if (level === 'high' && again === null)
      return { field: `${risk.name}_again`, message: `${risk.title}: say when it is looked at again` }
    if (again !== null && Temporal.PlainDate.compare(Temporal.PlainDate.from(again), today) < 0)
      return { field: `${risk.name}_again`, message: `${risk.title}: give a day to come` }
  }
  return null
}

/** Where somebody has been, as far as it bears on tolerance. */
export interface CustodyTime {
  readonly inside: boolean
  readonly admittedOn: Temporal.PlainDate | null
  readonly releasedOn: Temporal.PlainDate | null
}

const daysBetween = (from: Temporal.PlainDate, to: Temporal.PlainDate): number =>
  from.until(to, { largestUnit: 'days' }).days

const spanWords = (days: number): string =>
  days < 14
    ? `${days} days`
    : days < 119
      ? `${Math.floor(days / 7)} weeks`
      : `${Math.floor(days / 30)} months`

/** After release the danger is greatest for four weeks (Merrall and others, Addiction 2010). */
const dangerousDays = 28

/** Three days without an opioid or more (UK clinical guidelines on drug misuse, 2017): tolerance may be lost. */
const lostAfterDays = 3

const canKill = 'Tolerance may be lost: the amount taken before can kill now.'

/** What to know of tolerance after time in custody, or null where there was none that matters. */
export const toleranceWarning = (
  { inside, admittedOn, releasedOn }: CustodyTime,
  today: Temporal.PlainDate,
): string | null => {
  if (admittedOn === null) return null
  const days = daysBetween(admittedOn, inside ? today : (releasedOn ?? today))
  if (days < lostAfterDays) return null
  if (inside) return `In custody for ${spanWords(days)}. ${canKill}`
  if (releasedOn === null || daysBetween(releasedOn, today) > dangerousDays) return null
  return `Left custody ${spanWords(daysBetween(releasedOn, today))} ago, after ${spanWords(days)}. ${canKill}`
}

/** What a new plan starts with: the last one, without the days that have passed. */
export const carriedOver = (answers: Answers, today: Temporal.PlainDate): Answers =>
  Object.fromEntries(
    Object.entries(answers).filter(
      ([name, value]) =>
        !name.endsWith('_again') ||
        (typeof value === 'string' && Temporal.PlainDate.compare(Temporal.PlainDate.from(value), today) >= 0),
    ),
  )

/** Whether the plan says that overdose is a risk to act on. */
export const overdoseStands = (answers: Answers): boolean =>
  ['high', 'medium'].includes(levelIn(answers, { name: 'overdose' }))
