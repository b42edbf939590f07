import { dayNumber } from '../../../platform/day.ts'
import type { FactKind } from '../../facts.ts'
import { both, either, first, next } from '../../meetings.ts'
import type { RaisedRisk } from '../../occasions/occasion.ts'
import { settingOn } from '../../settings.ts'
import { type Meeting, type Standard, standard } from '../../standard.ts'
import { exitTopWindow } from '../numbers.ts'
import { sources } from '../sources.ts'

const owner = { role: 'recovery_worker', service: 'custody team' } as const

const riskLooked = either<'assessed'>(first('risk_plan_agreed'), first('risk_reviewed'))
const planMade = either<'assessed'>(first('recovery_plan_agreed'), first('plan_reviewed'))

/** A second assessment asks for nothing that the first is still waiting for. */
const notWaiting =
  (...kinds: readonly FactKind[]): NonNullable<Standard<'assessed'>['when']> =>
  ({ about: { before }, day }, c) =>
    before === null ||
    kinds.some((kind) => c.facts.of(kind).some((fact) => fact.day >= before.day && fact.day <= day))

export const riskPlan = standard<'assessed'>({
  id: 'risk_plan',
  title: 'Risk plan',
  words: 'A risk plan agreed on the day the assessment is completed',
  because: 'The assessment was completed {opened}',
  when: notWaiting('risk_plan_agreed', 'risk_reviewed'),
  due: { rule: 'same day' },
  metBy: riskLooked,
  owner,
  recordClass: 'recovery',
  source: sources.ours,
  sureness: 'not confirmed',
})

export const recoveryPlan = standard<'assessed'>({
  id: 'recovery_plan',
  title: 'Recovery plan',
  words: 'A recovery plan agreed with the person within 5 working days of the assessment',
  because: 'The assessment was completed {opened}',
  when: notWaiting('recovery_plan_agreed', 'plan_reviewed'),
  due: {
    rule: 'after',
    span: { name: 'Working days from assessment to recovery plan', standard: 5, unit: 'working days' },
  },
  metBy: planMade,
  owner,
  recordClass: 'recovery',
  source: sources.clinicalModel,
  sureness: 'not confirmed',
})

export const planReview = standard<'plan'>({
  id: 'plan_review',
  title: 'Plan review',
  words: 'The recovery plan is reviewed with the person every 13 weeks',
  because: 'Every 13 weeks, unless it is set otherwise; the next by {due}',
  opens: {
    rule: 'days after span',
    span: { name: 'Days after a plan until its review is called for', standard: 77, unit: 'days' },
  },
  due: { rule: 'as agreed', span: { name: 'Days between plan reviews', standard: 91, unit: 'days' } },
  metBy: next,
  owner,
  recordClass: 'recovery',
  source: sources.clinicalModel,
  sureness: 'not confirmed',
})

const lookedAfter: Meeting<'risk'> = either<'risk'>(
  first('risk_reviewed', (fact, { day, about }) => fact.day > day || fact.at >= about.at),
  first('risk_plan_agreed', (fact, { day, about }) => fact.day > day || fact.at > about.at),
)

const raisedBy = (
  by: RaisedRisk['by'],
  told: Pick<Standard<'risk'>, 'id' | 'words' | 'because'> & Partial<Standard<'risk'>>,
): Standard<'risk'> =>
  standard<'risk'>({
    title: 'Risk review',
    when: ({ about }) => about.by === by,
    due: {
      rule: 'after',
      span: { name: 'Working days to a risk review', standard: 3, unit: 'working days' },
    },
    metBy: lookedAfter,
    owner,
    recordClass: 'recovery',
    source: sources.ours,
    sureness: 'not confirmed',
    ...told,
  })

const incidentReview = {
  words: 'The risk plan is looked at again within 3 working days of an incident',
  because: 'An incident was recorded {opened}',
}

const testReview = {
  words: 'The risk plan is looked at again within 3 working days of a positive or refused test',
  because: 'A test was refused or came back positive {opened}',
}

