import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

/** Where the build leaves what browsers fetch; the same from `src` and from `dist`. */
export const assetsFolder = fileURLToPath(new URL('../../../dist/assets/', import.meta.url))

export const manifestFile = 'manifest.json'

const Manifest = z.record(z.string(), z.string())

const readManifest = (): Readonly<Record<string, string>> => {
  const file = `${assetsFolder}${manifestFile}`
  return existsSync(file) ? Manifest.parse(JSON.parse(readFileSync(file, 'utf8'))) : {}
}

let manifest: Readonly<Record<string, string>> | undefined

/**
 * The address of an asset by its plain name ("throughcare.css"), with the hash of its content in it.
 * Before `npm run build` the plain name stands, where nothing is served.
 */
export const assetPath = (name: string): string => {
  manifest ??= readManifest()
  return `/assets/${manifest[name] ?? name}`
}
