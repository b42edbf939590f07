import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { arrive } from '../../test/support/arrivals.ts'
import { type Visited, type Visitor, visit } from '../../test/support/browse.ts'
import { withHouse } from '../../test/support/house.ts'
import { buildTown } from '../../test/support/town.ts'

const opened = withHouse()
let rosa: Visitor
let person: string
let count = 0

beforeAll(async () => {
  await buildTown(opened().house)
  rosa = await visit(opened().house, 'rosa')
})

beforeEach(async () => {
  count += 1
  person = await arrive(opened().house, {
    givenName: 'Lee',
    familyName: 'Whitaker',
    prisonNumber: `A20${10 + count}AA`,
  })
})

const errors = (page: Visited): string =>
  [...page.document.querySelectorAll('.govuk-error-summary__list a')]
    .map((link) => link.textContent)
    .join(' ')

const typedIn = (page: Visited, name: string): string | null | undefined =>
  page.document.querySelector(`main [name=${name}]`)?.getAttribute('value')

const reach = (fields: Record<string, string>) =>
  rosa.send(`/people/${person}/contact-details`, { safe_to_ring: 'not_asked', phone: '', ...fields })

describe('how to reach somebody', () => {
  it('is saved, and stands on their page with whom it is safe to ring', async () => {
    const page = await reach({
      phone: '07700 900 982',
      safe_to_ring: 'person_no_message',
      town: 'Leeds',
      postcode: 'ls1 4ap',
    })
    expect(page.words).toContain('Contact details recorded')
    expect(page.words).toContain('07700 900 982')
    expect(page.words).toContain('Them, but leave no message')
  })

  it.each([
    [{ phone: 'ring me' }, 'Enter a phone number'],
    [{ safe_to_ring: 'person' }, 'Enter the number that it is safe to ring'],
    [{ safe_to_ring: 'someone_else', phone: '07700 900 982' }, 'Say who it is safe to ring'],
    [{ safe_to_ring: '' }, 'Say whom it is safe to ring'],
    [{ postcode: 'LEEDS' }, 'Enter a full postcode'],
    [{ address: 'x'.repeat(10_000) }, 'Shorten this to 500 characters'],
  ])('is refused with what to enter, and loses nothing: %j', async (fields, words) => {
    const page = await reach({ town: 'Otley', ...fields })
    expect(page.status).toBe(422)
    expect(errors(page)).toContain(words)
    expect(typedIn(page, 'town')).toBe('Otley')
  })

  it('of a stale form shows both, and loses neither', async () => {
    const path = `/people/${person}/contact-details`
    const before = await rosa.get(path)
    await reach({ town: 'Otley' })
    const hidden = [...before.document.querySelectorAll('main input[type=hidden]')].map((input) => [
      input.getAttribute('name') ?? '',
      input.getAttribute('value') ?? '',
    ])
    const page = await rosa.post(path, {
      ...Object.fromEntries(hidden),
      safe_to_ring: 'not_asked',
      town: 'Ilkley',
    })
    expect(page.status).toBe(409)
    expect(page.words).toContain('Ilkley')
    expect(page.words).toContain('Otley')
    expect(page.words).toContain('Not asked yet')
    expect(page.words).not.toContain('not_asked')
  })
})

const detail = (fields: Record<string, string>) =>
  rosa.send(`/people/${person}/details`, { given_name: 'Lee', family_name: 'Whitaker', ...fields })

describe('who somebody is', () => {
  it('is put right, and an interpreter stands in the safety bar', async () => {
    const page = await detail({ known_as: 'Lenny', interpreter: 'Polish', reading_needs: 'Large print' })
    expect(page.words).toContain('Lenny Whitaker')
    expect(page.document.querySelector('.tc-safety')?.textContent).toContain('Interpreter: Polish')
    expect((await rosa.search('lenny')).words).toContain('Lenny Whitaker')
  })

  it.each([
    [{ given_name: ' ' }, 'Enter the given name'],
    [{ 'birth-day': '31', 'birth-month': '2', 'birth-year': '1989' }, 'Enter a date that exists'],
    [{ 'birth-day': '1', 'birth-month': '1', 'birth-year': '2099' }, 'Enter a date of birth in the past'],
    [{ 'birth-day': '1', 'birth-month': '1', 'birth-year': '1901' }, 'nobody is that old'],
    [{ family_name: 'x'.repeat(10_000) }, 'Shorten this to 100 characters'],
  ])('is refused with what to enter: %j', async (fields, words) => {
    const page = await detail({ interpreter: 'Welsh', ...fields })
    expect(page.status).toBe(422)
    expect(errors(page)).toContain(words)
    expect(typedIn(page, 'interpreter')).toBe('Welsh')
  })

  it('keeps what another put right meanwhile, unless one says so', async () => {
    const before = await rosa.get(`/people/${person}/details`)
    const version = before.document.querySelector('[name=_version]')?.getAttribute('value') ?? ''
    await detail({ known_as: 'Lenny' })
    const stale = await rosa.send(`/people/${person}/details`, {
      given_name: 'Leigh',
      family_name: 'Whitaker',
      _version: version,
    })
    expect(stale.status).toBe(409)
    expect((await rosa.get(`/people/${person}`)).words).toContain('Lenny')
  })
})

