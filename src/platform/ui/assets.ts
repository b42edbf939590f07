import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

/** Where the build leaves what browsers fetch; the same from `src` and from `dist`. */
export const assetsFolder = fileURLToPath(new URL('../../../dist/assets/', import.meta.url))

export const manifestFile = 'manifest.json'

type Manifest = Readonly<Record<string, string>>

const readManifest = (): Manifest => {
  const file = `${assetsFolder}${manifestFile}`
  return existsSync(file)
    ? z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(file, 'utf8')))
    : {}
}

let kept: Manifest | undefined

const manifest = (): Manifest => {
  kept ??= readManifest()
  return kept
}

/**
 * The address of an asset by its plain name ("throughcare.css"), with the hash of its content in it.
 * Before `npm run build` the plain name stands, where nothing is served.
 */
export const assetPath = (name: string): string => `/assets/${manifest()[name] ?? name}`

/** The names under which assets are served. */
export const assetNames = (): ReadonlySet<string> => new Set(Object.values(manifest()))
