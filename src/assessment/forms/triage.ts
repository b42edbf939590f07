import { sourceWords, substanceWords } from '../../casework/model.ts'
import { safeToRingWords } from '../../people/model.ts'
import type { FactForm, Option, Question } from '../model.ts'

const optionsOf = (words: Readonly<Record<string, string>>): readonly Option[] =>
  Object.entries(words).map(([value, text]) => ({ value, text }))

/** Asked where nothing says yet who referred them. */
export const referredBy: Question = {
  name: 'source',
  asks: 'chosen',
  label: 'Who asked for this',
  options: optionsOf(sourceWords),
}

const whoElse: readonly Question[] = [
  { name: 'safe_to_ring_note', asks: 'line', label: 'Who', required: 'Say who it is safe to ring' },
]

/** Kept as contact details, not with the triage: their own class of record, and one place to change them. */
export const contactQuestions: readonly Question[] = [
  { name: 'phone', asks: 'line', label: 'Phone number outside' },
  {
    name: 'safe_to_ring',
    asks: 'one',
    label: 'Whom it is safe to ring',
    required: 'Say whom it is safe to ring, or choose “Not asked yet”',
    options: optionsOf(safeToRingWords).map((option) =>
      option.value === 'someone_else' ? { ...option, further: whoElse } : option,
    ),
  },
  { name: 'address', asks: 'line', label: 'Address they would go to' },
  { name: 'town', asks: 'line', label: 'Town' },
  { name: 'postcode', asks: 'line', label: 'Postcode' },
]

/** Triage (product.md): need, risk now, phone, where they would go tomorrow, agreement to pass on, and what comes of it. */
export const triage: FactForm = {
  kind: 'triage',
  title: 'Triage',
  recordClass: 'recovery',
  questions: [
    referredBy,
    {
      name: 'need',
      asks: 'some',
      label: 'What they want help with',
      hint: 'Choose all that apply.',
      required: 'Say what they want help with',
      options: [
        { value: 'drugs', text: 'Stopping or cutting down drugs' },
        { value: 'alcohol', text: 'Stopping or cutting down alcohol' },
        { value: 'medicine', text: 'Medicine for it, or carrying on with it' },
        { value: 'safer', text: 'Staying safe: overdose, injecting' },
        { value: 'staying_off', text: 'Staying off what they have stopped' },
        {
          value: 'other',
          text: 'Something else',
          further: [{ name: 'need_other', asks: 'line', label: 'What', readBack: 'Something else' }],
        },
        { value: 'nothing', text: 'Nothing', alone: true },
      ],
    },
    {
      name: 'substances',
      asks: 'chosen',
      label: 'What it is mainly about',
      options: optionsOf(substanceWords),
    },
    {
      name: 'risk',
      asks: 'some',
      label: 'Risk now',
      hint: 'Choose all that apply.',
      required: 'Say what the risks are now, or choose “None of these”',
      options: [
        { value: 'self_harm', text: 'Self-harm or suicide' },
        { value: 'overdose', text: 'Overdose' },
        { value: 'withdrawal', text: 'Withdrawal' },
        { value: 'debt', text: 'Debt, threats or pressure from others' },
        { value: 'to_others', text: 'Harm to others' },
        { value: 'health', text: 'Physical or mental health' },
        { value: 'none', text: 'None of these', alone: true },
      ],
    },
    { name: 'risk_words', asks: 'words', label: 'More about the risk' },
    ...contactQuestions,
    {
      name: 'where_to',
      asks: 'one',
      label: 'Where they would go if they were released tomorrow',
      required: 'Say where they would go, or choose “Not known”',
      options: [
        { value: 'own_home', text: 'Their own home' },
        { value: 'family_friends', text: 'Family or friends' },
        { value: 'hostel', text: 'A hostel or supported housing' },
        { value: 'nowhere', text: 'Nowhere' },
        { value: 'not_known', text: 'Not known' },
      ],
    },
    {
      name: 'agrees_to_pass_on',
      asks: 'one',
      label: 'Agrees that we pass this on to a service outside',
      hint: 'Asked once. It also counts if they are released without warning.',
      required: 'Say whether they agree to it being passed on',
      options: [
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: 'No' },
      ],
    },
    {
      name: 'outcome',
      asks: 'one',
      label: 'What comes of it',
      required: 'Say what comes of the triage',
      options: [
        { value: 'accepted', text: 'Taken on' },
        {
          value: 'declined',
          text: 'They do not want it',
          further: [{ name: 'declined_why', asks: 'line', label: 'Why not, in their words' }],
        },
        {
          value: 'no_need',
          text: 'No need for it',
          further: [{ name: 'no_need_why', asks: 'line', label: 'Why there is no need' }],
        },
      ],
    },
  ],
}
