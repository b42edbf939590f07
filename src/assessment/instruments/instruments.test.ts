import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeFact } from '../describe-fact.ts'
import { arrivalScreen } from '../forms/arrival-screen.ts'
import type { Answers } from '../model.ts'
import { audit, auditC } from './audit.ts'
import { barc10 } from './barc-10.ts'
import { fillInOf, keptWith, readingOf } from './fill-in.ts'
import { instrumentById, instruments } from './index.ts'
import { type Instrument, type Item, itemsOf } from './instrument.ts'
import { gad7, phq9 } from './mood.ts'
import { bandOf, scoreOf, tellsOfDanger } from './score.ts'
import { dudit, ldq, sadq, sds } from './score-entry.ts'
import { top } from './top.ts'
import { ciwa, cows, dast10, sure } from './total-only.ts'
import { scoreWords } from './words.ts'

/** Answers by their position on the form: the nth option of the nth item, null where it is left. */
const chosen = (
  instrument: Instrument,
  positions: readonly (number | null)[],
  beside: Answers = {},
): Answers => ({
  ...beside,
  ...Object.fromEntries(
    itemsOf(instrument).flatMap((item, index) => {
      const position = positions[index]
      if (item.asks !== 'choice' || position === null || position === undefined) return []
      return [[item.name, item.options[position]?.value ?? 'none']]
    }),
  ),
})

const times = (count: number, position: number): readonly number[] =>
  Array.from({ length: count }, () => position)

