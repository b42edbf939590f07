import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { giveTo, type Identity } from './run-as.ts'

/** A socket's whole path must fit in 107 bytes (unix(7)), so the data folder itself may be too deep for it. */
const longest = 60

/**
 * A short folder that only PostgreSQL's user may enter. New at every start: what a killed server left in its
 * own looks alive once another process bears its number.
 */
export const makeSocketFolder = async (identity: Identity): Promise<string> => {
  const folder = await mkdtemp(`${tmpdir().length > longest ? '/tmp' : tmpdir()}/throughcare-`)
  await giveTo(identity, folder)
  return folder
}

/** Removes the folder once no server listens in it. */
export const removeSocketFolder = (folder: string): Promise<void> =>
  rm(folder, { recursive: true, force: true })

/** Whether a server takes connections at its socket for this port. */
export const takesConnections = (folder: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const connection = connect(`${folder}/.s.PGSQL.${port}`)
    connection.once('error', () => resolve(false))
    connection.once('connect', () => {
      connection.destroy()
      resolve(true)
    })
  })
