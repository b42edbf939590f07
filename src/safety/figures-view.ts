import { purposeWords } from '../testing/model.ts'
import { incidentKinds, incidentWords } from './model.ts'
import type { SafetyFigure } from './queries/safetyFigures.ts'

/** One kind of incident: how often in the period and the one before, and when last. */
export interface IncidentLine {
  readonly words: string
  readonly now: number
  readonly before: number
  readonly lastOn: Temporal.PlainDate | null
}

/** Tests of one purpose in the period. */
interface TestLine {
  readonly words: string
  readonly done: number
  readonly positive: number
  readonly refused: number
  readonly awaiting: number
}

export interface FiguresView {
  readonly incidents: readonly IncidentLine[]
  readonly all: IncidentLine
  readonly tests: readonly TestLine[]
}

const sum = (figures: readonly SafetyFigure[], what: string | null): number =>
  figures
    .filter((figure) => what === null || figure.what === what)
    .reduce((all, { occurred }) => all + occurred, 0)

const latest = (figures: readonly SafetyFigure[], what: string | null): Temporal.PlainDate | null =>
  figures
    .filter((figure) => what === null || figure.what === what)
    .map(({ lastOn }) => lastOn)
    .reduce<Temporal.PlainDate | null>(
      (last, day) => (last === null || Temporal.PlainDate.compare(day, last) > 0 ? day : last),
      null,
    )

const purposes = ['mandatory', 'voluntary', 'court', 'clinical'] as const

/** Figures of two periods laid out: every kind of incident, and every purpose that had a test. */
export const figuresView = (now: readonly SafetyFigure[], before: readonly SafetyFigure[]): FiguresView => {
  const [happened, earlier] = [now, before].map((all) => all.filter(({ kind }) => kind === 'incident'))
  const line = (what: (typeof incidentKinds)[number] | null): IncidentLine => ({
    words: what === null ? 'Any incident' : incidentWords[what],
    now: sum(happened ?? [], what),
    before: sum(earlier ?? [], what),
    lastOn: latest(happened ?? [], what),
  })
  const tests = purposes.map((purpose): TestLine => {
    const of = now.filter((figure) => figure.kind === 'test_result' && figure.purpose === purpose)
    const [negative, positive, awaiting] = ['negative', 'positive', 'awaiting'].map((what) => sum(of, what))
    return {
      words: purposeWords[purpose],
      done: (negative ?? 0) + (positive ?? 0) + (awaiting ?? 0),
      positive: positive ?? 0,
      refused: sum(of, 'refused'),
      awaiting: awaiting ?? 0,
    }
  })
  return {
    incidents: incidentKinds.map(line),
    all: line(null),
    tests: tests.filter(({ done, refused }) => done + refused > 0),
  }
}
