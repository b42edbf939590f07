import { describe, expect, it } from 'vitest'
import { withHouse } from '../../../test/support/house.ts'
import { mayTry, mostTries, type Tried, wasRight } from './throttle.ts'

const opened = withHouse()

const account = (whose: string): Tried => ({ kind: 'account', whose })
const tries = async (tried: Tried, times: number): Promise<boolean[]> => {
  const answers: boolean[] = []
  for (let each = 0; each < times; each += 1) answers.push(await mayTry(opened().house.services, tried))
  return answers
}

describe('trying too often', () => {
  it('is stopped after eight tries of one account, and of no other', async () => {
    expect(await tries(account('rosa'), 9)).toEqual([...Array<boolean>(8).fill(true), false])
    expect(await tries(account('colin'), 1)).toEqual([true])
  })

  it('counts tries made at the same moment', async () => {
    const { services } = opened().house
    const at = await Promise.all(Array.from({ length: 20 }, () => mayTry(services, account('nadia'))))
    expect(at.filter((may) => may)).toHaveLength(mostTries.account)
  })

  it('opens again fifteen minutes after the eighth, however often somebody knocks', async () => {
    const { clock } = opened()
    await tries(account('kev'), 8)
    clock.set(clock.now().add({ minutes: 14 }))
    expect(await tries(account('kev'), 3)).toEqual([false, false, false])
    clock.set(clock.now().add({ minutes: 1 }))
    expect(await tries(account('kev'), 1)).toEqual([true])
  })

  it('begins again after a right answer, but gives an address only its own try back', async () => {
    const { services, database } = opened().house
    const address: Tried = { kind: 'address', whose: '203.0.113.7' }
    await tries(account('tessa'), 7)
    await tries(address, mostTries.address)
    await database.auth((db) => wasRight(db, services, account('tessa'), address))
    expect(await tries(account('tessa'), 8)).toEqual(Array<boolean>(8).fill(true))
    expect(await tries(address, 2)).toEqual([true, false])
  })

  it('is counted under no name', async () => {
    const { database } = opened().house
    const kept = await database.auth((db) => db.selectFrom('throttle').select('key').execute())
    expect(kept.every(({ key }) => /^[0-9a-f]{64}$/.test(key))).toBe(true)
  })
})
