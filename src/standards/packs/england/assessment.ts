import { first, next } from '../../meetings.ts'
import { settingOn } from '../../settings.ts'
import { standard } from '../../standard.ts'
import { sources } from '../sources.ts'

export const comprehensiveAssessment = standard<'acceptance'>({
  id: 'comprehensive_assessment',
  title: 'Assess',
  words: 'A comprehensive assessment within 5 working days of being taken on',
  because: 'Taken on {opened}',
  due: {
    rule: 'after',
    span: { name: 'Working days to the comprehensive assessment', standard: 5, unit: 'working days' },
  },
  metBy: first('assessment_completed'),
  dueBeforeLive: 'over',
  owner: { role: 'recovery_worker', service: 'custody team' },
  recordClass: 'recovery',
  source: sources.planning,
  sureness: 'not confirmed',
})

const startWindow = {
  name: 'Days either side of the start of treatment for TOP',
  standard: 14,
  unit: 'days',
} as const

export const topAtStart = standard<'treatment'>({
  id: 'top_start',
  title: 'TOP at start',
  words: 'TOP within 14 days of the start of treatment, before or after it',
  because: 'Treatment started {opened}',
  due: { rule: 'after', span: startWindow },
  metBy: (c, { day }, _since, until, context) => {
    const earliest = day - settingOn(context, startWindow, day)
    const tops = c.facts.of('top_recorded')
    return tops.find((top) => top.stage === 'start' && top.day >= earliest && top.day <= until) ?? null
  },
  dueBeforeLive: 'over',
  owner: { role: 'recovery_worker', service: 'custody team' },
  recordClass: 'recovery',
  source: sources.top,
  sureness: 'not confirmed',
})

export const topReview = standard<'topReview'>({
  id: 'top_review',
  title: 'TOP review',
  words: 'TOP again every 26 weeks of treatment',
  because: 'The last TOP counts from {before}; the next by {due}',
  opens: { rule: 'days after', days: 1 },
  due: { rule: 'as agreed', span: { name: 'Days between TOP reviews', standard: 182, unit: 'days' } },
  metBy: next,
  owner: { role: 'recovery_worker', service: 'custody team' },
  recordClass: 'recovery',
  source: sources.top,
  sureness: 'not confirmed',
})
