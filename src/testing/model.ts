import type { Answers, FactForm, Question } from '../assessment/model.ts'
import type { TestPurpose, TestResult } from '../standards/model.ts'

/** Why a test was asked for. */
export const purposeWords: Readonly<Record<TestPurpose, string>> = {
  mandatory: 'Mandatory',
  voluntary: 'Voluntary or compact',
  court: 'Ordered by a court',
  clinical: 'Clinical, on arrival or since',
}

export const isPurpose = (text: string | null): text is TestPurpose =>
  text !== null && Object.hasOwn(purposeWords, text)

export const resultWords: Readonly<Record<TestResult, string>> = {
  negative: 'Negative',
  positive: 'Positive',
  awaiting: 'Awaiting confirmation',
  asked: 'Asked, no sample yet',
  refused: 'Refused',
  spoiled: 'Spoiled or could not be tested',
}

/** What a sample is looked at for. */
const substances = {
  opiates: 'Opiates (heroin, codeine, morphine)',
  methadone: 'Methadone',
  buprenorphine: 'Buprenorphine',
  cocaine: 'Cocaine or crack',
  benzodiazepines: 'Benzodiazepines',
  gabapentinoids: 'Pregabalin or gabapentin',
  cannabis: 'Cannabis',
  spice: 'Spice (synthetic cannabinoids)',
  amphetamines: 'Amphetamines',
  nitazenes: 'Nitazenes or fentanyl',
  alcohol: 'Alcohol',
} as const satisfies Readonly<Record<string, string>>

export type Substance = keyof typeof substances

export const substanceNames = Object.keys(substances).filter((name): name is Substance =>
  Object.hasOwn(substances, name),
)

const purpose: Question = {
  name: 'purpose',
  asks: 'one',
  label: 'Why it was asked for',
  required: 'Choose why the test was asked for',
  options: [
    {
      value: 'mandatory',
      text: purposeWords.mandatory,
      further: [
        {
          name: 'mandatory_kind',
          asks: 'one',
          label: 'Which',
          readBack: 'Which mandatory test',
          required: 'Choose which mandatory test',
          options: [
            { value: 'random', text: 'Random' },
            { value: 'reception', text: 'Reception' },
            { value: 'suspicion', text: 'Suspicion' },
            { value: 'frequent', text: 'Frequent' },
            { value: 'risk', text: 'Risk assessment' },
          ],
        },
      ],
    },
    { value: 'voluntary', text: purposeWords.voluntary },
    { value: 'court', text: purposeWords.court },
    { value: 'clinical', text: purposeWords.clinical },
  ],
}

const outcome: Question = {
  name: 'outcome',
  asks: 'one',
  label: 'What became of it',
  required: 'Say what became of the test',
  options: [
    { value: 'given', text: 'A sample was given' },
    { value: 'refused', text: resultWords.refused },
    { value: 'spoiled', text: resultWords.spoiled },
    { value: 'asked', text: resultWords.asked },
  ],
}

/** The answer about one substance is kept under its own name. */
export const answerName = (substance: Substance): string => `found_${substance}`

const found = substanceNames.map(
  (substance): Question => ({
    name: answerName(substance),
    asks: 'chosen',
    label: substances[substance],
    unanswered: 'Not tested for',
    when: { outcome: ['given'] },
    options: [
      { value: 'negative', text: 'Negative' },
      { value: 'positive', text: 'Positive' },
      { value: 'awaiting', text: 'Awaiting confirmation' },
    ],
  }),
)

const explained: Question = {
  name: 'explained',
  asks: 'one',
  label: 'Does a prescribed medicine explain all that is positive?',
  readBack: 'Explained by a prescribed medicine',
  required: 'Say whether a prescribed medicine explains it',
  when: Object.fromEntries(substanceNames.map((substance) => [answerName(substance), ['positive']])),
  options: [
    { value: 'yes', text: 'Yes' },
    { value: 'no', text: 'No' },
    { value: 'not_known', text: 'Not known' },
  ],
}

/** What a test came to, by its answers. */
export const resultOf = (answers: Answers): TestResult => {
  const { outcome: given } = answers
  if (given === 'refused' || given === 'spoiled' || given === 'asked') return given
  const results = substanceNames.map((substance) => answers[answerName(substance)])
  if (results.includes('positive')) return 'positive'
  return results.includes('awaiting') ? 'awaiting' : 'negative'
}

/** The substances that came back one way, in words. */
export const substancesFound = (answers: Answers, result: 'negative' | 'positive' | 'awaiting'): string[] =>
  substanceNames
    .filter((substance) => answers[answerName(substance)] === result)
    .map((substance) => substances[substance])

const purposeIn = ({ purpose: given }: Answers): string =>
  typeof given === 'string' && isPurpose(given) ? purposeWords[given] : 'not known'

/** One drug or alcohol test: why it was asked for, what became of it, and what each substance came to. */
export const testResult: FactForm = {
  kind: 'test_result',
  title: 'Test',
  named: (answers) =>
    `Test (${purposeIn(answers).toLowerCase()}): ${resultWords[resultOf(answers)].toLowerCase()}`,
  recordClass: 'incident',
  questions: [purpose, outcome, ...found, explained],
}
