import { z } from 'zod'
import { answersTo } from './answers.ts'
import { unconditional } from './comprehensive-view.ts'
import { type Section, sectionById } from './forms/comprehensive/index.ts'
import type { Answers, Question } from './model.ts'
import { answerTo } from './questions.ts'

/** One part of an assessment as it was sent. */
export interface SectionTyped {
  readonly section: Section
  readonly answers: Answers
  readonly stillRight: boolean | null
}

const notOurs = 'This did not come from a page of an assessment. Open the part again and send it from there.'

const asksOf = (section: Section, asked: string): readonly Question[] => {
  const names = new Set(asked.split(' '))
  return section.questions.filter(({ name }) => names.has(name)).map(unconditional)
}

const stillRightIn = (typed: Readonly<Record<string, unknown>>): boolean | null | undefined => {
  if (answerTo(typed, 'known') !== 'yes') return null
  const said = answerTo(typed, 'still_right')
  return said === 'yes' ? true : said === 'no' ? false : undefined
}

/** The parser of a part: which one it is and which questions it showed stand in hidden fields, since what is known is not asked. */
export const readSection: z.ZodType<SectionTyped> = z
  .record(z.string(), z.union([z.string(), z.array(z.string())]))
  .transform((typed, context) => {
    const section = sectionById(answerTo(typed, 'section') ?? '')
    if (section === undefined) {
      context.addIssue({ code: 'custom', path: [''], message: notOurs })
      return z.NEVER
    }
    const stillRight = stillRightIn(typed)
    if (stillRight === undefined)
      context.addIssue({ code: 'custom', path: ['still_right'], message: 'Say whether it is still right' })
    const parsed = answersTo(asksOf(section, answerTo(typed, 'asked') ?? '')).safeParse(typed)
    if (!parsed.success) {
      for (const { path, message } of parsed.error.issues) context.addIssue({ code: 'custom', path, message })
      return z.NEVER
    }
    return { section, answers: parsed.data, stillRight: stillRight ?? null }
  })
