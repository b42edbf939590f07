import type { Html } from '../../platform/ui/index.ts'
import type { LifeArea } from '../model.ts'

/** Lines of our own on a square of 24: simple enough to be told apart in black and white. */
const shapes: Readonly<Record<LifeArea, string>> = {
  drugs_and_alcohol: 'M9 3h6M10 3v5l-3 4v8a1 1 0 0 0 1 1h8a1 1 0 0 0 1-1v-8l-3-4V3M7 14h10',
  health: 'M12 20s-8-5-8-11a4.4 4.4 0 0 1 8-2.6A4.4 4.4 0 0 1 20 9c0 6-8 11-8 11zM12 9v6M9 12h6',
  mind: 'M5 13a7 7 0 1 1 11 6v2H9v-3H7a1 1 0 0 1-1-1v-2l-2-1zM10 9a2 2 0 1 1 3 2c-1 .6-1 1-1 2M12 15.5v.5',
  safety: 'M12 3l8 3v6c0 5-4 8-8 9-4-1-8-4-8-9V6zM8.5 12l2.5 2.5L16 9.5',
  home: 'M3 12l9-8 9 8M6 10v10h12V10M10 20v-6h4v6',
  family:
    'M8 8a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM16 8a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM4 20v-5a4 4 0 0 1 8 0v5M12 20v-5a4 4 0 0 1 8 0v5',
  work: 'M4 8h16v11H4zM9 8V5h6v3M4 13h16M12 12v2',
  money: 'M3 7h18v10H3zM12 14.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM6 10v4M18 10v4',
  time: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l4 2',
  community: 'M12 7a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM4 12l5-2h6l5 2M9 10v11M15 10v11M9 16h6',
}

/** A picture of a part of life. The words beside it say the same, so it is not read out. */
export const AreaIcon = ({ area }: { readonly area: LifeArea }): Html => (
  <svg class="tc-icon" viewBox="0 0 24 24" width="56" height="56" aria-hidden="true" focusable="false">
    <path
      d={shapes[area]}
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  </svg>
)
