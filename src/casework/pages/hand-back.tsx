import { ofPerson, PersonForm, personName } from '../../people/index.ts'
import type { StaffRole } from '../../platform/database/schema.ts'
import { defineForm, formOf, textField } from '../../platform/http/index.ts'
import { ok, refused } from '../../platform/result.ts'
import { Textarea } from '../../platform/ui/index.ts'
import { handBack } from '../actions/handBack.ts'
import { personInService, servicesOf } from '../person-in-service.ts'
import { isWorkerOf, workersNow } from '../queries/workersNow.ts'
import { givingBack, keyWorkers } from '../roles.ts'

const noneLeft = (role: StaffRole): string =>
  keyWorkers.includes(role)
    ? 'They have no key worker now: whoever leads key work names another.'
    : 'They have no worker now: your team leader sees that.'

/** A worker gives somebody back to the team leader, with a reason. */
export const handBackForm = defineForm({
  path: '/people/:personId/hand-back',
  may: givingBack,
  input: ofPerson,
  body: formOf({ why: textField('Say why you give them back', 300) }),
  load: async (tx, { personId }, { actor }) => {
    const about = await personInService(tx, personId, actor)
    if (!about.ok) return about
    return (await isWorkerOf(tx, personId, actor.staffId, servicesOf(actor)))
      ? about
      : refused('not_found', 'You are not their worker.')
  },
  audit: { action: 'view_hand_back', people: ({ person }) => [person.id] },
  does: 'hand_back',
  act: async (tx, { input: { personId }, body, request: { actor } }) => {
    const about = await personInService(tx, personId, actor)
    if (!about.ok) return about
    const { person, service } = about.value
    const done = await handBack(tx, {
      personId,
      services: servicesOf(actor),
      staffId: actor.staffId,
      why: body.why,
    })
    if (!done.ok) return done
    const others = await workersNow(tx, personId, service.id)
    const left =
      others.length === 0
        ? noneLeft(actor.role)
        : `${others.map(({ full_name }) => full_name).join(' and ')} still works with them.`
    return ok({ to: '/caseload', said: `You gave ${personName(person)} back. ${left}`, people: [personId] })
  },
  show: ({ person }, context) => (
    <PersonForm
      person={person}
      context={context}
      title={`Give ${personName(person)} back`}
      button="Give back"
    >
      <Textarea
        {...context.form}
        name="why"
        label="Why?"
        hint="Whoever allocates reads this, and it stays in the history of who worked with them."
      />
    </PersonForm>
  ),
})
