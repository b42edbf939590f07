import { first } from '../../meetings.ts'
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
  owner: { role: 'recovery_worker', service: 'custody team' },
  recordClass: 'recovery',
  source: sources.planning,
  sureness: 'not confirmed',
})
