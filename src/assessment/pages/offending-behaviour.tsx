import { recordContact } from '../../contacts/index.ts'
import { personName } from '../../people/index.ts'
import { ok } from '../../platform/result.ts'
import { InsetText } from '../../platform/ui/index.ts'
import { offendingBehaviour } from '../forms/offending-behaviour.ts'
import { factForm } from './fact-form.tsx'
import { writers } from './writers.ts'

/** An offending-behaviour one-to-one: a kept contact with a record of its own shape. */
export const offendingBehaviourPage = factForm<null>({
  ...writers.offending_behaviour,
  form: offendingBehaviour,
  heading: (name) => `Offending behaviour: one to one with ${name}`,
  button: 'Save contact and record',
  know: async () => null,
  above: () => (
    <InsetText>
      This is a contact that was kept, and counts as one. The recovery team and healthcare see it. The wing,
      probation and courts will not.
    </InsetText>
  ),
  record: async (tx, { person, service, staffId, day, amended }) => {
    const said = `Recorded for ${personName(person)}.`
    if (amended !== null) return ok({ reading: {}, said })
    const contact = await recordContact(tx, {
      personId: person.id,
      by: { serviceId: service.id, staffId },
      staffId,
      purpose: 'offending_behaviour',
      mode: 'in_person',
      day,
      startsAt: null,
      place: null,
      outcome: 'kept',
      words: null,
      handoverId: null,
    })
    return contact.ok
      ? ok({ reading: { contactId: contact.value }, said: `Contact and record saved. ${said}` })
      : contact
  },
})
