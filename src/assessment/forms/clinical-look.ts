import type { FactForm } from '../model.ts'

/** First-night clinical look (product.md): seen by a nurse or prescriber before lock-up. */
export const clinicalLook: FactForm = {
  kind: 'seen_by_clinician',
  title: 'First-night clinical look',
  recordClass: 'clinical',
  questions: [
    {
      name: 'seen_by',
      asks: 'one',
      label: 'Seen by',
      required: 'Say who saw them',
      options: [
        { value: 'nurse', text: 'A nurse' },
        { value: 'prescriber', text: 'A prescriber' },
      ],
    },
    {
      name: 'withdrawal',
      asks: 'some',
      label: 'Withdrawal now',
      hint: 'Choose all that apply.',
      required: 'Say what they are withdrawing from, or choose “None seen”',
      options: [
        { value: 'opioid', text: 'Opioids' },
        { value: 'alcohol', text: 'Alcohol' },
        { value: 'benzodiazepine', text: 'Benzodiazepines' },
        { value: 'none', text: 'None seen', alone: true },
      ],
    },
    {
      name: 'started',
      asks: 'some',
      label: 'Started tonight',
      hint: 'Choose all that apply.',
      options: [
        { value: 'stabilisation', text: 'Opioid stabilisation' },
        { value: 'alcohol_detoxification', text: 'Alcohol detoxification' },
        { value: 'benzodiazepine', text: 'Benzodiazepine stabilisation' },
        { value: 'symptoms', text: 'Medicine for symptoms' },
        { value: 'observations', text: 'Observations' },
      ],
    },
    { name: 'plan', asks: 'words', label: 'What was found, and the plan for tonight' },
  ],
}
