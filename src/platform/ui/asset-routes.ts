import { existsSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { Hono } from 'hono'
import { assetNames, assetsFolder } from './assets.ts'

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

const encodings = [
  { encoding: 'br', ending: '.br' },
  { encoding: 'gzip', ending: '.gz' },
] as const

const chooseEncoding = (accepted: string): (typeof encodings)[number] | undefined =>
  encodings.find(({ encoding }) =>
    accepted.split(/\s*,\s*/).some((token) => token.split(';')[0] === encoding),
  )

/** Every asset is named by its content: browsers keep it for a year and never ask again. */
const headersFor = (name: string, encoding: string | undefined): Record<string, string> => ({
  'content-type': types[extname(name)] ?? 'application/octet-stream',
  'cache-control': 'public, max-age=31536000, immutable',
  etag: `"${name}${encoding === undefined ? '' : `.${encoding}`}"`,
  vary: 'accept-encoding',
  ...(encoding === undefined ? {} : { 'content-encoding': encoding }),
})

const contents = new Map<string, Uint8Array<ArrayBuffer>>()

const contentOf = (file: string): Uint8Array<ArrayBuffer> => {
  const kept = contents.get(file) ?? new Uint8Array(readFileSync(join(assetsFolder, file)))
  contents.set(file, kept)
  return kept
}

/** Serves `/assets/*`: only what the build made, by its exact name. */
export const assetRoutes = new Hono().get('/assets/:name', (c) => {
  const name = c.req.param('name')
  if (!assetNames().has(name) || !existsSync(join(assetsFolder, name))) return c.notFound()
  const chosen = chooseEncoding(c.req.header('accept-encoding') ?? '')
  const headers = headersFor(name, chosen?.encoding)
  if (c.req.header('if-none-match') === headers.etag) return c.body(null, 304, headers)
  return c.body(contentOf(`${name}${chosen?.ending ?? ''}`), 200, headers)
})
