import { generateAuthenticationOptions, verifyAuthenticationResponse } from '@simplewebauthn/server'
import type { Services } from '../../http/route.ts'
import { askChallenge, takeChallenge } from '../challenges.ts'
import { signedAnswer } from './answers.ts'

interface Party {
  readonly id: string
  readonly origin: string
}

/** What the browser needs to sign in with whichever passkey it has for this service. */
export const optionsToSignIn = async (services: Services, party: Party) => {
  const options = await generateAuthenticationOptions({ rpID: party.id, userVerification: 'required' })
  await askChallenge(services, { kind: 'passkey_sign_in', challenge: options.challenge })
  return options
}

const find = (services: Services, id: string) =>
  services.database.auth((db) =>
    db
      .selectFrom('passkey')
      .select(['id', 'staff_id', 'public_key', 'counter', 'transports'])
      .where('id', '=', id)
      .executeTakeFirst(),
  )

/** Whose passkey it was, where the answer is right; whose it would have been goes to the audit log. */
export interface CheckedPasskey {
  readonly right: boolean
  readonly staffId: string | null
  readonly counter: number
}

const isOf = (staffId: string, userHandle: string): boolean =>
  Buffer.from(userHandle, 'base64url').toString('hex') === staffId.replaceAll('-', '')

/** Checks what a passkey signed: for this service, this challenge, this moment, with its owner verified on the device. */
export const checkSigned = async (
  services: Services,
  party: Party,
  sent: string,
): Promise<CheckedPasskey> => {
  const response = signedAnswer(sent)
  const passkey = response === null ? undefined : await find(services, response.id)
  if (response === null || passkey === undefined) return { right: false, staffId: null, counter: 0 }
  const { id, staff_id: staffId, public_key, counter, transports } = passkey
  const wrong = { right: false, staffId, counter }
  if (!isOf(staffId, response.userHandle)) return wrong
  try {
    const checked = await verifyAuthenticationResponse({
      response,
      expectedChallenge: async (challenge) =>
        (await takeChallenge(services, 'passkey_sign_in', challenge)) !== null,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      credential: { id, publicKey: Uint8Array.from(public_key), counter, transports },
    })
    return { right: checked.verified, staffId, counter: checked.authenticationInfo.newCounter }
  } catch {
    // What does not verify is thrown: a wrong signature, another origin, an old challenge, a counter that went back.
    return wrong
  }
}

/** The passkey that an answer says it comes from: what tries are counted by. */
export const passkeyNamed = (sent: string): string => signedAnswer(sent)?.id ?? 'none'
