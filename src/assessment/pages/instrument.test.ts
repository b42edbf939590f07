import { beforeAll, describe, expect, it } from 'vitest'
import { type Visitor, visit } from '../../../test/support/browse.ts'
import { mondayMorning, withHouse } from '../../../test/support/house.ts'
import { buildTown } from '../../../test/support/town.ts'
import { acceptedTriage, leeWhitaker, lookInto, owedTo, quietScreen } from '../testing.ts'

const opened = withHouse()
let rosa: Visitor
let nadia: Visitor

beforeAll(async () => {
  await buildTown(opened().house)
  rosa = await visit(opened().house, 'rosa')
  nadia = await visit(opened().house, 'nadia')
})

const at = (id: string, page = ''): string => `/people/${id}/assessments${page}`

const gad = (answer: string) => Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((nth) => [`gad_${nth}`, answer]))
const phq = (answer: string) =>
  Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8, 9].map((nth) => [`phq_${nth}`, answer]))

const factsOf = (id: string) =>
  lookInto(opened(), (db) =>
    db
      .selectFrom('fact')
      .selectAll()
      .where('person_id', '=', id)
      .where('kind', 'in', ['instrument_scored', 'top_recorded'])
      .orderBy('id')
      .execute(),
  )

describe('an instrument', () => {
  it('is recorded with its version, the time asked about and its score', async () => {
    const id = await leeWhitaker(opened())
    const done = await rosa.send(at(id, '/new/gad_7'), gad('more_than_half'))
    expect(done.words).toContain('GAD-7 of Lee Whitaker recorded: 14 of 21, moderate.')
    expect(done.words).toContain('14 of 21, moderate, 23 November 2026')
    const [fact] = await factsOf(id)
    expect(fact).toMatchObject({
      class: 'recovery',
      answers: { instrument: 'gad_7', version: '1', where: 'custody', window: 'the last 2 weeks' },
      reading: { instrument: 'gad_7', total: 14, safetyConcern: false },
    })
    const record = await rosa.get(`/people/${id}/records/${fact?.id}`)
    expect(record.words).toContain('Feeling afraid as if something awful might happen')
    expect(record.words).toContain('14 of 21, moderate')
  })

  it('shows whose it is', async () => {
    const id = await leeWhitaker(opened())
    expect((await rosa.get(at(id, '/new/audit'))).words).toContain('© World Health Organization')
    expect((await rosa.get(at(id, '/top/start'))).words).toContain('Open Government Licence')
    expect((await rosa.get(at(id, '/top/start'))).words).toContain('About the four weeks before custody')
  })

  it('comes within 60 kB, also the longest forms', async () => {
    const id = await leeWhitaker(opened())
    for (const page of [at(id, '/top/start'), at(id, '/new/audit'), `/people/${id}/risk/plan`]) {
      const { html } = await rosa.get(page)
      expect([page, Buffer.byteLength(html) < 60_000]).toEqual([page, true])
    }
  })

  it('may be left unfinished, but not empty', async () => {
    const id = await leeWhitaker(opened())
    expect((await rosa.send(at(id, '/new/gad_7'), {})).words).toContain('Answer at least one question')
    const done = await rosa.send(at(id, '/new/gad_7'), { gad_1: 'not_at_all' })
    expect(done.words).toContain('Not scored: 6 answers are missing')
  })

  it('does not ask again what the arrival screen asked', async () => {
    const id = await leeWhitaker(opened())
    await rosa.send(`/people/${id}/arrival-screen`, {
      ...quietScreen,
      audit_1: '4_week',
      audit_2: '10+',
      audit_3: 'daily',
    })
    const page = await rosa.get(at(id, '/new/audit'))
    expect(page.words).toContain(
      'Known from the arrival screen, today: its answers are filled in. Still right?',
    )
    expect(page.document.querySelector('[name=audit_1][checked]')?.getAttribute('value')).toBe('4_week')
    expect(page.document.querySelector('[name=audit_4][checked]')).toBeNull()
  })

  it('is put right by a later record, and the earlier stays readable', async () => {
    const id = await leeWhitaker(opened())
    await rosa.send(at(id, '/new/gad_7'), gad('not_at_all'))
    const [first] = await factsOf(id)
    const again = await rosa.get(at(id, `/new/gad_7?amends=${first?.id}`))
    expect(again.document.querySelector('[name=gad_1][checked]')?.getAttribute('value')).toBe('not_at_all')
    await rosa.send(at(id, `/new/gad_7?amends=${first?.id}`), { ...gad('not_at_all'), gad_7: 'several_days' })
    const [, second] = await factsOf(id)
    expect(second?.amends).toBe(first?.id)
    const record = await rosa.get(`/people/${id}/records/${second?.id}`)
    expect(record.words).toContain('1 of 21, minimal')
    expect(record.words).toContain('As it was written before')
    expect((await rosa.get(at(id))).words).not.toContain('0 of 21')
  })

  it('is not taken for another: neither by its address nor by its version', async () => {
    const id = await leeWhitaker(opened())
    const sent = await rosa.send(at(id, '/new/gad_7'), { ...phq('not_at_all'), instrument: 'phq_9' })
    expect(sent.status).toBe(404)
    expect((await rosa.send(at(id, '/new/gad_7'), { ...gad('not_at_all'), version: '9' })).status).toBe(422)
    expect((await rosa.get(at(id, '/new/outcomes_star'))).status).toBe(404)
    expect(await factsOf(id)).toEqual([])
  })
})

