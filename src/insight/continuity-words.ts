import { fullDate } from '../platform/ui/dates.ts'
import type { Figures } from './continuity/index.ts'
import type { ContinuityView } from './continuity-view.ts'
import type { Span } from './period.ts'

/** "1 April 2025 and 31 March 2026". */
export const spanWords = ({ from, to }: Span, joint = 'and'): string =>
  from.equals(to) ? fullDate(from) : `${fullDate(from)} ${joint} ${fullDate(to)}`

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

const whom = ({ figures, people }: ContinuityView): string =>
  figures.releases === people
    ? `${counted(people, 'person', 'people')} released in treatment`
    : `${figures.releases} releases in treatment (of ${counted(people, 'person', 'people')})`

const rateWords = ({ rate, denominator }: Figures): string =>
  rate === null
    ? `. Only ${denominator} count${denominator === 1 ? 's' : ''}: a rate needs 10, since one of fewer says more about single people than about a service.`
    : `: ${rate.toFixed(1)}% of the ${denominator} that count.`

/** The figure in one sentence, as it stands at the top of its page. */
export const continuitySentence = (view: ContinuityView): string => {
  const { figures, period } = view
  const between = period.span.from.equals(period.span.to) ? 'on' : 'between'
  const when = `${between} ${spanWords(period.span)}`
  if (figures.releases === 0) return `Nobody was released in treatment ${when}, as far as we know.`
  return `Of ${whom(view)} ${when}, ${figures.started_within_21_days} started community treatment within 21 days${rateWords(figures)}`
}

/** A rate in a table. */
export const rateCell = ({ rate, releases }: Figures): string =>
  releases === 0 ? 'none' : rate === null ? 'too few' : `${rate.toFixed(1)}%`
