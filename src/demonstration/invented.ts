import type { Chance } from './chance.ts'

const men =
  'Aaron Adam Ali Anthony Ben Callum Carl Chris Craig Dale Daniel Darren David Dean Ellis Errol Frank Gareth Gary George Hamza Harry Ian Imran Jack Jamie Jason Jerome Jordan Joseph Karl Keith Kieran Kyle Lee Leon Lewis Liam Luke Marcus Mark Martin Michael Mohammed Nathan Neil Nick Oliver Omar Patrick Paul Peter Reece Richard Rob Ross Ryan Sam Scott Sean Shane Simon Stephen Stuart Terry Thomas Tony Tyrone Wayne Will Yusuf'.split(
    ' ',
  )
const women =
  'Abbie Alice Amber Amy Angela Becky Beth Carly Chantelle Chloe Claire Dawn Donna Ellie Emma Gemma Hannah Hayley Jade Jenny Jess Jodie Julie Karen Kate Kelly Kim Kirsty Laura Leanne Lisa Lucy Maria Megan Michelle Naomi Natalie Nicola Paula Rachel Rebecca Sadie Sarah Shannon Sharon Sophie Stacey Steph Tanya Tina Tracey Vicky Yvonne Zoe'.split(
    ' ',
  )
const families =
  'Adams Ahmed Allen Anderson Ashe Bailey Baker Barnes Begum Bell Bennett Black Booth Bradley Brooks Burns Campbell Carter Clarke Cole Collins Cook Cooper Cox Craig Davies Dixon Doyle Edwards Evans Fisher Ford Foster Fraser Gallagher Gibson Graham Grant Gray Green Hall Harris Hart Hill Holt Hughes Hunt Hussain Jackson James Jones Kaur Kelly Khan King Knight Lamb Lewis Lloyd Marsh Martin Mason McBride McCall McKay Miles Mills Moore Morgan Morris Murphy Murray Nolan Owen Palmer Parker Patel Pearce Perry Phillips Porter Powell Price Quinn Reid Reilly Rhodes Rose Ross Russell Scott Shah Shaw Singh Smith Stone Sutton Taylor Thorne Turner Walsh Ward Watts Webb West White Whitaker Wilson Wood Wright Young'.split(
    ' ',
  )

/** An invented person. Numbers are of kinds set aside for tests, or of shapes that no register has given out. */
export interface Invented {
  readonly given: string
  readonly family: string
  readonly sex: 'M' | 'F'
  readonly born: Temporal.PlainDate
  readonly prisonNumber: string
  readonly nhsNumber: string
}

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ'

const letter = (position: number): string => letters[position % letters.length] ?? 'A'

/** T, four digits, two letters: the shape of a prison number, beginning where none that is in use does. */
const englishNumber = (ordinal: number): string =>
  `T${String(1000 + ((ordinal * 7919) % 9000)).padStart(4, '0')}${letter(ordinal * 5)}${letter(ordinal * 11 + 3)}`

const scottishNumber = (ordinal: number): string => String(900_001 + ordinal * 37)

/** In the range 999 000 0000 to 999 999 9999, which the NHS keeps for tests; its check digit is right. */
const nhsNumber = (ordinal: number): string => {
  for (let serial = ordinal * 13; ; serial += 1) {
    const nine = `999${String(serial % 1_000_000).padStart(6, '0')}`
    const sum = [...nine].reduce((total, digit, position) => total + Number(digit) * (10 - position), 0)
    const check = (11 - (sum % 11)) % 11
    if (check !== 10) return `${nine}${check}`
  }
}

/** Invents the person of this ordinal number. */
export const invent = (
  chance: Chance,
  ordinal: number,
  today: Temporal.PlainDate,
  kind: { readonly sex: 'M' | 'F'; readonly scottish: boolean; readonly name?: readonly [string, string] },
): Invented => ({
  given: kind.name?.[0] ?? chance.pick(kind.sex === 'F' ? women : men),
  family: kind.name?.[1] ?? chance.pick(families),
  sex: kind.sex,
  born: today.subtract({ years: chance.whole(20, 62), days: chance.whole(0, 364) }),
  prisonNumber: kind.scottish ? scottishNumber(ordinal) : englishNumber(ordinal),
  nhsNumber: nhsNumber(ordinal + 1),
})
