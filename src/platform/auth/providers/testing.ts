import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

/** Another service, real but for its people: whoever says a name is let in, with the claims set for that name. */
export interface OtherService {
  readonly issuer: string
  says(subject: string, claims: Readonly<Record<string, unknown>>): void
  /** Goes there as somebody, signs in and agrees; answers the address that it sends them back to. */
  visit(address: string, subject: string): Promise<URL>
  stop(): Promise<void>
}

export const client = { id: 'throughcare', secret: 'a secret of the tests alone' }

const redirect = 'http://localhost/sign-in/back'

const listen = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })

const settingsFor = (claims: ReadonlyMap<string, Readonly<Record<string, unknown>>>) => ({
  clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [redirect] }],
  claims: { openid: ['sub'], profile: ['name', 'groups'], email: ['email'] },
  cookies: { keys: ['only for the tests'] },
  findAccount: async (_context: unknown, subject: string) => ({
    accountId: subject,
    claims: async () => ({ sub: subject, ...claims.get(subject) }),
  }),
})

/** A browser that keeps cookies by name and path and follows nothing by itself. */
const browser = () => {
  const cookies = new Map<string, string>()
  return async (address: string, form?: Readonly<Record<string, string>>): Promise<Response> => {
    const answer = await fetch(address, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    return answer
  }
}

const walk = async (issuer: string, address: string, subject: string): Promise<URL> => {
  const go = browser()
  let at = new URL(address)
  for (let steps = 0; steps < 20; steps += 1) {
    if (at.origin !== new URL(issuer).origin) return at
    let answer = await go(at.href)
    if (answer.status === 200) {
      const page = await answer.text()
      const submit = /<form[^>]* action="([^"]+)"/.exec(page)?.[1] ?? ''
      const prompt = page.includes('value="login"') ? 'login' : 'consent'
      answer = await go(new URL(submit, at).href, { prompt, login: subject, password: 'anything' })
    }
    const next = answer.headers.get('location')
    if (next === null) throw new Error(`${at.pathname} answered ${answer.status}: ${await answer.text()}`)
    at = new URL(next, at)
  }
  throw new Error('The other service led nowhere.')
}

/** Starts another service on a free port of this machine. */
export const startOtherService = async (): Promise<OtherService> => {
  const claims = new Map<string, Readonly<Record<string, unknown>>>()
  const server = createServer()
  const issuer = `http://127.0.0.1:${await listen(server)}`
  server.on('request', new Provider(issuer, settingsFor(claims)).callback())
  return {
    issuer,
    says: (subject, told) => {
      claims.set(subject, told)
    },
    visit: (address, subject) => walk(issuer, address, subject),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
