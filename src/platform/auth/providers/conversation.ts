import * as oidc from 'openid-client'
import { z } from 'zod'
import type { Services } from '../../http/route.ts'
import { hashOf } from '../../secrets.ts'
import { askChallenge, takeChallenge } from '../challenges.ts'
import type { Claims } from './claims.ts'
import type { Provider } from './settings.ts'

const patienceSeconds = 10

const known = new Map<string, Promise<oidc.Configuration>>()

const discover = ({ issuer, clientId, clientSecret }: Provider): Promise<oidc.Configuration> =>
  oidc.discovery(new URL(issuer), clientId, clientSecret, undefined, {
    timeout: patienceSeconds,
    execute: issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : [],
  })

/** What the service says of itself, asked once; where it does not answer, it is asked again the next time. */
const configurationOf = (provider: Provider): Promise<oidc.Configuration> => {
  const key = `${provider.issuer} ${provider.clientId} ${provider.clientSecret}`
  const asked = known.get(key) ?? discover(provider)
  known.set(key, asked)
  asked.catch(() => known.delete(key))
  return asked
}

const remembered = z.object({
  provider: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  to: z.string(),
  browser: z.string(),
  redirect: z.string(),
})

/** What a conversation with another service was begun for. */
export type Begun = z.infer<typeof remembered>

interface Beginning {
  readonly provider: Provider
  readonly to: string
  /** A secret of this browser: the answer has to come back to it. */
  readonly browserToken: string
  /** Where the answer is to be sent. */
  readonly redirect: string
}

/** The address to send somebody to, who wants to sign in there: authorisation code with PKCE, state and nonce. */
export const begin = async (services: Services, beginning: Beginning): Promise<URL> => {
  const { provider, to, browserToken, redirect } = beginning
  const configuration = await configurationOf(provider)
  const [state, nonce, verifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()]
  const begun: Begun = { provider: provider.id, nonce, verifier, to, browser: hashOf(browserToken), redirect }
  await askChallenge(services, { kind: 'provider', challenge: state, remember: JSON.stringify(begun) })
  return oidc.buildAuthorizationUrl(configuration, {
    redirect_uri: redirect,
    scope: provider.scope,
    state,
    nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  })
}

/** What the answer with this state was begun for; null where nothing was, it was answered before, or in another browser. */
export const takeUp = async (
  services: Services,
  state: string,
  browserToken: string,
): Promise<Begun | null> => {
  const kept = await takeChallenge(services, 'provider', state)
  if (kept === null) return null
  const begun = remembered.parse(JSON.parse(kept))
  return begun.browser === hashOf(browserToken) ? begun : null
}

/** Who came back, as the service signs it. */
export interface Comer {
  readonly issuer: string
  readonly subject: string
  readonly claims: Claims
}

/** Exchanges the code of an answer, and checks all that is signed. Throws where anything is not as it must be. */
export const finish = async (provider: Provider, begun: Begun, search: string): Promise<Comer> => {
  const configuration = await configurationOf(provider)
  const answer = new URL(begun.redirect)
  answer.search = search
  const tokens = await oidc.authorizationCodeGrant(configuration, answer, {
    pkceCodeVerifier: begun.verifier,
    expectedNonce: begun.nonce,
    expectedState: answer.searchParams.get('state') ?? '',
    idTokenExpected: true,
  })
  const signed = tokens.claims()
  if (signed === undefined) throw new Error('The service sent nothing signed.')
  const more =
    configuration.serverMetadata().userinfo_endpoint === undefined
      ? {}
      : await oidc.fetchUserInfo(configuration, tokens.access_token, signed.sub)
  return { issuer: signed.iss, subject: signed.sub, claims: { ...more, ...signed } }
}
