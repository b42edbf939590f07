import type { RecordClass } from '../standards/model.ts'
import type { Part } from './model.ts'
import type { Seer } from './queries/whoSees.ts'
import { listed } from './words.ts'

/** What each class of record holds, as whoever it is about would say it, in the order in which it is said; null where it is tests alone. */
export const classWords: Readonly<Record<RecordClass, string | null>> = {
  identity: 'who you are, where you are',
  contact_details: 'how to reach you',
  safety: 'what keeps you safe',
  recovery: 'your recovery records with your plan',
  clinical: 'your medicines and health notes',
  key_work: 'your talks with your key worker',
  handover: 'the plan for your release',
  sharing: 'whom you agreed to tell',
  incident: 'incidents',
  voluntary_test: null,
  court_test: null,
  safeguarding: 'worries about the safety of a child or an adult',
}

/** The drug and alcohol tests that are of a class, besides. */
export const testWords: Readonly<Partial<Record<RecordClass, string>>> = {
  incident: 'those that the prison asked for',
  voluntary_test: 'those that you chose to take',
  court_test: 'those that a court ordered',
}

const wordsFor = (words: Readonly<Record<string, string | null>>, reads: readonly RecordClass[]): string[] =>
  Object.entries(words).flatMap(([each, said]) =>
    said !== null && reads.some((read) => read === each) ? [said] : [],
  )

const ofParts: Readonly<Record<Part, string>> = {
  recovery: 'your recovery records',
  clinical: 'your medicines and health notes',
  summary: 'the summary and the plan that you agreed with us',
  appointments: 'when and where you are seen, and your release date',
}

/** What somebody else may be told, in words for the person themself. */
export const toldWords = (parts: readonly Part[]): string =>
  parts.length === 0
    ? 'who you are and how to reach you, and nothing more'
    : listed(parts.map((part) => ofParts[part]))

/** A recovery team of a prison reads of clinical records what somebody leaves with, and no more. */
const withoutHealthNotes = ({ ground, setting, classes, reads }: Seer): boolean =>
  ground !== 'named' &&
  ground !== 'cover' &&
  setting === 'custody' &&
  classes === null &&
  reads.includes('recovery') &&
  !reads.includes('clinical')

/** What one service or member of staff can see, in words for the person themself; without the last full stop. */
export const seenWords = (seer: Seer): string => {
  if (seer.ground === 'direct_care') return 'who you are, what keeps you safe and your medicines'
  const withoutNotes = withoutHealthNotes(seer)
  const leftWith = withoutNotes ? ['the medicines you leave with'] : []
  const tests = wordsFor(testWords, seer.reads)
  return [
    listed([...wordsFor(classWords, seer.reads), ...leftWith]),
    ...(withoutNotes ? ['Not your health notes'] : []),
    ...(tests.length === 0 ? [] : [`Of your drug tests: ${listed(tests)}`]),
  ].join('. ')
}

/** Several grounds of one service, or member of staff, are one line: what the widest of them lets be seen. */
export const onePerSeer = (seers: readonly Seer[]): readonly Seer[] => {
  const widest = new Map<string, Seer>()
  for (const seer of seers) {
    const key = seer.role === null ? seer.service : `${seer.service}|${seer.name ?? ''}`
    const known = widest.get(key)
    const wider =
      known === undefined || (known.classes !== null && (seer.classes?.length ?? 99) > known.classes.length)
    if (wider) widest.set(key, seer)
  }
  return [...widest.values()]
}
