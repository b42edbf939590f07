import { PersonForm, personName } from '../../people/index.ts'
import { dayField, formOf, textField } from '../../platform/http/fields.ts'
import { defineForm } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import { DateInput, dateWords, InsetText, TextInput } from '../../platform/ui/index.ts'
import { recordMedicinesBridge } from '../actions/recordMedicinesBridge.ts'
import { aboutLeaving, afterwards, ofPerson } from './about-leaving.ts'

const gapWords = (days: number): string => {
  if (days === 0) return 'No day without medicine in between.'
  return `${days === 1 ? '1 day' : `${days} days`} without medicine in between: bring the next dose forward, or say so to the prescriber.`
}

/** The medicines bridge: last dose inside, next dose outside, who prescribes, where it is collected. */
export const medicinesBridgePage = defineForm({
  path: '/people/:personId/medicines-bridge',
  may: ['clinical'],
  input: ofPerson,
  body: formOf({
    medicine: textField('Say which medicine and dose', 200),
    last: dayField('Enter the day of the last dose inside'),
    next: dayField('Enter the day of the next dose outside'),
    prescriber: textField('Say who prescribes from then on', 200),
    pharmacy: textField('Say where they collect it', 200),
  }),
  load: (tx, { personId }, request) => aboutLeaving(tx, personId, request),
  audit: { action: 'view_medicines_bridge', people: ({ person }) => [person.id] },
  does: 'record_medicines_bridge',
  act: async (tx, { input: { personId }, body, request }) => {
    const about = await aboutLeaving(tx, personId, request)
    if (!about.ok) return about
    const { person, by } = about.value
    const { last, next, ...rest } = body
    const done = await recordMedicinesBridge(tx, { personId, by, lastDose: last, nextDose: next, ...rest })
    if (!done.ok) return done
    return ok({
      to: afterwards(request, personId),
      said: `Medicines of ${personName(person)} bridged. ${gapWords(done.value.gapDays)}`,
      people: [personId],
    })
  },
  show: ({ person, leaving }, context) => (
    <PersonForm
      person={person}
      context={context}
      title={`Bridge medicines for ${personName(person)}`}
      button="Record the bridge"
      back={{ href: afterwards(context, person.id), text: 'Back' }}
      above={
        leaving.release !== null && (
          <InsetText>
            {leaving.released ? 'They left' : 'They leave'} {dateWords(leaving.release, context.today)}.
          </InsetText>
        )
      }
    >
      <TextInput {...context.form} name="medicine" label="Medicine and dose" labelSize="s" />
      <DateInput {...context.form} name="last" label="Last dose inside" />
      <DateInput {...context.form} name="next" label="Next dose outside" />
      <TextInput {...context.form} name="prescriber" label="Who prescribes from then on" labelSize="s" />
      <TextInput {...context.form} name="pharmacy" label="Pharmacy, and when it is open" labelSize="s" />
    </PersonForm>
  ),
})
