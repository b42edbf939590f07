import { readdir, readFile, writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { liveLeases, takeLease } from './lease.ts'
import { aFolder } from './testing.ts'

test('each use of a living process counts', async () => {
  const leases = `${await aFolder()}/leases`
  expect(await liveLeases(leases)).toBe(0)
  await takeLease(leases)
  await takeLease(leases)
  expect(await liveLeases(leases)).toBe(2)
})

test('a lease ends with its process, even when another bears its number now', async () => {
  const leases = `${await aFolder()}/leases`
  const file = await takeLease(leases)
  const [start, boot] = (await readFile(file, 'utf8')).split(' ')
  await writeFile(file, `${Number(start) - 1} ${boot}`)
  expect(await liveLeases(leases)).toBe(0)
  expect(await readdir(leases)).toEqual([])
})

test('a lease from before the machine was started again, or cut short, has ended', async () => {
  const leases = `${await aFolder()}/leases`
  const file = await takeLease(leases)
  await writeFile(`${file}-cut`, '')
  await writeFile(file, (await readFile(file, 'utf8')).replace(/ .*/s, ' an-earlier-boot\n'))
  expect(await liveLeases(leases)).toBe(0)
})
