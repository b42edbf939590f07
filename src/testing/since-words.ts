import { incidentWords, isIncidentKind } from '../safety/model.ts'
import type { TestResult } from '../standards/model.ts'
import { resultWords } from './model.ts'
import type { CountSince } from './queries/testsSince.ts'

const isResult = (text: string): text is TestResult => Object.hasOwn(resultWords, text)

const named = ({ kind, what }: CountSince): string => {
  if (kind === 'incident') return isIncidentKind(what) ? incidentWords[what] : what
  return isResult(what) ? resultWords[what] : what
}

const line = (counts: readonly CountSince[], none: string, one: string, many: string): string => {
  const total = counts.reduce((all, { count }) => all + count, 0)
  if (total === 0) return none
  const parts = counts.map((each) => `${each.count} ${named(each).toLowerCase()}`)
  return `${total} ${total === 1 ? one : many}: ${parts.join(', ')}.`
}

/** Tests and incidents since a day in two sentences. */
export const testsInWords = (counts: readonly CountSince[]): string =>
  [
    line(
      counts.filter(({ kind }) => kind === 'test_result'),
      'No test.',
      'test',
      'tests',
    ),
    line(
      counts.filter(({ kind }) => kind === 'incident'),
      'No incident.',
      'incident',
      'incidents',
    ),
  ].join(' ')
