import { beforeAll, describe, expect, it } from 'vitest'
import { withHouse } from '../../../test/support/house.ts'
import { buildTown, type Town } from '../../../test/support/town.ts'
import { askChallenge, takeChallenge } from './challenges.ts'

const opened = withHouse()
let town: Town

beforeAll(async () => {
  town = await buildTown(opened().house)
})

describe('a challenge', () => {
  it('is answered once, with what was remembered', async () => {
    const { services } = opened().house
    await askChallenge(services, { kind: 'provider', challenge: 'one', remember: 'the verifier' })
    expect(await takeChallenge(services, 'provider', 'one')).toBe('the verifier')
    expect(await takeChallenge(services, 'provider', 'one')).toBeNull()
  })

  it('is answered by one of two at the same moment', async () => {
    const { services } = opened().house
    await askChallenge(services, { kind: 'passkey_sign_in', challenge: 'two' })
    const answers = await Promise.all([1, 2].map(() => takeChallenge(services, 'passkey_sign_in', 'two')))
    expect(answers.filter((answer) => answer !== null)).toHaveLength(1)
  })

  it('runs out after five minutes', async () => {
    const { house, clock } = opened()
    await askChallenge(house.services, { kind: 'passkey_sign_in', challenge: 'three' })
    clock.set(clock.now().add({ minutes: 5 }))
    expect(await takeChallenge(house.services, 'passkey_sign_in', 'three')).toBeNull()
  })

  it('serves its own purpose and person alone', async () => {
    const { services } = opened().house
    const [rosa, colin] = [town.staff.rosa?.id ?? '', town.staff.colin?.id ?? '']
    await askChallenge(services, { kind: 'passkey_add', challenge: 'four', staffId: rosa })
    expect(await takeChallenge(services, 'passkey_sign_in', 'four')).toBeNull()
    expect(await takeChallenge(services, 'passkey_add', 'four', colin)).toBeNull()
    expect(await takeChallenge(services, 'passkey_add', 'four', rosa)).toBe('')
  })
})
