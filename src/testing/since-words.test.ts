import { expect, it } from 'vitest'
import { testsInWords } from './since-words.ts'

it.each([
  ['nothing', [], 'No test. No incident.'],
  [
    'one of each',
    [
      { kind: 'incident', what: 'overdose', count: 1 },
      { kind: 'test_result', what: 'refused', count: 1 },
    ],
    '1 test: 1 refused. 1 incident: 1 overdose.',
  ],
  [
    'several',
    [
      { kind: 'test_result', what: 'negative', count: 3 },
      { kind: 'test_result', what: 'positive', count: 1 },
    ],
    '4 tests: 3 negative, 1 positive. No incident.',
  ],
] as const)('says of %s since a review how often and what came of it', (_, counts, words) => {
  expect(testsInWords(counts)).toBe(words)
})