/** What raises a risk by itself (product.md, "risk review"), each with its own words. */
export const riskReviews: readonly Standard<'risk'>[] = [
  raisedBy('acct', {
    id: 'risk_review_acct',
    words: 'The risk plan is looked at again within 3 working days of an ACCT',
    because: 'An ACCT was opened {opened}',
  }),
  raisedBy('told', {
    id: 'risk_review_screen',
    words: 'The risk plan is looked at again within 3 working days of words of self-harm or an overdose',
    because: 'What was said {opened} told of self-harm, suicide or a recent overdose',
  }),
  raisedBy('incident_incident', {
    ...incidentReview,
    id: 'risk_review_incident',
    recordClass: 'incident',
  }),
  raisedBy('recovery_incident', { ...incidentReview, id: 'risk_review_own_incident' }),
  raisedBy('incident_test', {
    ...testReview,
    id: 'risk_review_mandatory_test',
    because: 'A mandatory test was refused or came back positive {opened}',
    recordClass: 'incident',
  }),
  raisedBy('voluntary_test_test', {
    ...testReview,
    id: 'risk_review_voluntary_test',
    because: 'A voluntary test was refused or came back positive {opened}',
    recordClass: 'voluntary_test',
  }),
  raisedBy('court_test_test', {
    ...testReview,
    id: 'risk_review_court_test',
    because: 'A test for the court was refused or came back positive {opened}',
    recordClass: 'court_test',
  }),
  raisedBy('recovery_test', { ...testReview, id: 'risk_review_own_test' }),
  raisedBy('return', {
    id: 'risk_review_return',
    words: 'The risk plan is looked at again within 3 working days of coming back',
    because: 'Came back into custody {opened}',
  }),
  raisedBy('release', {
    id: 'risk_review_release',
    words: 'The risk plan is looked at again when release is 14 days away',
    because: 'The release date came within 14 days {opened}',
    opens: {
      rule: 'before release',
      span: { name: 'Days before release in which risk is looked at again', standard: 14, unit: 'days' },
      withoutDate: 'not',
    },
    countsFrom: 'opening',
  }),
  raisedBy('agreed', {
    id: 'risk_review_agreed',
    words: 'The risk plan is looked at again on the day that was agreed',
    because: 'It was agreed to look at the risks again by {due}',
    due: {
      rule: 'as agreed',
      span: { name: 'Days to look again where none was agreed', standard: 7, unit: 'days' },
    },
    metBy: (_c, { about }, _since, until) =>
      about.next !== null && about.next.day <= until ? about.next : null,
  }),
]

/** The exit TOP and what next are asked of what ended from this day on; what ended before was closed by its reason. */
const askedFrom = dayNumber(Temporal.PlainDate.from('2026-11-23'))

const reason = first<'episode_ended', 'treatmentEnd'>(
  'episode_ended',
  (fact, { about }) => fact.episodeId === about.id,
)

const whatNext = first<'discharge_told', 'treatmentEnd'>(
  'discharge_told',
  (fact, { about }) => fact.episodeId === about.id,
)

const exitTop: Meeting<'treatmentEnd'> = either<'treatmentEnd'>(
  first('discharge_told', (fact, { about }) => fact.episodeId === about.id && fact.exitTopSettled),
  (c, { about, day }, _since, until, context) => {
    const days = settingOn(context, exitTopWindow, about.endedOn)
    const [from, to] = [Math.min(day, about.endedOn) - days, Math.min(until, about.endedOn + days)]
    const tops = c.facts.of('top_recorded')
    return tops.find((top) => top.stage === 'exit' && top.day >= from && top.day <= to) ?? null
  },
)

const dischargedBy =
  (told: Meeting<'treatmentEnd'>): Meeting<'treatmentEnd'> =>
  (c, occasion, since, until, context) =>
    (occasion.day < askedFrom ? reason : both(reason, told))(c, occasion, since, until, context)

export const discharge = standard<'treatmentEnd'>({
  id: 'discharge',
  title: 'Discharge',
  words: 'Closed with a reason, an exit TOP and what next, within 14 days of the end of treatment',
  because: 'Treatment here ended {opened}',
  due: { rule: 'after', span: { name: 'Days to discharge', standard: 14, unit: 'days' } },
  metBy: dischargedBy(both(whatNext, exitTop)),
  owner,
  recordClass: 'recovery',
  source: sources.discharge,
  sureness: 'not confirmed',
})

/** The same where no TOP is kept, and NDTMS is not what asks for it. */
export const dischargeWithoutTop: Standard<'treatmentEnd'> = {
  ...discharge,
  source: sources.ours,
  words: 'Closed with a reason and what next, within 14 days of the end of treatment',
  metBy: dischargedBy(whatNext),
}
