import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { arrive } from '../../test/support/arrivals.ts'
import { type Visited, type Visitor, visit } from '../../test/support/browse.ts'
import { mondayMorning, withHouse } from '../../test/support/house.ts'
import { buildTown, type Town } from '../../test/support/town.ts'
import { moves, takeOn } from './testing.ts'

const opened = withHouse()
let town: Town
let colin: Visitor
let amira: Visitor
let wes: Visitor

beforeAll(async () => {
  town = await buildTown(opened().house)
  colin = await visit(opened().house, 'colin')
  amira = await visit(opened().house, 'amira')
  wes = await visit(opened().house, 'wes')
})
beforeEach(async () => {
  opened().clock.set(mondayMorning)
  colin = await visit(opened().house, 'colin')
  amira = await visit(opened().house, 'amira')
})

let people = 0
const somebody = async (agreesToPassOn = true, release = '2026-11-26'): Promise<string> => {
  people += 1
  const personId = await arrive(opened().house, {
    givenName: 'Kim',
    familyName: `Reid${'abcdefghijklmnopqrstuvwxyz'[people]}`,
    confirmedRelease: release,
  })
  await takeOn(opened().house.database, {
    personId,
    serviceId: town.services.leeds,
    agreesToPassOn,
    substances: 'non_opiate',
  })
  return personId
}

const handoverOf = (page: Visited): string =>
  /\/handovers\/([0-9a-f-]{36})/.exec(page.html)?.[1] ?? `none on: ${page.words}`

const prepare = async (personId: string, basis = 'agreed_at_triage'): Promise<string> => {
  const opening = await colin.send(`/people/${personId}/handover/new`, {
    destination: 'Bradford',
    service: town.services.bradford,
  })
  const id = handoverOf(opening)
  await colin.send(`/handovers/${id}/what-goes`, { parts: 'recovery', ask: 'Please meet him at the gate.' })
  await colin.send(`/handovers/${id}/basis`, { basis })
  return id
}

const day = (date: string) => {
  const { day, month, year } = Temporal.PlainDate.from(date)
  return { 'day-day': `${day}`, 'day-month': `${month}`, 'day-year': `${year}` }
}

