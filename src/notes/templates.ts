import type { NoteClass } from './model.ts'

/** Headings to write under, for a kind of note that comes back every day. */
export interface NoteTemplate {
  readonly id: string
  readonly text: string
  readonly classes: readonly NoteClass[]
  readonly headings: readonly string[]
}

const everyClass: readonly NoteClass[] = ['recovery', 'clinical', 'key_work']

export const noteTemplates: readonly NoteTemplate[] = [
  {
    id: 'one_to_one',
    text: 'One to one',
    classes: ['recovery'],
    headings: [
      'How they are',
      'Since last time',
      'What we worked on',
      'What they want next',
      'What I will do',
    ],
  },
  {
    id: 'cell_door',
    text: 'At the cell door',
    classes: ['recovery', 'key_work'],
    headings: ['How they looked and sounded', 'What was offered', 'What was agreed'],
  },
  {
    id: 'harm_reduction',
    text: 'Staying safe',
    classes: ['recovery'],
    headings: ['Use and tolerance now', 'Advice given', 'Naloxone', 'What they will do'],
  },
  {
    id: 'before_release',
    text: 'Before release',
    classes: ['recovery'],
    headings: ['Where they will go', 'Who sees them first', 'Medicines', 'What worries them'],
  },
  {
    id: 'call',
    text: 'A call',
    classes: everyClass,
    headings: ['Who rang whom, and whether the person agreed', 'What was said', 'What follows'],
  },
  {
    id: 'clinic',
    text: 'Seen in clinic',
    classes: ['clinical'],
    headings: ['Seen for', 'Found', 'Given or changed', 'Next'],
  },
  {
    id: 'key_work',
    text: 'Key work',
    classes: ['key_work'],
    headings: ['How the week went', 'Targets', 'What I will ask others'],
  },
]

/** The headings of a template as the words a note starts with; empty for none of this name. */
const templateWords = (id: string | undefined): string =>
  (noteTemplates.find((template) => template.id === id)?.headings ?? [])
    .map((heading) => `${heading}:\n`)
    .join('\n')

/** What was typed already, with the headings of a template below it. */
export const beginFrom = (typed: string, id: string | undefined): string => {
  const headings = templateWords(id)
  return headings === '' || typed.includes(headings.trim())
    ? typed
    : [typed, headings].filter((part) => part !== '').join('\n\n')
}
