import { personName } from '../../people/index.ts'
import { ok } from '../../platform/result.ts'
import { type Html, WarningText } from '../../platform/ui/index.ts'
import { putUpFlag } from '../actions/putUpFlag.ts'
import { safetyResponse } from '../forms/safety-response.ts'
import { newestFacts, type RecordedFact } from '../queries/facts.ts'
import { answerTo, chosenIn } from '../questions.ts'
import { tonight } from '../rules.ts'
import { type FactModel, factForm } from './fact-form.tsx'
import { TonightList } from './tonight.tsx'
import { writers } from './writers.ts'

interface Known {
  readonly screen: RecordedFact | null
  readonly triage: RecordedFact | null
  readonly response: RecordedFact | null
}

const said = (fact: RecordedFact | null, question: string, answer: string): boolean =>
  chosenIn(fact?.answers ?? {}, question).includes(answer)

const unanswered = (fact: RecordedFact | null, { response }: Known): RecordedFact | null =>
  fact !== null && (response === null || Temporal.Instant.compare(response.at, fact.at) < 0) ? fact : null

/** What was told since somebody last said what they did about it, or undefined. */
const toldSince = (known: Known): string | undefined => {
  const screen = unanswered(known.screen, known)
  const harm = said(screen, 'harm', 'yes') || said(unanswered(known.triage, known), 'risk', 'self_harm')
  const why = [
    harm ? 'thoughts of self-harm or suicide' : undefined,
    said(screen, 'overdose', 'month') ? 'an overdose in the last month' : undefined,
  ].filter((words) => words !== undefined)
  return why.length === 0 ? undefined : why.join(' and ')
}

const Why = ({ person, known, amended }: FactModel<Known>): Html | null => {
  const why = toldSince(known)
  if (why === undefined || amended !== null) return null
  return (
    <div data-must-be-sent>
      <WarningText>
        {personName(person)} told of {why}. Say what was done before you leave this page.
      </WarningText>
      {known.screen !== null && <TonightList tasks={tonight(known.screen.answers)} />}
    </div>
  )
}

const saidOf = (name: string, flags: readonly string[]): string =>
  flags.length === 0
    ? 'What was done is recorded.'
    : `What was done is recorded. Every page about ${name} now says ${flags.join(' and ')}.`

/** What was done about a danger to life, asked at once (product.md, "immediate safety"). */
export const safetyResponsePage = factForm<Known>({
  ...writers.safety_response,
  form: safetyResponse,
  heading: (name) => `What was done to make ${name} safe`,
  button: 'Record what was done',
  dated: false,
  noWayBack: true,
  know: async (tx, person) => {
    const facts = await newestFacts(tx, person.id, ['arrival_screen', 'triage', safetyResponse.kind])
    const newest = (kind: string): RecordedFact | null => facts.find((fact) => fact.kind === kind) ?? null
    return {
      screen: newest('arrival_screen'),
      triage: newest('triage'),
      response: newest(safetyResponse.kind),
    }
  },
  startsWith: ({ known }) => (said(known.screen, 'overdose', 'month') ? { flag: ['overdose_risk'] } : {}),
  above: (model) => <Why {...model} />,
  record: async (tx, recording) => {
    const { person, answers } = recording
    const acct = ['opened', 'already'].includes(answerTo(answers, 'acct') ?? '')
    const overdose = chosenIn(answers, 'flag').includes('overdose_risk')
    const flags = [
      acct && (await putUpFlag(tx, recording, 'acct_open')) ? '“ACCT open”' : null,
      overdose && (await putUpFlag(tx, recording, 'overdose_risk')) ? '“Overdose risk”' : null,
    ].filter((words) => words !== null)
    return ok({ reading: {}, said: saidOf(personName(person), flags) })
  },
})
