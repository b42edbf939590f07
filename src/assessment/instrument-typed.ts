import { z } from 'zod'
import { answersTo } from './answers.ts'
import { happened } from './forms/happened.ts'
import { type FillIn, fillInOf } from './instruments/fill-in.ts'
import { instrumentAnswered } from './instruments/index.ts'
import { questionsOf } from './instruments/instrument.ts'
import type { Answers } from './model.ts'
import { answerTo } from './questions.ts'

/** An instrument as it was sent. */
export interface InstrumentTyped {
  readonly filled: FillIn
  readonly answers: Answers
}

const notOurs = 'This did not come from a page of an instrument. Open it again and send it from there.'

/** The very version that was shown stands in hidden fields: answers to it are never taken for another's. */
const filledIn = (typed: Answers): FillIn | undefined => {
  const stage = answerTo(typed, 'stage')
  const instrument = instrumentAnswered(typed)
  if (instrument === undefined) return undefined
  const named = fillInOf(stage === null ? { instrument: instrument.id } : { stage })
  return named === undefined ? undefined : { ...named, instrument }
}

/** The parser of an instrument's form. */
export const readInstrument: z.ZodType<InstrumentTyped> = z
  .record(z.string(), z.union([z.string(), z.array(z.string())]))
  .transform((typed, context) => {
    const filled = filledIn(typed)
    if (filled === undefined) {
      context.addIssue({ code: 'custom', path: [''], message: notOurs })
      return z.NEVER
    }
    const parsed = answersTo([...questionsOf(filled.instrument), happened]).safeParse(typed)
    if (!parsed.success) {
      for (const { path, message } of parsed.error.issues) context.addIssue({ code: 'custom', path, message })
      return z.NEVER
    }
    return { filled, answers: parsed.data }
  })
