import * as Plot from '@observablehq/plot'
import { raw } from 'hono/html'
import { parseHTML } from 'linkedom'
import type { Html } from './govuk/html.ts'

/** One part of a bar: "Started within 21 days", 52. */
interface BarPart {
  readonly part: string
  readonly count: number
}

/** One bar: a prison, a service, a year. */
interface Bar {
  readonly label: string
  readonly parts: readonly BarPart[]
}

export interface StackedBar {
  /** What the picture shows, for those who hear it. */
  readonly title: string
  /** The parts in the order they stand, first at the left; the same in every bar. */
  readonly parts: readonly string[]
  readonly bars: readonly Bar[]
}

const fontFamily = '-apple-system, BlinkMacSystemFont, Segoe UI, Arial, sans-serif'
const width = 960
const barHeight = 44
const legendColumns = 3
const legendRowHeight = 26
const topMargin = 6
const ink = '#0b0c0c'

/**
 * Light and dark by turns, so that neighbours differ without colour too; words on each reach 4.5 to 1. In the order of
 * the seven outcomes: a death is no success, so it is not green; a start is, and a later one a paler green.
 */
const palette = [
  { fill: '#d5d9dc', words: ink },
  { fill: '#0f7a52', words: '#ffffff' },
  { fill: '#a9c7e8', words: ink },
  { fill: '#12394a', words: '#ffffff' },
  { fill: '#9fd3c7', words: ink },
  { fill: '#a8324a', words: '#ffffff' },
  { fill: '#f3c969', words: ink },
]

const coloursOf = (index: number): { readonly fill: string; readonly words: string } =>
  palette[index % palette.length] ?? { fill: ink, words: '#ffffff' }

interface Segment extends BarPart {
  readonly label: string
  readonly from: number
  readonly to: number
  readonly words: string
}

const segmentsOf = ({ parts }: StackedBar, bar: Bar): readonly Segment[] => {
  let from = 0
  return parts.map((part, index) => {
    const count = bar.parts.find((one) => one.part === part)?.count ?? 0
    const segment = { label: bar.label, part, count, from, to: from + count, words: coloursOf(index).words }
    from += count
    return segment
  })
}

/** A figure is written inside its part where there is room for it. */
const hasRoom = (segment: Segment, total: number): boolean => segment.count / total > 0.025

/** The bars themselves, as Plot draws them into a page of linkedom's. */
const plotBars = (chart: StackedBar): string => {
  const segments = chart.bars.flatMap((bar) => segmentsOf(chart, bar))
  const total = Math.max(1, ...segments.map((segment) => segment.to))
  const svg: unknown = Plot.plot({
    document: parseHTML('<html><body></body></html>').document,
    width,
    height: chart.bars.length * barHeight + topMargin * 2,
    marginLeft: chart.bars.length > 1 ? 220 : 0,
    marginRight: 0,
    marginTop: topMargin,
    marginBottom: topMargin,
    style: { fontFamily, fontSize: '15px', color: ink, background: 'none' },
    x: { axis: null, domain: [0, total] },
    y: {
      axis: chart.bars.length > 1 ? 'left' : null,
      label: null,
      tickSize: 0,
      domain: chart.bars.map((bar) => bar.label),
    },
    color: { domain: chart.parts, range: chart.parts.map((_part, index) => coloursOf(index).fill) },
    marks: [
      Plot.barX(segments, { x1: 'from', x2: 'to', y: 'label', fill: 'part', insetLeft: 1, insetRight: 1 }),
      Plot.text(
        segments.filter((segment) => hasRoom(segment, total)),
        {
          x: ({ from, to }: Segment) => (from + to) / 2,
          y: 'label',
          text: 'count',
          fill: 'words',
          fontWeight: 700,
        },
      ),
    ],
  })
  return String(svg)
}

interface LegendProps {
  readonly parts: readonly string[]
  readonly top: number
}

const Legend = ({ parts, top }: LegendProps): Html => (
  <g font-family={fontFamily} font-size="15" fill={ink}>
    {parts.map((part, index) => {
      const x = (index % legendColumns) * (width / legendColumns)
      const y = top + Math.floor(index / legendColumns) * legendRowHeight
      return (
        <g transform={`translate(${x},${y})`}>
          <rect width="16" height="16" fill={coloursOf(index).fill} />
          <text x="24" y="13">
            {part}
          </text>
        </g>
      )
    })}
  </g>
)

/**
 * Bars of counts, one part after the other, with a legend: a whole SVG document. Served from its own
 * address (its inline styles would break a page's policy), beside a table with the same figures.
 */
export const stackedBarSvg = (chart: StackedBar): string => {
  const legendTop = chart.bars.length * barHeight + topMargin * 3
  const height = legendTop + Math.ceil(chart.parts.length / legendColumns) * legendRowHeight
  return String(
    <svg xmlns="http://www.w3.org/2000/svg" viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
      <title>{chart.title}</title>
      {raw(plotBars(chart))}
      <Legend parts={chart.parts} top={legendTop} />
    </svg>,
  )
}
