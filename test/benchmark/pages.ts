import type { House } from '../../src/compose.ts'
import { createApp } from '../../src/platform/http/index.ts'
import { routes } from '../../src/routes.ts'
import { townPassword } from '../support/town.ts'

/** What one page takes, at one connection, in process: the whole answer as text, without a browser. */
export interface PageFigure {
  readonly page: string
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

/** Asks for a page again and again as one member of staff; the first rounds only warm up. */
export const measurePage = async (house: House, name: string, path: string): Promise<PageFigure> => {
  const get = await signedIn(house, name)
  for (let warm = 0; warm < 10; warm += 1) await (await get(path)).text()
  const times: number[] = []
  let last = { status: 0, length: 0 }
  for (let round = 0; round < rounds; round += 1) {
    const begun = performance.now()
    const answer = await get(path)
    const text = await answer.text()
    times.push(performance.now() - begun)
    last = { status: answer.status, length: text.length }
  }
  times.sort((a, b) => a - b)
  return {
    page: `${path} as ${name}`,
    status: last.status,
    medianMs: Math.round((times[Math.floor(rounds / 2)] ?? 0) * 10) / 10,
    slowestMs: Math.round((times.at(-1) ?? 0) * 10) / 10,
    kilobytes: Math.round(last.length / 102.4) / 10,
  }
}
