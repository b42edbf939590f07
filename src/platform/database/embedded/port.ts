import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { Layout } from './layout.ts'

const host = '127.0.0.1'

/** Binds `wanted` (0: any) for a moment; the port that was free, or nothing. */
const tryPort = (wanted: number): Promise<number | undefined> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(undefined))
    server.listen({ port: wanted, host, exclusive: true }, () => {
      const address = server.address()
      const port = typeof address === 'object' ? address?.port : undefined
      server.close(() => resolve(port))
    })
  })

/** Whether nothing listens on this port now. */
export const isFree = async (port: number): Promise<boolean> => (await tryPort(port)) !== undefined

/** The port that this cluster had last where it is still free, else another, remembered from now on. */
export const findPort = async (layout: Layout): Promise<number> => {
  const remembered = Number(await readFile(layout.port, 'utf8').catch(() => '0'))
  const port = (await tryPort(remembered)) ?? (await tryPort(0))
  if (port === undefined) throw new Error(`No port is free on ${host}.`)
  await writeFile(layout.port, String(port))
  return port
}
