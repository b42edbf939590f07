import type { FactForm } from '../model.ts'
import { chosenIn } from '../questions.ts'
import { toleranceMayBeLost } from '../rules.ts'

const missedWords = (days: number): string =>
  toleranceMayBeLost(days) ? `${days}: tolerance may be lost` : String(days)

/** Medicines confirmed (product.md): who was reached, the last dose, and the days missed since. */
export const medicinesConfirmed: FactForm = {
  kind: 'medicines_confirmed',
  title: 'Medicines confirmed',
  recordClass: 'clinical',
  questions: [
    {
      name: 'reached',
      asks: 'one',
      label: 'Who confirmed it',
      hint: 'Where nobody could be reached, nothing is confirmed: it stays owed, and this page may be left.',
      required: 'Say who confirmed it',
      options: [
        { value: 'prescriber', text: 'The prescriber' },
        { value: 'pharmacy', text: 'The pharmacy' },
        { value: 'both', text: 'Both' },
      ],
    },
    {
      name: 'reached_who',
      asks: 'line',
      label: 'Name of the service or pharmacy, and its number',
      required: 'Say which service or pharmacy confirmed it',
    },
    {
      name: 'medicine',
      asks: 'one',
      label: 'Medicine',
      required: 'Say which medicine',
      options: [
        { value: 'methadone', text: 'Methadone' },
        { value: 'buprenorphine', text: 'Buprenorphine, as tablets or film' },
        { value: 'buprenorphine_injection', text: 'Buprenorphine, as a weekly or monthly injection' },
        { value: 'benzodiazepine', text: 'Diazepam or another benzodiazepine' },
        { value: 'alcohol', text: 'Medicine for alcohol' },
        { value: 'other', text: 'Another medicine' },
      ],
    },
    {
      name: 'dose',
      asks: 'line',
      label: 'Dose as prescribed, and other medicines confirmed with it',
      readBack: 'Dose, and other medicines',
    },
    {
      name: 'last_dose',
      asks: 'day',
      label: 'Last dose seen to be taken',
      required: 'Give the day of the last dose',
    },
    {
      name: 'next_due',
      asks: 'day',
      label: 'Next injection due',
      when: { medicine: ['buprenorphine_injection'] },
    },
    {
      name: 'flag',
      asks: 'some',
      label: 'Tell everybody who meets them',
      readBack: 'Shown to everybody who meets them',
      options: [{ value: 'overdose_risk', text: 'Show “Overdose risk” on every page about them' }],
    },
    { name: 'words', asks: 'words', label: 'Anything else to know', readBack: 'Also' },
  ],
  worksOut: (answers) =>
    chosenIn(answers, 'days_missed').map((days) => ({
      question: 'Days missed',
      answer: missedWords(Number(days)),
    })),
}
