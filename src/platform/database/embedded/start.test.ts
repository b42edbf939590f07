import { rm, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { startEmbedded } from './index.ts'
import { aFolder, answers, ask, killServer, serverPid } from './testing.ts'

test('a first start makes a PostgreSQL 18 that sorts by code point, keeps checksums and wants a password', async () => {
  const dataFolder = await aFolder()
  const { adminUrl, socketFolder, release } = await startEmbedded({ dataFolder })
  expect(await ask(adminUrl, 'show server_version')).toMatch(/^18\./)
  expect(await ask(adminUrl, 'show server_encoding')).toBe('UTF8')
  expect(await ask(adminUrl, 'show data_checksums')).toBe('on')
  expect(await ask(adminUrl, 'show listen_addresses')).toBe('127.0.0.1')
  expect(await ask(adminUrl, `select datlocale from pg_database where datname = 'postgres'`)).toBe('C.UTF-8')
  expect(await ask(adminUrl, `select upper('łódź')`)).toBe('ŁÓDŹ')
  expect(await answers(adminUrl.replace(/:[0-9a-f]+@/, ':wrong@'))).toBe(false)
  const overSocket = adminUrl.replace(/@.*/, `@/postgres?host=${socketFolder}&port=${new URL(adminUrl).port}`)
  expect(await answers(overSocket)).toBe(true)
  await release()
})

test('the password and the socket are for nobody else', async () => {
  const dataFolder = await aFolder()
  const { socketFolder, release } = await startEmbedded({ dataFolder })
  expect((await stat(`${dataFolder}/postgres/password`)).mode & 0o777).toBe(0o600)
  expect((await stat(`${dataFolder}/postgres/server`)).mode & 0o777).toBe(0o700)
  expect((await stat(socketFolder)).mode & 0o777).toBe(0o700)
  await release()
})

test('a second use joins the first, and the last to leave stops the server', async () => {
  const dataFolder = await aFolder()
  const first = await startEmbedded({ dataFolder })
  const second = await startEmbedded({ dataFolder })
  expect(second.adminUrl).toBe(first.adminUrl)
  await first.release()
  await first.release()
  expect(await answers(second.adminUrl)).toBe(true)
  await second.release()
  expect(await answers(second.adminUrl)).toBe(false)
})

test('two data folders have servers of their own at once', async () => {
  const [one, other] = await Promise.all([aFolder(), aFolder()])
  const databases = await Promise.all([
    startEmbedded({ dataFolder: one }),
    startEmbedded({ dataFolder: other }),
  ])
  expect(new Set(databases.map(({ port }) => port)).size).toBe(2)
  expect(new Set(databases.map(({ socketFolder }) => socketFolder)).size).toBe(2)
  expect(await serverPid(one)).not.toBe(await serverPid(other))
  await Promise.all(databases.map(({ release }) => release()))
})

test('the port is kept from start to start, unless somebody else has taken it', async () => {
  const dataFolder = await aFolder()
  const first = await startEmbedded({ dataFolder })
  await first.release()
  const second = await startEmbedded({ dataFolder })
  expect(second.port).toBe(first.port)
  await second.release()
  const squatter = createServer().listen(first.port, '127.0.0.1')
  const third = await startEmbedded({ dataFolder })
  expect(third.port).not.toBe(first.port)
  await third.release()
  squatter.close()
})

test('a data folder with a space and an apostrophe in a long name serves', async () => {
  const dataFolder = `${await aFolder()}/${"O'Brien's data ".repeat(10)}`
  const { adminUrl, release } = await startEmbedded({ dataFolder })
  expect(await answers(adminUrl)).toBe(true)
  await release()
})

test('a data folder removed while it serves can still be left', async () => {
  const dataFolder = await aFolder()
  const { release } = await startEmbedded({ dataFolder })
  await killServer(dataFolder)
  await rm(dataFolder, { recursive: true })
  await expect(release()).resolves.toBeUndefined()
})
