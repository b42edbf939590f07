import { dueOn } from '../subjectaccess/index.ts'
import { dayAt, momentAt, type Stage } from './scene.ts'

interface Asked {
  readonly personId: string
  readonly days: number
  readonly name: string
}

/** Requests for records, as they were opened; what became of them is in `actions/answerRequests.ts`. */
export interface RequestsMade {
  readonly inReview: string
  readonly answered: string
}

const ask = (stage: Stage, { personId, days, name }: Asked): string => {
  const { staff, services } = stage.world
  const about = { person_id: personId, recorded_under: personId, recorded_at: momentAt(stage, -days) }
  const id = stage.ids.next()
  stage.rows.access_request.push({
    ...about,
    id,
    service_id: services.leeds,
    asked_by: 'person',
    asked_name: name,
    identity_checked: 'Seen by their worker, who knows them',
    asked_on: dayAt(stage, -days),
    due_on: dueOn(dayAt(stage, -days), 'england'),
    state: 'gathering',
    recorded_by: staff['demo.tessa'],
  })
  stage.rows.access_reviewer.push({
    ...about,
    request_id: id,
    staff_id: staff['demo.colin'],
    class: 'safeguarding',
    named_by: staff['demo.tessa'],
  })
  return id
}

/**
 * Two of Rosa's have asked for everything that is held about them: one waits for its review, the other has been
 * answered. A record of hers is held for a claim.
 */
export const askedFor = (stage: Stage): RequestsMade | null => {
  const [asking, claiming, answered] = stage.rows.allocation.filter(
    ({ staff_id, to_day }) => staff_id === stage.world.staff['demo.rosa'] && to_day == null,
  )
  if (asking === undefined || claiming === undefined || answered === undefined) return null
  stage.rows.legal_hold.push({
    person_id: claiming.person_id,
    recorded_under: claiming.person_id,
    recorded_at: momentAt(stage, -3),
    id: stage.ids.next(),
    kind: 'hand',
    reason: 'A claim about medicines on arrival: the prison’s solicitors asked',
    recorded_by: stage.world.staff['demo.tessa'],
  })
  return {
    inReview: ask(stage, {
      personId: asking.person_id,
      days: 3,
      name: 'By letter; answer on the wing',
    }),
    answered: ask(stage, {
      personId: answered.person_id,
      days: 24,
      name: 'They told their worker; answer on the wing',
    }),
  }
}
