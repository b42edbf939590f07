import { z } from 'zod'
import { choiceField, defineForm, formOf, optionalTextField } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import { type FormValues, Radios, Textarea, TextInput } from '../../platform/ui/index.ts'
import { recordContactDetails } from '../actions/recordContactDetails.ts'
import { personName } from '../glance.ts'
import { rolesThatRecord, type SafeToRing, safeToRingWords } from '../model.ts'
import { contactDetailsOf, type StandingDetails } from '../queries/contactDetails.ts'
import { type PersonHeader, personHeader } from '../queries/personHeader.ts'
import { servingFor } from '../queries/servingFor.ts'
import { ofPerson, PersonForm } from './person-form.tsx'

interface Model extends StandingDetails {
  readonly person: PersonHeader
}

const safe = Object.keys(safeToRingWords) as readonly SafeToRing[]

const phone = optionalTextField(40).pipe(
  z
    .string()
    .regex(/^\+?[\d\s()-]{7,25}$/, 'Enter a phone number, like 07700 900 982')
    .nullable(),
)

const postcode = optionalTextField(12).pipe(
  z
    .string()
    .regex(
      /^[A-Za-z]{1,2}\d[A-Za-z\d]?\s*\d[A-Za-z]{2}$/,
      'Enter a full postcode, like LS1 4AP, or leave it empty',
    )
    .nullable(),
)

const body = formOf({
  phone,
  safe_to_ring: choiceField(safe, 'Say whom it is safe to ring'),
  safe_to_ring_note: optionalTextField(500),
  address: optionalTextField(500),
  town: optionalTextField(100),
  postcode,
})

const initial = ({ details }: Model): FormValues => ({
  phone: details?.phone ?? '',
  safe_to_ring: details?.safe_to_ring ?? '',
  safe_to_ring_note: details?.safe_to_ring_note ?? '',
  address: details?.address ?? '',
  town: details?.town ?? '',
  postcode: details?.postcode ?? '',
})

/** How to reach somebody, and whom it is safe to ring. */
export const contactDetailsPage = defineForm({
  path: '/people/:personId/contact-details',
  may: rolesThatRecord,
  input: ofPerson,
  body,
  load: async (tx, { personId }) => {
    const person = await personHeader(tx, personId)
    if (!person.ok) return person
    return ok({ person: person.value, ...(await contactDetailsOf(tx, personId)) })
  },
  audit: { action: 'view_contact_details', people: ({ person }: Model) => [person.id] },
  does: 'record_contact_details',
  initial,
  versioned: ({ person, version }) => ({
    version,
    what: `How to reach ${personName(person)}`,
    labels: {
      phone: 'Phone',
      safe_to_ring: 'Whom it is safe to ring',
      safe_to_ring_note: 'Who, or when not to ring',
      address: 'Address',
      town: 'Town',
      postcode: 'Postcode',
    },
    words: { safe_to_ring: safeToRingWords },
  }),
  act: async (tx, { input: { personId }, body: given, version, request }) => {
    const locked = await tx.lock(personId)
    if (!locked.ok) return locked
    const person = await personHeader(tx, personId)
    if (!person.ok) return person
    const serving = await servingFor(tx, request.actor, person.value)
    if (!serving.ok) return serving
    const recorded = await recordContactDetails(tx, {
      ...given,
      personId,
      serviceId: serving.value.id,
      safeToRing: given.safe_to_ring,
      safeToRingNote: given.safe_to_ring_note,
      version,
    })
    if (!recorded.ok) return recorded
    return ok({
      to: `/people/${personId}`,
      said: `Contact details recorded. Safe to ring: ${safeToRingWords[given.safe_to_ring].toLowerCase()}.`,
      people: [personId],
    })
  },
  show: ({ person, version }, context) => (
    <PersonForm
      person={person}
      context={context}
      title={`How to reach ${personName(person)}`}
      button="Save"
      version={version}
    >
      <TextInput {...context.form} name="phone" label="Phone" type="tel" width={20} autocomplete="off" />
      <Radios
        {...context.form}
        name="safe_to_ring"
        label="Whom it is safe to ring"
        items={safe.map((value) => ({ value, text: safeToRingWords[value] }))}
      />
      <Textarea
        {...context.form}
        name="safe_to_ring_note"
        label="Who else, or when not to ring"
        hint="Only what a caller must know"
        rows={3}
      />
      <Textarea {...context.form} name="address" label="Where they live or would live" rows={3} />
      <TextInput {...context.form} name="town" label="Town" width={20} autocomplete="off" />
      <TextInput {...context.form} name="postcode" label="Postcode" width={10} autocomplete="off" />
    </PersonForm>
  ),
})
