import type { FactForm } from '../model.ts'

/** A record that was wrong: it stays readable, and counts for nothing. */
export const recordSetAside: FactForm = {
  kind: 'record_set_aside',
  title: 'Set aside: recorded wrongly',
  recordClass: 'recovery',
  questions: [
    {
      name: 'why',
      asks: 'words',
      label: 'Why it is wrong',
      hint: 'About somebody else, written down twice, did not happen.',
      required: 'Say why the record is wrong',
    },
  ],
}
