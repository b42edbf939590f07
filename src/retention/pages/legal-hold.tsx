import { ofPerson, PersonForm, type PersonHeader, personHeader, personName } from '../../people/index.ts'
import { dayOf } from '../../platform/clock.ts'
import type { ReadTx } from '../../platform/database/transaction.ts'
import { defineForm, formOf, textField } from '../../platform/http/index.ts'
import { ok, type Result } from '../../platform/result.ts'
import { fullDate, type Html, InsetText, Textarea } from '../../platform/ui/index.ts'
import { holdRecord, liftHold } from '../actions/holdRecord.ts'
import { type Hold, type Holds, holdsOn } from '../queries/holdsOn.ts'

interface Model extends Holds {
  readonly person: PersonHeader
}

const load = async (tx: ReadTx, personId: string): Promise<Result<Model>> => {
  const person = await personHeader(tx, personId)
  return person.ok ? ok({ person: person.value, ...(await holdsOn(tx, personId)) }) : person
}

const heldWords: Readonly<Record<'hand' | 'death' | 'none', string>> = {
  hand: 'Nothing of this record is disposed of: it is held by hand.',
  death: 'Nothing of this record is disposed of: a death holds it.',
  none: 'Nothing holds this record: its words go when their rules are due.',
}

const holdSentence = ({ reason, by, recorded_at, lifted_at, lifted_by, lifted_why }: Hold): string =>
  [
    `${fullDate(dayOf(recorded_at))}: ${reason}${by === null ? '' : ` (${by})`}.`,
    lifted_at === null
      ? ''
      : `Lifted ${fullDate(dayOf(lifted_at))}: ${lifted_why}${lifted_by === null ? '' : ` (${lifted_by})`}.`,
  ].join(' ')

const HoldNow = ({ held, history, person }: Model): Html => (
  <>
    <InsetText>{heldWords[held ?? 'none']}</InsetText>
    {history.length > 0 && (
      <ul class="govuk-list govuk-list--bullet">
        {history.map((hold) => (
          <li>{holdSentence(hold)}</li>
        ))}
      </ul>
    )}
    {held !== null && (
      <p class="govuk-body">
        <a class="govuk-link" href={`/people/${person.id}/legal-hold/lift`}>
          Lift the hold<span class="govuk-visually-hidden"> on {personName(person)}</span>
        </a>
      </p>
    )}
  </>
)

/** Holds a record by hand: an inquest, a claim, an investigation. */
export const legalHoldPage = defineForm({
  path: '/people/:personId/legal-hold',
  may: ['team_leader'],
  input: ofPerson,
  body: formOf({ reason: textField('Say why the record must be kept', 500) }),
  load: (tx, { personId }) => load(tx, personId),
  audit: { action: 'view_legal_hold', people: ({ person }: Model) => [person.id] },
  does: 'hold_record',
  act: async (tx, { input: { personId }, body: { reason } }) => {
    const locked = await tx.lock(personId)
    if (!locked.ok) return locked
    const held = await holdRecord(tx, personId, reason)
    if (!held.ok) return held
    return ok({
      to: `/people/${personId}/legal-hold`,
      said: 'Held. Nothing of this record is disposed of until the hold is lifted.',
      people: [personId],
    })
  },
  show: (model, context) => (
    <PersonForm
      person={model.person}
      context={context}
      title={`Legal hold on the record of ${personName(model.person)}`}
      button="Hold the record"
    >
      <HoldNow {...model} />
      <Textarea
        {...context.form}
        name="reason"
        label="Why must it be kept?"
        hint="An inquest, a claim, an investigation: and who asked"
        rows={3}
      />
    </PersonForm>
  ),
})

/** Lets go of a hold, with why. */
export const liftHoldPage = defineForm({
  path: '/people/:personId/legal-hold/lift',
  may: ['team_leader'],
  input: ofPerson,
  body: formOf({ why: textField('Say why it need not be kept any longer', 500) }),
  load: (tx, { personId }) => load(tx, personId),
  audit: { action: 'view_lift_hold', people: ({ person }: Model) => [person.id] },
  does: 'lift_hold',
  act: async (tx, { input: { personId }, body: { why } }) => {
    const locked = await tx.lock(personId)
    if (!locked.ok) return locked
    const lifted = await liftHold(tx, personId, why)
    if (!lifted.ok) return lifted
    return ok({
      to: `/people/${personId}/legal-hold`,
      said: 'Lifted. The words of this record go when their rules are due.',
      people: [personId],
    })
  },
  show: (model, context) => (
    <PersonForm
      person={model.person}
      context={context}
      title={`Lift the hold on the record of ${personName(model.person)}`}
      button="Lift the hold"
      warning
    >
      <InsetText>{heldWords[model.held ?? 'none']}</InsetText>
      <Textarea {...context.form} name="why" label="Why need it not be kept any longer?" rows={3} />
    </PersonForm>
  ),
})
