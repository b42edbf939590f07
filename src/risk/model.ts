import type { FactForm, Question } from '../assessment/model.ts'

/** How great a risk is. `none` was looked for and not found; `not_known` was not. */
export type RiskLevel = 'high' | 'medium' | 'low' | 'none' | 'not_known'

export const levelWords: Readonly<Record<RiskLevel, string>> = {
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  none: 'No sign of it',
  not_known: 'Not known yet',
}

/** The levels for which there is something to write down. */
export const standing: readonly RiskLevel[] = ['high', 'medium', 'low']

/** One kind of risk in the plan; its answers are named after it: `overdose_level`, `overdose_evidence`. */
export interface Risk {
  readonly name: string
  readonly title: string
  /** What belongs here and what does not. */
  readonly hint?: string
}

export const overdose: Risk = { name: 'overdose', title: 'Overdose' }
export const pregnancy: Risk = { name: 'pregnancy', title: 'Pregnancy' }

/** Every risk that a plan looks at, in the order in which it may kill. */
export const risks: readonly Risk[] = [
  overdose,
  {
    name: 'self_harm',
    title: 'Suicide and self-harm',
    hint: 'Whether an ACCT is open, never what it says. What is said today that is new goes to the ACCT.',
  },
  { name: 'injecting', title: 'Injecting', hint: 'Sharing, wounds, where; now or before.' },
  { name: 'violence', title: 'Violence', hint: 'From them or to them. Never the offence.' },
  {
    name: 'exploitation',
    title: 'Exploitation and debt',
    hint: 'Owing, being made to hold or carry, being used by others.',
  },
  {
    name: 'safeguarding',
    title: 'Safeguarding',
    hint: 'That there is a concern, and who was told. What it is goes in a safeguarding note.',
  },
  pregnancy,
  {
    name: 'diversion',
    title: 'Medicine diversion',
    hint: 'Pressed for their medicine, saving it, or passing it on.',
  },
]

/** What is said of each risk that stands. */
export const riskParts = [
  { part: 'evidence', label: 'What shows it', asks: 'words' },
  { part: 'triggers', label: 'What makes it likelier', asks: 'words' },
  { part: 'protects', label: 'What protects', asks: 'words' },
  { part: 'do', label: 'What we do', asks: 'words' },
  { part: 'who', label: 'Who does it', asks: 'line' },
  { part: 'again', label: 'When we look at it again', asks: 'day' },
] as const

export type RiskPart = (typeof riskParts)[number]['part']

const acct: Question = {
  name: 'acct',
  asks: 'one',
  label: 'ACCT',
  hint: 'A pointer: open, closed with its follow-up still running, or closed.',
  options: [
    { value: 'open', text: 'Open' },
    { value: 'post_closure', text: 'Closed, follow-up still runs' },
    { value: 'closed', text: 'Closed' },
    { value: 'never', text: 'None' },
  ],
}

const levelOf = ({ name, title, hint }: Risk): Question => ({
  name: `${name}_level`,
  asks: 'one',
  label: title,
  ...(hint === undefined ? {} : { hint }),
  ...(name === pregnancy.name ? {} : { required: `Choose how great the risk is: ${title.toLowerCase()}` }),
  options: (['high', 'medium', 'low', 'none', 'not_known'] as const).map((value) => ({
    value,
    text: levelWords[value],
  })),
})

const partsOf = ({ name, title }: Risk): readonly Question[] =>
  riskParts.map(({ part, label, asks }) => ({
    name: `${name}_${part}`,
    asks,
    label: `${title}: ${label.charAt(0).toLowerCase()}${label.slice(1)}`,
    when: { [`${name}_level`]: standing },
  }))

/** The questions about one risk. */
export const questionsOf = (risk: Risk): readonly Question[] => [
  levelOf(risk),
  ...(risk.name === 'self_harm' ? [acct] : []),
  ...partsOf(risk),
]

const shown: Question = {
  name: 'flag',
  asks: 'some',
  label: 'Tell everybody who meets them',
  readBack: 'Shown to everybody who meets them',
  options: [{ value: 'overdose_risk', text: 'Show “Overdose risk” on every page about them' }],
}

/** What could go wrong and what we do. Each agreement is a record of its own; the earlier ones stay readable. */
export const riskPlan: FactForm = {
  kind: 'risk_plan_agreed',
  title: 'Risk plan',
  recordClass: 'recovery',
  questions: [...risks.flatMap(questionsOf), shown],
}

/** The plan was looked at again, and stands. Where it does not, a new plan is agreed. */
export const riskReview: FactForm = {
  kind: 'risk_reviewed',
  title: 'Risk review',
  recordClass: 'recovery',
  questions: [
    {
      name: 'stands',
      asks: 'one',
      label: 'Does the risk plan still hold?',
      required: 'Say whether the risk plan still holds',
      options: [
        { value: 'yes', text: 'Yes, it holds as it is' },
        {
          value: 'no',
          text: 'No, it has to change',
          hint: 'The plan opens next, as it was, to be changed.',
        },
      ],
    },
    {
      name: 'why',
      asks: 'words',
      label: 'What was looked at',
      hint: 'What happened, what they say about it, what was decided. Never what an ACCT says.',
      required: 'Write what was looked at',
    },
    { name: 'look_again', asks: 'day', label: 'When we look at it again' },
  ],
}
