import { personName } from '../../people/index.ts'
import { ok } from '../../platform/result.ts'
import { contactFrequency } from '../forms/contact-frequency.ts'
import { newestFact, type RecordedFact } from '../queries/facts.ts'
import { answerTo, optionText } from '../questions.ts'
import { factForm } from './fact-form.tsx'
import { writers } from './writers.ts'

interface Known {
  readonly before: RecordedFact | null
}

const [every] = contactFrequency.questions

const inWords = (days: string): string => (every === undefined ? days : optionText(every, days).toLowerCase())

/** How often somebody is seen, as agreed with them. */
export const contactFrequencyPage = factForm<Known>({
  ...writers.contact_frequency_agreed,
  form: contactFrequency,
  heading: (name) => `How often we meet ${name}`,
  button: 'Save',
  know: async (tx, person) => ({ before: await newestFact(tx, person.id, contactFrequency.kind) }),
  startsWith: ({ known: { before } }) => ({ every: answerTo(before?.answers ?? {}, 'every') ?? '' }),
  record: async (_tx, { person, answers }) => {
    const days = answerTo(answers, 'every') ?? ''
    return ok({
      reading: { days: Number(days) },
      said: `Agreed: ${personName(person)} is seen ${inWords(days)}. The next contact is owed by that.`,
    })
  },
})
