import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { addressOf } from './address.ts'
import type { Env } from './route.ts'

const seen = async (proxies: number, remoteAddress: string, forwarded?: string): Promise<string> => {
  const app = new Hono<Env>()
  app.get('/', (context) => context.text(`${addressOf(context, proxies)}`))
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }
  return (await app.request('/', { headers }, { incoming: { socket: { remoteAddress } } })).text()
}

describe('where a request came from', () => {
  it('is the other end of the connection, whatever a header says', async () => {
    expect(await seen(0, '203.0.113.7', '198.51.100.1')).toBe('203.0.113.7')
    expect(await seen(0, '::ffff:203.0.113.7')).toBe('203.0.113.7')
  })

  it('is what the outermost proxy of ours saw, and nothing that was there before it', async () => {
    expect(await seen(1, '10.0.0.1', '198.51.100.1, 203.0.113.7')).toBe('203.0.113.7')
    expect(await seen(2, '10.0.0.1', '198.51.100.1, 203.0.113.7, 10.0.0.2')).toBe('203.0.113.7')
  })

  it('is the proxy where that said nothing, and nobody where it is no address', async () => {
    expect(await seen(1, '10.0.0.1')).toBe('10.0.0.1')
    expect(await seen(1, '10.0.0.1', 'unknown')).toBe('null')
  })
})
