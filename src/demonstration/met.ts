import { contact, fact } from './record.ts'
import { about, dayAt, momentAt, type Scene } from './scene.ts'
import type { StaffName } from './staff.ts'
import type { ServiceName } from './teams.ts'

interface By {
  readonly service: ServiceName
  readonly staff: StaffName
}

const noteOf = (
  scene: Scene,
  by: By,
  note: {
    readonly offset: number
    readonly words: string
    readonly contact: string | null
    readonly amends?: string
    readonly time?: string
  },
): string => {
  const row = about(scene)
  scene.rows.note.push({
    ...row,
    class: 'recovery',
    service_id: scene.world.services[by.service],
    day: dayAt(scene, note.offset),
    words: note.words,
    contact_id: note.contact,
    amends: note.amends ?? null,
    recorded_by: scene.world.staff[by.staff],
    recorded_at: momentAt(scene, note.offset, note.time ?? '16:10'),
  })
  return row.id
}

const met = (scene: Scene, by: By, offset: number): string =>
  contact(scene, { ...by, offset, outcome: 'kept', mode: 'in_person' })

/** A note that was put right the same afternoon; what it said before stays. */
const amended = (scene: Scene, by: By): void => {
  const meeting = met(scene, by, -6)
  const before = noteOf(scene, by, {
    offset: -6,
    contact: meeting,
    words: 'Slept well this week. Rang his brother Tom, who will fetch him from the gate.',
  })
  noteOf(scene, by, {
    offset: -6,
    contact: meeting,
    amends: before,
    time: '16:40',
    words: 'Slept well this week. Rang his brother Tim, who will fetch him from the gate.',
  })
}

/** What led to what, and what to try instead. */
const offendingBehaviour = (scene: Scene, by: By): void => {
  const meeting = contact(scene, {
    ...by,
    offset: -5,
    outcome: 'kept',
    purpose: 'offending_behaviour',
    mode: 'in_person',
  })
  fact(scene, {
    kind: 'offending_behaviour',
    service: by.service,
    offset: -5,
    answers: {
      situation: 'Somebody he owes spoke to him in the lunch queue, in front of others.',
      thoughts: 'He wants them all to laugh at me.',
      feelings: 'Hot in the face, hands shaking.',
      behaviour: 'Threw his tray and was taken back to his cell.',
      consequence: 'Lost two days of work, and the debt is still there.',
      next: 'Step out of the queue, tell the officer at the gate, ring the bell later.',
    },
    reading: { contactId: meeting },
  })
}

/** Begun before the phone rang, and not sent. */
const begun = (scene: Scene, by: By): void => {
  scene.rows.draft.push({
    ...about(scene),
    staff_id: scene.world.staff[by.staff],
    path: `/people/${scene.personId}/notes/new`,
    title: `Write a note about ${scene.who.given} ${scene.who.family}`,
    answers: JSON.stringify({ class: 'recovery', words: 'Came to the office door asking for' }),
    saved_at: momentAt(scene, 0, '08:20'),
  })
}

/** Planned for yesterday, when the computers were down: nobody has said yet what became of it. */
const notSaid = (scene: Scene, by: By): void => {
  contact(scene, { ...by, offset: -1, time: '11:00', outcome: 'planned', recorded: -4 })
}

const missed = (scene: Scene, by: By): void => {
  contact(scene, { ...by, offset: -4, outcome: 'prison_did_not_unlock' })
}

const byTime: Readonly<Record<string, (scene: Scene, by: By) => void>> = {
  '09:30': amended,
  '11:15': offendingBehaviour,
  '14:00': begun,
}

/** What a worker had recorded of somebody before they meet today at this time: for each person another thing. */
export const metBefore = (scene: Scene, by: By, time: string): void => {
  byTime[time]?.(scene, by)
  notSaid(scene, by)
  missed(scene, by)
}
