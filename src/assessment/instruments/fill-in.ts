import type { TopStage } from '../../standards/model.ts'
import type { Answers, FactForm } from '../model.ts'
import { instrumentById } from './index.ts'
import { type Instrument, questionsOf } from './instrument.ts'
import { scoreOf, tellsOfDanger } from './score.ts'
import { stageWords, top, windowOf } from './top.ts'

/** An instrument about to be answered: which, and about which time. */
export interface FillIn {
  readonly instrument: Instrument
  readonly stage: TopStage | null
}

const isStage = (value: string): value is TopStage => Object.hasOwn(stageWords, value)

/** What an address names: an instrument by its id, or a TOP by its stage. */
export const fillInOf = (named: {
  readonly instrument?: string
  readonly stage?: string
}): FillIn | undefined => {
  if (named.stage !== undefined)
    return isStage(named.stage) ? { instrument: top, stage: named.stage } : undefined
  const instrument = named.instrument === top.id ? undefined : instrumentById(named.instrument ?? '')
  return instrument === undefined ? undefined : { instrument, stage: null }
}

/** The form that an instrument is, for recording it. */
export const formOfInstrument = ({ instrument, stage }: FillIn): FactForm => ({
  kind: stage === null ? 'instrument_scored' : 'top_recorded',
  title: instrument.name,
  recordClass: instrument.takenBy,
  questions: questionsOf(instrument),
  credit: instrument.licence,
})

/** The time asked about, where they are. */
export const timeAsked = ({ instrument, stage }: FillIn, where: 'custody' | 'community'): string => {
  if (stage !== null) return windowOf(stage, where)
  return where === 'custody' ? instrument.window.custody : instrument.window.outside
}

interface About {
  readonly where: 'custody' | 'community'
  readonly sex: string | null
}

/** What is kept with the answers, so that they read back for ever as they were asked and scored. */
export const keptWith = (filled: FillIn, { where, sex }: About): Answers => ({
  instrument: filled.instrument.id,
  version: String(filled.instrument.version),
  window: timeAsked(filled, where),
  where,
  ...(sex === null ? {} : { sex }),
  ...(filled.stage === null ? {} : { stage: filled.stage }),
})

/** What the standards read from the answers. */
export const readingOf = (filled: FillIn, answers: Answers): Readonly<Record<string, unknown>> =>
  filled.stage === null
    ? {
        instrument: filled.instrument.id,
        total: scoreOf(filled.instrument, answers).total,
        safetyConcern: tellsOfDanger(filled.instrument, answers),
      }
    : { stage: filled.stage }

/** Whether anything was answered at all. */
export const isEmpty = (items: readonly { readonly name: string }[], answers: Answers): boolean =>
  items.every(({ name }) => answers[name] === undefined)
