import type { FactForm } from '../model.ts'

/** A day in court, from which somebody may walk out. Never what for. */
export const courtDate: FactForm = {
  kind: 'court_date',
  title: 'Court date',
  recordClass: 'identity',
  questions: [
    { name: 'court_day', asks: 'day', label: 'Day in court', required: 'Give the day in court' },
    { name: 'court', asks: 'line', label: 'Which court' },
    {
      name: 'how',
      asks: 'one',
      label: 'How',
      options: [
        { value: 'in_person', text: 'In person' },
        { value: 'video', text: 'By video' },
      ],
    },
    {
      name: 'told_by',
      asks: 'line',
      label: 'Who said so',
      hint: 'The person, the prison, the court, a solicitor.',
    },
  ],
}
