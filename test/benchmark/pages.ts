import { Agent, type IncomingMessage, request } from 'node:http'
import type { House } from '../../src/compose.ts'
import { createApp } from '../../src/platform/http/index.ts'
import { routes } from '../../src/routes.ts'
import { townPassword } from '../support/town.ts'

/** What one page takes at one connection: from asking to the last byte of the answer, without a browser. */
export interface PageFigure {
  readonly status: number
  readonly medianMs: number
  readonly slowestMs: number
  readonly kilobytes: number
}

const rounds = 41

const signedIn = async (house: House, name: string): Promise<(path: string) => Promise<Response>> => {
  const app = createApp(house.services, routes, house.healthy)
  const answer = await app.request('http://localhost/sign-in', {
    method: 'POST',
    body: new URLSearchParams({ sign_in_name: name, password: townPassword }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  return async (path) => app.request(`http://localhost${path}`, { headers: { cookie } })
}

const median = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0

/** What refusing somebody hidden takes beside refusing nobody: medians of rounds that take turns. */
export const measureRefusals = async (
  house: House,
  name: string,
  hidden: string,
  nobody: string,
): Promise<{ readonly hiddenMs: number; readonly nobodyMs: number }> => {
  const get = await signedIn(house, name)
  const taken = async (path: string): Promise<number> => {
    const begun = performance.now()
    const answer = await get(path)
    await answer.text()
    if (answer.status !== 404) throw new Error(`${path} answered ${answer.status}.`)
    return performance.now() - begun
  }
  const times: { readonly hidden: number; readonly nobody: number }[] = []
  for (let round = 0; round < 10 + 5 * rounds; round += 1) {
    const first = round % 2 === 0
    const one = await taken(first ? hidden : nobody)
    const other = await taken(first ? nobody : hidden)
    if (round >= 10) times.push(first ? { hidden: one, nobody: other } : { hidden: other, nobody: one })
  }
  return {
    hiddenMs: median(times.map((time) => time.hidden)),
    nobodyMs: median(times.map((time) => time.nobody)),
  }
}

interface Answer {
  readonly status: number
  readonly cookies: readonly string[]
  readonly length: number
}

type Ask = (path: string, form?: Readonly<Record<string, string>>) => Promise<Answer>

const answerOf = async (answer: IncomingMessage): Promise<Answer> => {
  let length = 0
  for await (const part of answer) length += part.length
  return { status: answer.statusCode ?? 0, cookies: answer.headers['set-cookie'] ?? [], length }
}

/** Asks a service that runs, always over the same connection. */
const over = (service: URL, cookie: () => string): Ask => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  return (path, form) =>
    new Promise((resolve, reject) => {
      const asked = request(new URL(path, service), {
        agent,
        method: form === undefined ? 'GET' : 'POST',
        headers: { cookie: cookie(), 'content-type': 'application/x-www-form-urlencoded' },
      })
      asked.once('error', reject).once('response', (answer) => resolve(answerOf(answer)))
      asked.end(form === undefined ? undefined : new URLSearchParams(form).toString())
    })
}

/** Signs in to a service that runs. */
export const signInTo = async (service: URL, name: string): Promise<Ask> => {
  let cookie = ''
  const ask = over(service, () => cookie)
  const { cookies } = await ask('/sign-in', { sign_in_name: name, password: townPassword })
  cookie = cookies.map((line) => line.split(';')[0]).join('; ')
  return ask
}

/** Asks for a page again and again; the first rounds only warm up. */
export const measurePage = async (ask: Ask, path: string): Promise<PageFigure> => {
  for (let warm = 0; warm < 20; warm += 1) await ask(path)
  const times: number[] = []
  let last: Answer = { status: 0, cookies: [], length: 0 }
  for (let round = 0; round < rounds; round += 1) {
    const begun = performance.now()
    last = await ask(path)
    times.push(performance.now() - begun)
  }
  return {
    status: last.status,
    medianMs: Math.round(median(times) * 10) / 10,
    slowestMs: Math.round(Math.max(...times) * 10) / 10,
    kilobytes: Math.round(last.length / 102.4) / 10,
  }
}
