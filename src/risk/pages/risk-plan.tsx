import {
  type Answers,
  answerTo,
  factForm,
  newestFact,
  putUpFlag,
  type RecordedFact,
} from '../../assessment/index.ts'
import type { Question } from '../../assessment/model.ts'
import { type PersonHeader, personName } from '../../people/index.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'
import { ok, refused } from '../../platform/result.ts'
import { keepAcct } from '../actions/keepAcct.ts'
import { overdose, pregnancy, questionsOf, riskPlan } from '../model.ts'
import { custodyTime } from '../queries/custodyTime.ts'
import { type RaisedRow, raisedRisks } from '../queries/raisedRisks.ts'
import { riskWriters } from '../roles.ts'
import { carriedOver, faultOfRiskPlan, lookAgainOn, overdoseStands, toleranceWarning } from '../rules.ts'
import { RaisedList } from './known-risk.tsx'

interface Known {
  readonly last: RecordedFact | null
  readonly raised: readonly RaisedRow[]
  readonly tolerance: string | null
  readonly person: PersonHeader
  readonly today: Temporal.PlainDate
}

const know = async (tx: ReadTx, person: PersonHeader): Promise<Known> => ({
  last: await newestFact(tx, person.id, riskPlan.kind),
  raised: await raisedRisks(tx, person.id),
  tolerance: toleranceWarning(await custodyTime(tx, person.id), tx.today),
  person,
  today: tx.today,
})

/** What the safety bar says already, so that it is not asked as if nobody knew. */
const acctOf = ({ flags }: PersonHeader): Answers => {
  if (flags?.some(({ kind }) => kind === 'acct_open') === true) return { acct: 'open' }
  return flags?.some(({ kind }) => kind === 'acct_post_closure') === true ? { acct: 'post_closure' } : {}
}

const pregnancyNames = new Set(questionsOf(pregnancy).map(({ name }) => name))

const isAsked = ({ name }: Question, { sex }: PersonHeader): boolean =>
  sex !== 'M' || !pregnancyNames.has(name)

const askedOf = ({ person, tolerance }: Known): readonly Question[] =>
  riskPlan.questions
    .filter((question) => isAsked(question, person))
    .map((question) =>
      question.name === `${overdose.name}_level` && tolerance !== null
        ? { ...question, hint: tolerance }
        : question,
    )

const saidOf = (answers: Answers, name: string, tolerance: string | null): string => {
  const warning = overdoseStands(answers) && tolerance !== null ? ` ${tolerance}` : ''
  return `The risk plan for ${name} is agreed. The one before stays readable.${warning}`
}

/** The risk plan: each time it is agreed it is a record of its own, begun from the last one. */
export const riskPlanPage = factForm<Known>({
  path: 'risk/plan',
  may: riskWriters,
  form: riskPlan,
  heading: (name) => `Risk plan for ${name}`,
  button: 'Agree the risk plan',
  leadsTo: (id) => `/people/${id}/risk`,
  know,
  startsWith: ({ known }) => ({
    ...carriedOver(known.last?.answers ?? {}, known.today),
    ...acctOf(known.person),
  }),
  asked: ({ known }) => askedOf(known),
  above: ({ known }, { today }) => <RaisedList raised={known.raised} today={today} />,
  record: async (tx, { person, service, answers, amended, day }) => {
    const fault = faultOfRiskPlan(answers, amended === null ? tx.today : day)
    if (fault !== null) return refused('invalid', fault.message, fault.field)
    const kept = amended === null ? await keepAcct(tx, person, service.id, answers) : ok(undefined)
    if (!kept.ok) return kept
    if (answerTo(answers, 'flag') !== null) await putUpFlag(tx, { person, service }, 'overdose_risk')
    const tolerance = toleranceWarning(await custodyTime(tx, person.id), tx.today)
    return ok({
      reading: { lookAgainOn: lookAgainOn(answers) },
      said: saidOf(answers, personName(person), tolerance),
    })
  },
})