/** Each line worked out by hand on the paper form: positions of the answers → total and band. */
const byHand: readonly (readonly [
  string,
  Instrument,
  readonly (number | null)[],
  Answers,
  number,
  string | null,
])[] = [
  // AUDIT: 4+3+0+0+0+0+0+0 and no, no
  ['AUDIT 7', audit, [4, 3, 0, 0, 0, 0, 0, 0, 0, 0], {}, 7, 'low risk'],
  ['AUDIT 8', audit, [4, 3, 1, 0, 0, 0, 0, 0, 0, 0], {}, 8, 'increasing risk'],
  // 4+4+4+3 = 15
  ['AUDIT 15', audit, [4, 4, 4, 3, 0, 0, 0, 0, 0, 0], {}, 15, 'increasing risk'],
  ['AUDIT 16', audit, [4, 4, 4, 4, 0, 0, 0, 0, 0, 0], {}, 16, 'higher risk'],
  ['AUDIT 19', audit, [4, 4, 4, 4, 3, 0, 0, 0, 0, 0], {}, 19, 'higher risk'],
  // the last two count 0, 2 or 4: 4+4+4+4+0+0+0+0+2+2 = 20
  ['AUDIT 20', audit, [4, 4, 4, 4, 0, 0, 0, 0, 1, 1], {}, 20, 'possible dependence'],
  ['AUDIT 40', audit, [4, 4, 4, 4, 4, 4, 4, 4, 2, 2], {}, 40, 'possible dependence'],
  // who never drinks is not asked 2 to 8, and counts only the last two
  [
    'AUDIT of somebody who never drinks',
    audit,
    [0, null, null, null, null, null, null, null, 1, 0],
    {},
    2,
    'low risk',
  ],
  ['AUDIT-C 0', auditC, [0, null, null], {}, 0, 'below the line of 5'],
  ['AUDIT-C 4', auditC, [3, 1, 0], {}, 4, 'below the line of 5'],
  ['AUDIT-C 5', auditC, [3, 2, 0], {}, 5, 'go on to the whole AUDIT'],
  ['AUDIT-C 12', auditC, [4, 4, 4], {}, 12, 'go on to the whole AUDIT'],
  ['PHQ-9 0', phq9, times(9, 0), {}, 0, 'minimal'],
  ['PHQ-9 4', phq9, [1, 1, 1, 1, 0, 0, 0, 0, 0], {}, 4, 'minimal'],
  ['PHQ-9 5', phq9, [2, 1, 1, 1, 0, 0, 0, 0, 0], {}, 5, 'mild'],
  ['PHQ-9 9', phq9, times(9, 1), {}, 9, 'mild'],
  ['PHQ-9 10', phq9, [2, 1, 1, 1, 1, 1, 1, 1, 1], {}, 10, 'moderate'],
  ['PHQ-9 14', phq9, [2, 2, 2, 2, 2, 1, 1, 1, 1], {}, 14, 'moderate'],
  ['PHQ-9 15', phq9, [3, 2, 2, 2, 2, 1, 1, 1, 1], {}, 15, 'moderately severe'],
  ['PHQ-9 19', phq9, [3, 2, 2, 2, 2, 2, 2, 2, 2], {}, 19, 'moderately severe'],
  ['PHQ-9 20', phq9, [3, 3, 2, 2, 2, 2, 2, 2, 2], {}, 20, 'severe'],
  ['PHQ-9 27', phq9, times(9, 3), {}, 27, 'severe'],
  ['GAD-7 4', gad7, [3, 1, 0, 0, 0, 0, 0], {}, 4, 'minimal'],
  ['GAD-7 5', gad7, [3, 2, 0, 0, 0, 0, 0], {}, 5, 'mild'],
  ['GAD-7 9', gad7, [3, 3, 3, 0, 0, 0, 0], {}, 9, 'mild'],
  ['GAD-7 10', gad7, [3, 3, 3, 1, 0, 0, 0], {}, 10, 'moderate'],
  ['GAD-7 14', gad7, times(7, 2), {}, 14, 'moderate'],
  ['GAD-7 15', gad7, [3, 2, 2, 2, 2, 2, 2], {}, 15, 'severe'],
  ['GAD-7 21', gad7, times(7, 3), {}, 21, 'severe'],
  ['BARC-10 10, outside', barc10, times(10, 0), { where: 'community' }, 10, 'below 47'],
  // 6 × 5 + 4 × 4 = 46
  ['BARC-10 46, outside', barc10, [...times(6, 4), ...times(4, 3)], { where: 'community' }, 46, 'below 47'],
  // 7 × 5 + 3 × 4 = 47
  [
    'BARC-10 47, outside',
    barc10,
    [...times(7, 4), ...times(3, 3)],
    { where: 'community' },
    47,
    '47 or more: likely to stay in recovery',
  ],
  ['BARC-10 60 in custody is held against no line', barc10, times(10, 5), { where: 'custody' }, 60, null],
  ['SDS 4, heroin', sds, [1, 1, 1, 1, 0], { substance: 'heroin' }, 4, 'below the line of 5'],
  ['SDS 5, heroin', sds, times(5, 1), { substance: 'heroin' }, 5, '5 or more: dependence likely'],
  ['SDS 2, cannabis', sds, [1, 1, 0, 0, 0], { substance: 'cannabis' }, 2, 'below the line of 3'],
  ['SDS 3, cannabis', sds, [1, 1, 1, 0, 0], { substance: 'cannabis' }, 3, '3 or more: dependence likely'],
  ['SDS 2, cocaine', sds, [1, 1, 0, 0, 0], { substance: 'cocaine' }, 2, 'below the line of 3'],
  ['SDS 3, cocaine', sds, [1, 1, 1, 0, 0], { substance: 'cocaine' }, 3, '3 or more: dependence likely'],
  ['SDS 3, amphetamine', sds, [1, 1, 1, 0, 0], { substance: 'amphetamine' }, 3, 'below the line of 4'],
  [
    'SDS 4, amphetamine',
    sds,
    [1, 1, 1, 1, 0],
    { substance: 'amphetamine' },
    4,
    '4 or more: dependence likely',
  ],
  ['SDS 15, of something without a line', sds, times(5, 3), { substance: 'other' }, 15, null],
  ['DUDIT 5, a man', dudit, [4, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0], { sex: 'M' }, 5, 'below the line of 6'],
  ['DUDIT 6, a man', dudit, [4, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0], { sex: 'M' }, 6, 'drug-related problems'],
  ['DUDIT 1, a woman', dudit, [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], { sex: 'F' }, 1, 'below the line of 2'],
  // the last two count 0, 2 or 4
  ['DUDIT 2, a woman', dudit, [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0], { sex: 'F' }, 2, 'drug-related problems'],
  ['DUDIT 24, a man', dudit, [4, 4, 4, 4, 4, 4, 0, 0, 0, 0, 0], { sex: 'M' }, 24, 'drug-related problems'],
  ['DUDIT 25', dudit, [4, 4, 4, 4, 4, 4, 1, 0, 0, 0, 0], { sex: 'M' }, 25, 'dependence likely'],
  ['DUDIT 44', dudit, [...times(9, 4), 2, 2], { sex: 'F' }, 44, 'dependence likely'],
  ['DUDIT 10 where no sex is recorded', dudit, [4, 4, 2, 0, 0, 0, 0, 0, 0, 0, 0], {}, 10, null],
  ['LDQ 9', ldq, [3, 3, 3, 0, 0, 0, 0, 0, 0, 0], {}, 9, 'low'],
  ['LDQ 10', ldq, times(10, 1), {}, 10, 'between low and moderate: the source leaves 10 out'],
  ['LDQ 11', ldq, [2, ...times(9, 1)], {}, 11, 'moderate'],
  ['LDQ 20', ldq, times(10, 2), {}, 20, 'moderate'],
  ['LDQ 21', ldq, [3, ...times(9, 2)], {}, 21, 'severe'],
  ['LDQ 30', ldq, times(10, 3), {}, 30, 'severe'],
  // two missing: 8 answers of 2 have the mean 2, so 20 of 30
  ['LDQ with two missing', ldq, [...times(8, 2), null, null], {}, 20, 'moderate'],
  // 9 answers add up to 13, mean 1.444…, times 10 is 14.4
  ['LDQ with one missing', ldq, [3, 3, 1, 1, 1, 1, 1, 1, 1, null], {}, 14, 'moderate'],
  ['SADQ 15', sadq, [...times(5, 3), ...times(15, 0)], {}, 15, 'mild'],
  [
    'SADQ 16',
    sadq,
    [...times(5, 3), 1, ...times(14, 0)],
    {},
    16,
    'moderate: medicine for withdrawal is likely to be needed',
  ],
  [
    'SADQ 30',
    sadq,
    [...times(10, 3), ...times(10, 0)],
    {},
    30,
    'moderate: medicine for withdrawal is likely to be needed',
  ],
  ['SADQ 31', sadq, [...times(10, 3), 1, ...times(9, 0)], {}, 31, 'severe'],
  ['SADQ 60', sadq, times(20, 3), {}, 60, 'severe'],
]

