import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { assetRoutes, stackedBarSvg } from '../../src/platform/ui/index.ts'
import { pages } from './pages.tsx'
import { outcomes } from './people.ts'

/** As strict as the service's own: no inline styles, one inline script by its nonce. */
const policy =
  "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self' 'nonce-gallery'; form-action 'self'; base-uri 'none'"

const gallery = new Hono().route('/', assetRoutes)
gallery.get('/chart.svg', (c) => c.body(stackedBarSvg(outcomes), 200, { 'content-type': 'image/svg+xml' }))
for (const [path, page] of Object.entries(pages)) {
  gallery.get(path, (c) => c.html(page(), 200, { 'content-security-policy': policy }))
}

/** Serves the gallery on a free port until `close` is called. */
export const serveGallery = (): Promise<{ readonly origin: string; readonly close: () => void }> =>
  new Promise((resolve) => {
    const server = serve({ fetch: gallery.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }: AddressInfo) =>
      resolve({ origin: `http://127.0.0.1:${port}`, close: () => server.close() }),
    )
  })
