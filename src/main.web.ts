import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { House } from './compose.ts'
import { createApp, type Drain, drainable } from './platform/http/index.ts'
import { routes } from './routes.ts'

const firstPort = 3000
const lastPort = 3100

/** The service answering on an address. */
export interface Serving {
  readonly url: string
  readonly drain: Drain
}

type Server = ReturnType<typeof createServer>

const listen = (server: Server, host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })

const isTaken = (error: unknown): boolean => (error as { code?: string }).code === 'EADDRINUSE'

const listenSomewhere = async (server: Server, host: string, port: number | null): Promise<void> => {
  if (port !== null) return listen(server, host, port)
  for (let candidate = firstPort; candidate <= lastPort; candidate += 1) {
    try {
      return await listen(server, host, candidate)
    } catch (error) {
      if (!isTaken(error)) throw error
    }
  }
  throw new Error(`Every port from ${firstPort} to ${lastPort} is taken. Set PORT to one that is free.`)
}

/** Serves the house over HTTP. Throws where the configured port is taken. */
export const serve = async (house: House): Promise<Serving> => {
  const { config } = house.services
  const app = createApp(house.services, routes, house.healthy)
  const server = createServer(getRequestListener(app.fetch))
  const drain = drainable(server)
  try {
    await listenSomewhere(server, config.host, config.port)
  } catch (error) {
    if (isTaken(error))
      throw new Error(`Port ${config.port} is taken. Set PORT to another, or leave it unset.`)
    throw error
  }
  const { port } = server.address() as AddressInfo
  return {
    url:
      config.publicUrl ?? `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}/`,
    drain,
  }
}
