import type { PersonHeader } from '../people/index.ts'
import type { Actor } from '../platform/auth/actor.ts'
import type { StaffRole } from '../platform/database/schema.ts'
import type { RecordedBy } from './model.ts'

/** Who hands over: prepares, sends, withdraws. */
export const handsOver: readonly StaffRole[] = ['recovery_worker', 'coordinator', 'team_leader', 'clinical']

/** Who answers for the receiving service; in a community service the team leader may too. */
export const takesPart: readonly StaffRole[] = [...handsOver, 'community_worker']

/** Who may read a hand-over of their people. */
export const readsHandovers: readonly StaffRole[] = [
  ...takesPart,
  'offender_manager',
  'probation',
  'court_team',
]

/** The actor's service that acts for somebody: `wanted` where it is one of theirs, else that of the person's prison, else the first. */
export const actsFor = (
  actor: Actor,
  person: Pick<PersonHeader, 'place'>,
  wanted: string | null = null,
): RecordedBy | null => {
  const { services, staffId } = actor
  const service =
    services.find(({ id }) => id === wanted) ??
    services.find(
      ({ establishment }) => establishment !== null && establishment === person.place.establishment_code,
    ) ??
    services[0]
  return service === undefined ? null : { serviceId: service.id, staffId }
}
