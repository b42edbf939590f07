import { mkdtemp, rm } from 'node:fs/promises'
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
