import type { Insertable } from 'kysely'
import type { DB } from '../platform/database/schema.ts'
import { about, dayAt, momentAt, type Scene } from './scene.ts'
import type { ServiceName } from './teams.ts'

interface Said {
  readonly ago: number
  readonly to: ServiceName | string
  readonly purpose: 'treatment' | 'supervision' | 'key_work' | 'health' | 'family' | 'other'
  readonly state?: 'given' | 'refused' | 'withdrawn'
  readonly basis?: 'consent' | 'court_order' | 'vital_interests' | 'safeguarding'
  readonly parts?: readonly string[]
  readonly untilIn?: number
  readonly how?: 'in_writing' | 'spoken' | 'on_screen'
  readonly explained?: readonly string[]
  readonly words?: string
}

const isService = (scene: Scene, name: string): name is ServiceName =>
  Object.hasOwn(scene.world.services, name)

const said = (scene: Scene, given: Said): Insertable<DB['sharing_basis']> => ({
  ...about(scene),
  service_id: scene.world.services.leeds,
  purpose: given.purpose,
  ...(isService(scene, given.to) ? { to_service_id: scene.world.services[given.to] } : { to_body: given.to }),
  basis: given.basis ?? 'consent',
  state: given.state ?? 'given',
  parts: [...(given.parts ?? [])],
  until_day: given.untilIn === undefined ? null : dayAt(scene, given.untilIn),
  how: given.basis === undefined && given.state !== 'withdrawn' ? (given.how ?? 'spoken') : null,
  explained: [...(given.explained ?? [])],
  words: given.words ?? null,
  day: dayAt(scene, -given.ago),
  recorded_by: scene.world.staff['demo.rosa'],
  recorded_at: momentAt(scene, -given.ago, '15:20'),
})

/** Somebody who has said everything that can be said about being told of: the register in each of its states. */
export const saidEverything = (scene: Scene): void => {
  const register: readonly Said[] = [
    {
      ago: 60,
      to: 'leedsKeyWork',
      purpose: 'key_work',
      parts: ['summary'],
      how: 'in_writing',
      explained: ['plain_words', 'read_aloud'],
    },
    { ago: 60, to: 'probation', purpose: 'supervision', parts: ['summary', 'appointments'], untilIn: 6 },
    { ago: 90, to: 'wakefield', purpose: 'treatment', parts: ['recovery'], untilIn: -5 },
    { ago: 80, to: 'bradford', purpose: 'treatment', parts: ['recovery', 'clinical'], how: 'on_screen' },
    { ago: 20, to: 'bradford', purpose: 'treatment', state: 'withdrawn', words: 'My cousin works there.' },
    {
      ago: 60,
      to: 'Donna Whitaker, mother',
      purpose: 'family',
      state: 'refused',
      words: 'Not while I am in here.',
    },
    {
      ago: 14,
      to: 'Leeds Crown Court',
      purpose: 'other',
      basis: 'court_order',
      parts: ['summary'],
      untilIn: 120,
      words: 'Order of Leeds Crown Court for a report on progress.',
    },
    {
      ago: 3,
      to: 'Market Street Pharmacy',
      purpose: 'health',
      parts: ['clinical', 'appointments'],
      how: 'in_writing',
    },
  ]
  scene.rows.sharing_basis.push(...register.map((each) => said(scene, each)))
  scene.rows.allocation.push({
    ...about(scene),
    service_id: scene.world.services.leedsKeyWork,
    staff_id: scene.world.staff['demo.kevin'],
    as_role: 'key_worker',
    from_day: dayAt(scene, -100),
    recorded_at: momentAt(scene, -100),
  })
  scene.rows.agreed_summary.push({
    ...about(scene),
    service_id: scene.world.services.leeds,
    words:
      'Lee is working on sleep and on staying off spice. Mornings are good, evenings are hard. The gym helps. If he goes quiet, ask him about his daughter.',
    day: dayAt(scene, -12),
    recorded_by: scene.world.staff['demo.rosa'],
    recorded_at: momentAt(scene, -12, '15:40'),
  })
}

/** A service outside asks to be involved, and nobody has answered. */
export const askedFor = (scene: Scene): void => {
  const words = 'He rang us from the wing. We saw him before custody and have kept his place.'
  const recorded_at = momentAt(scene, -1, '16:35')
  const to = { ...about(scene), service_id: scene.world.services.leeds, recorded_at }
  scene.rows.involvement_request.push({
    ...to,
    from_service_id: scene.world.services.bradford,
    asked_by: scene.world.staff['demo.amira'],
    words,
  })
  scene.rows.notice.push({
    ...to,
    id: scene.ids.next(),
    kind: 'connect',
    words: `Amira Khan, Bradford community service, asks to be involved: ${words}`,
    subject_id: to.id,
  })
}
