import { choices, type Section, yesNo } from './section.ts'

/** Injecting and blood-borne viruses. */
export const injecting: Section = {
  id: 'injecting',
  title: 'Injecting and blood-borne viruses',
  asked: 'once',
  questions: [
    {
      name: 'injected',
      asks: 'one',
      label: 'Injecting',
      options: choices({
        month: 'In the last month',
        before: 'Before, but not in the last month',
        never: 'Never',
        not_said: 'Would rather not say',
      }),
    },
    { name: 'shared', asks: 'one', label: 'Ever shared needles, spoons, water or filters', options: yesNo },
    { name: 'injecting_problems', asks: 'line', label: 'Wounds, infections or clots from injecting' },
    {
      name: 'hepatitis_b',
      asks: 'chosen',
      label: 'Hepatitis B vaccination',
      options: choices({
        full: 'All doses',
        some: 'Some doses',
        none: 'None',
        refused: 'Offered and refused',
      }),
    },
    {
      name: 'hepatitis_c',
      asks: 'chosen',
      label: 'Hepatitis C test',
      options: choices({
        year: 'In the last year',
        longer: 'Longer ago',
        never: 'Never',
        refused: 'Offered and refused',
      }),
    },
    {
      name: 'hiv',
      asks: 'chosen',
      label: 'HIV test',
      options: choices({
        year: 'In the last year',
        longer: 'Longer ago',
        never: 'Never',
        refused: 'Offered and refused',
      }),
    },
  ],
  known: { injected: { kind: 'arrival_screen', name: 'injecting' } },
}

/** Overdose: asked afresh each time. */
export const overdose: Section = {
  id: 'overdose',
  title: 'Overdose',
  asked: 'afresh',
  questions: [
    {
      name: 'overdose_last',
      asks: 'one',
      label: 'Last overdose',
      required: 'Say when the last overdose was, or choose “Never”',
      options: choices({
        month: 'In the last month',
        year: 'In the last year',
        longer: 'Longer ago',
        never: 'Never',
        not_said: 'Would rather not say',
      }),
    },
    { name: 'overdose_how_many', asks: 'line', label: 'How many in all' },
    { name: 'overdose_on', asks: 'line', label: 'On what, and who was there' },
    { name: 'saw_overdose', asks: 'one', label: 'Has seen somebody else overdose', options: yesNo },
    { name: 'has_naloxone', asks: 'one', label: 'Has had a naloxone kit', options: yesNo },
  ],
  known: { overdose_last: { kind: 'arrival_screen', name: 'overdose' } },
}

/** What they take now: asked afresh. */
export const medicines: Section = {
  id: 'medicines',
  title: 'Medicines',
  asked: 'afresh',
  questions: [
    {
      name: 'medicines_now',
      asks: 'some',
      label: 'Prescribed treatment before coming here',
      options: [
        ...choices({
          methadone: 'Methadone',
          buprenorphine: 'Buprenorphine, as tablets or film',
          buprenorphine_injection: 'Buprenorphine, as a weekly or monthly injection',
          benzodiazepine: 'Diazepam or another benzodiazepine',
          alcohol: 'Medicine for alcohol',
          other: 'Another medicine for drug or alcohol use',
        }),
        { value: 'none', text: 'None', alone: true },
      ],
    },
    { name: 'medicines_words', asks: 'words', label: 'Other medicines, and whether they help' },
    { name: 'medicines_trouble', asks: 'line', label: 'Medicines missed, passed on or taken by others' },
  ],
  known: { medicines_now: { kind: 'arrival_screen', name: 'prescribed' } },
}

/** The body. */
export const physicalHealth: Section = {
  id: 'physical',
  title: 'Physical health',
  asked: 'once',
  questions: [
    { name: 'physical', asks: 'words', label: 'Illnesses, injuries, pain, sleep' },
    { name: 'disability', asks: 'line', label: 'What makes daily life harder, and what helps' },
    { name: 'doctor', asks: 'line', label: 'Surgery or practice outside' },
    {
      name: 'pregnant',
      asks: 'one',
      label: 'Pregnant',
      options: choices({ yes: 'Yes', maybe: 'Maybe', no: 'No', not_asked: 'Does not apply' }),
    },
  ],
  known: { pregnant: { kind: 'arrival_screen', name: 'pregnancy' } },
}

/** The mind, over the years. What is dangerous now stands under `riskNow`. */
export const mentalHealth: Section = {
  id: 'mental',
  title: 'Mental health',
  asked: 'once',
  questions: [
    { name: 'mental', asks: 'words', label: 'Mental health, and what it has been called' },
    { name: 'mental_care', asks: 'line', label: 'Care for it, now or before' },
    { name: 'trauma', asks: 'one', label: 'Things happened that still trouble them', options: yesNo },
    {
      name: 'harm_before',
      asks: 'one',
      label: 'Has harmed themself or tried to die, ever',
      options: yesNo,
    },
  ],
}

/** Danger now: asked afresh, and answered before the assessment is completed. */
export const riskNow: Section = {
  id: 'risk',
  title: 'Risk now',
  asked: 'afresh',
  questions: [
    {
      name: 'harm_now',
      asks: 'one',
      label: 'Thoughts of self-harm or suicide',
      hint: 'In the last two weeks, or now.',
      required: 'Say whether they have thoughts of self-harm or suicide',
      options: yesNo,
    },
    {
      name: 'risks',
      asks: 'some',
      label: 'Other risks now',
      options: [
        ...choices({
          withdrawal: 'Withdrawal',
          debt: 'Debt, threats or pressure from others',
          to_others: 'Harm to others',
          from_others: 'Harm from others, outside or here',
        }),
        { value: 'none', text: 'None of these', alone: true },
      ],
    },
    { name: 'risks_words', asks: 'words', label: 'More about the risk' },
  ],
}
