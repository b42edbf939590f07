import { parseHTML } from 'linkedom'
import type { House } from '../../src/compose.ts'
import { createApp } from '../../src/platform/http/index.ts'
import { routes } from '../../src/routes.ts'
import { townPassword } from './town.ts'

/** A page as it came: its status, its words, and its document. */
export interface Visited {
  readonly status: number
  readonly location: string | null
  readonly headers: Headers
  readonly html: string
  readonly document: Document
  /** All the words of the main part, spaces folded. */
  readonly words: string
}

/** Somebody at a browser without JavaScript, in process. */
export interface Visitor {
  get(path: string): Promise<Visited>
  /** Fills in and sends the form of `path`; hidden fields come from the page itself. Follows the redirect. */
  send(path: string, fields: Readonly<Record<string, string | readonly string[]>>): Promise<Visited>
  /** Types words into the search for people, and follows to what it finds. */
  search(words: string, where?: 'custody' | 'community'): Promise<Visited>
  /** Sends exactly these fields, without looking at the page first or following. */
  post(path: string, fields: Readonly<Record<string, string | readonly string[]>>): Promise<Visited>
}

const visited = async (response: Response): Promise<Visited> => {
  const html = await response.text()
  const { document } = parseHTML(html.startsWith('<') ? html : '<html><body></body></html>')
  const main = document.querySelector('main') ?? document.body
  return {
    status: response.status,
    location: response.headers.get('location'),
    headers: response.headers,
    html,
    document,
    words: (main?.textContent ?? '').replace(/\s+/g, ' ').trim(),
  }
}

const hiddenFields = (document: Document): Record<string, string> => {
  const forms = [...document.querySelectorAll('main form')]
  const fields: Record<string, string> = {}
  for (const input of forms.flatMap((form) => [...form.querySelectorAll('input[type=hidden]')]))
    fields[input.getAttribute('name') ?? ''] = input.getAttribute('value') ?? ''
  return fields
}

const encode = (fields: Readonly<Record<string, string | readonly string[]>>): URLSearchParams => {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields))
    for (const each of typeof value === 'string' ? [value] : value) body.append(name, each)
  return body
}

/** Whence somebody visits. */
interface Whence {
  readonly address?: string
  readonly browser?: string
}

/** Opens the web service in process for somebody who has signed in with the form (or nobody, with null). */
export const visit = async (
  house: House,
  signInName: string | null,
  { address, browser }: Whence = {},
): Promise<Visitor> => {
  const app = createApp(house.services, routes, house.healthy)
  const cookies = new Map<string, string>()
  const keep = (response: Response): void => {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const [name = '', ...value] = pair.split('=')
      if (/max-age=0/i.test(line)) cookies.delete(name)
      else cookies.set(name, value.join('='))
    }
  }
  const headers = (): Record<string, string> => ({
    cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    ...(browser === undefined ? {} : { 'user-agent': browser }),
  })
  const request = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const response = await app.request(
      `http://localhost${path}`,
      { ...init, headers: { ...headers(), ...init.headers } },
      { incoming: { socket: { remoteAddress: address } } },
    )
    keep(response)
    return response
  }
  const get = async (path: string): Promise<Visited> => visited(await request(path))
  const post: Visitor['post'] = async (path, fields) =>
    visited(
      await request(path, {
        method: 'POST',
        body: encode(fields).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
    )
  const send: Visitor['send'] = async (path, fields) => {
    const page = await get(path)
    const answer = await post(path, { ...hiddenFields(page.document), ...fields })
    return answer.location === null ? answer : get(answer.location)
  }
  if (signInName !== null) await post('/sign-in', { sign_in_name: signInName, password: townPassword })
  const search: Visitor['search'] = (words, where = undefined) =>
    send('/people', { q: words, where: where ?? '' })
  return { get, send, search, post }
}
