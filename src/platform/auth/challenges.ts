import type { Transaction } from 'kysely'
import type { DB } from '../database/schema.ts'
import type { Services } from '../http/route.ts'
import { hashOf } from '../secrets.ts'

type Kind = 'passkey_sign_in' | 'passkey_add' | 'provider'

const minutes: Readonly<Record<Kind, number>> = { passkey_sign_in: 5, passkey_add: 5, provider: 15 }

interface Asked {
  readonly kind: Kind
  readonly challenge: string
  readonly staffId?: string
  /** What has to be remembered until the answer; it is sealed. */
  readonly remember?: string
}

const about = (kind: Kind, hash: string): string => `${kind} ${hash}`

/** Remembers a challenge until it is answered, for a few minutes; only its hash is kept. */
export const askChallenge = (
  services: Services,
  { kind, challenge, staffId, remember }: Asked,
): Promise<void> =>
  services.database.auth(async (db) => {
    const now = services.clock.now()
    const hash = hashOf(challenge)
    await db.deleteFrom('sign_in_challenge').where('expires_at', '<', now).execute()
    await db
      .insertInto('sign_in_challenge')
      .values({
        hash,
        kind,
        staff_id: staffId ?? null,
        sealed: remember === undefined ? null : services.secrets.seal(remember, about(kind, hash)),
        expires_at: now.add({ minutes: minutes[kind] }),
      })
      .execute()
  })

const remove = (
  db: Transaction<DB>,
  kind: Kind,
  hash: string,
  staffId: string | null,
  now: Temporal.Instant,
) =>
  db
    .deleteFrom('sign_in_challenge')
    .where('hash', '=', hash)
    .where('kind', '=', kind)
    .where('staff_id', staffId === null ? 'is' : '=', staffId)
    .where('expires_at', '>', now)
    .returning('sealed')
    .executeTakeFirst()

/**
 * Takes a challenge that is being answered: whatever comes of the answer, it is gone. Null where it was never asked of
 * them, was answered before or has run out; else what was remembered with it (empty where nothing was).
 */
export const takeChallenge = async (
  services: Services,
  kind: Kind,
  challenge: string,
  staffId: string | null = null,
): Promise<string | null> => {
  const hash = hashOf(challenge)
  const row = await services.database.auth((db) => remove(db, kind, hash, staffId, services.clock.now()))
  if (row === undefined) return null
  return row.sealed === null ? '' : services.secrets.open(row.sealed, about(kind, hash))
}
