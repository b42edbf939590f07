import type { Span } from '../settings.ts'

/** How far from the discharge an exit TOP may be (NDTMS: 14 days either side; not confirmed). */
export const exitTopWindow = {
  name: 'Days either side of the discharge for the exit TOP',
  standard: 14,
  unit: 'days',
} as const satisfies Span

/** How long what came with somebody may be confirmed as a whole (product.md, "Never retyped": 13 weeks; not confirmed). */
export const freshAnswers = {
  name: 'Days for which answers that came along are fresh',
  standard: 91,
  unit: 'days',
} as const satisfies Span

/** How long what somebody is in the middle of writing is kept while nobody touches it (our own number). */
export const draftsKept = {
  name: 'Days for which an untouched draft is kept',
  standard: 28,
  unit: 'days',
} as const satisfies Span

/** Numbers that a service may set and on which no due day hangs. */
export const numbers: readonly Span[] = [exitTopWindow, freshAnswers, draftsKept]
