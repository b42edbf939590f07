import type { AuditEvent } from '../platform/audit/append.ts'
import { momentAt, type Stage } from './scene.ts'
import type { StaffName } from './staff.ts'
import type { ServiceName } from './teams.ts'

interface Looked {
  readonly who: StaffName
  readonly role: string
  readonly service: ServiceName
  readonly at: Temporal.Instant
}

const item = ({ ids, world, now }: Stage, { who, role, service, at }: Looked) => ({
  id: ids.next(),
  staff_id: world.staff[who],
  role,
  service_ids: [world.services[service]],
  for_services: [world.services.leeds],
  from_at: at,
  to_at: at,
  how_many: 1,
  surfaced_at: now,
})

const seen = (
  stage: Stage,
  { who, role, service, at }: Looked,
  action: string,
  person: string,
): AuditEvent => ({
  id: stage.ids.next(),
  at,
  staffId: stage.world.staff[who],
  role,
  serviceIds: [stage.world.services[service]],
  action,
  outcome: 'done',
  people: [person],
  subject: null,
  address: '192.0.2.10',
  requestId: null,
})

/** Told by the team leader who looked into it. */
const reviewedBy = ({ world }: Stage, at: Temporal.Instant, words: string) => ({
  reviewed_by: world.staff['demo.tessa'],
  reviewed_at: at,
  outcome: 'talked',
  words,
})

const about = (person: string) => ({ person_id: person, recorded_under: person })

const brokenGlass = (stage: Stage, person: string): readonly AuditEvent[] => {
  const looked: Looked = {
    who: 'demo.idris',
    role: 'recovery_worker',
    service: 'isis',
    at: momentAt(stage, -1, '16:20'),
  }
  const glass = {
    id: stage.ids.next(),
    ...about(person),
    staff_id: stage.world.staff['demo.idris'],
    role: 'recovery_worker' as const,
    service_ids: [stage.world.services.isis],
    kind: 'danger_to_life',
    reason: 'His brother is with us and says that he means to take everything he has tonight',
    opened_at: looked.at,
    closes_at: looked.at.add({ hours: 1 }),
    closed_at: looked.at.add({ minutes: 12 }),
  }
  stage.rows.glass.push(glass)
  stage.rows.oversight_item.push({
    ...item(stage, looked),
    kind: 'glass',
    ...about(person),
    glass_id: glass.id,
  })
  stage.rows.notice.push({
    id: stage.ids.next(),
    ...about(person),
    service_id: stage.world.services.leeds,
    kind: 'glass',
    words: `Idris Cole, recovery worker, Isis recovery team, broke the glass for an hour. Somebody’s life is in danger now: “${glass.reason}”. Review it under Oversight.`,
    recorded_at: looked.at,
    for_role: 'team_leader',
  })
  return [
    seen(stage, { ...looked, at: looked.at.add({ seconds: 20 }) }, 'view_person', person),
    seen(stage, { ...looked, at: looked.at.add({ minutes: 2 }) }, 'view_contact_details', person),
  ]
}

/** Tessa is the one leader of her team: what she looked at herself falls to an administrator. */
const forTheAdministrator = (stage: Stage, person: string): AuditEvent => {
  const tessa: Looked = {
    who: 'demo.tessa',
    role: 'team_leader',
    service: 'leeds',
    at: momentAt(stage, -2, '17:45'),
  }
  stage.rows.oversight_item.push({
    ...item(stage, tessa),
    kind: 'without_involvement',
    ...about(person),
    for_role: 'administrator' as const,
    for_services: [stage.world.services.running],
  })
  return seen(stage, tessa, 'view_person', person)
}

/**
 * What a team leader finds under Oversight: broken glass and a view without involvement that wait for her, another
 * that she has talked about, and many records in a short time. Lee Whitaker is her team's; of the others she sees no
 * name. What she looked at herself waits for the administrator. Answers with what the audit log has of it.
 */
export const toReview = (stage: Stage, people: readonly string[]): readonly AuditEvent[] => {
  const [first, second, third] = [people[5], people[2], people.at(-1)]
  if (first === undefined || second === undefined || third === undefined) return []
  const joan: Looked = {
    who: 'leeds.joan',
    role: 'recovery_worker',
    service: 'leeds',
    at: momentAt(stage, -1, '11:05'),
  }
  const hari: Looked = { ...joan, who: 'leeds.hari', at: momentAt(stage, -6, '09:40') }
  stage.rows.oversight_item.push(
    { ...item(stage, joan), kind: 'without_involvement', ...about(second), how_many: 2 },
    {
      ...item(stage, hari),
      kind: 'without_involvement',
      ...about(third),
      ...reviewedBy(
        stage,
        momentAt(stage, -5, '10:00'),
        'Their new service had rung about the plan. Next time he sends it.',
      ),
    },
    {
      ...item(stage, { ...hari, at: momentAt(stage, -9, '15:10') }),
      kind: 'many',
      how_many: 34,
      ...reviewedBy(
        stage,
        momentAt(stage, -8, '09:30'),
        'Getting ready for the week’s reviews, list by list.',
      ),
    },
  )
  return [
    ...brokenGlass(stage, first),
    forTheAdministrator(stage, third),
    seen(stage, joan, 'view_person', second),
    seen(stage, hari, 'view_person', third),
  ]
}
