import { ofPerson, PersonForm, personName } from '../../people/index.ts'
import { defineForm, formOf, textField } from '../../platform/http/index.ts'
import { ok, refused } from '../../platform/result.ts'
import { Textarea } from '../../platform/ui/index.ts'
import { handBack } from '../actions/handBack.ts'
import { personInService, servicesOf } from '../person-in-service.ts'
import { isWorkerOf, workersNow } from '../queries/workersNow.ts'
import { wholeTeam } from '../roles.ts'

/** A worker gives somebody back to the team leader, with a reason. */
export const handBackForm = defineForm({
  path: '/people/:personId/hand-back',
  may: wholeTeam,
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
        ? 'They have no worker now: your team leader sees that.'
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
        hint="The team leader reads this, and it stays in the history of who worked with them."
      />
    </PersonForm>
  ),
})