describe('worked by hand', () => {
  it.each(byHand)('%s', (_what, instrument, positions, beside, total, band) => {
    const score = scoreOf(instrument, chosen(instrument, positions, beside))
    expect({ total: score.total, band: score.band }).toEqual({ total, band })
  })

  it('has a case for every instrument that is added up', () => {
    const added = instruments.filter(({ total }) => total.rule === 'sum').map(({ id }) => id)
    expect([...new Set(byHand.map(([, { id }]) => id))].sort()).toEqual(added.sort())
  })
})

const typed: readonly (readonly [string, Instrument, number, Answers, string | null])[] = [
  ['DAST-10 0', dast10, 0, {}, 'none'],
  ['DAST-10 1', dast10, 1, {}, 'low'],
  ['DAST-10 2', dast10, 2, {}, 'low'],
  ['DAST-10 3', dast10, 3, {}, 'moderate'],
  ['DAST-10 5', dast10, 5, {}, 'moderate'],
  ['DAST-10 6', dast10, 6, {}, 'substantial'],
  ['DAST-10 8', dast10, 8, {}, 'substantial'],
  ['DAST-10 9', dast10, 9, {}, 'severe'],
  ['DAST-10 10', dast10, 10, {}, 'severe'],
  ['SURE 21', sure, 21, {}, null],
  ['SURE 63', sure, 63, {}, null],
  ['COWS 4', cows, 4, {}, 'below mild'],
  ['COWS 5', cows, 5, {}, 'mild'],
  ['COWS 12', cows, 12, {}, 'mild'],
  ['COWS 13', cows, 13, {}, 'moderate'],
  ['COWS 24', cows, 24, {}, 'moderate'],
  ['COWS 25', cows, 25, {}, 'moderately severe'],
  ['COWS 36', cows, 36, {}, 'moderately severe'],
  ['COWS 37', cows, 37, {}, 'severe'],
  ['CIWA-Ar 9', ciwa, 9, { bands: '10_19' }, 'mild'],
  ['CIWA-Ar 10', ciwa, 10, { bands: '10_19' }, 'moderate'],
  ['CIWA-Ar 18', ciwa, 18, { bands: '10_19' }, 'moderate'],
  ['CIWA-Ar 19', ciwa, 19, { bands: '10_19' }, 'severe'],
  ['CIWA-Ar 7, by the other bands', ciwa, 7, { bands: '8_15' }, 'mild'],
  ['CIWA-Ar 8, by the other bands', ciwa, 8, { bands: '8_15' }, 'moderate'],
  ['CIWA-Ar 14, by the other bands', ciwa, 14, { bands: '8_15' }, 'moderate'],
  ['CIWA-Ar 15, by the other bands', ciwa, 15, { bands: '8_15' }, 'severe'],
  ['CIWA-Ar 40, by bands of their own', ciwa, 40, { bands: 'own' }, null],
]

