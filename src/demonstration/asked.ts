import { dayAt, momentAt, type Stage } from './scene.ts'

/** Somebody of Rosa's has asked for everything that is held about them; a record of hers is held for a claim. */
export const askedFor = (stage: Stage): void => {
  const { staff, services } = stage.world
  const [asking, claiming] = stage.rows.allocation.filter(
    ({ staff_id, to_day }) => staff_id === staff['demo.rosa'] && to_day == null,
  )
  if (asking === undefined || claiming === undefined) return
  const about = (personId: string) => ({
    person_id: personId,
    recorded_under: personId,
    recorded_at: momentAt(stage, -3),
  })
  const id = stage.ids.next()
  stage.rows.access_request.push({
    ...about(asking.person_id),
    id,
    service_id: services.leeds,
    asked_by: 'person',
    asked_name: 'Themself, by letter; answer on the wing',
    identity_checked: 'Seen by their worker, who knows them',
    asked_on: dayAt(stage, -3),
    due_on: dayAt(stage, 27),
    state: 'gathering',
    recorded_by: staff['demo.tessa'],
  })
  stage.rows.access_reviewer.push({
    ...about(asking.person_id),
    request_id: id,
    staff_id: staff['demo.colin'],
    class: 'safeguarding',
    named_by: staff['demo.tessa'],
  })
  stage.rows.legal_hold.push({
    ...about(claiming.person_id),
    id: stage.ids.next(),
    kind: 'hand',
    reason: 'A claim about medicines on arrival: the prison’s solicitors asked',
    recorded_by: staff['demo.tessa'],
  })
}
