/** How much work somebody is: how many places of a worker's limit they take. */
export type ComplexityLevel = 1 | 2 | 3

/** What is recorded of somebody that makes more work. */
export interface ComplexitySigns {
  readonly acctOpen: boolean
  readonly overdoseRisk: boolean
  readonly detoxification: boolean
  readonly opioidSubstitution: boolean
  readonly seeWithAnother: boolean
  readonly interpreter: boolean
  readonly leavesSoon: boolean
}

/** Each sign with its weight and its words. The weights are our own, from no source: a suggestion, that a human may change. */
const weights: readonly (readonly [keyof ComplexitySigns, number, string])[] = [
  ['acctOpen', 2, 'ACCT open'],
  ['overdoseRisk', 2, 'overdose risk'],
  ['detoxification', 2, 'detoxification'],
  ['opioidSubstitution', 1, 'opioid substitution'],
  ['seeWithAnother', 1, 'to be seen with another'],
  ['interpreter', 1, 'needs an interpreter'],
  ['leavesSoon', 1, 'leaves within 28 days'],
]

export interface Suggested {
  readonly level: ComplexityLevel
  /** "ACCT open, opioid substitution"; where nothing speaks for more: "nothing recorded that makes more work". */
  readonly why: string
}

/** Suggests a complexity by rule: no sign is 1, some are 2, and 3 where they weigh three or more together. */
export const suggestComplexity = (signs: ComplexitySigns): Suggested => {
  const found = weights.filter(([sign]) => signs[sign])
  const weight = found.reduce((sum, [, each]) => sum + each, 0)
  return {
    level: weight === 0 ? 1 : weight < 3 ? 2 : 3,
    why:
      found.length === 0
        ? 'nothing recorded that makes more work'
        : found.map(([, , words]) => words).join(', '),
  }
}

export const complexityWords: Readonly<Record<ComplexityLevel, string>> = {
  1: '1: takes one place',
  2: '2: takes two places',
  3: '3: takes three places',
}

/** The level of a stored number; 1 where none is recorded. */
export const levelOf = (stored: number | null): ComplexityLevel => (stored === 3 ? 3 : stored === 2 ? 2 : 1)
