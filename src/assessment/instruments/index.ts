import type { Answers } from '../model.ts'
import { answerTo } from '../questions.ts'
import { audit, auditC } from './audit.ts'
import { barc10 } from './barc-10.ts'
import type { Instrument } from './instrument.ts'
import { gad7, phq9 } from './mood.ts'
import { dudit, ldq, sadq, sds } from './score-entry.ts'
import { top } from './top.ts'
import { ciwa, cows, dast10, sure } from './total-only.ts'

/** Every version of every instrument: an old one stays, for the answers that were given to it. */
export const instruments: readonly Instrument[] = [
  top,
  audit,
  auditC,
  phq9,
  gad7,
  barc10,
  sds,
  dudit,
  ldq,
  sadq,
  dast10,
  sure,
  cows,
  ciwa,
]

/** The newest version of an instrument. */
export const instrumentById = (
  id: string,
  all: readonly Instrument[] = instruments,
): Instrument | undefined => all.filter((one) => one.id === id).toSorted((a, b) => b.version - a.version)[0]

/** The version that these answers were given to. */
export const instrumentAnswered = (
  answers: Answers,
  all: readonly Instrument[] = instruments,
): Instrument | undefined =>
  all.find(
    ({ id, version }) =>
      id === answerTo(answers, 'instrument') && String(version) === answerTo(answers, 'version'),
  )
