import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { EmbeddedFailure } from './failure.ts'

const patienceSeconds = 180
const taken = 75

/** 0 once the lock is held, else how flock(1) ended. */
const outcome = (holder: ChildProcess): Promise<number> =>
  new Promise((resolve) => {
    holder.stdout?.once('data', () => resolve(0))
    holder.once('exit', (code) => resolve(code ?? -1))
    holder.once('error', () => resolve(-1))
  })

const explain = (file: string, code: number): EmbeddedFailure =>
  new EmbeddedFailure(
    code === taken
      ? `Another process has been busy with ${file} for ${patienceSeconds} seconds: end it and try again.`
      : `This user cannot lock ${file}: set THROUGHCARE_DATA to a folder of its own, or set DATABASE_URL.`,
  )

/**
 * Runs `work` while no other process runs work under the same `file`. The kernel's lock is held by a child
 * that lives as long as its input is open, so it goes with this process however that ends, and is never stale.
 * The child is in a session of its own: Ctrl-C must not take the lock away while the work is finished.
 */
export const withLock = async <Value>(file: string, work: () => Promise<Value>): Promise<Value> => {
  const wait = ['-w', String(patienceSeconds), '-E', String(taken), file]
  const hold = ['sh', '-c', 'echo held; exec cat >/dev/null']
  const stdio: ['pipe', 'pipe', 'ignore'] = ['pipe', 'pipe', 'ignore']
  const holder = spawn('flock', [...wait, ...hold], { cwd: '/', detached: true, stdio })
  const code = await outcome(holder)
  if (code !== 0) throw explain(file, code)
  const gone = once(holder, 'exit')
  try {
    return await work()
  } finally {
    holder.stdin.end()
    await gone
  }
}
