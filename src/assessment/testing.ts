import { arrive } from '../../test/support/arrivals.ts'
import type { Visited } from '../../test/support/browse.ts'
import type { TestHouse } from '../../test/support/house.ts'
import type { WriteTx } from '../platform/database/transaction.ts'
import { ok } from '../platform/result.ts'

/** Answers to an arrival screen that tell of nothing. */
export const quietScreen = {
  used: 'nothing',
  signs: 'none',
  prescribed: 'none',
  overdose: 'never',
  injecting: 'never',
  audit_1: 'never',
  harm: 'no',
  agrees: 'yes',
}

/** Answers to a triage that takes somebody on. */
export const acceptedTriage = {
  need: ['drugs', 'medicine'],
  risk: 'none',
  phone: '07700 900123',
  safe_to_ring: 'person_no_message',
  town: 'Leeds',
  where_to: 'family_friends',
  agrees_to_pass_on: 'yes',
  outcome: 'accepted',
}

let number = 1000

/** Lee Whitaker, at Leeds since yesterday evening; another one each time. */
export const leeWhitaker = ({ house }: TestHouse): Promise<string> =>
  arrive(house, { givenName: 'Lee', familyName: 'Whitaker', prisonNumber: `A${number++}AA` })

/** What the database holds, seen by nobody's eyes. */
export const lookInto = async <Value>(
  { house }: TestHouse,
  work: (db: WriteTx['db']) => Promise<Value>,
): Promise<Value> => {
  const done = await house.database.intake(async (tx) => ok(await work(tx.db)))
  if (!done.ok) throw new Error(done.refusal.message)
  return done.value
}

/** Every obligation of somebody by its standard: how it stands. */
export const owedTo = async (opened: TestHouse, personId: string): Promise<Record<string, string>> => {
  const rows = await lookInto(opened, (db) =>
    db.selectFrom('obligation').select(['standard', 'state']).where('person_id', '=', personId).execute(),
  )
  return Object.fromEntries(rows.map(({ standard, state }) => [standard, state]))
}

/** The hidden fields of a page's forms, for sending one exactly as it was shown. */
export const hiddenIn = ({ document }: Pick<Visited, 'document'>): Record<string, string> =>
  Object.fromEntries(
    [...document.querySelectorAll('main form input[type=hidden]')].map((input) => [
      input.getAttribute('name') ?? '',
      input.getAttribute('value') ?? '',
    ]),
  )
