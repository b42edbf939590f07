import { isIP } from 'node:net'
import type { Context } from 'hono'
import type { Env } from './route.ts'

const plain = (address: string): string => address.trim().replace(/^::ffff:(?=\d+\.)/, '')

/**
 * Where a request came from: the other end of the connection or, behind `proxies` proxies of ours, what the outermost
 * of them saw. What stands further left in `X-Forwarded-For` anybody can write, and is not believed.
 */
export const addressOf = (context: Context<Env>, proxies: number): string | null => {
  const connected = context.env?.incoming?.socket.remoteAddress
  const forwarded = (context.req.header('x-forwarded-for') ?? '')
    .split(',')
    .filter((part) => part.trim() !== '')
  const nearestFirst = [
    ...(connected === undefined ? [] : [connected]),
    ...forwarded.reverse().slice(0, proxies),
  ]
  const address = plain(nearestFirst.at(-1) ?? '')
  return isIP(address) === 0 ? null : address
}
