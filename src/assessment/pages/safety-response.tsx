import { personName } from '../../people/index.ts'
import { ok } from '../../platform/result.ts'
import { type Html, WarningText } from '../../platform/ui/index.ts'
import { putUpFlag } from '../actions/putUpFlag.ts'
import { dangerTold } from '../forms/danger-told.ts'
import { safetyResponse } from '../forms/safety-response.ts'
import { dangersUnanswered, type ToldDanger } from '../queries/dangersUnanswered.ts'
import { answerTo, chosenIn } from '../questions.ts'
import { tonight } from '../rules.ts'
import { comprehensivePath } from './assessing.tsx'
import { type FactModel, factForm } from './fact-form.tsx'
import { TonightList } from './tonight.tsx'
import { writers } from './writers.ts'

interface Known {
  readonly told: readonly ToldDanger[]
}

const says = ({ answers }: ToldDanger, question: string, answer: string): boolean =>
  chosenIn(answers, question).includes(answer)

const tellsOfHarm = (told: ToldDanger): boolean =>
  told.kind === 'instrument_scored' ||
  says(told, 'harm', 'yes') ||
  says(told, 'risk', 'self_harm') ||
  says(told, 'danger', 'harm_now')

const tellsOfOverdose = (told: ToldDanger): boolean =>
  says(told, 'overdose', 'month') || says(told, 'danger', 'overdose_last') || says(told, 'what', 'overdose')

/** What was told since somebody last said what they did about it, or undefined. */
const toldSince = ({ told }: Known): string | undefined => {
  const why = [
    told.some((one) => says(one, 'what', 'self_harm')) ? 'self-harm' : undefined,
    told.some(tellsOfHarm) ? 'thoughts of self-harm or suicide' : undefined,
    told.some(tellsOfOverdose) ? 'an overdose in the last month' : undefined,
  ].filter((words) => words !== undefined)
  return why.length === 0 ? undefined : why.join(' and ')
}

const Why = ({ person, known, amended }: FactModel<Known>): Html | null => {
  const why = toldSince(known)
  if (why === undefined || amended !== null) return null
  const screen = known.told.find(({ kind }) => kind === 'arrival_screen')
  return (
    <div data-must-be-sent>
      <WarningText>
        {known.told.every(({ kind }) => kind === 'incident')
          ? `Recorded of ${personName(person)}: ${why}.`
          : `${personName(person)} told of ${why}.`}{' '}
        Say what was done before you leave this page.
      </WarningText>
      {screen !== undefined && <TonightList tasks={tonight(screen.answers)} />}
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
  know: async (tx, person) => ({ told: await dangersUnanswered(tx, person.id) }),
  startsWith: ({ known: { told } }) => (told.some(tellsOfOverdose) ? { flag: ['overdose_risk'] } : {}),
  above: (model) => <Why {...model} />,
  record: async (tx, recording) => {
    const { person, answers } = recording
    const [newest] = await dangersUnanswered(tx, person.id)
    const acct = ['opened', 'already'].includes(answerTo(answers, 'acct') ?? '')
    const overdose = chosenIn(answers, 'flag').includes('overdose_risk')
    const flags = [
      acct && (await putUpFlag(tx, recording, 'acct_open')) ? '“ACCT open”' : null,
      overdose && (await putUpFlag(tx, recording, 'overdose_risk')) ? '“Overdose risk”' : null,
    ].filter((words) => words !== null)
    return ok({
      reading: {},
      said: saidOf(personName(person), flags),
      ...(newest?.kind === dangerTold.kind ? { to: comprehensivePath(person.id) } : {}),
    })
  },
})
