import { dayAt, momentAt, type Stage } from './scene.ts'

const allWeek = [1, 2, 3, 4, 5, 6, 7]

const leeds = [
  ['before morning unlock', allWeek, '00:00', '07:45'],
  ['time for work', [1, 2, 3, 4, 5], '08:30', '11:45'],
  ['roll check', allWeek, '11:45', '12:00'],
  ['lunch lock-up', allWeek, '12:00', '13:30'],
  ['evening lock-up', [1, 2, 3, 4], '18:30', '23:59'],
  ['evening lock-up', [5, 6, 7], '16:45', '23:59'],
] as const

/** The week at Leeds as the team leader set it, and two on its roll whom nobody has recorded. */
export const prisonDay = (stage: Stage): void => {
  for (const [words, weekdays, starts, ends] of leeds)
    stage.rows.regime_period.push({
      id: stage.ids.next(),
      establishment_code: 'LEI',
      weekdays: [...weekdays],
      starts,
      ends,
      words,
      set_by: stage.world.staff['demo.tessa'],
      set_at: momentAt(stage, -40),
    })
  for (const [prison_number, wing, cell] of [
    ['A7301ZX', 'C', 'C-2-011'],
    ['A8842ZX', 'E', null],
  ] as const) {
    const told = { establishment: 'LEI', as_of: dayAt(stage, 0).toString(), prison_number, wing, cell }
    stage.rows.held_row.push({
      id: stage.ids.next(),
      kind: 'roll',
      prison_number,
      fingerprint: `roll|${prison_number}|LEI|${told.as_of}|${wing}|${cell ?? ''}|`,
      told: JSON.stringify({ ...told, legal_status: null }),
      received_at: momentAt(stage, 0, '06:40'),
    })
  }
}