describe('totals that are typed', () => {
  it.each(typed)('%s', (_what, instrument, total, beside, band) => {
    const score = scoreOf(instrument, { ...beside, total: String(total) })
    expect({ total: score.total, band: score.band }).toEqual({ total, band })
  })

  it('has a case for every such instrument', () => {
    const ids = instruments.filter(({ total }) => total.rule === 'typed').map(({ id }) => id)
    expect([...new Set(typed.map(([, { id }]) => id))].sort()).toEqual(ids.sort())
  })
})

describe('a missing answer', () => {
  const strict = instruments.filter(({ total }) => total.rule === 'sum' && total.spare === 0)
  it.each(strict.map((instrument) => [instrument.name, instrument] as const))(
    'leaves %s without a total, and says how many are missing',
    (_name, instrument) => {
      const whole = itemsOf(instrument).map(() => 1)
      const score = scoreOf(instrument, chosen(instrument, [...whole.slice(0, -1), null]))
      expect(score).toMatchObject({ total: null, band: null, missing: 1, prorated: false })
      expect(scoreWords(instrument, score)).toBe('Not scored: 1 answer is missing')
    },
  )

  it('is put at the mean of the others by LDQ, up to two and no more', () => {
    const two = scoreOf(ldq, chosen(ldq, [...times(8, 2), null, null]))
    expect(scoreWords(ldq, two)).toBe('20 of 30, moderate, 2 missing, put at the mean of the others')
    expect(scoreOf(ldq, chosen(ldq, [...times(7, 2), null, null, null])).total).toBeNull()
  })
})

it('gives SADQ its five blocks', () => {
  const answers = chosen(sadq, [...times(4, 3), ...times(4, 2), ...times(4, 1), ...times(4, 0), 1, 1, 0, 0])
  expect(scoreOf(sadq, answers).subscales.map(({ total }) => total)).toEqual([12, 8, 4, 0, 2])
})

it('reverses an item that runs the other way', () => {
  const turned: Instrument = { ...sds, total: { rule: 'sum', spare: 0, reversed: ['sds_1'] } }
  expect(scoreOf(turned, chosen(turned, [3, 0, 0, 0, 0])).total).toBe(0)
  expect(scoreOf(turned, chosen(turned, [0, 0, 0, 0, 0])).total).toBe(3)
})

describe('whatever is answered', () => {
  const answer = (item: Item) =>
    item.asks === 'choice' ? fc.constantFrom(...item.options.map(({ value }) => value)) : fc.constant('')
  const added = instruments.filter(({ total }) => total.rule === 'sum')

  it.each(added.map((instrument) => [instrument.name, instrument] as const))(
    '%s stays in its range, and reaches both ends',
    (_name, instrument) => {
      const items = itemsOf(instrument)
      const all = fc.tuple(...items.map(answer))
      fc.assert(
        fc.property(all, (given) => {
          const answers = Object.fromEntries(items.map(({ name }, index) => [name, given[index] ?? '']))
          const { total } = scoreOf(instrument, answers)
          expect(total).toBeGreaterThanOrEqual(instrument.range?.least ?? 0)
          expect(total).toBeLessThanOrEqual(instrument.range?.most ?? 0)
        }),
      )
      const end = (position: (item: Item) => number) =>
        scoreOf(instrument, chosen(instrument, items.map(position))).total
      expect(end(() => 0)).toBe(instrument.range?.least)
      expect(end((item) => (item.asks === 'choice' ? item.options.length - 1 : 0))).toBe(
        instrument.range?.most,
      )
    },
  )

  it('a missing answer never lowers the mark of danger: PHQ-9 item 9 decides alone', () => {
    const others = fc.array(fc.option(fc.integer({ min: 0, max: 3 })), { minLength: 8, maxLength: 8 })
    fc.assert(
      fc.property(others, fc.option(fc.integer({ min: 0, max: 3 })), (eight, ninth) => {
        const answers = chosen(phq9, [...eight, ninth])
        expect(tellsOfDanger(phq9, answers)).toBe(ninth !== null && ninth > 0)
      }),
    )
  })

  it('bands are told from the highest down', () => {
    for (const { bands } of instruments) {
      const starts = bands.map(({ from }) => from)
      expect(starts).toEqual(starts.toSorted((a, b) => b - a))
    }
    expect(bandOf(auditC, 5)).toBe('go on to the whole AUDIT')
  })
})

