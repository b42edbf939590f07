import { createHmac } from 'node:crypto'

/** The two logins of the service; neither owns anything, each may become its own roles and no other. */
export type Login = 'throughcare_web' | 'throughcare_work'

/** How to reach one database: the administering address and the password of the logins. */
export interface DatabaseAddress {
  readonly adminUrl: string
  readonly loginPassword: string | null
}

const passwordOf = (address: DatabaseAddress, login: Login): string =>
  address.loginPassword ??
  createHmac('sha256', decodeURIComponent(new URL(address.adminUrl).password))
    .update(login)
    .digest('hex')

/** The address of the same database for a login that is no administrator. */
export const loginUrl = (address: DatabaseAddress, login: Login): string => {
  const url = new URL(address.adminUrl)
  url.username = login
  url.password = passwordOf(address, login)
  return url.toString()
}

/** Passwords as migration sets them, by login. */
export const loginPasswords = (address: DatabaseAddress): ReadonlyMap<Login, string> =>
  new Map(
    (['throughcare_web', 'throughcare_work'] as const).map((login) => [login, passwordOf(address, login)]),
  )