describe('a safety flag', () => {
  const raise = (who: Visitor, fields: Record<string, string>) =>
    who.send(`/people/${person}/safety-flags/new`, fields)

  it('is raised for everybody to see, and taken down by whoever works with them', async () => {
    const up = await raise(rosa, { kind: 'allergy', detail: 'Penicillin' })
    expect(up.document.querySelector('.tc-safety')?.textContent).toContain('Allergy: Penicillin')
    const nadia = await visit(opened().house, 'nadia')
    const form = await nadia.get(`/people/${person}/safety-flags`)
    const flag = form.document.querySelector('[name=flag]')?.getAttribute('value') ?? ''
    const down = await nadia.send(`/people/${person}/safety-flags`, { flag })
    expect(down.words).toContain('is taken down')
    expect(down.document.querySelector('.tc-safety')?.textContent).not.toContain('Penicillin')
    expect(down.words).toContain('Safety flag taken down: allergy')
  })

  it.each([
    [{ kind: '' }, 'Choose which flag'],
    [{ kind: 'allergy', detail: '' }, 'Say in a few words'],
    [{ kind: 'allergy', detail: 'x'.repeat(200) }, 'Shorten this to 80 characters'],
  ])('is refused with what to enter: %j', async (fields, words) => {
    expect(errors(await raise(rosa, fields))).toContain(words)
  })

  it('that is up is not raised twice', async () => {
    await raise(rosa, { kind: 'acct_open', detail: '' })
    expect(errors(await raise(rosa, { kind: 'acct_open', detail: '' }))).toContain('is up already')
  })
})

describe('a number', () => {
  const add = (fields: Record<string, string>) => rosa.send(`/people/${person}/identifiers`, fields)

  it('is added where it fits', async () => {
    const page = await add({ kind: 'crn', value: `x1234${10 + count}` })
    expect(page.words).toContain(`CRN X1234${10 + count} added`)
    expect((await rosa.get(`/people/${person}/history`)).words).toContain(`X1234${10 + count}`)
  })

  it.each([
    [{ kind: 'nhs_number', value: '943 476 5918' }, 'Check the NHS number'],
    [{ kind: 'prison_number', value: 'A2011AA' }, 'A record has this number already'],
    [{ kind: 'nonsense', value: '1' }, 'Choose what kind of number'],
    [{ kind: 'crn', value: '' }, 'Enter the number'],
  ])('is refused with what to do: %j', async (fields, words) => {
    expect(errors(await add(fields))).toContain(words)
  })
})

const connect = (who: Visitor, number: string, more: Record<string, string> = {}) =>
  who.send('/people/connect', {
    number,
    'birth-day': '4',
    'birth-month': '3',
    'birth-year': '1989',
    ...more,
  })

describe('connecting with whoever holds a record', () => {
  it('tells which team to ring, and tells that team', async () => {
    const amira = await visit(opened().house, 'amira')
    const page = await connect(amira, `a20${10 + count}aa`, { ask: 'She comes to us on Monday' })
    expect(page.words).toContain('A record exists. Leeds recovery team holds it: ring 0113 496 0001')
    expect(page.words).not.toContain('Whitaker')
    expect((await amira.get(`/people/${person}`)).status).toBe(404)
    const told = await opened().house.database.intake(async ({ db }) => ({
      ok: true,
      value: await db
        .selectFrom('notice')
        .select(['kind', 'words'])
        .where('person_id', '=', person)
        .execute(),
    }))
    expect(told.ok && told.value).toEqual([
      {
        kind: 'connect',
        words: 'Amira Example, Bradford community service, asks to be involved: She comes to us on Monday',
      },
    ])
  })

  it('says of a restricted person only which number to ring', async () => {
    const { house } = opened()
    await house.database.intake(async (tx) => {
      await tx.db
        .insertInto('restriction')
        .values({ person_id: person, ring_number: '0113 496 0999', reason: 'test', restricted_at: tx.now })
        .execute()
      return { ok: true, value: null }
    })
    const page = await connect(await visit(house, 'wes'), `A20${10 + count}AA`)
    expect(page.words).toContain('A record exists. Ring 0113 496 0999.')
    expect(page.words).not.toContain('Leeds recovery')
    expect((await rosa.get(`/people/${person}`)).status).toBe(404)
  })

  it.each([
    [{ 'birth-year': '1990' }, 'No record fits both'],
    [{ 'birth-day': '31', 'birth-month': '2' }, 'Enter a date that exists'],
    [{ number: '943 476 5918' }, 'Check the NHS number'],
    [{ number: 'Whitaker' }, 'Enter a whole prison number'],
    [{ ask: 'x'.repeat(10_000) }, 'Shorten this to 500 characters'],
  ])('answers %j with what to do, and loses nothing', async (fields, words) => {
    const gail = await visit(opened().house, 'gail')
    const page = await connect(gail, `A20${10 + count}AA`, fields)
    expect(page.status).toBe(422)
    expect(errors(page)).toContain(words)
    expect(typedIn(page, 'birth-year')).not.toBe('')
  })

  it('may be asked ten times an hour', async () => {
    const isla = await visit(opened().house, 'isla')
    for (let times = 0; times < 10; times += 1) await connect(isla, 'A9999ZZ')
    expect(errors(await connect(isla, `A20${10 + count}AA`))).toContain(
      'You have asked 10 times within the hour',
    )
  })

  it('is not for those who are named for single people', async () => {
    const kev = await visit(opened().house, 'kev')
    expect((await kev.get('/people/connect')).status).toBe(403)
  })
})
