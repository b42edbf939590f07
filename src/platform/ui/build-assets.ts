import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { compile, type Logger } from 'sass'
import { assetsFolder, manifestFile } from './assets.ts'

const project = fileURLToPath(new URL('../../../', import.meta.url))
const source = join(project, 'src/platform/ui')
const require = createRequire(import.meta.url)
const moj = join(dirname(require.resolve('@ministryofjustice/frontend/package.json')), 'moj')
const webauthn = join(dirname(require.resolve('@simplewebauthn/browser')), '../dist/bundle')
const govuk = join(dirname(require.resolve('govuk-frontend/package.json')), 'dist/govuk')

/** Plain name to the name that holds the hash of its content. */
type Manifest = Record<string, string>

const hashedName = (name: string, content: Buffer): string => {
  const hash = createHash('sha256').update(content).digest('base64url').slice(0, 10)
  return `${basename(name, extname(name))}-${hash}${extname(name)}`
}

const brotli = (content: Buffer): Buffer =>
  brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })

/** Whole or not at all: a server may be reading, or a second build running. */
const writeWhole = (name: string, content: Buffer | string): void => {
  const folder = mkdtempSync(join(assetsFolder, '../assets-'))
  writeFileSync(join(folder, name), content)
  renameSync(join(folder, name), join(assetsFolder, name))
  rmSync(folder, { recursive: true })
}

const emit = (manifest: Manifest, name: string, content: Buffer): void => {
  const hashed = hashedName(name, content)
  manifest[name] = hashed
  writeWhole(hashed, content)
  writeWhole(`${hashed}.br`, brotli(content))
  writeWhole(`${hashed}.gz`, gzipSync(content))
}

/** Puts hashed names in place of plain ones: `/assets/images/x.svg` in styles, `./x.js` in scripts. */
const withHashedNames = (manifest: Manifest, text: string): string =>
  text
    .replaceAll(/\/assets\/images\/([\w.-]+)/g, (_all, name: string) => `/assets/${manifest[name] ?? name}`)
    .replaceAll(
      /(['"])\.\/([\w-]+\.js)\1/g,
      (_all, q: string, name: string) => `${q}./${manifest[name] ?? name}${q}`,
    )
    .replaceAll(/^\/[/*]# sourceMappingURL=.*$/gm, '')

const emitImages = (manifest: Manifest, styles: string): void => {
  const folder = join(moj, 'assets/images')
  const used = readdirSync(folder).filter((name) => styles.includes(`/assets/images/${name}`))
  for (const name of used) emit(manifest, name, readFileSync(join(folder, name)))
  emit(manifest, 'throughcare.svg', readFileSync(join(source, 'styles/throughcare.svg')))
}

const emitScript = (manifest: Manifest, name: string, file: string): void =>
  emit(manifest, name, Buffer.from(withHashedNames(manifest, readFileSync(file, 'utf8'))))

const removeStale = (manifest: Manifest): void => {
  const kept = new Set([
    manifestFile,
    ...Object.values(manifest).flatMap((name) => [name, `${name}.br`, `${name}.gz`]),
  ])
  for (const name of readdirSync(assetsFolder))
    if (!kept.has(name)) rmSync(join(assetsFolder, name), { force: true })
}

/** MoJ Frontend uses one mixin that GOV.UK Frontend has since deprecated; nothing of ours does. */
const logger: Logger = {
  warn: (message) => {
    if (!message.includes('`govuk-text-colour` mixin is deprecated')) process.stderr.write(`${message}\n`)
  },
}

/** Styles, scripts and images into `dist/assets`, each under a name with its hash in it. */
export const buildAssets = (): void => {
  mkdirSync(assetsFolder, { recursive: true })
  const manifest: Manifest = {}
  const { css } = compile(join(source, 'styles/throughcare.scss'), {
    loadPaths: [project],
    style: 'compressed',
    quietDeps: true,
    logger,
  })
  emitImages(manifest, css)
  emit(manifest, 'throughcare.css', Buffer.from(withHashedNames(manifest, css)))
  emitScript(manifest, 'govuk-frontend.js', join(govuk, 'govuk-frontend.min.js'))
  emitScript(manifest, 'moj-frontend.js', join(moj, 'moj-frontend.min.js'))
  emitScript(manifest, 'simplewebauthn.js', join(webauthn, 'index.umd.min.js'))
  emitScript(manifest, 'passkeys.js', join(source, 'browser/passkeys.js'))
  emitScript(manifest, 'session.js', join(source, 'browser/session.js'))
  emitScript(manifest, 'throughcare.js', join(source, 'browser/throughcare.js'))
  writeWhole(manifestFile, JSON.stringify(manifest, null, 2))
  removeStale(manifest)
}

if (import.meta.main) buildAssets()
