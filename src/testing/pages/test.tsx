import {
  type Answers,
  answerTo,
  factForm,
  newestFact,
  type Recorded,
  type Recording,
} from '../../assessment/index.ts'
import type { Question } from '../../assessment/model.ts'
import { personName } from '../../people/index.ts'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import { InsetText } from '../../platform/ui/index.ts'
import { toldWhen } from '../../safety/index.ts'
import { raisesRisk } from '../../standards/index.ts'
import type { TestClass, TestPurpose } from '../../standards/model.ts'
import {
  answerName,
  isPurpose,
  purposeWords,
  resultOf,
  resultWords,
  substanceNames,
  testResult,
} from '../model.ts'
import { testWriters } from '../roles.ts'
import { classOfTest, purposesFor } from '../rules.ts'

const [firstSubstance = 'opiates'] = substanceNames

/** Why the answers cannot be kept, or null. */
const faultOf = ({ role, service, answers, amended }: Recording, purpose: TestPurpose) => {
  if (!purposesFor({ role, setting: service.setting }).includes(purpose))
    return refused('invalid', 'Tests for this purpose are written down by others', 'purpose')
  if (amended !== null && amended.recordClass !== classOfTest(purpose, service.setting))
    return refused(
      'invalid',
      'Why it was asked for decides who reads it, and stays. Set this record aside and write a new one',
      'purpose',
    )
  const found = substanceNames.some((substance) => answerTo(answers, answerName(substance)) !== null)
  return answerTo(answers, 'outcome') === 'given' && !found
    ? refused('invalid', 'Say what at least one substance came to', answerName(firstSubstance))
    : null
}

/** What a test says that the standards read, for the class it is in. */
const readingOf = (answers: Answers, recordClass: TestClass) => {
  const result = resultOf(answers)
  return {
    result,
    explained: result === 'positive' && answerTo(answers, 'explained') === 'yes',
    recordClass,
  }
}

const recordTest = async (tx: WriteTx, recording: Recording): Promise<Result<Recorded>> => {
  const { person, service, answers, amended } = recording
  const purpose = answerTo(answers, 'purpose')
  if (!isPurpose(purpose)) return refused('invalid', 'Choose why the test was asked for', 'purpose')
  const fault = faultOf(recording, purpose)
  if (fault !== null) return fault
  const recordClass = classOfTest(purpose, service.setting)
  const found = readingOf(answers, recordClass)
  const raises = raisesRisk(found)
  const isNews = raises && (amended === null || !raisesRisk(readingOf(amended.answers, recordClass)))
  const plan = raises ? await newestFact(tx, person.id, 'risk_plan_agreed') : null
  const review = plan === null ? '' : ' The risk plan is to be looked at again within 3 working days.'
  return ok({
    recordClass,
    reading: { purpose, ...found, ...toldWhen(tx, amended, isNews) },
    said: `Test of ${personName(person)} recorded: ${resultWords[found.result].toLowerCase()}.${review}`,
  })
}

const asked = (purposes: readonly TestPurpose[]): readonly Question[] =>
  testResult.questions.map((question) =>
    question.name === 'purpose' && 'options' in question
      ? {
          ...question,
          options: question.options.filter(({ value }) => isPurpose(value) && purposes.includes(value)),
        }
      : question,
  )

/** One test: asked for, refused or given, and what each substance came to. Put right when a result is confirmed. */
export const testPage = factForm<readonly TestPurpose[]>({
  path: 'tests/new',
  may: testWriters,
  form: testResult,
  heading: (name) => `Test: ${name}`,
  button: 'Record test',
  leadsTo: (id) => `/people/${id}/tests`,
  know: (_tx, _person, by) => Promise.resolve(purposesFor(by)),
  startsWith: ({ known: [only, ...others] }) =>
    only !== undefined && others.length === 0 ? { purpose: only } : {},
  asked: ({ known }) => asked(known),
  above: ({ known }) => <InsetText>{readersOf(known)}</InsetText>,
  record: recordTest,
})

/** Who reads what, before it is written. */
const readersOf = (purposes: readonly TestPurpose[]): string =>
  purposes.includes('clinical')
    ? `${purposeWords.clinical}: healthcare alone reads it.`
    : purposes.includes('mandatory')
      ? 'A voluntary test is read by the recovery team and healthcare alone. A mandatory test, or one that a court ordered, is also read by the key worker, offender manager, probation and court team who are named for this person.'
      : 'A voluntary test is read by your own service. One that a court ordered is also read by the court team, probation and offender manager who are named for this person.'