describe('a hand-over in the browser', () => {
  it('goes left to right, is seen, accepted, kept, and treatment starts', async () => {
    const { house, clock } = opened()
    const personId = await somebody()
    const id = await prepare(personId)
    expect((await amira.get(`/handovers/${id}`)).status).toBe(404)
    const check = await colin.get(`/handovers/${id}/check`)
    expect(check.words).toContain('Please meet him at the gate.')
    expect(check.words).toContain('They agreed at triage')
    expect(check.words).toContain('Other drugs, no opiates')
    const sent = await colin.send(`/handovers/${id}/check`, {})
    expect(sent.words).toContain('Sent to Bradford community service. They can see it now')
    expect(sent.words).toContain('not yet seen. They have until Wednesday 25 November.')

    clock.set(mondayMorning.add({ minutes: 17 }))
    const incoming = await amira.get('/handovers')
    expect(incoming.words).toMatch(/Kim Reid\w: hand-over to Bradford community service/)
    expect(incoming.words).toContain('Sent today, not yet seen. Answer due Wednesday 25 November')
    const waiting = (await amira.get('/today')).document.querySelector('section[aria-labelledby=to-answer]')
    expect(waiting?.textContent).toMatch(/From Leeds recovery team, sent today at \d\d:\d\d; leaves Thursday/)
    expect(waiting?.querySelector('a.tc-duties__do')?.getAttribute('href')).toMatch(`/handovers/${id}`)
    const theirs = await amira.get(`/handovers/${id}`)
    expect(theirs.words).toContain('Please meet him at the gate.')
    expect(theirs.words).toContain('Accept')
    expect((await colin.get(`/handovers/${id}`)).words).toContain('seen by Amira Example at 09:12')
    expect((await wes.get(`/handovers/${id}`)).status).toBe(404)

    const accepted = await amira.send(`/handovers/${id}/accept`, {})
    expect(accepted.words).toContain('Book the first appointment next')
    const narrow = await amira.get('/releases?days=28')
    expect(narrow.document.querySelector('.tc-print-only')?.textContent).toMatch(
      /^Leaving within 28 days\. Printed on/,
    )
    await amira.get('/releases?days=84')
    const main = accepted.document.querySelector('main a.govuk-button:not(.govuk-button--secondary)')
    expect(main?.textContent).toContain('Book the first appointment')
    const board = await amira.get('/releases')
    expect(board.document.querySelectorAll(`th a[href="/people/${personId}"]`)).toHaveLength(1)
    const tooSoon = await amira.send(`/handovers/${id}/appointment`, { ...day('2026-11-25'), time: '11:00' })
    expect(tooSoon.words).toContain('still in custody then')
    const booked = await amira.send(`/handovers/${id}/appointment`, {
      ...day('2026-11-30'),
      time: '11:00',
      place: '12 Manor Row',
    })
    expect(booked.words).toContain('day 4 after release. This is day 4 after release')
    await colin.send(`/handovers/${id}/appointment`, { ...day('2026-11-27'), time: '11:00' })

    clock.set(Temporal.Instant.from('2026-11-26T10:00:00Z'))
    await moves(house.database, personId, { type: 'release', at: clock.now(), establishment: 'LEI' })
    clock.set(Temporal.Instant.from('2026-11-27T12:00:00Z'))
    amira = await visit(house, 'amira')
    const out = (await amira.get('/today')).document.querySelector('section[aria-labelledby=untreated]')
    expect(out?.textContent).toContain(
      'Left yesterday, Thursday 26 November; treatment due Thursday 17 December',
    )
    const came = await amira.send(`/handovers/${id}/outcome`, { outcome: 'kept' })
    expect(came.words).toContain('Has treatment started for Kim Reid')
    const started = await amira.send(`/handovers/${id}/treatment`, {
      started: 'yes',
      kind: 'psychosocial',
      ...day('2026-11-27'),
    })
    expect(started.words).toContain('is in treatment with Bradford community service from today')
  })

  it('asks for an answer before they leave, also where they leave sooner than was said', async () => {
    const { clock } = opened()
    clock.set(mondayMorning)
    const personId = await somebody(true, '2026-12-18')
    const id = await prepare(personId)
    const sent = await colin.send(`/handovers/${id}/check`, {})
    expect(sent.words).toContain('They have until Monday 30 November.')
    clock.set(mondayMorning.add({ minutes: 5 }))
    const moved = await colin.send(`/people/${personId}/release-dates/new`, {
      type: 'CONF',
      stands: 'yes',
      'date-day': '26',
      'date-month': '11',
      'date-year': '2026',
      source: 'Custody office',
    })
    expect(moved.words).toContain('Thursday 26 November')
    expect((await colin.get(`/handovers/${id}`)).words).toContain('They have until Wednesday 25 November.')
    for (const [who, path] of [
      [amira, '/handovers'],
      [amira, '/today'],
      [colin, '/handovers'],
      [colin, '/today'],
    ] as const)
      expect((await who.get(path)).words.toLowerCase()).toContain('answer due wednesday 25 november')
  })

  it('sent twice goes once, and a form that is stale shows what stands now', async () => {
    const personId = await somebody()
    const id = await prepare(personId)
    const page = await colin.get(`/handovers/${id}/check`)
    const hidden = Object.fromEntries(
      [...page.document.querySelectorAll('main input[type=hidden]')].map((input) => [
        input.getAttribute('name') ?? '',
        input.getAttribute('value') ?? '',
      ]),
    )
    const stale = await colin.get(`/handovers/${id}/what-goes`)
    const [first, second] = [
      await colin.post(`/handovers/${id}/check`, hidden),
      await colin.post(`/handovers/${id}/check`, hidden),
    ]
    expect([first.status, second.status]).toEqual([303, 303])
    expect(second.location).toBe(first.location)
    const back = await colin.get(`/handovers/${id}/check`)
    expect(back.words).toContain('It is with Bradford community service, who have not answered yet')
    const field = (name: string) =>
      stale.document.querySelector(`main input[name=${name}]`)?.getAttribute('value') ?? ''
    const late = await colin.post(`/handovers/${id}/what-goes`, {
      _csrf: field('_csrf'),
      _idempotency_key: field('_idempotency_key'),
      _version: field('_version'),
      ask: 'Something else',
    })
    expect(late.status).toBe(422)
    expect(late.words).toContain('It has been sent. Withdraw it first to change it')
    expect(late.html).toContain('Something else')
  })

  it('two people preparing: the later is shown both', async () => {
    const personId = await somebody()
    const id = await prepare(personId)
    const fields = async () => {
      const page = await colin.get(`/handovers/${id}/what-goes`)
      return Object.fromEntries(
        [...page.document.querySelectorAll('main input[type=hidden]')].map((input) => [
          input.getAttribute('name') ?? '',
          input.getAttribute('value') ?? '',
        ]),
      )
    }
    const [mine, theirs] = [await fields(), await fields()]
    await colin.post(`/handovers/${id}/what-goes`, { ...mine, ask: 'The first words' })
    const conflict = await colin.post(`/handovers/${id}/what-goes`, { ...theirs, ask: 'The second words' })
    expect(conflict.status).toBe(409)
    expect(conflict.words).toContain('The first words')
    expect(conflict.words).toContain('The second words')
  })

  it('with no basis sends nothing, and says how they come themselves', async () => {
    const personId = await somebody(false)
    const id = await prepare(personId, 'none')
    const check = await colin.get(`/handovers/${id}/check`)
    expect(check.words).toContain('how to come themselves')
    expect(check.words).toContain('01274 496 003')
    const refused = await colin.send(`/handovers/${id}/check`, {})
    expect(refused.status).toBe(422)
    expect(refused.words).toContain('nothing is sent')
    expect((await amira.get(`/handovers/${id}`)).status).toBe(404)
  })

  it('declined: the suggested service is chosen already, and nobody was asked twice', async () => {
    const personId = await somebody()
    const id = await prepare(personId)
    await colin.send(`/handovers/${id}/check`, {})
    const why = await amira.send(`/handovers/${id}/decline`, {})
    expect(why.words).toContain('Say why you decline')
    const declined = await amira.send(`/handovers/${id}/decline`, {
      reason: 'area',
      instead: town.services.wakefield,
      words: 'He moves to his sister in Ossett.',
    })
    expect(declined.words).toContain('Declined.')
    const page = await colin.get(`/handovers/${id}`)
    expect(page.words).toContain('they will live outside our area. They suggest Wakefield')
    const step = await colin.get(`/handovers/${id}/to-whom`)
    expect(step.document.querySelector('input[name=service][checked]')?.getAttribute('value')).toBe(
      town.services.wakefield,
    )
    await colin.send(`/handovers/${id}/to-whom`, { destination: 'Ossett', service: town.services.wakefield })
    await colin.send(`/handovers/${id}/basis`, { basis: 'agreed_now', agreed_how: 'spoken' })
    await colin.send(`/handovers/${id}/check`, {})
    expect((await wes.get(`/handovers/${id}`)).words).toContain('Accept')
    const again = await amira.send(`/handovers/${id}/accept`, {})
    expect(again.status).toBeGreaterThanOrEqual(400)
  })

  it('messages go both ways', async () => {
    const personId = await somebody()
    const id = await prepare(personId)
    await colin.send(`/handovers/${id}/check`, {})
    await amira.send(`/handovers/${id}/message`, { words: 'Which pharmacy?' })
    await colin.send(`/handovers/${id}/message`, { words: 'Market Street.' })
    const page = await amira.get(`/handovers/${id}`)
    expect(page.words).toContain('Which pharmacy?')
    expect(page.words).toContain('Market Street.')
  })

  it('taken back: they see nothing more of it to answer', async () => {
    const personId = await somebody()
    const id = await prepare(personId)
    await colin.send(`/handovers/${id}/check`, {})
    const back = await colin.send(`/handovers/${id}/withdraw`, { words: 'Wrong town' })
    expect(back.words).toContain('Withdrawn from Bradford')
    expect((await amira.get(`/handovers/${id}`)).words).not.toContain('Accept the')
    expect((await amira.send(`/handovers/${id}/accept`, {})).status).toBe(409)
  })
})

