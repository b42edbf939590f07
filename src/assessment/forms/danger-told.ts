import type { FactForm } from '../model.ts'

/** Put down by itself when a part of an assessment tells of a danger to life: never filled in, only read back. */
export const dangerTold: FactForm = {
  kind: 'danger_told',
  title: 'Told of a danger to life',
  recordClass: 'recovery',
  questions: [
    {
      name: 'danger',
      asks: 'some',
      label: 'In the assessment',
      options: [
        { value: 'harm_now', text: 'Thoughts of self-harm or suicide' },
        { value: 'overdose_last', text: 'An overdose in the last month' },
      ],
    },
  ],
}
