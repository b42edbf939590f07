import { identities } from '../identities.ts'
import { startAs } from '../start.ts'

/**
 * A process that uses the embedded PostgreSQL until its input ends: `node testing.ts FOLDER [UID]`, as that
 * user. Prints where the server is, or why there is none, as one line of JSON.
 */
const [, , folder = '', uid] = process.argv

const become = (id: number): void => {
  process.setgroups?.([])
  process.setgid?.(id)
  process.setuid?.(id)
}

const inputEnd = (): Promise<void> =>
  new Promise((resolve) => {
    process.stdin.once('end', resolve).resume()
  })

if (uid !== undefined) become(Number(uid))
try {
  const { release, ...database } = await startAs(folder, await identities())
  process.stdout.write(`${JSON.stringify(database)}\n`)
  await inputEnd()
  await release()
} catch (error) {
  process.stdout.write(`${JSON.stringify({ failure: String(error) })}\n`)
}
