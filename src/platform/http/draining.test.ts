import { once } from 'node:events'
import { createServer, get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { drainable } from './draining.ts'

const long = 'x'.repeat(32_000_000)

it('lets a slow reader have the whole of an answer that is written already', async () => {
  const server = createServer((_request, answer) => answer.end(long))
  const drain = drainable(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const [answer]: IncomingMessage[] = await once(get({ port, host: '127.0.0.1' }), 'response')
  const drained = drain(new AbortController().signal)
  let length = 0
  answer?.on('data', (chunk: Buffer) => {
    length += chunk.length
  })
  await drained
  await (answer?.complete === true ? undefined : once(answer ?? server, 'end'))
  expect(length).toBe(long.length)
})
