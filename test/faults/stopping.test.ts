import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import { connect } from 'node:net'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { besideService, type Running, runService } from '../support/running.ts'

/** Long enough to build the service where it was changed. */
vi.setConfig({ testTimeout: 180_000 })

const form = 'sign_in_name=nobody&password=nothing-at-all'
const waiting = `select count(*)::int as n from pg_stat_activity where wait_event_type = 'Lock'`

let folder: string

beforeAll(async () => {
  folder = await mkdtemp('/tmp/throughcare-test-')
})

afterAll(() => rm(folder, { recursive: true, force: true }))

/** A sign-in whose form is yet to be sent, once the service has its head. */
const begin = async ({ url }: Running): Promise<ClientRequest> => {
  const post = request(new URL('/sign-in', url), {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': form.length,
      connection: 'keep-alive',
      expect: '100-continue',
    },
  })
  post.flushHeaders()
  await once(post, 'continue')
  return post
}

/** The whole answer, or that there was none. */
const answerTo = (
  post: ClientRequest,
): Promise<{ status: number; connection: string; html: string } | null> =>
  new Promise((resolve) => {
    post.once('error', () => resolve(null))
    post.once('response', async (answer: IncomingMessage) => {
      const { statusCode: status = 0, headers } = answer
      const parts = await answer.toArray().catch(() => [])
      resolve({ status, connection: headers.connection ?? '', html: parts.join('') })
    })
  })

/** Keeps every sign-in waiting until it is let go. */
const holdSignIns = async (): Promise<pg.Client> => {
  const client = await besideService(folder)
  await client.query('begin')
  await client.query('lock table throughcare.throttle in access exclusive mode')
  return client
}

const untilOneWaits = (client: pg.Client) =>
  expect.poll(async () => (await client.query(waiting)).rows[0].n, { interval: 20, timeout: 20_000 }).toBe(1)

const takesConnections = ({ url }: Running): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(Number(url.port), url.hostname)
    socket.once('error', () => resolve(false))
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
  })

const logOfDatabase = (): Promise<string> => readFile(`${folder}/postgres/server/log`, 'utf8')

/** Whether every start of the database that this folder saw found it stopped cleanly, and it is stopped so now. */
const wasStoppedCleanly = async (): Promise<boolean> => {
  const log = (await logOfDatabase()).trimEnd()
  return (
    log.endsWith('database system is shut down') && !/not properly shut down|recovery in progress/.test(log)
  )
}

describe('stopping the service', () => {
  it('answers in full what is under way, takes nothing new, and stops the database cleanly', async () => {
    const service = await runService(folder)
    const held = await holdSignIns()
    const [locked, slow] = [await begin(service), await begin(service)]
    locked.end(form)
    slow.write(form.slice(0, 9))
    await untilOneWaits(held)
    service.process.kill('SIGTERM')
    await service.said('Stopping')
    await expect.poll(() => takesConnections(service), { interval: 20 }).toBe(false)
    const answers = [answerTo(locked), answerTo(slow)]
    slow.end(form.slice(9))
    await held.query('rollback')
    for (const answer of await Promise.all(answers)) {
      expect(answer).toMatchObject({ status: 422, connection: 'close' })
      expect(answer?.html).toMatch(/is not right[\s\S]*<\/html>\s*$/)
    }
    await held.end()
    expect(await service.ended).toBe(0)
    expect(await wasStoppedCleanly()).toBe(true)
  })

  it.each([
    { what: 'a second signal', seconds: '600', again: true },
    { what: 'its deadline', seconds: '1', again: false },
  ])('ends at $what a request that hangs, and says so to whom it can', async ({ seconds, again }) => {
    const service = await runService(folder, { THROUGHCARE_STOP_SECONDS: seconds })
    const held = await holdSignIns()
    const [locked, never] = [await begin(service), await begin(service)]
    locked.end(form)
    never.write(form.slice(0, 9))
    await untilOneWaits(held)
    const answers = [answerTo(locked), answerTo(never)]
    service.process.kill('SIGINT')
    await service.said('Stopping:')
    if (again) service.process.kill('SIGTERM')
    const [ofLocked, ofNever] = await Promise.all(answers)
    expect(ofLocked?.status).toBe(500)
    expect(ofLocked?.html).toMatch(/wrong on our side[\s\S]*<\/html>\s*$/)
    expect(ofNever).toBeNull()
    expect(await service.ended).toBe(0)
    expect(await wasStoppedCleanly()).toBe(true)
  })
})
