import { readdir, readFile, writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { startEmbedded } from './index.ts'
import { exists, layoutOf } from './layout.ts'
import { aFolder, answers, aStarter, ask, aVisitor, killServer, serverPid } from './testing.ts'

const busy = `select count(*) from pg_stat_activity where query like '%generate_series%' and pid <> pg_backend_pid()`

test('a server left over from a killed process is taken over, and stopped by the last to leave', async () => {
  const dataFolder = await aFolder()
  const visitor = await aVisitor(dataFolder)
  const pid = await serverPid(dataFolder)
  await visitor.kill()
  expect(await answers(visitor.adminUrl)).toBe(true)
  const next = await startEmbedded({ dataFolder })
  expect(await serverPid(dataFolder)).toBe(pid)
  expect(next.adminUrl).toBe(visitor.adminUrl)
  await next.release()
  expect(await answers(next.adminUrl)).toBe(false)
})

test('after everything was killed at once the next start recovers what was committed', async () => {
  const dataFolder = await aFolder()
  const visitor = await aVisitor(dataFolder)
  await ask(visitor.adminUrl, 'create table kept as select 42 as answer')
  await killServer(dataFolder)
  await visitor.kill()
  const next = await startEmbedded({ dataFolder })
  expect(await ask(next.adminUrl, 'select answer from kept')).toBe(42)
  await next.release()
})

test('a killed server whose last query is still running is not taken for a living one', async () => {
  const dataFolder = await aFolder()
  const visitor = await aVisitor(dataFolder)
  const query = ask(visitor.adminUrl, 'select count(*) from generate_series(1, 10000000)').catch(() => 'lost')
  await expect.poll(() => ask(visitor.adminUrl, busy), { interval: 20 }).toBe('1')
  await killServer(dataFolder)
  await visitor.kill()
  const next = await startEmbedded({ dataFolder })
  expect(await answers(next.adminUrl)).toBe(true)
  await next.release()
  await query
})

test('a killed server whose number another process bears now is known to be gone', async () => {
  const dataFolder = await aFolder()
  const visitor = await aVisitor(dataFolder)
  await killServer(dataFolder)
  await visitor.kill()
  const file = `${layoutOf(dataFolder).cluster}/postmaster.pid`
  await writeFile(file, (await readFile(file, 'utf8')).replace(/^\d+/, String(process.pid)))
  const next = await startEmbedded({ dataFolder })
  expect(await answers(next.adminUrl)).toBe(true)
  await next.release()
})

test('a first start that was killed half way leaves nothing in the way of the next', async () => {
  const dataFolder = await aFolder()
  const { server, cluster } = layoutOf(dataFolder)
  const starter = aStarter(dataFolder)
  await expect.poll(() => readdir(server), { interval: 5, timeout: 5000 }).not.toEqual([])
  await starter.kill()
  expect(await exists(cluster)).toBe(false)
  const next = await startEmbedded({ dataFolder })
  expect(await answers(next.adminUrl)).toBe(true)
  await next.release()
  expect(await readdir(server)).toEqual(['cluster', 'lock', 'log'])
})

test('starters at the same moment make one cluster and share one server', async () => {
  const dataFolder = await aFolder()
  const visitors = await Promise.all([aVisitor(dataFolder), aVisitor(dataFolder), aVisitor(dataFolder)])
  const [first, second, third] = visitors
  expect(new Set(visitors.map(({ adminUrl }) => adminUrl)).size).toBe(1)
  await Promise.all([first?.leave(), second?.leave()])
  expect(await answers(third?.adminUrl ?? '')).toBe(true)
  await third?.leave()
  expect(await answers(third?.adminUrl ?? '')).toBe(false)
})
