import type { FactForm, Question } from '../model.ts'

const why: readonly Question[] = [
  { name: 'why', asks: 'line', label: 'Why, in their words', readBack: 'Why refused', required: 'Say why' },
]

/** Naloxone training: trained, or refused and why (product.md). */
export const naloxoneTraining: FactForm = {
  kind: 'naloxone_training',
  title: 'Naloxone training',
  recordClass: 'recovery',
  questions: [
    {
      name: 'outcome',
      asks: 'one',
      label: 'Training',
      required: 'Say whether they were trained',
      options: [
        {
          value: 'trained',
          text: 'Trained: knows the signs of an overdose, how to give naloxone, and to ring 999',
        },
        { value: 'refused', text: 'Refused', further: why },
      ],
    },
    { name: 'words', asks: 'words', label: 'Anything else to know', readBack: 'Also' },
  ],
}

/** The kit itself: in their property before they may walk out, or refused and why (product.md). */
export const naloxoneIssued: FactForm = {
  kind: 'naloxone_issued',
  title: 'Naloxone kit',
  recordClass: 'clinical',
  questions: [
    {
      name: 'outcome',
      asks: 'one',
      label: 'Kit',
      required: 'Say whether a kit was issued',
      options: [
        { value: 'in_property', text: 'In their property, to leave with them' },
        { value: 'in_hand', text: 'In their hand, at the gate' },
        { value: 'refused', text: 'Refused', further: why },
      ],
    },
    {
      name: 'product',
      asks: 'one',
      label: 'Which',
      when: { outcome: ['in_property', 'in_hand'] },
      options: [
        { value: 'injection', text: 'Injection' },
        { value: 'nasal', text: 'Nasal spray' },
      ],
    },
    { name: 'words', asks: 'words', label: 'Anything else to know', readBack: 'Also' },
  ],
}
