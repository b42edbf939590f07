import { sql, type Transaction } from 'kysely'
import type { DB } from '../database/schema.ts'
import type { Services } from '../http/route.ts'

/** What is counted: tries with one account's password, from one address, with one account's codes, with one passkey, with one code to join. */
export interface Tried {
  readonly kind: 'account' | 'address' | 'code' | 'passkey' | 'asking' | 'joining'
  readonly whose: string
}

/** Tries in a window: enough for typing badly, far too few for guessing. An address may be that of a whole prison. */
export const mostTries: Readonly<Record<Tried['kind'], number>> = {
  account: 8,
  address: 100,
  code: 8,
  passkey: 8,
  asking: 2000,
  joining: 8,
}

export const throttledMinutes = 15

const keyOf = (services: Services, { kind, whose }: Tried): string => services.secrets.digest(whose, kind)

const count = async (db: Transaction<DB>, services: Services, tried: Tried): Promise<boolean> => {
  const now = services.clock.now()
  const until = now.add({ minutes: throttledMinutes })
  const most = mostTries[tried.kind]
  const counted = await sql<{ tries: number }>`
    insert into throttle as t (key, tries, until) values (${keyOf(services, tried)}, 1, ${until}::timestamptz)
    on conflict (key) do update set
      tries = case when t.until <= ${now}::timestamptz then 1 else t.tries + 1 end,
      until = case when t.until <= ${now}::timestamptz or t.tries + 1 = ${most} then ${until}::timestamptz else t.until end
    returning tries`.execute(db)
  return (counted.rows[0]?.tries ?? 0) <= most
}

/** The address of a request as it is counted. */
export const fromAddress = (address: string | null): Tried => ({
  kind: 'address',
  whose: address ?? 'no address',
})

/**
 * Counts a try before it is made, in a transaction of its own, so that many at once are each counted; false where
 * there have been too many. The last one allowed closes the door for fifteen minutes; knocking does not keep it shut.
 */
export const mayTry = (services: Services, ...all: readonly Tried[]): Promise<boolean> =>
  services.database.auth(async (db) => {
    const answers: boolean[] = []
    for (const tried of all) answers.push(await count(db, services, tried))
    return answers.every((may) => may)
  })

/** After a right answer: the account's count begins again, the address gets its try back. */
export const wasRight = async (
  db: Transaction<DB>,
  services: Services,
  ...all: readonly Tried[]
): Promise<void> => {
  for (const tried of all) {
    const key = keyOf(services, tried)
    if (tried.kind === 'address')
      await db
        .updateTable('throttle')
        .set((at) => ({ tries: at('tries', '-', 1) }))
        .where('key', '=', key)
        .where('tries', '>', 0)
        .execute()
    else await db.deleteFrom('throttle').where('key', '=', key).execute()
  }
}
