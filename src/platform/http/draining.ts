import type { Server, ServerResponse } from 'node:http'
import { Server as Listener, type Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { aborted } from '../aborted.ts'

/** How long what was told to end may still take to say so, in milliseconds. */
const lastWords = 1000

/** Answers the requests under way and takes no others; those that have not ended when `over` is aborted are cut off. */
export type Drain = (over: AbortSignal) => Promise<void>

/**
 * Keeps account of what a server is answering, so that it can be drained. Node's own `server.close()` drops a
 * connection as soon as its answer is written into the buffer, before a slow reader has it all.
 */
export const drainable = (server: Server): Drain => {
  const connections = new Set<Socket>()
  const answers = new Set<ServerResponse>()
  let draining = false
  server.on('connection', (socket: Socket) => {
    connections.add(socket)
    socket.once('close', () => connections.delete(socket))
  })
  server.on('request', ({ socket }, answer) => {
    answers.add(answer)
    answer.once('close', () => {
      answers.delete(answer)
      if (draining) socket.end()
    })
  })
  return async (over) => {
    const closed = new Promise<void>((resolve) => {
      Listener.prototype.close.call(server, () => resolve())
    })
    draining = true
    for (const answer of answers) if (!answer.headersSent) answer.setHeader('connection', 'close')
    const busy = new Set([...answers].map((answer) => answer.req.socket))
    for (const connection of connections) if (!busy.has(connection)) connection.end()
    await Promise.race([closed, aborted(over).then(() => setTimeout(lastWords, null, { ref: false }))])
    server.closeAllConnections()
    await closed
  }
}
