import type { ReadTx } from '../../platform/database/transaction.ts'
import { storedAnswers } from '../answers.ts'
import { auditCOfScreen } from '../forms/audit-c.ts'
import { instrumentAnswered } from '../instruments/index.ts'
import type { Instrument } from '../instruments/instrument.ts'
import { type Score, scoreOf } from '../instruments/score.ts'
import type { Answers } from '../model.ts'

/** An instrument that was answered, scored by the version it was answered in. */
export interface ScoredFact {
  readonly id: string
  readonly day: Temporal.PlainDate
  readonly instrument: Instrument
  readonly answers: Answers
  readonly score: Score
  /** Where the answers were given: by itself, or inside the arrival screen. */
  readonly source: 'itself' | 'arrival_screen'
}

/** Rows of one query: ten years of monthly scores of one instrument, and a little more. */
const most = 200

const standing = (tx: ReadTx, personId: string) =>
  tx.db
    .selectFrom('fact')
    .select(['fact.id', 'fact.kind', 'fact.day', 'fact.answers'])
    .where('fact.person_id', '=', personId)
    .where('fact.kind', 'in', ['instrument_scored', 'top_recorded', 'arrival_screen'])
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('fact as later').select('later.id').whereRef('later.amends', '=', 'fact.id'))),
    )
    .orderBy('fact.at', 'desc')
    .orderBy('fact.id', 'desc')
    .limit(most)

type Row = Awaited<ReturnType<ReturnType<typeof standing>['executeTakeFirstOrThrow']>>

const scored = (rows: readonly Row[]): readonly ScoredFact[] =>
  rows.flatMap(({ id, kind, day, answers: stored }) => {
    const source = kind === 'arrival_screen' ? 'arrival_screen' : 'itself'
    const given = storedAnswers.parse(stored)
    const answers = source === 'arrival_screen' ? auditCOfScreen(given) : given
    const instrument = instrumentAnswered(answers)
    return instrument === undefined
      ? []
      : [{ id, day, instrument, answers, score: scoreOf(instrument, answers), source }]
  })

/**
 * Every instrument answered from one day to another (both included), as it stands and as this reader may see it, the newest
 * first; at most 200. For a review: what changed since the last.
 */
export const scoresBetween = async (
  tx: ReadTx,
  personId: string,
  { from, to }: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate },
): Promise<readonly ScoredFact[]> =>
  scored(await standing(tx, personId).where('fact.day', '>=', from).where('fact.day', '<=', to).execute())

/** The newest answers to each instrument, in the order in which they were given, the newest first. */
export const latestScores = async (tx: ReadTx, personId: string): Promise<readonly ScoredFact[]> => {
  const seen = new Set<string>()
  return scored(await standing(tx, personId).execute()).filter(({ instrument }) => {
    const isNew = !seen.has(instrument.id)
    seen.add(instrument.id)
    return isNew
  })
}

/** All answers to one instrument, the oldest first. */
export const scoresOf = async (
  tx: ReadTx,
  personId: string,
  instrumentId: string,
): Promise<readonly ScoredFact[]> =>
  scored(await standing(tx, personId).execute())
    .filter(({ instrument }) => instrument.id === instrumentId)
    .toReversed()
