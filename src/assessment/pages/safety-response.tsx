import { personName } from '../../people/index.ts'
import { ok } from '../../platform/result.ts'
import { type Html, WarningText } from '../../platform/ui/index.ts'
import { raiseFlag } from '../actions/raiseFlag.ts'
import { safetyResponse } from '../forms/safety-response.ts'
import { newestFact, type RecordedFact } from '../queries/facts.ts'
import { chosenIn } from '../questions.ts'
import { tonight } from '../rules.ts'
import { type FactModel, factForm } from './fact-form.tsx'
import { TonightList } from './tonight.tsx'

interface Known {
  readonly screen: RecordedFact | null
}

const told = ({ screen }: Known): string | undefined => {
  if (screen === null) return undefined
  const why = [
    chosenIn(screen.answers, 'harm').includes('yes') ? 'thoughts of self-harm or suicide' : undefined,
    chosenIn(screen.answers, 'overdose').includes('month') ? 'an overdose in the last month' : undefined,
  ].filter((words) => words !== undefined)
  return why.length === 0 ? undefined : why.join(' and ')
}

const Why = ({ person, known }: FactModel<Known>): Html => {
  const why = told(known)
  return (
    <>
      {why !== undefined && (
        <WarningText>
          {personName(person)} told of {why}. Say what was done before you leave this page.
        </WarningText>
      )}
      {known.screen !== null && <TonightList tasks={tonight(known.screen.answers)} />}
    </>
  )
}

const saidOf = (name: string, flags: readonly string[]): string =>
  flags.length === 0
    ? 'What was done is recorded.'
    : `What was done is recorded. Every page about ${name} now says ${flags.join(' and ')}.`

/** What was done about a danger to life, asked at once (product.md, "immediate safety"). */
export const safetyResponsePage = factForm<Known>({
  path: 'safety-response',
  may: ['recovery_worker', 'coordinator', 'team_leader', 'clinical'],
  form: safetyResponse,
  heading: (name) => `What was done to make ${name} safe`,
  button: 'Record what was done',
  dated: false,
  noWayBack: true,
  know: async (tx, person) => ({ screen: await newestFact(tx, person.id, 'arrival_screen') }),
  startsWith: ({ known }) =>
    chosenIn(known.screen?.answers ?? {}, 'overdose').includes('month') ? { flag: ['overdose_risk'] } : {},
  above: (model) => <Why {...model} />,
  record: async (tx, { person, serviceId, answers }) => {
    const flags: string[] = []
    const raise = async (kind: 'acct_open' | 'overdose_risk', words: string): Promise<void> => {
      if (await raiseFlag(tx, { personId: person.id, serviceId, kind })) flags.push(words)
    }
    if (['opened', 'already'].includes(String(answers.acct))) await raise('acct_open', '“ACCT open”')
    if (chosenIn(answers, 'flag').includes('overdose_risk')) await raise('overdose_risk', '“Overdose risk”')
    return ok({ reading: {}, said: saidOf(personName(person), flags) })
  },
})
