import type { Config } from '../platform/config.ts'
import type { Task } from '../platform/jobs/task.ts'
import type { Secrets } from '../platform/secrets.ts'
import { clearOld } from './actions/clearOld.ts'
import { recordTry } from './actions/recordTry.ts'
import { type Came, call } from './call.ts'
import { bodyOf } from './message.ts'
import { type MessageToSend, messageToSend } from './queries/messageToSend.ts'
import { whyNotCalled } from './rules.ts'
import { aboutSecretOf } from './sealed.ts'

interface Calling {
  readonly config: Pick<Config, 'outsideHosts' | 'publicUrl'>
  readonly secrets: Secrets
}

const notCalled = (cameOf: Came['cameOf']): Came => ({ cameOf, status: null })

const deliver = async (
  { config, secrets }: Calling,
  message: MessageToSend,
  now: Temporal.Instant,
): Promise<Came> => {
  const { id, organisationId, url, secret: sealed } = message
  if (url === null || sealed === null) return notCalled('stopped')
  if (whyNotCalled(url, config.outsideHosts) !== null) return notCalled('not_allowed')
  const secret = secrets.open(sealed, aboutSecretOf(organisationId))
  if (secret === null) return notCalled('unreadable')
  return call({ url, secret, id, body: bodyOf(message, config.publicUrl), now })
}

/**
 * Delivers one message of the outbox, at least once: whoever receives it knows a repeat by its id. Throws where it was
 * not taken and is to be tried again, so that the worker does so, later each time.
 */
export const deliverOutside = (calling: Calling): Task => ({
  name: 'deliver_outside',
  runsAs: 'outbox',
  run: async ({ id = '' }, { database, clock }) => {
    const message = await database.worker((db) => messageToSend(db, id))
    if (message === undefined) return
    const came = await deliver(calling, message, clock.now())
    const again = await database.worker((db) => recordTry(db, message, came, clock.now()))
    if (again) throw new Error('The other system did not take it. It is tried again.')
  },
})

/** Every night: forgets old messages. */
export const clearOutbox: Task = {
  name: 'clear_outbox',
  runsAs: 'outbox',
  every: '40 3 * * *',
  run: (_ids, { database, clock }) => database.worker((db) => clearOld(db, clock.now())),
}
