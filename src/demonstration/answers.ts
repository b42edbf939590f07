import { readScreen } from '../assessment/index.ts'
import { fact } from './record.ts'
import type { Scene } from './scene.ts'
import { type ServiceName, services } from './teams.ts'

type Used = 'opioids' | 'alcohol' | 'cannabis' | 'nothing'

const nothing = {
  used: ['nothing'],
  signs: ['none'],
  prescribed: ['none'],
  overdose: 'never',
  injecting: 'never',
  harm: 'no',
  agrees: 'yes',
}

const answersOf: Readonly<Record<Used, Readonly<Record<string, string | readonly string[]>>>> = {
  nothing,
  opioids: {
    ...nothing,
    used: ['opioids'],
    opioids_often: 'daily',
    opioids_how: 'smoked',
    signs: ['opioid'],
    prescribed: ['methadone'],
    prescribed_from: 'The community service, collected at the pharmacy',
    overdose: 'longer',
    injecting: 'before',
  },
  alcohol: { ...nothing, signs: ['alcohol'] },
  cannabis: { ...nothing, used: ['cannabis', 'spice'], cannabis_often: 'daily', cannabis_how: 'smoked' },
}

/** An arrival screen, read by the same rules as one that was typed; and what followed it the same evening. */
export const screened = (scene: Scene, service: ServiceName, offset: number, used: Used): void => {
  const answers = answersOf[used]
  const reading = readScreen(answers)
  fact(scene, { kind: 'arrival_screen', service, offset, time: '20:30', answers, reading })
  if (reading.dependence.length > 0)
    fact(scene, {
      kind: 'seen_by_clinician',
      class: 'clinical',
      service,
      offset,
      time: '21:10',
      answers: { seen_by: 'nurse' },
      reading: {},
    })
  if (reading.prescribedTreatment && offset < -1)
    fact(scene, {
      kind: 'medicines_confirmed',
      class: 'clinical',
      service,
      offset: offset + 1,
      answers: { reached: 'pharmacy' },
      reading: {},
    })
}

const safe = ['person', 'person', 'person_no_message', 'someone_else', 'nobody'] as const

/** The town of a community service, by the service's short name. */
const townOf = (name: string): string =>
  Object.entries(services).find(([short]) => short === name)?.[1].town ?? name

/** A triage that was accepted, with a phone and whom it is safe to ring. */
export const triaged = (
  scene: Scene,
  service: ServiceName,
  offset: number,
  episode: string,
  town: string,
): void => {
  const safe_to_ring = scene.chance.pick(safe)
  scene.rows.contact_details.push({
    id: scene.ids.next(),
    person_id: scene.personId,
    recorded_under: scene.personId,
    service_id: scene.world.services[service],
    phone: `07700 900${String(scene.chance.whole(100, 999))}`,
    safe_to_ring,
    safe_to_ring_note: safe_to_ring === 'someone_else' ? 'Ring his mother, Ann, after six' : null,
    town: townOf(town),
    recorded_at: scene.now.subtract({ hours: 24 * Math.max(-offset, 0) }),
  })
  fact(scene, {
    kind: 'triage',
    service,
    offset,
    episode,
    answers: {
      need: 'Wants help to stay well after release',
      risk: 'none',
      agrees_to_pass_on: 'yes',
      outcome: 'accepted',
    },
    reading: { episodeId: episode, accepted: true, agreesToPassOn: true },
  })
}

/** What is recorded before somebody leaves: where they sleep, the medicines bridge, overdose advice, naloxone in hand. */
export const forRelease = (scene: Scene, service: ServiceName, offset: number): void => {
  fact(scene, {
    kind: 'accommodation_recorded',
    service,
    offset,
    answers: { accommodation: 'hostel' },
    reading: { known: true },
  })
  fact(scene, {
    kind: 'medicines_bridge',
    class: 'clinical',
    service,
    offset,
    answers: { last_dose: 'morning of release' },
    reading: {},
  })
  fact(scene, { kind: 'overdose_advice', service, offset, answers: { advice: 'given' }, reading: {} })
  fact(scene, {
    kind: 'naloxone_issued',
    class: 'clinical',
    service,
    offset,
    answers: { outcome: 'in property' },
    reading: { accepted: true },
  })
}
