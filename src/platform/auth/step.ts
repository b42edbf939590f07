import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import type { Transaction } from 'kysely'
import type { DB } from '../database/schema.ts'
import type { Env, Services } from '../http/route.ts'
import { hashOf } from '../secrets.ts'
import { cookieOf, dropCookie, keepCookie } from './cookies.ts'

const cookie = 'step'
const minutes = 10

/** Somebody whose password was right, and who has yet to give a code. */
export interface Waiting {
  readonly staffId: string
  readonly to: string
  readonly tokenHash: string
}

/** Remembers for ten minutes, with this browser alone, that the password was right. */
export const beginStep = async (
  context: Context<Env>,
  services: Services,
  db: Transaction<DB>,
  { staffId, to }: Pick<Waiting, 'staffId' | 'to'>,
): Promise<void> => {
  const token = randomBytes(32).toString('base64url')
  await db
    .insertInto('sign_in_step')
    .values({
      token_hash: hashOf(token),
      staff_id: staffId,
      leads_to: to,
      expires_at: services.clock.now().add({ minutes }),
    })
    .execute()
  keepCookie(context, services, cookie, token)
}

export const waitingStep = async (context: Context<Env>, services: Services): Promise<Waiting | null> => {
  const token = cookieOf(context, services, cookie)
  if (token === undefined) return null
  const tokenHash = hashOf(token)
  const row = await services.database.auth((db) =>
    db
      .selectFrom('sign_in_step')
      .select(['staff_id', 'leads_to'])
      .where('token_hash', '=', tokenHash)
      .where('expires_at', '>', services.clock.now())
      .executeTakeFirst(),
  )
  return row === undefined ? null : { staffId: row.staff_id, to: row.leads_to, tokenHash }
}

/** The step was taken: the password has to be typed again for another. */
export const endStep = async (
  context: Context<Env>,
  services: Services,
  db: Transaction<DB>,
  { tokenHash }: Waiting,
): Promise<void> => {
  await db.deleteFrom('sign_in_step').where('token_hash', '=', tokenHash).execute()
  dropCookie(context, services, cookie)
}
