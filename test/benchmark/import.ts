import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { startEmbedded } from '../../src/platform/database/embedded/index.ts'
import { prisons, writeFeed, writePeople } from './feed.ts'

/** What `npm run bench` prints of `import movements`: ten lines a person in time order, obligations derived. */
export interface ImportFigure {
  readonly lines: number
  readonly linesPerSecond: number
  /** The most memory that the command held, in megabytes. */
  readonly megabytes: number
}

const command = process.env.THROUGHCARE_CLI ?? fileURLToPath(new URL('../../dist/cli.js', import.meta.url))

const peakOf = (pid: number): number => {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

/** Megabytes that JavaScript may hold: a run whose memory grew with its file would end for want of it. */
const heap = 160

/** Runs one command to its end; answers with its seconds and the most memory it held. */
const run = async (folder: string, args: readonly string[]) => {
  const begun = performance.now()
  const child = spawn(process.execPath, [`--max-old-space-size=${heap}`, command, ...args], {
    env: { ...process.env, THROUGHCARE_DATA: folder },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  let megabytes = 0
  const watch = setInterval(() => {
    megabytes = Math.max(megabytes, peakOf(child.pid ?? 0))
  }, 100)
  const [code] = await once(child, 'exit')
  clearInterval(watch)
  if (code !== 0) throw new Error(`throughcare ${args.join(' ')} ended with ${code}.`)
  return { seconds: (performance.now() - begun) / 1000, megabytes }
}

/** A recovery team and healthcare in each prison of the feed, so that obligations and lists are owed to somebody. */
const addTeams = async (dataFolder: string): Promise<void> => {
  const server = await startEmbedded({ dataFolder })
  const url = new URL(server.adminUrl)
  url.pathname = '/throughcare'
  const client = new pg.Client({ connectionString: url.toString() })
  await client.connect()
  await client.query(
    `with body as (insert into throughcare.organisation (id, name, created_at) values (uuidv7(), 'Benchmark', now()) returning id)
    insert into throughcare.service (id, organisation_id, code, name, setting, kind, establishment_code, nation, created_at)
    select uuidv7(), body.id, kind || ' ' || prison, kind || ' ' || prison, 'custody', kind, prison, 'england', now()
    from body, unnest($1::text[]) prison, unnest(array['recovery', 'clinical', 'key_work']) kind`,
    [prisons],
  )
  await client.end()
  await server.release()
}

/** Imports people and then their feed into an empty database of its own. */
export const benchImport = async (people: number): Promise<ImportFigure> => {
  const folder = mkdtempSync(join(tmpdir(), 'throughcare-bench-'))
  try {
    const [peopleFile, feedFile] = [join(folder, 'people.csv'), join(folder, 'movements.ndjson')]
    await writePeople(peopleFile, people)
    await writeFeed(feedFile, people)
    await run(join(folder, 'data'), ['import', 'people', peopleFile])
    await addTeams(join(folder, 'data'))
    const { seconds, megabytes } = await run(join(folder, 'data'), ['import', 'movements', feedFile])
    const lines = people * 10
    return { lines, linesPerSecond: Math.round(lines / seconds), megabytes: Math.round(megabytes) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** One figure as a line to print. */
export const importLine = ({ lines, linesPerSecond, megabytes }: ImportFigure): string =>
  `import movements: ${linesPerSecond} lines a second (2,000 asked for: ${(linesPerSecond / 2_000).toFixed(2)} times), ${lines} lines, start of the command and its database included; at most ${megabytes} MB, with a heap held to ${heap} MB\n`

if (import.meta.main)
  for (const people of [2_000, 10_000, Number(process.argv[2] ?? 0)].filter((size) => size > 0))
    process.stdout.write(importLine(await benchImport(people)))