describe('what the licence table allows', () => {
  it('ships these in full, and no other', () => {
    const full = instruments.filter(({ shipped }) => shipped === 'in full').map(({ id }) => id)
    expect(full.sort()).toEqual(['audit', 'audit_c', 'barc_10', 'gad_7', 'phq_9', 'top'])
  })

  it('ships these by labels of our own, and the rest as a total', () => {
    const entry = instruments.filter(({ shipped }) => shipped === 'score entry')
    expect(entry.map(({ id }) => id).sort()).toEqual(['dudit', 'ldq', 'sadq', 'sds'])
    for (const item of entry.flatMap(itemsOf)) expect(item.text.length).toBeLessThan(40)
    for (const { parts } of instruments.filter(({ shipped }) => shipped === 'total only'))
      expect(parts).toEqual([])
    expect(instruments.some(({ name }) => /star/i.test(name))).toBe(false)
  })

  it('leaves withdrawal scales to clinical staff', () => {
    expect(instruments.filter(({ takenBy }) => takenBy === 'clinical')).toEqual([cows, ciwa])
  })

  it('says whose each is, and where it comes from', () => {
    for (const { licence, source } of instruments) {
      expect(licence.length).toBeGreaterThan(20)
      expect(source.length).toBeGreaterThan(5)
    }
  })
})

describe('the time asked about', () => {
  const asked = (named: Parameters<typeof fillInOf>[0], where: 'custody' | 'community'): string => {
    const filled = fillInOf(named)
    return filled === undefined ? '' : String(keptWith(filled, { where, sex: null }).window)
  }

  it('is the four weeks before custody for TOP at the start in prison, else the last four', () => {
    expect(asked({ stage: 'start' }, 'custody')).toBe('the four weeks before custody')
    expect(asked({ stage: 'start' }, 'community')).toBe('the last four weeks')
    expect(asked({ stage: 'review' }, 'custody')).toBe('the last four weeks')
    expect(asked({ instrument: 'audit' }, 'custody')).toBe('the year before they came into prison')
  })

  it('is no TOP without a stage, and no stage that there is not', () => {
    expect(fillInOf({ instrument: 'top' })).toBeUndefined()
    expect(fillInOf({ stage: 'middle' })).toBeUndefined()
    expect(fillInOf({ instrument: 'toString' })).toBeUndefined()
  })
})

describe('a later version', () => {
  const later: Instrument = {
    ...gad7,
    version: 2,
    parts: [{ title: null, items: [{ asks: 'line', name: 'gad_1', text: 'Other words' }] }],
  }
  const both = [...instruments, later]

  it('is the one that is asked from now on', () => {
    expect(instrumentById('gad_7', both)?.version).toBe(2)
  })

  it('leaves earlier answers as they were asked', () => {
    const answers = {
      instrument: 'gad_7',
      version: '1',
      window: 'the last 2 weeks',
      gad_1: 'nearly_every_day',
    }
    const { rows } = describeFact('instrument_scored', answers, both)
    expect(rows).toContainEqual({
      question: 'Feeling nervous, anxious or on edge',
      answer: 'Nearly every day',
    })
    expect(rows.map(({ question }) => question)).not.toContain('Other words')
  })
})

it('tells the standards the total and the danger, and of a TOP its stage', () => {
  const filled = fillInOf({ instrument: 'phq_9' })
  const answers = chosen(phq9, [0, 0, 0, 0, 0, 0, 0, 0, 1])
  expect(filled && readingOf(filled, answers)).toEqual({ instrument: 'phq_9', total: 1, safetyConcern: true })
  const exit = fillInOf({ stage: 'exit' })
  expect(exit && readingOf(exit, {})).toEqual({ stage: 'exit' })
  expect(top.total.rule).toBe('none')
})

it('AUDIT-C asks in the arrival screen what it asks by itself', () => {
  for (const item of itemsOf(auditC)) {
    const question = arrivalScreen.questions.find(({ name }) => name === item.name)
    expect(question?.label).toBe(item.text)
    expect(item.asks === 'choice' && item.options.map(({ value }) => value)).toEqual(
      question !== undefined && 'options' in question && question.options.map(({ value }) => value),
    )
  }
})
