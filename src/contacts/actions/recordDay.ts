import { mostWords } from '../../notes/index.ts'
import {
  type PersonHeader,
  parsePrisonNumber,
  personHeader,
  personWithNumber,
  servingFor,
} from '../../people/index.ts'
import type { Actor } from '../../platform/auth/actor.ts'
import type { ReadTx, WriteTx } from '../../platform/database/transaction.ts'
import { ok, type Result, refused } from '../../platform/result.ts'
import {
  faultOfRow,
  fieldOf,
  outcomeOf,
  type RowError,
  type RowOutcome,
  type TypedRow,
} from '../back-entry-rows.ts'
import type { DayContact } from '../queries/dayContacts.ts'
import { contactClass } from './recordContact.ts'
import { recordMeeting } from './recordMeeting.ts'
import { recordWhatHappened } from './recordWhatHappened.ts'

interface Ready {
  readonly row: TypedRow
  readonly outcome: RowOutcome
  readonly person: PersonHeader
  readonly serviceId: string
  /** Null for somebody who was not planned. */
  readonly contact: DayContact | null
}

export interface DayOnPaper {
  readonly actor: Actor
  readonly day: Temporal.PlainDate
  readonly rows: readonly TypedRow[]
  readonly planned: readonly DayContact[]
}

export interface DayRecorded {
  readonly people: readonly string[]
  readonly errors: readonly (RowError & { readonly key: string })[]
}

const wrong = (part: 'number' | 'outcome', row: TypedRow, message: string) =>
  refused('invalid', message, fieldOf(part, row.key))

const whoIs = async (tx: Pick<ReadTx, 'db'>, row: TypedRow): Promise<Result<string>> => {
  const number = parsePrisonNumber(row.number)
  if (!number.ok) return wrong('number', row, 'A prison number is like A1234BC')
  const found = await personWithNumber(tx, [number.value])
  return found === null ? wrong('number', row, 'Nobody you work with has this prison number') : ok(found)
}

const ready = async (tx: ReadTx, { actor, planned }: DayOnPaper, row: TypedRow): Promise<Result<Ready>> => {
  const fault = faultOfRow(row, mostWords)
  const outcome = outcomeOf(row)
  if (fault !== null) return refused('invalid', fault.message, fault.field)
  if (outcome === null) return wrong('outcome', row, 'Say whether it happened')
  const contact = planned.find(({ id }) => id === row.key) ?? null
  const personId = contact === null ? await whoIs(tx, row) : ok(contact.personId)
  if (!personId.ok) return personId
  if (contact === null && planned.some((each) => each.personId === personId.value))
    return wrong('number', row, 'They have a row of their own above')
  const person = await personHeader(tx, personId.value)
  if (!person.ok) return wrong('number', row, 'Nobody you work with has this prison number')
  const serving = await servingFor(tx, actor, person.value)
  if (!serving.ok)
    return wrong(contact === null ? 'number' : 'outcome', row, 'Your team works with them no longer')
  return ok({
    row,
    outcome,
    person: person.value,
    contact,
    serviceId: contact?.serviceId ?? serving.value.id,
  })
}

const recordRow = async (
  tx: WriteTx,
  { actor, day }: DayOnPaper,
  { row, outcome, person, contact, serviceId }: Ready,
): Promise<Result<unknown>> => {
  const words = row.words === '' ? null : row.words
  const said = { personId: person.id, outcome, words, namesOthers: false, day, staffId: actor.staffId }
  if (contact !== null)
    return recordWhatHappened(tx, {
      ...said,
      contactId: contact.id,
      serviceId,
      version: contact.version,
      recordClass: contact.class,
    })
  return recordMeeting(tx, {
    ...said,
    by: { serviceId, staffId: actor.staffId },
    purpose: 'one_to_one',
    mode: 'in_person',
    startsAt: null,
    place: null,
    handoverId: null,
    recordClass: contactClass('one_to_one', actor.role),
  })
}

const errorOf = (row: TypedRow, refusal: { readonly message: string; readonly field?: string }) => ({
  key: row.key,
  field: refusal.field ?? fieldOf('outcome', row.key),
  message: refusal.message,
})

/** What is wrong with the rows as they are typed: for showing them again. */
export const errorsOfDay = async (tx: ReadTx, paper: DayOnPaper): Promise<DayRecorded['errors']> => {
  const errors: DayRecorded['errors'][number][] = []
  for (const row of paper.rows) {
    const checked = await ready(tx, paper, row)
    if (!checked.ok) errors.push(errorOf(row, checked.refusal))
  }
  return errors
}

/**
 * Records a day that was kept on paper, row by row in one transaction: what is whole is recorded, the rest is
 * answered with what each row still needs.
 */
export const recordDay = async (tx: WriteTx, paper: DayOnPaper): Promise<Result<DayRecorded>> => {
  const errors: DayRecorded['errors'][number][] = []
  const whole: Ready[] = []
  for (const row of paper.rows) {
    const checked = await ready(tx, paper, row)
    if (!checked.ok) errors.push(errorOf(row, checked.refusal))
    else if (whole.some(({ person }) => person.id === checked.value.person.id && !row.planned))
      errors.push(
        errorOf(row, { message: 'They are in another row already', field: fieldOf('number', row.key) }),
      )
    else whole.push(checked.value)
  }
  const locked = await tx.lock(...whole.map(({ person }) => person.id))
  if (!locked.ok) return locked
  const people: string[] = []
  for (const each of whole) {
    const recorded = await recordRow(tx, paper, each)
    if (recorded.ok) people.push(each.person.id)
    else errors.push(errorOf(each.row, recorded.refusal))
  }
  return ok({ people, errors })
}
