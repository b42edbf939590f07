import { parseHTML } from 'linkedom'
import { expect, it } from 'vitest'
import { lineChartSvg } from './line-chart.tsx'

const day = (iso: string) => Temporal.PlainDate.from(iso)
const draw = (...values: number[]) =>
  lineChartSvg({
    title: 'Score <i> over time',
    least: 0,
    most: 20,
    lines: [
      {
        name: 'Days & nights',
        points: values.map((value, index) => ({ day: day('2026-01-01').add({ weeks: index }), value })),
      },
    ],
  })

it('draws a point for each value, the higher the further up', () => {
  const { document } = parseHTML(draw(20, 0, 10))
  const heights = [...document.querySelectorAll('[aria-label=dot] path')].map((dot) =>
    Number(/,([\d.]+)\)/.exec(dot.getAttribute('transform') ?? '')?.[1]),
  )
  expect(heights).toHaveLength(3)
  const [top = 0, bottom = 0, middle = 0] = heights
  expect(top).toBeLessThan(middle)
  expect(middle).toBeLessThan(bottom)
})

it('names every line, escaped, and draws one point or none', () => {
  expect(draw(3)).toContain('Days &amp; nights')
  expect(draw(3)).toContain('Score &lt;i&gt; over time')
  expect(() => draw()).not.toThrow()
})
