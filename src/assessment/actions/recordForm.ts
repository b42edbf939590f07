import { servicesOf } from '../../casework/index.ts'
import { type PersonHeader, personHeader, servingFor } from '../../people/index.ts'
import type { Actor, ActorService } from '../../platform/auth/actor.ts'
import { timeZone } from '../../platform/clock.ts'
import type { StaffRole } from '../../platform/database/schema.ts'
import type { WriteTx } from '../../platform/database/transaction.ts'
import type { Done } from '../../platform/http/index.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import type { RecordClass } from '../../standards/index.ts'
import { happened } from '../forms/happened.ts'
import type { Answers, FactForm } from '../model.ts'
import { factToAmend, type RecordedFact } from '../queries/facts.ts'
import { recordFact } from './recordFact.ts'

/** A form about to be recorded; the person is locked. */
export interface Recording {
  readonly person: PersonHeader
  /** The actor's service that acts for them. */
  readonly service: ActorService
  readonly staffId: string
  readonly role: StaffRole
  readonly answers: Answers
  readonly day: Temporal.PlainDate
  readonly amended: RecordedFact | null
}

/** What a form means beyond its answers. */
export interface Recorded {
  /** The extra fields of this kind of `Fact`. */
  readonly reading: Readonly<Record<string, unknown>>
  readonly episodeId?: string | null
  /** Its class of record, where the answers decide it; else the form's own. */
  readonly recordClass?: RecordClass
  /** What is kept of the answers, where some of them are kept elsewhere. */
  readonly answers?: Answers
  /** What happened and what it changed. */
  readonly said: string
  /** Where it leads; else where the form was begun from. */
  readonly to?: string
}

interface ToRecord {
  readonly form: FactForm
  readonly personId: string
  readonly actor: Actor
  readonly typed: Answers
  readonly amends: string | null
  readonly to: string
  readonly record: (tx: WriteTx, recording: Recording) => Promise<Result<Recorded>>
}

const dayOfForm = (
  typed: Answers,
  amended: RecordedFact | null,
  today: Temporal.PlainDate,
): Result<Temporal.PlainDate> => {
  const given = typed[happened.name]
  if (typeof given !== 'string') return ok(amended?.day ?? today)
  const day = Temporal.PlainDate.from(given)
  if (Temporal.PlainDate.compare(day, today) > 0)
    return refused('invalid', 'Give a day that has been: today or earlier', happened.name)
  return Temporal.PlainDate.compare(day, today.subtract({ years: 1 })) < 0
    ? refused('invalid', 'Give a day within the last year', happened.name)
    : ok(day)
}

const momentOf = (tx: WriteTx, day: Temporal.PlainDate, amended: RecordedFact | null): Temporal.Instant => {
  if (amended?.day.equals(day) === true) return amended.at
  return day.equals(tx.today) ? tx.now : day.toZonedDateTime(timeZone).toInstant()
}

/**
 * Records a short form about a person, with whatever its own `record` adds, and says what that changed.
 * Refuses `not_found` for whom the actor may not see, `forbidden` where their team works with the person no longer,
 * `invalid` for a day that cannot be.
 */
export const recordForm = async (tx: WriteTx, given: ToRecord): Promise<Result<Done>> => {
  const { form, personId, actor, typed } = given
  const locked = await tx.lock(personId)
  if (!locked.ok) return locked
  const found = await personHeader(tx, personId)
  if (!found.ok) return found
  const person = found.value
  const serving = await servingFor(tx, actor, person)
  if (!serving.ok) return serving
  const service = serving.value
  const amends =
    given.amends === null
      ? ok(null)
      : await factToAmend(tx, personId, {
          kind: form.kind,
          factId: given.amends,
          serviceIds: servicesOf(actor),
        })
  if (!amends.ok) return amends
  const amended = amends.value
  const day = dayOfForm(typed, amended, tx.today)
  if (!day.ok) return day
  const { [happened.name]: _, ...answers } = typed
  const done = await given.record(tx, {
    person,
    service,
    staffId: actor.staffId,
    role: actor.role,
    answers,
    day: day.value,
    amended,
  })
  if (!done.ok) return done
  const recorded = await recordFact(tx, {
    personId,
    kind: form.kind,
    recordClass: done.value.recordClass ?? form.recordClass,
    serviceId: service.id,
    episodeId: done.value.episodeId ?? amended?.episodeId ?? null,
    day: day.value,
    at: momentOf(tx, day.value, amended),
    answers: done.value.answers ?? answers,
    reading: done.value.reading,
    amends: amended?.id ?? null,
  })
  if (!recorded.ok) return recorded
  return ok({
    to: done.value.to ?? given.to,
    said: done.value.said,
    people: [personId],
    subject: recorded.value,
  })
}
