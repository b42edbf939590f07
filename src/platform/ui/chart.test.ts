import { parseHTML } from 'linkedom'
import { expect, it } from 'vitest'
import { stackedBarSvg } from './chart.tsx'

const parts = ['Started', 'Not started <b>', 'Died']
const bar = (label: string, ...counts: number[]) => ({
  label,
  parts: counts.map((count, index) => ({ part: parts[index] ?? '', count })),
})
const draw = (...bars: ReturnType<typeof bar>[]) => {
  const svg = stackedBarSvg({ title: 'Outcomes <i>', parts, bars })
  return { svg, document: parseHTML(svg).document }
}

it('draws each part as wide as its count, one after the other', () => {
  const { document } = draw(bar('All', 30, 10, 0))
  const widths = [...document.querySelectorAll('[aria-label=bar] rect')].map((rect) =>
    Number(rect.getAttribute('width')),
  )
  expect(widths).toEqual([718, 238, 0])
})

it('writes the figures where there is room, and names every part', () => {
  const { document } = draw(bar('All', 97, 2, 1))
  const figures = [...document.querySelectorAll('[aria-label=text] text')].map((text) => text.textContent)
  expect(figures).toEqual(['97'])
  for (const part of parts) expect(document.documentElement.textContent).toContain(part)
})

it('draws what is missing as nothing, and a chart of nothing at all', () => {
  expect(() => draw(bar('None'))).not.toThrow()
})

it('is one SVG document with what it was told escaped', () => {
  const { svg } = draw(bar('Leeds & Isis', 3, 2, 1), bar('Bronzefield', 1, 0, 0))
  expect(svg).toMatch(/^<svg xmlns=.*<\/svg>$/s)
  expect(svg).toContain('Outcomes &lt;i&gt;')
  expect(svg).not.toContain('<b>')
})
