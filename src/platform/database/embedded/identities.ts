import { readFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import type { Identity } from './run-as.ts'

interface User {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

const userOf = (line: string): User => {
  const [name = '', , uid, gid] = line.split(':')
  return { name, uid: Number(uid), gid: Number(gid) }
}

/** The machine's own users in the form of passwd(5). */
const usersIn = (passwd: string): readonly User[] =>
  passwd
    .split('\n')
    .map(userOf)
    .filter(({ name, uid }) => name !== '' && Number.isInteger(uid))

const hasName = (): boolean => {
  try {
    return userInfo().username !== ''
  } catch {
    return false
  }
}

/**
 * Whom this process may run PostgreSQL as, best first. An ordinary user: itself. Root, or a user without a
 * name (as containers have): itself under another name in a user namespace. Root where those are not allowed:
 * the user `postgres`, or `nobody` on a machine without one.
 */
export const identities = async (): Promise<readonly Identity[]> => {
  const root = process.geteuid?.() === 0
  if (!root && hasName()) return [{ kind: 'self' }]
  const users = usersIn(await readFile('/etc/passwd', 'utf8'))
  const ordinary = users.filter(({ uid }) => uid !== 0)
  const named = ['postgres', 'nobody'].flatMap((wanted) => ordinary.filter(({ name }) => name === wanted))
  return [
    ...ordinary.slice(0, 1).map(({ uid, gid }) => ({ kind: 'namespace' as const, uid, gid })),
    ...(root ? named.slice(0, 1).map(({ uid, gid }) => ({ kind: 'user' as const, uid, gid })) : []),
  ]
}
