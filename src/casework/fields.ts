import { z } from 'zod'
import { timeZone } from '../platform/clock.ts'
import type { ReferralSource } from './model.ts'

/** Who may have referred somebody, in the order in which it is asked. */
export const referralSources = [
  'self',
  'reception_screen',
  'healthcare',
  'prison_staff',
  'court',
  'probation',
  'family',
  'another_service',
  'other',
] as const satisfies readonly ReferralSource[]

/** A choice that may be left out; what is no choice is taken as left out. */
export const optionalChoice = <const Value extends string>(values: readonly Value[]) =>
  z
    .string()
    .catch('')
    .transform((typed): Value | null => values.find((value) => value === typed) ?? null)

/** A day and a time of that day in London as a moment; null without a time. */
export const momentOf = (
  day: Temporal.PlainDate,
  time: Temporal.PlainTime | null,
): Temporal.Instant | null =>
  time === null ? null : day.toZonedDateTime({ timeZone, plainTime: time }).toInstant()

/** The keys of a table of words, as the choices of a field. */
export const choicesOf = <Value extends string>(words: Readonly<Record<Value, string>>) =>
  (Object.entries(words) as [Value, string][]).map(([value, text]) => ({ value, text }))