describe('the release pack', () => {
  it('asks whom one told where there is nowhere to sleep', async () => {
    const personId = await somebody()
    const nowhere = await colin.send(`/people/${personId}/accommodation`, { where: 'none' })
    expect(nowhere.words).toContain('Say whom you told')
    const known = await colin.send(`/people/${personId}/accommodation`, {
      where: 'hostel',
      words: 'St George',
    })
    expect(known.html).toContain('hostel')
  })

  it.each(['2026-02-31', '0000-01-01', '9999-12-31'])(
    'keeps words that look like a day and are none, and the person’s page stays: %s',
    async (words) => {
      const personId = await somebody()
      await colin.send(`/people/${personId}/accommodation`, { where: 'hostel', words })
      const page = await colin.get(`/people/${personId}`)
      expect(page.status).toBe(200)
      expect(page.words).toContain(words)
    },
  )

  it('shows the days without medicine', async () => {
    const personId = await somebody()
    const nadia = await visit(opened().house, 'nadia')
    const form = { medicine: 'Methadone 40 ml', prescriber: 'Dr Example', pharmacy: 'Market Street' }
    const dates = { 'last-day': '26', 'last-month': '11', 'last-year': '2026' }
    const wrong = await nadia.send(`/people/${personId}/medicines-bridge`, {
      ...form,
      ...dates,
      'next-day': '25',
      'next-month': '11',
      'next-year': '2026',
    })
    expect(wrong.words).toContain('The next dose comes after the last one')
    const done = await nadia.send(`/people/${personId}/medicines-bridge`, {
      ...form,
      ...dates,
      'next-day': '29',
      'next-month': '11',
      'next-year': '2026',
    })
    expect(done.html).toContain('2 days without medicine')
    expect((await colin.get(`/people/${personId}/medicines-bridge`)).status).toBe(403)
  })

  it('keeps overdose advice for the last week', async () => {
    const [soon, later] = [await somebody(), await somebody(true, '2027-02-01')]
    const early = await colin.send(`/people/${later}/overdose-advice`, {})
    expect(early.words).toContain('more than 7 days')
    const done = await colin.send(`/people/${soon}/overdose-advice`, {})
    expect(done.html).toContain('Overdose advice to Kim')
  })
})

