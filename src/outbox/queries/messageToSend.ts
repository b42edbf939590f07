import type { WriteTx } from '../../platform/database/transaction.ts'
import type { Told } from '../message.ts'

/** A message that is yet to be delivered, with the address as it is now. */
export interface MessageToSend extends Told {
  readonly organisationId: string
  readonly tries: number
  /** Null: the organisation has stopped being told. */
  readonly url: string | null
  /** Sealed. */
  readonly secret: string | null
}

/** The message of a job; undefined where it was delivered, given up or cleared. */
export const messageToSend = (db: WriteTx['db'], id: string): Promise<MessageToSend | undefined> =>
  db
    .selectFrom('outbox')
    .leftJoin('service', 'service.id', 'outbox.service_id')
    .leftJoin('outside_address', 'outside_address.organisation_id', 'outbox.organisation_id')
    .select([
      'outbox.id',
      'outbox.topic',
      'outbox.recorded_at',
      'outbox.tries',
      'outbox.organisation_id as organisationId',
      'service.name as service',
      'outside_address.url',
      'outside_address.secret',
    ])
    .where('outbox.id', '=', id)
    .where('outbox.delivered_at', 'is', null)
    .where('outbox.given_up_at', 'is', null)
    .executeTakeFirst()
