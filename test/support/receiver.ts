import { createHmac, timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One request that another system got. */
export interface Received {
  readonly method: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** Another system at an address of its own, which answers with the statuses that it is given, then with 204. */
export const startReceiver = async () => {
  const received: Received[] = []
  const answers: number[] = []
  const server = createServer(async (request, answer) => {
    const body = (await request.toArray()).join('')
    received.push({ method: request.method ?? '', headers: request.headers, body })
    const status = answers.shift() ?? 204
    answer.writeHead(status, status === 307 ? { location: '/elsewhere' } : {}).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    host: `localhost:${port}`,
    url: `http://localhost:${port}/throughcare`,
    received,
    /** What it answers next, one after the other. */
    willAnswer: (...statuses: readonly number[]): void => {
      answers.push(...statuses)
    },
    forget: (): void => {
      received.length = 0
      answers.length = 0
    },
    stop: async (): Promise<void> => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

/** Whether a message is signed with this secret, as Standard Webhooks has its receivers check. */
export const isSigned = ({ headers, body }: Received, secret: string): boolean => {
  const [id, at] = [headers['webhook-id'], headers['webhook-timestamp']]
  const wanted = createHmac('sha256', Buffer.from(secret.replace('whsec_', ''), 'base64'))
    .update(`${id}.${at}.${body}`)
    .digest()
  const [version, given = ''] = String(headers['webhook-signature']).split(',')
  const signature = Buffer.from(given, 'base64')
  return version === 'v1' && signature.length === wanted.length && timingSafeEqual(signature, wanted)
}
