import { z } from 'zod'
import {
  choiceField,
  dayField,
  formOf,
  optionalChoiceField,
  optionalTextField,
} from '../platform/http/index.ts'
import type { Nation } from '../standards/model.ts'
import type { DischargeTold } from './actions/tellDischarge.ts'
import { type ExitTop, exitWords, type InterventionExit } from './discharge.ts'

export const endReasons = [
  'completed_drug_free',
  'completed_alcohol_free',
  'completed_occasional_user',
  'transferred_not_in_custody',
  'transferred_in_custody',
  'dropped_out',
  'declined',
  'withdrawn_by_provider',
  'retained_in_custody',
  'died',
] as const

const fixed = formOf({
  reason: choiceField(endReasons, 'Choose why it ended'),
  day: dayField('Enter the day it ended'),
  next: optionalTextField(2000),
  continues: optionalTextField(200),
  top: optionalChoiceField(['later', 'not_done']),
  top_why: optionalTextField(500),
})

/** The name of an intervention's field: how it ended. */
export const exitField = (interventionId: string): string => `exit_${interventionId}`

const isExit = (value: unknown): value is InterventionExit => typeof value === 'string' && value in exitWords

const exitsIn = (typed: Readonly<Record<string, unknown>>): ReadonlyMap<string, InterventionExit> =>
  new Map(
    Object.entries(typed).flatMap(([name, value]): [string, InterventionExit][] =>
      name.startsWith('exit_') && isExit(value) ? [[name.slice('exit_'.length), value]] : [],
    ),
  )

/** A discharge as it was typed: the reason and day, how each intervention ends where it is not as usual, and what next. */
export const dischargeBody = z.record(z.string(), z.unknown()).transform((typed, context) => {
  const parsed = fixed.safeParse(typed)
  if (parsed.success) return { ...parsed.data, exits: exitsIn(typed) }
  for (const issue of parsed.error.issues)
    context.addIssue({ code: 'custom', path: [...issue.path], message: issue.message })
  return z.NEVER
})

export type DischargeTyped = z.output<typeof dischargeBody>

interface Fault {
  readonly field: string
  readonly message: string
}

const isFault = (value: ExitTop | null | Fault): value is Fault => value !== null && 'field' in value

/** What is known before anything is typed. */
interface Beforehand {
  /** An exit TOP is recorded. */
  readonly recorded: boolean
  readonly nation: Nation
  readonly treated: boolean
}

const exitTopIn = (
  typed: DischargeTyped,
  { recorded, nation, treated }: Beforehand,
): ExitTop | null | Fault => {
  if (recorded) return { said: 'recorded' }
  if (nation === 'scotland' || !treated) return null
  if (typed.reason === 'died') return { said: 'not_done', why: 'They have died' }
  if (typed.top === null) return { field: 'top', message: 'Say when the exit TOP is done, or why not' }
  if (typed.top === 'later') return { said: 'later' }
  return typed.top_why === null
    ? { field: 'top_why', message: 'Say why there is no exit TOP' }
    : { said: 'not_done', why: typed.top_why }
}

/** What next and the exit TOP, or what is missing from them. */
export const toldIn = (typed: DischargeTyped, before: Beforehand): DischargeTold | Fault => {
  if (typed.next === null) return { field: 'next', message: 'Write what happens next' }
  const exitTop = exitTopIn(typed, before)
  return isFault(exitTop) ? exitTop : { next: typed.next, continues: typed.continues, exitTop }
}
