import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type AtBrowser, aStory, bothWays, withStage } from '../support/at-a-browser.ts'
import { inTreatmentAtLeeds } from './scenes.ts'

const lee = { number: 'A4567EF', given: 'Lee', family: 'Whitaker', born: '1989-03-04' }

const goals = [
  ['I want to sleep through the night', 'Body and health', 'Short: in the next weeks'],
  ['I want to stay off spice', 'Drugs and alcohol', 'Short: in the next weeks'],
  ['I want to see my nephew', 'Family and friends', 'Long: where I want to get to'],
] as const

const addGoal = async (rosa: AtBrowser, [words, area, term]: (typeof goals)[number]): Promise<void> => {
  await rosa.fill('The goal, in their words', words)
  await rosa.select('Which part of life', area)
  await rosa.choose(term)
  await rosa.fill('What is to be done', 'Talk about it on Tuesday')
  await rosa.press('Add the goal')
  await rosa.reads(words)
}

const sign = async (rosa: AtBrowser): Promise<void> => {
  await rosa.choose('On this screen, while they are here')
  await rosa.fill('Name of the person who agrees', 'Lee Whitaker')
  await rosa.choose('They are here, have gone through it, and agree')
}

const makePlan = async (rosa: AtBrowser): Promise<void> => {
  await rosa.open('/today')
  await rosa.follow('Lee Whitaker')
  await rosa.follow('Plan')
  await rosa.follow(/Begin the plan/)
  await rosa.fill('What do they want?', 'To be there when my nephew starts school')
  await rosa.press('Save and add a goal')
  for (const [index, goal] of goals.entries()) {
    if (index > 0) await rosa.follow(/Add a goal/)
    await addGoal(rosa, goal)
  }
  await rosa.follow(/Agree and sign/)
  await sign(rosa)
  await rosa.press('Agree the plan')
  await rosa.reads('The plan is agreed with Lee Whitaker')
}

/** Answers that the form does not let one leave empty and that were not filled in already. */
const review = async (rosa: AtBrowser): Promise<number> => {
  await rosa.choose('Carry it on', goals[0][0])
  await rosa.choose('It is met', goals[1][0])
  await rosa.choose('Carry it on', goals[2][0])
  await sign(rosa)
  return goals.length + 3
}

/** `| a plan review with three goals | 2 | 6 |` of docs/minutes.md: pages and fields. */
const written = (): readonly number[] => {
  const text = readFileSync(new URL('../../docs/minutes.md', import.meta.url), 'utf8')
  const line = text.split('\n').find((row) => row.includes('plan review with three goals')) ?? ''
  return [...line.matchAll(/\| *(\d+) *(?=\|)/g)].map(([, number]) => Number(number))
}

describe.each(bothWays)('a plan is made and reviewed, $words', ({ javaScript }) => {
  const stage = withStage({ javaScript })

  it('in at most three pages for three goals', { timeout: aStory }, async () => {
    await inTreatmentAtLeeds(stage(), lee, '2027-06-22')
    const rosa = await stage().as('rosa')
    await makePlan(rosa)
    stage().clock.set(Temporal.Instant.from('2027-02-15T09:00:00Z'))
    await stage().as('rosa')
    await rosa.open('/today/owed?whose=&standard=plan_review')
    const seen: string[] = []
    rosa.page.on('framenavigated', (frame) => seen.push(new URL(frame.url()).pathname))
    await rosa.follow(/Start review/)
    await rosa.reads(/Since the last plan or review/)
    const fields = await review(rosa)
    await rosa.press('Keep the review')
    await rosa.page.getByText('The review with Lee Whitaker is kept').first().waitFor()
    const pages = new Set(seen.filter((path) => !path.startsWith('/today'))).size
    expect(pages).toBeLessThanOrEqual(3)
    expect([pages, fields]).toEqual(written())
    await rosa.open('/today')
    await rosa.doesNotRead('Plan review for Lee Whitaker')
  })
})
