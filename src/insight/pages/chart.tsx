import { z } from 'zod'
import { definePage } from '../../platform/http/index.ts'
import { ok } from '../../platform/result.ts'
import { stackedBarSvg } from '../../platform/ui/index.ts'
import { outcomeNames, outcomes } from '../continuity/index.ts'
import type { ContinuityView } from '../continuity-view.ts'
import { continuitySentence } from '../continuity-words.ts'
import { readPeriod } from '../period.ts'
import { teamFigures } from '../queries/teamFigures.ts'
import { ownTeam } from './continuity.tsx'

const draw = (view: ContinuityView): string =>
  stackedBarSvg({
    title: continuitySentence(view),
    parts: outcomes.map((outcome) => outcomeNames[outcome]),
    bars: [
      {
        label: 'Releases',
        parts: outcomes.map((outcome) => ({ part: outcomeNames[outcome], count: view.figures[outcome] })),
      },
    ],
  })

/** The seven outcomes as a picture, at an address of its own. */
export const continuityChart = definePage<object, ContinuityView>({
  path: '/continuity/chart.svg',
  may: ownTeam,
  audit: { action: 'view_continuity', people: () => [] },
  input: z.object({}),
  load: async (tx, _input, { actor, today, url }) => {
    const { view } = await teamFigures(tx, actor, readPeriod(url.searchParams, today).period)
    return ok(view)
  },
  send: (view, context) => context.body(draw(view), 200, { 'content-type': 'image/svg+xml' }),
  show: () => <></>,
})
