import type { PersonHeader } from '../../people/index.ts'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import { freshAnswers, settingNow } from '../../standards/index.ts'
import type { Recorded, Recording } from '../actions/recordForm.ts'
import { arrivalScreen, pregnancy, stillRight } from '../forms/arrival-screen.ts'
import { type Freshness, knownForScreen } from '../known-answers.ts'
import type { Answers, Question } from '../model.ts'
import { admittedOn, type WhatCame, whatCame } from '../queries/whatCame.ts'
import { isSafetyConcern, readScreen, tonight } from '../rules.ts'
import { type FactModel, factForm } from './fact-form.tsx'
import { TonightAsAnswered } from './tonight.tsx'
import { anythingCame, WhatCameWithThem } from './what-came.tsx'
import { writers } from './writers.ts'

interface Known extends Freshness {
  readonly came: WhatCame
}

const mayBePregnant = ({ sex }: PersonHeader): boolean => sex !== 'M'

const asked = ({ person, known }: FactModel<Known>): readonly Question[] =>
  arrivalScreen.questions.filter(
    (question) =>
      (question !== pregnancy || mayBePregnant(person)) &&
      (question !== stillRight || anythingCame(known.came)),
  )

/** Where somebody is in danger the next page says what to do, and asks. */
const saidOf = (answers: Answers): string => {
  const tasks = isSafetyConcern(answers) ? [] : tonight(answers).map(({ words }) => words)
  const next = readScreen(answers).positive
    ? 'A triage is due by the next working day.'
    : 'No triage is owed from it.'
  return ['Arrival screen recorded.', ...tasks, next].join(' ')
}

const isBeforeArrival = async (tx: WriteTx, { person, day, amended }: Recording): Promise<boolean> => {
  const came = await admittedOn(tx, person.id)
  return amended === null && came !== null && Temporal.PlainDate.compare(day, came) < 0
}

const recordScreen = async (tx: WriteTx, recording: Recording): Promise<Result<Recorded>> => {
  const { person, answers } = recording
  if (await isBeforeArrival(tx, recording))
    return refused('invalid', 'This is before they came in. Give a later day', 'happened')
  return ok({
    reading: { ...readScreen(answers) },
    said: saidOf(answers),
    ...(isSafetyConcern(answers) ? { to: `/people/${person.id}/safety-response` } : {}),
  })
}

/** The arrival screen (pages.md): one page; what it asks for tonight stands below it and on the next page. */
export const arrivalScreenPage = factForm<Known>({
  ...writers.arrival_screen,
  form: arrivalScreen,
  heading: (name) => `Arrival screen for ${name}`,
  button: 'Record screen',
  know: async (tx, person) => ({
    came: await whatCame(tx, person.id),
    today: tx.today,
    freshDays: await settingNow(tx, freshAnswers),
  }),
  startsWith: ({ known }) => knownForScreen(known.came, known),
  asked,
  above: ({ known }) =>
    anythingCame(known.came) ? <WhatCameWithThem came={known.came} today={known.today} /> : null,
  below: () => <TonightAsAnswered />,
  record: recordScreen,
})
