import type { SubstanceGroup } from '../casework/model.ts'
import type { Fact } from '../standards/index.ts'
import { auditC } from './instruments/audit.ts'
import { scoreOf } from './instruments/score.ts'
import type { Answers, Condition } from './model.ts'
import { meets } from './questions.ts'

type Screened = Extract<Fact, { kind: 'arrival_screen' }>

/** What the standards read from a screen. */
export type ScreenReading = Pick<
  Screened,
  | 'positive'
  | 'dependence'
  | 'prescribedTreatment'
  | 'opioidSubstitution'
  | 'naloxoneIndicated'
  | 'safetyConcern'
>

const opioidTreatment = ['methadone', 'buprenorphine', 'buprenorphine_injection']

/** Answers that say somebody is on opioid substitution. */
const substitution: Condition = { prescribed: opioidTreatment }

/** Answers that say somebody depends on a substance: signs of it, use every day, or treatment for it. */
const dependenceOn: Readonly<Record<Screened['dependence'][number], Condition>> = {
  opioid: { signs: ['opioid'], opioids_often: ['daily'], ...substitution },
  alcohol: { signs: ['alcohol'] },
  benzodiazepine: {
    signs: ['benzodiazepine'],
    benzodiazepines_often: ['daily'],
    prescribed: ['benzodiazepine'],
  },
}

const anyDrug = [
  'opioids',
  'benzodiazepines',
  'crack_cocaine',
  'spice',
  'cannabis',
  'gabapentinoids',
  'other',
]

const anyTreatment = [...opioidTreatment, 'benzodiazepine', 'alcohol', 'other']

/** Danger to life tonight (product.md, "immediate safety"): thoughts of self-harm or suicide, an overdose in the last month. */
const safetyCondition: Condition = { harm: ['yes'], overdose: ['month'] }

const either = (...conditions: readonly Condition[]): Condition => {
  const all: Record<string, readonly string[]> = {}
  for (const [name, values] of conditions.flatMap((condition) => Object.entries(condition)))
    all[name] = [...(all[name] ?? []), ...values]
  return all
}

/** A nurse or prescriber sees them before lock-up: any dependence (product.md, "first-night clinical look"). */
const clinicalLookCondition: Condition = either(...Object.values(dependenceOn))

/** Medicines are confirmed with who prescribed them. */
const medicinesCondition: Condition = { prescribed: anyTreatment }

/** Naloxone (product.md): opioid use now or before, street benzodiazepines, injecting, an earlier overdose. */
const naloxoneCondition: Condition = {
  used: ['opioids', 'benzodiazepines'],
  signs: ['opioid', 'opioid_before'],
  prescribed: opioidTreatment,
  injecting: ['month', 'before'],
  overdose: ['month', 'year', 'longer'],
  opioids_how: ['injected'],
}

const pregnancyCondition: Condition = { pregnancy: ['yes', 'maybe'] }

const positiveCondition: Condition = {
  used: anyDrug,
  signs: ['opioid', 'alcohol', 'benzodiazepine'],
  prescribed: anyTreatment,
  overdose: ['month', 'year'],
  injecting: ['month'],
  in_treatment: ['yes'],
}

/** Five or more: the instrument's own line. */
const drinksTooMuch = (answers: Answers): boolean => (scoreOf(auditC, answers).total ?? 0) >= 5

/** Any sign that the recovery team has something to offer: it asks for a triage. */
const isPositive = (answers: Answers): boolean => meets(positiveCondition, answers) || drinksTooMuch(answers)

/** What somebody depends on, by signs, daily use or treatment. */
const dependenceIn = (answers: Answers): Screened['dependence'] =>
  (['opioid', 'alcohol', 'benzodiazepine'] as const).filter((substance) =>
    meets(dependenceOn[substance], answers),
  )

const isOnOpioidSubstitution = (answers: Answers): boolean => meets(substitution, answers)
const hasPrescribedTreatment = (answers: Answers): boolean => meets(medicinesCondition, answers)
const isNaloxoneIndicated = (answers: Answers): boolean => meets(naloxoneCondition, answers)
export const isSafetyConcern = (answers: Answers): boolean => meets(safetyCondition, answers)

/** What the standards read from a screen's answers. */
export const readScreen = (answers: Answers): ScreenReading => ({
  positive: isPositive(answers),
  dependence: dependenceIn(answers),
  prescribedTreatment: hasPrescribedTreatment(answers),
  opioidSubstitution: isOnOpioidSubstitution(answers),
  naloxoneIndicated: isNaloxoneIndicated(answers),
  safetyConcern: isSafetyConcern(answers),
})

/** Something to do before the night, or before they leave; `words` without a name, for any page. */
export interface TonightTask {
  readonly id: 'safety' | 'pregnancy' | 'clinical_look' | 'medicines' | 'naloxone'
  readonly when: Condition
  readonly words: string
}

/** In the order in which they matter. The page evaluates the same conditions as it is answered. */
export const tonightTasks: readonly TonightTask[] = [
  {
    id: 'safety',
    when: safetyCondition,
    words: 'Make safe now: tell wing staff and healthcare, and open an ACCT if it is needed.',
  },
  { id: 'pregnancy', when: pregnancyCondition, words: 'Tell healthcare tonight about the pregnancy.' },
  {
    id: 'clinical_look',
    when: clinicalLookCondition,
    words: 'A nurse or prescriber sees them before lock-up.',
  },
  {
    id: 'medicines',
    when: medicinesCondition,
    words: 'Healthcare confirms the medicines with the prescriber or pharmacy by tomorrow.',
  },
  {
    id: 'naloxone',
    when: naloxoneCondition,
    words: 'Naloxone training, and a kit before they leave.',
  },
]

/** What these answers ask for. */
export const tonight = (answers: Answers): readonly TonightTask[] =>
  tonightTasks.filter(({ when }) => meets(when, answers))

/** Reporting group of what somebody used or depends on, or null where a screen tells of none (NDTMS groups). */
export const substancesIn = (answers: Answers): SubstanceGroup | null => {
  if (meets({ used: ['opioids'], signs: ['opioid'], ...substitution }, answers)) return 'opiate'
  const otherDrugs = meets({ used: anyDrug, signs: ['benzodiazepine'] }, answers)
  const alcohol = drinksTooMuch(answers) || meets({ signs: ['alcohol'], prescribed: ['alcohol'] }, answers)
  if (otherDrugs) return alcohol ? 'non_opiate_and_alcohol' : 'non_opiate'
  return alcohol ? 'alcohol' : null
}

/** A screen, if it was asked in the stay that began on `admittedOn`. */
export const screenOfThisStay = <Screen extends { readonly day: Temporal.PlainDate }>(came: {
  readonly screen: Screen | null
  readonly admittedOn: Temporal.PlainDate | null
}): Screen | null =>
  came.screen !== null &&
  came.admittedOn !== null &&
  Temporal.PlainDate.compare(came.screen.day, came.admittedOn) >= 0
    ? came.screen
    : null

/** Whole days without a dose between the last one and today, which is not missed yet. */
export const daysMissed = (lastDose: Temporal.PlainDate, today: Temporal.PlainDate): number =>
  Math.max(0, lastDose.until(today, { largestUnit: 'days' }).days - 1)

/**
 * Three days without an opioid or more: tolerance may be lost, and the old dose may kill (UK clinical guidelines on
 * drug misuse, 2017: reassess after three missed days).
 */
export const toleranceMayBeLost = (missed: number): boolean => missed >= 3