describe('PHQ-9 item 9', () => {
  it('asks what was done before anything else, whatever the total', async () => {
    const id = await leeWhitaker(opened())
    const next = await rosa.send(at(id, '/new/phq_9'), { ...phq('not_at_all'), phq_9: 'several_days' })
    expect(next.words).toContain('What was done to make Lee Whitaker safe')
    expect(next.words).toContain('thoughts of self-harm or suicide')
    expect(next.html).toContain('data-must-be-sent')
    expect((await owedTo(opened(), id)).immediate_safety).toBe('owed')
    await rosa.send(`/people/${id}/safety-response`, { told: 'wing', acct: 'opened', seen_by: 'officer' })
    expect((await owedTo(opened(), id)).immediate_safety).toBe('met')
  })

  it('asks nothing where it is 0, however low the mood', async () => {
    const id = await leeWhitaker(opened())
    const next = await rosa.send(at(id, '/new/phq_9'), { ...phq('nearly_every_day'), phq_9: 'not_at_all' })
    expect(next.words).toContain('24 of 27, severe')
    expect((await owedTo(opened(), id)).immediate_safety).toBeUndefined()
  })
})

describe('withdrawal scales', () => {
  it('are taken by clinical staff, and stay in the clinical record', async () => {
    const id = await leeWhitaker(opened())
    expect((await rosa.get(at(id, '/new/cows'))).status).toBe(404)
    const done = await nadia.send(at(id, '/new/cows'), { total: '13', taken_by: 'Nadia' })
    expect(done.words).toContain('COWS of Lee Whitaker recorded: 13 of 48, moderate.')
    expect((await factsOf(id))[0]).toMatchObject({ class: 'clinical', answers: { taken_by: 'Nadia' } })
    expect((await rosa.get(at(id))).words).not.toContain('COWS')
    expect((await rosa.get(at(id, '/change/cows'))).words).toContain('Not taken yet')
    expect((await nadia.send(at(id, '/new/cows'), { total: '49', taken_by: 'Nadia' })).words).toContain(
      'enter a whole number from 0 to 48',
    )
    expect((await nadia.get(at(id, '/new/phq_9'))).status).toBe(404)
  })
})

describe('TOP', () => {
  const weeks = (name: string, ...days: string[]) =>
    Object.fromEntries(days.map((value, index) => [`${name}-${4 - index}`, value]))

  it('adds up four weeks, and meets what is owed at the start', async () => {
    const id = await leeWhitaker(opened())
    await rosa.send(`/people/${id}/arrival-screen`, { ...quietScreen, used: 'opioids' })
    await rosa.send(`/people/${id}/triage`, acceptedTriage)
    await rosa.send(`/people/${id}/treatment/start`, {
      kind: 'psychosocial',
      'day-day': '23',
      'day-month': '11',
      'day-year': '2026',
    })
    expect((await owedTo(opened(), id)).top_start).toBe('owed')
    const wrong = await rosa.send(at(id, '/top/start'), weeks('top_opiates', '7', '8', '7', '7'))
    expect(wrong.words).toContain('enter the days of each week, from 0 to 7')
    await rosa.send(at(id, '/top/start'), {
      ...weeks('top_opiates', '7', '7', '6', '4'),
      top_psychological: '8',
    })
    expect((await owedTo(opened(), id)).top_start).toBe('met')
    const [fact] = await factsOf(id)
    expect(fact).toMatchObject({
      kind: 'top_recorded',
      reading: { stage: 'start' },
      answers: { stage: 'start', window: 'the four weeks before custody', top_opiates: ['7', '7', '6', '4'] },
    })
    expect((await rosa.get(`/people/${id}/records/${fact?.id}`)).words).toContain(
      '24 of 28 days (7, 7, 6, 4)',
    )
  })

  it('is laid out over time: a picture, and the same figures in a table', async () => {
    const { clock } = opened()
    const id = await leeWhitaker(opened())
    await rosa.send(at(id, '/top/start'), { ...weeks('top_crack', '3', '3', '3', '3'), top_life: '6' })
    clock.set(mondayMorning.add({ hours: 24 * 60 }))
    const later = await visit(opened().house, 'rosa')
    await later.send(at(id, '/top/review'), { ...weeks('top_crack', '1', '0', '0', '1'), top_life: '11' })
    const page = await later.get(at(id, '/change/top'))
    expect(page.words).toMatch(/Crack ?12 ?2 ?10 lower/)
    expect(page.words).toMatch(/Overall quality of life ?6 ?11 ?5 higher/)
    expect(page.words).not.toMatch(/reliabl/i)
    const chart = await later.get(at(id, '/change/top/chart.svg'))
    expect(chart.status).toBe(200)
    expect(chart.html).toContain('<svg')
    expect(chart.html).toContain('Crack')
    clock.set(mondayMorning)
  })

  it('has AUDIT-C of the arrival screen too, in the version that it was asked in, and says where it was answered', async () => {
    const { clock } = opened()
    const id = await leeWhitaker(opened())
    const drinks = { audit_1: '2-4_month', audit_2: '1-2', audit_3: 'never' }
    await rosa.send(`/people/${id}/arrival-screen`, { ...quietScreen, ...drinks })
    clock.set(mondayMorning.add({ hours: 24 * 60 }))
    const later = await visit(opened().house, 'rosa')
    await later.send(at(id, '/new/audit_c'), { ...drinks, audit_1: 'never' })
    const page = await later.get(at(id, '/change/audit_c'))
    expect(page.words).toMatch(/In the arrival screen, AUDIT-C version 1.*By itself, AUDIT-C version 1/)
    clock.set(mondayMorning)
  })
})
