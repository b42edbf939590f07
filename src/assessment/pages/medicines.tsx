import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import { putUpFlag } from '../actions/putUpFlag.ts'
import type { Recorded, Recording } from '../actions/recordForm.ts'
import { medicinesConfirmed } from '../forms/medicines.ts'
import { newestFact, type RecordedFact } from '../queries/facts.ts'
import { answerTo, chosenIn } from '../questions.ts'
import { daysMissed, toleranceMayBeLost } from '../rules.ts'
import { factForm } from './fact-form.tsx'
import { EarlierForm } from './what-came.tsx'
import { writers } from './writers.ts'

interface Known {
  readonly screen: RecordedFact | null
  readonly today: Temporal.PlainDate
}

/** Missed doses say nothing of an injection that lasts for weeks. */
const countsDays = (medicine: string | null): boolean => medicine !== 'buprenorphine_injection'

const warning = (missed: number): string =>
  toleranceMayBeLost(missed)
    ? ` ${missed} days missed: tolerance may be lost. A prescriber sees them before the old dose is given.`
    : ''

const record = async (tx: WriteTx, recording: Recording): Promise<Result<Recorded>> => {
  const { answers, day } = recording
  const lastDose = Temporal.PlainDate.from(answerTo(answers, 'last_dose') ?? day.toString())
  if (Temporal.PlainDate.compare(lastDose, day) > 0)
    return refused('invalid', 'The last dose cannot be after the day it was confirmed', 'last_dose')
  if (chosenIn(answers, 'flag').includes('overdose_risk')) await putUpFlag(tx, recording, 'overdose_risk')
  const missed = daysMissed(lastDose, day)
  const counted = countsDays(answerTo(answers, 'medicine'))
  return ok({
    reading: {},
    answers: counted ? { ...answers, days_missed: String(missed) } : answers,
    said: `Medicines confirmed.${counted ? warning(missed) : ''}`,
  })
}

const prescribedIn = (screen: RecordedFact | null): string | undefined =>
  chosenIn(screen?.answers ?? {}, 'prescribed').find((medicine) => medicine !== 'none')

/** Medicines confirmed with who prescribed or gave them; starts from what the screen told. */
export const medicinesPage = factForm<Known>({
  ...writers.medicines_confirmed,
  form: medicinesConfirmed,
  heading: (name) => `Confirm medicines for ${name}`,
  button: 'Record medicines',
  know: async (tx, person) => ({
    screen: await newestFact(tx, person.id, 'arrival_screen'),
    today: tx.today,
  }),
  startsWith: ({ known: { screen } }) => {
    const medicine = prescribedIn(screen)
    const from = answerTo(screen?.answers ?? {}, 'prescribed_from')
    return {
      ...(medicine === undefined ? {} : { medicine }),
      ...(from === null ? {} : { reached_who: from }),
    }
  },
  above: ({ known: { screen, today } }) =>
    screen === null ? null : <EarlierForm fact={screen} today={today} />,
  record,
})
