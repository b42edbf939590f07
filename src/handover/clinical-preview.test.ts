import { beforeAll, describe, expect, it } from 'vitest'
import { fact, note } from '../../test/security/record.ts'
import { insertRow } from '../../test/security/rows.ts'
import { arrive } from '../../test/support/arrivals.ts'
import { type Visitor, visit } from '../../test/support/browse.ts'
import { withHouse } from '../../test/support/house.ts'
import { buildTown, type Town, townPassword } from '../../test/support/town.ts'
import { ok } from '../platform/result.ts'
import { addStaff } from '../workforce/index.ts'
import { takeOn } from './testing.ts'

const opened = withHouse()
let town: Town
let nadia: Visitor

beforeAll(async () => {
  const { house } = opened()
  town = await buildTown(house)
  nadia = await visit(house, 'nadia')
  await house.database.intake((tx) =>
    addStaff(tx, {
      name: 'Wanda Example',
      signInName: 'wanda',
      password: townPassword,
      memberships: [{ serviceId: town.services.wakefield, role: 'clinical', from: tx.today }],
    }),
  )
})

let people = 0
/** With a clinical note, and what is known of their medicines. */
const somebody = async (): Promise<string> => {
  people += 1
  const { database } = opened().house
  const personId = await arrive(opened().house, {
    givenName: 'Kim',
    familyName: `Mead${'abcdefgh'[people]}`,
    confirmedRelease: '2026-11-26',
  })
  await takeOn(database, { personId, serviceId: town.services.leeds, agreesToPassOn: true })
  const done = await database.intake(async (tx) => {
    const locked = await tx.lock(personId)
    if (!locked.ok) return locked
    const health = town.services.leedsHealth
    const [table, row] = note(tx, personId, health, 'clinical')
    await insertRow(tx, table, { ...row, words: 'Blood results discussed' })
    const [facts, bridge] = fact(tx, personId, health, 'clinical', 'medicines_confirmed')
    await insertRow(tx, facts, bridge)
    return ok(undefined)
  })
  expect(done.ok).toBe(true)
  return personId
}

const prepare = async (
  visitor: Visitor,
  service: string,
  basis: Readonly<Record<string, string>>,
): Promise<string> => {
  const personId = await somebody()
  const page = await visitor.send(`/people/${personId}/handover/new`, { destination: 'Bradford', service })
  const id = /\/handovers\/([0-9a-f-]{36})/.exec(page.html)?.[1] ?? `none on: ${page.words}`
  await visitor.send(`/handovers/${id}/what-goes`, { parts: ['recovery', 'clinical'], ask: '' })
  await visitor.send(`/handovers/${id}/basis`, basis)
  return id
}

const directCare = { basis: 'direct_care', direct_reason: 'On methadone' }
const agreed = { basis: 'agreed_now' }

const partOf = async (visitor: Visitor, path: string): Promise<string> => {
  const page = await visitor.get(path)
  const part = page.document.querySelector('section[aria-labelledby=part-clinical]')?.textContent
  return part?.replace(/\s+/g, ' ').trim() ?? `no such part on: ${page.words}`
}

describe('what goes, as the other side will read it', () => {
  it('is, for direct care, medicines without notes, for the clinicians there', async () => {
    const id = await prepare(nadia, town.services.wakefield, directCare)
    for (const step of ['what-goes', 'check']) {
      const part = await partOf(nadia, `/handovers/${id}/${step}`)
      expect(part, step).toContain('Only clinical staff at Wakefield community service read this part')
      expect(part, step).toContain('no clinical note or test')
      expect(part, step).not.toContain('Blood results discussed')
    }
    expect((await nadia.send(`/handovers/${id}/check`, {})).words).toContain('Sent to Wakefield')
    const sent = await partOf(nadia, `/handovers/${id}`)
    expect(sent).toContain('no clinical note or test')
    expect(sent).not.toContain('Blood results discussed')
    const wanda = await partOf(await visit(opened().house, 'wanda'), `/handovers/${id}`)
    expect(wanda).not.toContain('Blood results discussed')
    expect(sent.replace(/Only clinical staff.*?test\./, '')).toBe(wanda)
  })

  it('is nothing where no clinician works there, and says so', async () => {
    const id = await prepare(nadia, town.services.bradford, directCare)
    const part = await partOf(nadia, `/handovers/${id}/check`)
    expect(part).toContain('Nobody at Bradford community service has a clinical role here')
    expect(part).not.toContain('Blood results discussed')
    expect(part).not.toContain('2026')
    await nadia.send(`/handovers/${id}/check`, {})
    expect(await partOf(await visit(opened().house, 'amira'), `/handovers/${id}`)).toContain(
      'read by clinical staff of your service alone',
    )
  })

  it('is all of it where they agreed; who may not read it here is told that it goes', async () => {
    const id = await prepare(nadia, town.services.wakefield, agreed)
    expect(await partOf(nadia, `/handovers/${id}/check`)).toContain('Blood results discussed')
    const colin = await visit(opened().house, 'colin')
    const his = await prepare(colin, town.services.wakefield, agreed)
    const part = await partOf(colin, `/handovers/${his}/check`)
    expect(part).toContain('What healthcare wrote goes too: it is not shown to you here')
    expect(part).not.toContain('Blood results discussed')
  })
})
