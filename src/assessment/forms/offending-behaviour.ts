import type { FactForm } from '../model.ts'

/** A one-to-one about a situation and what led to what: the chain, in the person's words, and what to try instead. */
export const offendingBehaviour: FactForm = {
  kind: 'offending_behaviour',
  title: 'Offending behaviour, one to one',
  recordClass: 'recovery',
  questions: [
    {
      name: 'situation',
      asks: 'words',
      label: 'The situation',
      hint: 'Where, with whom, what had gone before. A situation like it, never the offence itself.',
      required: 'Say what the situation was',
    },
    { name: 'thoughts', asks: 'words', label: 'What they thought' },
    { name: 'feelings', asks: 'words', label: 'What they felt, also in the body' },
    { name: 'behaviour', asks: 'words', label: 'What they did' },
    { name: 'consequence', asks: 'words', label: 'What came of it, at once and later' },
    { name: 'next', asks: 'words', label: 'What to try next time' },
  ],
}
