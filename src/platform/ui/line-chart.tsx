import * as Plot from '@observablehq/plot'
import { raw } from 'hono/html'
import { parseHTML } from 'linkedom'

/** A value on a day. */
interface LinePoint {
  readonly day: Temporal.PlainDate
  readonly value: number
}

/** One line: a score, a substance. */
export interface Line {
  readonly name: string
  readonly points: readonly LinePoint[]
}

export interface LineChart {
  /** What the picture shows, for those who hear it. */
  readonly title: string
  readonly lines: readonly Line[]
  readonly least: number
  readonly most: number
}

const width = 960
const height = 380
const ink = '#0b0c0c'
const fontFamily = '-apple-system, BlinkMacSystemFont, Segoe UI, Arial, sans-serif'

/** Told apart by the mark at each point as well as by colour. */
const strokes = ['#12394a', '#a8324a', '#0f7a52', '#7a5a00', '#5a5f66', '#6b3fa0']
const symbols = ['circle', 'square', 'triangle', 'diamond', 'cross', 'star'] as const

interface Mark {
  readonly at: number
  readonly value: number
  readonly line: string
}

const marksOf = ({ lines }: LineChart): readonly Mark[] =>
  lines.flatMap(({ name, points }) =>
    points.map(({ day, value }) => ({
      at: day.toZonedDateTime('UTC').epochMilliseconds,
      value,
      line: name,
    })),
  )

const plot = (chart: LineChart): string => {
  const marks = marksOf(chart)
  const names = chart.lines.map(({ name }) => name)
  const svg: unknown = Plot.plot({
    document: parseHTML('<html><body></body></html>').document,
    width,
    height,
    marginLeft: 48,
    marginRight: 24,
    marginBottom: 40,
    style: { fontFamily, fontSize: '15px', color: ink, background: 'none' },
    x: { type: 'utc', label: null, ticks: 6 },
    y: { domain: [chart.least, chart.most], label: null, grid: true, ticks: 6 },
    color: { domain: names, range: names.map((_, index) => strokes[index % strokes.length] ?? ink) },
    symbol: { domain: names, range: names.map((_, index) => symbols[index % symbols.length] ?? 'circle') },
    marks: [
      Plot.line(marks, { x: 'at', y: 'value', stroke: 'line', strokeWidth: 2.5 }),
      Plot.dot(marks, { x: 'at', y: 'value', stroke: 'line', fill: 'line', symbol: 'line', r: 5 }),
    ],
  })
  return String(svg)
}

const legendColumns = 3
const legendRow = 26

/**
 * Values over time, a line each: a whole SVG document, served from its own address beside a table with the same figures. A
 * line of one day is a point.
 */
export const lineChartSvg = (chart: LineChart): string => {
  const rows = Math.ceil(chart.lines.length / legendColumns)
  const whole = height + rows * legendRow
  return String(
    <svg xmlns="http://www.w3.org/2000/svg" viewBox={`0 0 ${width} ${whole}`} width={width} height={whole}>
      <title>{chart.title}</title>
      {raw(plot(chart))}
      {rows > 0 && (
        <g font-family={fontFamily} font-size="15" fill={ink}>
          {chart.lines.map(({ name }, index) => {
            const x = 48 + (index % legendColumns) * ((width - 48) / legendColumns)
            const y = height + Math.floor(index / legendColumns) * legendRow
            return (
              <g transform={`translate(${x},${y})`}>
                <rect width="16" height="16" fill={strokes[index % strokes.length] ?? ink} />
                <text x="24" y="13">
                  {name}
                </text>
              </g>
            )
          })}
        </g>
      )}
    </svg>,
  )
}
