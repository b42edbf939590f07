import type { FactForm } from '../model.ts'

/** How often somebody is seen, agreed with them: the days between contacts. */
export const contactFrequency: FactForm = {
  kind: 'contact_frequency_agreed',
  title: 'How often we meet',
  recordClass: 'recovery',
  questions: [
    {
      name: 'every',
      asks: 'one',
      label: 'We meet',
      required: 'Say how often',
      options: [
        { value: '7', text: 'Every week' },
        { value: '14', text: 'Every 2 weeks' },
        { value: '21', text: 'Every 3 weeks' },
        { value: '28', text: 'Every 4 weeks' },
      ],
    },
    { name: 'why', asks: 'words', label: 'Why, in their words', readBack: 'Why' },
  ],
}
