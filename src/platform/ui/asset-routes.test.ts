import { beforeAll, expect, it } from 'vitest'
import { assetRoutes } from './asset-routes.ts'
import { assetPath } from './assets.ts'
import { buildAssets } from './build-assets.ts'

beforeAll(buildAssets)

const fetchAsset = (path: string, headers: Record<string, string> = {}) =>
  assetRoutes.request(path, { headers })

it('serves what was built, by the hash of its content, for a year', async () => {
  const path = assetPath('throughcare.css')
  expect(path).toMatch(/^\/assets\/throughcare-[\w-]{10}\.css$/)
  const response = await fetchAsset(path)
  expect(response.headers.get('content-type')).toBe('text/css; charset=utf-8')
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(await response.text()).toContain('.tc-identity')
})

it('answers that nothing changed', async () => {
  const path = assetPath('throughcare.js')
  const etag = (await fetchAsset(path)).headers.get('etag') ?? ''
  const again = await fetchAsset(path, { 'if-none-match': etag })
  expect([again.status, await again.text()]).toEqual([304, ''])
})

it('sends it small to those who can read it so', async () => {
  const path = assetPath('throughcare.css')
  const small = await fetchAsset(path, { 'accept-encoding': 'gzip, br;q=1.0' })
  expect(small.headers.get('content-encoding')).toBe('br')
  const whole = (await (await fetchAsset(path)).arrayBuffer()).byteLength
  expect((await small.arrayBuffer()).byteLength).toBeLessThan(whole / 4)
})

it('finds everything that its styles and scripts ask for', async () => {
  const styles = await (await fetchAsset(assetPath('throughcare.css'))).text()
  const script = await (await fetchAsset(assetPath('throughcare.js'))).text()
  const wanted = [
    ...[...styles.matchAll(/url\("?(\/assets\/[^)"]+)/g)].map(([, path]) => path ?? ''),
    ...[...script.matchAll(/from\s*['"]\.\/([^'"]+)/g)].map(([, name]) => `/assets/${name}`),
  ]
  expect(wanted.length).toBeGreaterThan(4)
  for (const path of wanted) expect([path, (await fetchAsset(path)).status]).toEqual([path, 200])
})

it('has the fonts of the reader, not of the government', async () => {
  const styles = await (await fetchAsset(assetPath('throughcare.css'))).text()
  expect(styles).not.toMatch(/GDS Transport|@font-face/)
})

it('serves nothing else', async () => {
  for (const path of [
    '/assets/throughcare.css',
    '/assets/manifest.json',
    '/assets/..%2f..%2fpackage.json',
    '/assets/',
  ]) {
    expect([path, (await fetchAsset(path)).status]).toEqual([path, 404])
  }
})
