import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'

const bootId = (): Promise<string> => readFile('/proc/sys/kernel/random/boot_id', 'utf8')

/** When the process started, in clock ticks since boot (proc(5), field 22); nothing once it is dead. */
const startOf = async (pid: number): Promise<string | undefined> => {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19]
}

/** A process by more than its number, which another process may bear later. */
const identityOf = async (pid: number): Promise<string | undefined> => {
  const start = await startOf(pid)
  return start === undefined ? undefined : `${start} ${await bootId()}`
}

/** Says that this process uses the server; returns the lease's file. One process may hold several. */
export const takeLease = async (leases: string): Promise<string> => {
  await mkdir(leases, { recursive: true, mode: 0o700 })
  const file = `${leases}/${process.pid}-${randomBytes(6).toString('hex')}`
  await writeFile(file, (await identityOf(process.pid)) ?? '')
  return file
}

const isHeld = async (leases: string, name: string): Promise<boolean> => {
  const lessee = await identityOf(Number.parseInt(name, 10))
  return lessee !== undefined && lessee === (await readFile(`${leases}/${name}`, 'utf8'))
}

/** Removes the leases of processes that are gone, and says how many remain. */
export const liveLeases = async (leases: string): Promise<number> => {
  let live = 0
  for (const name of await readdir(leases).catch(() => [])) {
    if (await isHeld(leases, name)) live += 1
    else await rm(`${leases}/${name}`, { force: true })
  }
  return live
}
