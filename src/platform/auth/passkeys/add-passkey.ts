import { generateRegistrationOptions, verifyRegistrationResponse } from '@simplewebauthn/server'
import type { Services } from '../../http/route.ts'
import type { Actor } from '../actor.ts'
import { askChallenge, takeChallenge } from '../challenges.ts'
import { madeAnswer } from './answers.ts'

interface Party {
  readonly id: string
  readonly origin: string
}

/** A passkey as it is stored. */
export interface NewPasskey {
  readonly id: string
  readonly publicKey: Uint8Array
  readonly counter: number
  readonly transports: readonly string[]
  readonly backedUp: boolean
}

const heldBy = (services: Services, staffId: string) =>
  services.database.auth((db) =>
    db.selectFrom('passkey').select(['id', 'transports']).where('staff_id', '=', staffId).execute(),
  )

const bytesOf = (id: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(Buffer.from(id.replaceAll('-', ''), 'hex'))

/** What the browser needs to make a passkey that can stand alone: kept on the device, and never used without its owner. */
export const optionsToAdd = async (services: Services, actor: Actor, party: Party) => {
  const options = await generateRegistrationOptions({
    rpName: 'Throughcare',
    rpID: party.id,
    userID: bytesOf(actor.staffId),
    userName: actor.name,
    userDisplayName: actor.name,
    attestationType: 'none',
    excludeCredentials: (await heldBy(services, actor.staffId)).map(({ id, transports }) => ({
      id,
      transports,
    })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  await askChallenge(services, {
    kind: 'passkey_add',
    challenge: options.challenge,
    staffId: actor.staffId,
  })
  return options
}

/** Checks a passkey that a browser has made; null where it was not asked for, or not made as it must be. */
export const checkMade = async (
  services: Services,
  actor: Actor,
  party: Party,
  sent: string,
): Promise<NewPasskey | null> => {
  const response = madeAnswer(sent)
  if (response === null) return null
  try {
    const checked = await verifyRegistrationResponse({
      response,
      expectedChallenge: async (challenge) =>
        (await takeChallenge(services, 'passkey_add', challenge, actor.staffId)) !== null,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
    })
    if (!checked.verified) return null
    const { credential, credentialBackedUp } = checked.registrationInfo
    const { id, publicKey, counter, transports = [] } = credential
    return { id, publicKey, counter, transports, backedUp: credentialBackedUp }
  } catch {
    // What does not verify is thrown: with a made-up answer as much as with a broken one.
    return null
  }
}
