import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import type { Html } from '../govuk/html.ts'
import { FilterBar } from './list-furniture.tsx'
import { Pagination } from './pagination.tsx'
import { DataTable } from './table.tsx'
import { Timeline } from './timeline.tsx'

const page = (markup: Html | null) => parseHTML(`<html><body>${markup}</body></html>`).document
const texts = (document: ReturnType<typeof page>, selector: string) =>
  [...document.querySelectorAll(selector)].map((element) => element.textContent?.replace(/\s+/g, ' ').trim())

describe('a table', () => {
  const people = [
    { name: '<i>Lee</i>', days: 12 },
    { name: 'Kim', days: 3 },
  ]
  const document = page(
    <DataTable
      caption="Leaving"
      rows={people}
      columns={[
        { heading: 'Name', cell: ({ name }) => <a href="/p">{name}</a>, rowHeading: true },
        { heading: 'Days', cell: ({ days }) => days, numeric: true },
        { heading: 'What to do', cell: () => 'Book', headingHidden: true },
      ]}
    />,
  )

  it('says what it holds, and what each row and column is about', () => {
    expect(texts(document, 'caption')).toEqual(['Leaving'])
    expect(texts(document, 'th[scope=col]')).toEqual(['Name', 'Days', 'What to do'])
    expect(texts(document, 'th[scope=row]')).toEqual(['<i>Lee</i>', 'Kim'])
  })

  it('keeps its headings beside the figures on a narrow screen', () => {
    const labels = [...document.querySelectorAll('tbody tr:first-child td')].map((td) =>
      td.getAttribute('data-label'),
    )
    expect(labels).toEqual(['Days', null])
  })
})

describe('pages of a long list', () => {
  const pages = (number: number, total: number) =>
    page(<Pagination page={number} total={total} href={(n) => `/list?page=${n}`} things="people" />)

  it('are not there where one page holds all', () => {
    expect(pages(1, 50).querySelector('nav')).toBeNull()
  })

  it('say which rows these are', () => {
    expect(texts(pages(2, 51), '.moj-pagination__results')).toEqual(['Showing 51 to 51 of 51 total people'])
  })

  it('lead to the first, the last and those beside, with a gap between', () => {
    const document = pages(5, 450)
    expect(texts(document, '.govuk-pagination__item')).toEqual(['1', '⋯', '4', '5', '6', '⋯', '9'])
    expect(document.querySelector('[aria-current=page]')?.textContent?.trim()).toBe('5')
    expect(document.querySelector('[rel=next]')?.getAttribute('href')).toBe('/list?page=6')
  })

  it('have nothing before the first or after the last', () => {
    expect(pages(1, 100).querySelector('[rel=prev]')).toBeNull()
    expect(pages(2, 100).querySelector('[rel=next]')).toBeNull()
  })
})

it('shows what a list is filtered by, each with its way off', () => {
  const applied = [{ text: 'Leeds', off: '/list?days=84' }]
  const document = page(<FilterBar action="/list" applied={applied} clear="/list" />)
  expect(texts(document, '.moj-filter__tag')).toEqual(['Take off Leeds'])
  expect(document.querySelector('.moj-filter__tag')?.getAttribute('href')).toBe('/list?days=84')
})

it('puts an instant of the timeline on its own day in London', () => {
  const at = Temporal.Instant.from('2026-07-01T23:30:00Z')
  const items = [{ title: 'Came in', at, by: 'Tom <b>' }]
  const document = page(<Timeline items={items} today={Temporal.PlainDate.from('2026-07-03')} />)
  expect(texts(document, 'time')).toEqual(['yesterday at 00:30'])
  expect(document.querySelector('time')?.getAttribute('datetime')).toBe('2026-07-02')
  expect(texts(document, '.moj-timeline__byline')).toEqual(['by Tom <b>'])
})
