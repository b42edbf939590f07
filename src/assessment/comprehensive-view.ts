import { type KnownFrom, type Section, sectionById, sections } from './forms/comprehensive/index.ts'
import type { Answers, Question } from './model.ts'
import { askedIn, chosenIn, everyQuestion } from './questions.ts'

/** A form that says something already, and the day it was said. */
interface Source {
  readonly answers: Answers
  readonly day: Temporal.PlainDate
}

/** One section as it was saved last. */
export interface SavedSection {
  readonly answers: Answers
  readonly savedAt: Temporal.Instant
  readonly by: string | null
  /** How often it was saved: the version that a form is made from. */
  readonly version: number
}

/** Everything an assessment is made from. */
export interface AssessmentSources {
  /** The arrival screen and the triage of this stay. */
  readonly screen: Source | null
  readonly triage: Source | null
  /** The last completed assessment that came with the person, whoever did it. */
  readonly came: (Source & { readonly id: string }) | null
  /** One that was begun in an earlier stay and never completed. */
  readonly unfinished: (Source & { readonly id: string }) | null
  /** `came` is of this stay and not older than the setting says: it may be confirmed as a whole. */
  readonly cameIsFresh: boolean
  readonly saved: ReadonlyMap<string, SavedSection>
}

/** What is known of a section, and who said it. */
export interface Known {
  readonly answers: Answers
  readonly from: 'arrival_screen' | 'triage' | 'assessment' | 'unfinished'
  readonly day: Temporal.PlainDate
}

export type SectionState = 'done' | 'changed' | 'came' | 'to_go_through' | 'to_do'

const pick = (questions: readonly Question[], answers: Answers): Answers =>
  Object.fromEntries(
    everyQuestion(questions).flatMap(({ name }) => {
      const given = answers[name]
      return given === undefined ? [] : [[name, given] as const]
    }),
  )

const sourceOf = ({ screen, triage }: AssessmentSources, { kind }: KnownFrom): Source | null =>
  kind === 'triage' ? triage : screen

const takes = (question: Question | undefined, given: readonly string[]): boolean =>
  question !== undefined &&
  given.length > 0 &&
  'options' in question &&
  given.every((value) => question.options.some((option) => option.value === value))

/** Answers under the section's names, as far as the forms of this stay say them in the same words. */
const fromForms = (
  section: Section,
  from: Readonly<Record<string, KnownFrom>> | undefined,
  sources: AssessmentSources,
): Answers => {
  const questions = new Map(everyQuestion(section.questions).map((question) => [question.name, question]))
  return Object.fromEntries(
    Object.entries(from ?? {}).flatMap(([name, known]) => {
      const said = sourceOf(sources, known)?.answers
      const question = questions.get(name)
      const given = said === undefined ? [] : chosenIn(said, known.name)
      const fit = given.filter((value) => takes(question, [value]))
      if (fit.length === 0) return []
      return [[name, question?.asks === 'some' ? fit : (fit[0] ?? '')] as const]
    }),
  )
}

const formOf = (section: Section): KnownFrom['kind'] =>
  Object.values(section.known ?? {})[0]?.kind ?? 'triage'

/** What earlier assessments say of a section's history: the newest that says anything of it, completed or not. */
const fromEarlier = (section: Section, { came, unfinished }: AssessmentSources): Known | null => {
  const all = [
    ...(came === null ? [] : [{ ...came, from: 'assessment' as const }]),
    ...(unfinished === null ? [] : [{ ...unfinished, from: 'unfinished' as const }]),
  ].sort((one, other) => Temporal.PlainDate.compare(other.day, one.day))
  for (const { answers, from, day } of all) {
    const picked = pick(section.questions, answers)
    if (Object.keys(picked).length > 0) return { answers: picked, from, day }
  }
  return null
}

const isFromEarlier = (known: Known | null): known is Known =>
  known?.from === 'assessment' || known?.from === 'unfinished'

/**
 * What is known of a section and only to be confirmed: history from an earlier assessment, whatever its age; else
 * what the arrival screen or the triage of this stay said. Null where nothing is.
 */
export const knownOf = (section: Section, sources: AssessmentSources): Known | null => {
  const earlier = section.asked === 'once' ? fromEarlier(section, sources) : null
  if (earlier !== null) return earlier
  const answers = fromForms(section, section.known, sources)
  const from = formOf(section)
  const day = sourceOf(sources, { kind: from, name: '' })?.day
  return Object.keys(answers).length === 0 || day === undefined ? null : { answers, from, day }
}

/** What a section's questions start with where nothing was saved: what a form of this stay says. */
export const startOf = (section: Section, sources: AssessmentSources): Answers =>
  fromForms(section, section.startsFrom, sources)

/** The questions of a section that are left to ask, some answers of the whole assessment being known. */
export const leftToAsk = (section: Section, known: Known | null, soFar: Answers): readonly Question[] => {
  const told = known?.answers ?? {}
  if (isFromEarlier(known)) return []
  return section.questions
    .filter(({ name }) => told[name] === undefined)
    .filter(({ when }) => when === undefined || Object.keys(when).some((name) => isAsked(name, when, soFar)))
    .map(unconditional)
}

/** The same question, its condition met already. */
export const unconditional = ({ when: _, ...question }: Question): Question => question

const isAsked = (name: string, when: Readonly<Record<string, readonly string[]>>, soFar: Answers): boolean =>
  chosenIn(soFar, name).some((value) => when[name]?.includes(value) === true)

/** Whether its state lets the assessment be completed. */
export const stateOf = (section: Section, sources: AssessmentSources): SectionState => {
  const saved = sources.saved.get(section.id)
  if (saved !== undefined) return saved.answers.confirmed === 'no' ? 'changed' : 'done'
  const known = knownOf(section, sources)
  if (!isFromEarlier(known)) return 'to_do'
  return known.from === 'assessment' && sources.cameIsFresh ? 'came' : 'to_go_through'
}

/** All that was saved, as one set of answers. */
export const wholeOf = (saved: AssessmentSources['saved']): Answers => {
  const all: Record<string, string | readonly string[]> = {}
  for (const [id, { answers }] of saved) {
    const section = sectionById(id)
    if (section !== undefined) Object.assign(all, pick(section.questions, answers))
  }
  return all
}

/** Compulsory questions that nobody has answered yet, by section. */
export const stillMissing = (sources: AssessmentSources): readonly Section[] => {
  const whole = wholeOf(sources.saved)
  return sections.filter(({ questions }) =>
    askedIn(questions, whole).some(
      ({ name, required }) => required !== undefined && whole[name] === undefined,
    ),
  )
}

const dangers: Readonly<Record<string, string>> = { harm_now: 'yes', overdose_last: 'month' }

/** Danger to life that these answers tell of and the ones before did not: question names. */
export const newDangers = (answers: Answers, before: Answers): readonly string[] =>
  Object.entries(dangers).flatMap(([name, value]) =>
    answers[name] === value && before[name] !== value ? [name] : [],
  )
