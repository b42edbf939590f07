import type { Part } from './model.ts'
import type { Seer } from './queries/whoSees.ts'
import { listed } from './words.ts'

const ofClasses: Readonly<Record<string, string>> = {
  identity: 'who you are',
  contact_details: 'how to reach you',
  safety: 'what keeps you safe',
  recovery: 'your recovery records',
  clinical: 'your medicines and health notes',
  handover: 'the plan for your release',
}

const ofKinds: Readonly<Record<string, string>> = {
  recovery:
    'who you are, your recovery records, your plan and the medicines you leave with. Not your health notes',
  clinical: 'who you are, your health notes, your medicines and your recovery records',
}

const ofRoles: Readonly<Record<string, string>> = {
  key_worker: 'who you are, where you live here, what keeps you safe and key-work notes',
  key_work_champion: 'who you are, where you live here, what keeps you safe and key-work notes',
  offender_manager: 'who you are, what keeps you safe, key-work notes and the plan for your release',
  probation: 'who you are, what keeps you safe, key-work notes and the plan for your release',
  court_team: 'who you are, what keeps you safe, key-work notes and the plan for your release',
  facilitator: 'who you are and what keeps you safe, for the group you are in',
}

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

/** What one service or member of staff can see, in words for the person themself. */
export const seenWords = ({ ground, role, kind, classes }: Seer): string => {
  if (ground === 'named' || ground === 'cover') return ofRoles[role ?? ''] ?? 'who you are'
  if (ground === 'direct_care') return 'who you are, what keeps you safe and your medicines'
  return classes === null
    ? (ofKinds[kind] ?? 'what their work with you needs')
    : listed(Object.entries(ofClasses).flatMap(([each, words]) => (classes.includes(each) ? [words] : [])))
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