describe('after they left', () => {
  const leave = (personId: string, type: 'release' | 'death', reasonKnown = true) =>
    moves(opened().house.database, personId, {
      type,
      reasonKnown,
      at: opened().clock.now(),
      establishment: 'LEI',
    })

  it('the call sheet finishes the essentials on one page', async () => {
    const personId = await somebody()
    await leave(personId, 'release')
    const page = await colin.get(`/people/${personId}/call-sheet`)
    expect(page.words).toContain('They were not asked whom it is safe to ring')
    const sent = await colin.send(`/people/${personId}/call-sheet`, {
      outcome: 'no_answer',
      words: 'Last dose this morning.',
      service: town.services.bradford,
      basis: 'agreed_at_triage',
    })
    expect(sent.words).toContain('no answer. Sent to Bradford community service')
    expect((await amira.get('/handovers')).words).toContain('Kim Reid')
  })

  it('calls are counted by day, and the team leader closes', async () => {
    const personId = await somebody()
    await leave(personId, 'release')
    opened().clock.set(mondayMorning.add({ hours: 24 * 9 }))
    colin = await visit(opened().house, 'colin')
    const before = await colin.get(`/people/${personId}/follow-up`)
    expect(before.words).toContain('The call of day 7,')
    const page = await colin.send(`/people/${personId}/follow-up`, { outcome: 'no_answer', mode: 'phone' })
    expect(page.words).toContain('Day 9 of 21')
    expect(page.words).not.toContain('still to be made')
    expect(page.words).toContain('Day 9, today: no answer, Colin Example')
    const tessa = await visit(opened().house, 'tessa')
    const closed = await tessa.send(`/people/${personId}/follow-up/close`, { why: 'Moved abroad' })
    expect(closed.html).toContain('closed. Nobody rings any more')
    expect((await colin.get(`/people/${personId}/follow-up/close`)).status).toBe(403)
  })

  it.each([
    ['have died', 'death', true, 'They have died'],
    ['left for a reason nobody knows', 'release', false, 'We do not know why they left'],
  ] as const)('nobody is offered a call where they %s', async (_name, type, known, words) => {
    const personId = await somebody()
    await leave(personId, type, known)
    for (const path of ['follow-up', 'call-sheet']) {
      const page = await colin.get(`/people/${personId}/${path}`)
      expect(page.words).toContain(words)
      expect(page.document.querySelector('main form')).toBeNull()
    }
  })
})
