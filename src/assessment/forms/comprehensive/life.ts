import { choices, type Section, yesNo } from './section.ts'

/** How offending and use hang together; never the offence itself. */
export const offending: Section = {
  id: 'offending',
  title: 'Offending',
  asked: 'once',
  intro:
    'How it hangs together with drugs or alcohol. Leave out what they are charged with or sentenced for.',
  questions: [
    {
      name: 'offending_why',
      asks: 'some',
      label: 'How it hangs together',
      options: [
        ...choices({
          to_pay: 'To pay for it',
          under_influence: 'When under its influence',
          debt: 'Because of debt',
          others: 'With or for other people who use',
        }),
        { value: 'none', text: 'It does not', alone: true },
      ],
    },
    { name: 'offending_words', asks: 'words', label: 'In their words' },
    {
      name: 'orders',
      asks: 'line',
      label: 'Orders or licence conditions about drugs or alcohol',
    },
  ],
}

/** Where they lived and will live. */
export const housing: Section = {
  id: 'housing',
  title: 'Housing',
  asked: 'once',
  questions: [
    {
      name: 'would_go',
      asks: 'one',
      label: 'Where they would go if they were released tomorrow',
      options: choices({
        own_home: 'Their own home',
        family_friends: 'Family or friends',
        hostel: 'A hostel or supported housing',
        nowhere: 'Nowhere',
        not_known: 'Not known',
      }),
    },
    { name: 'rough', asks: 'one', label: 'Has slept rough in the year before custody', options: yesNo },
    {
      name: 'housing_words',
      asks: 'words',
      label: 'What the place was like, and what is to be kept or left',
    },
  ],
  known: { would_go: { kind: 'triage', name: 'where_to' } },
}

/** Family, and children above all. */
export const family: Section = {
  id: 'family',
  title: 'Family and children',
  asked: 'once',
  questions: [
    { name: 'family', asks: 'words', label: 'Who matters to them, and who supports them' },
    {
      name: 'children',
      asks: 'one',
      label: 'Children under 18, their own or living with them',
      options: yesNo.map((option) =>
        option.value === 'yes'
          ? {
              ...option,
              further: [
                { name: 'children_where', asks: 'line' as const, label: 'How many, and with whom they live' },
                {
                  name: 'children_help',
                  asks: 'chosen' as const,
                  label: 'Help from children’s services',
                  options: choices({
                    none: 'None',
                    early: 'Early help',
                    in_need: 'Child in need',
                    protection: 'Child protection plan',
                    in_care: 'In care',
                  }),
                },
              ],
            }
          : option,
      ),
    },
    { name: 'caring', asks: 'line', label: 'Anybody else who depends on them' },
  ],
}

export const money: Section = {
  id: 'money',
  title: 'Money',
  asked: 'once',
  questions: [
    {
      name: 'income',
      asks: 'some',
      label: 'What they lived on',
      options: choices({
        work: 'Work',
        benefits: 'Benefits',
        family: 'Family or friends',
        offending: 'Offending',
        other: 'Something else',
      }),
    },
    { name: 'debts', asks: 'line', label: 'Debts, here or outside' },
    {
      name: 'papers',
      asks: 'some',
      label: 'Has',
      options: choices({
        bank: 'A bank account',
        id: 'Proof of who they are',
        ni: 'A National Insurance number',
      }),
    },
  ],
}

export const work: Section = {
  id: 'work',
  title: 'Education and work',
  asked: 'once',
  questions: [
    {
      name: 'reading',
      asks: 'one',
      label: 'Would like help with reading, writing or numbers',
      options: yesNo,
    },
    { name: 'schooling', asks: 'line', label: 'School, training, certificates' },
    { name: 'jobs', asks: 'line', label: 'Work before, and what they would like to do' },
  ],
}

/** What they have to build on. */
export const capital: Section = {
  id: 'capital',
  title: 'Recovery capital and strengths',
  asked: 'once',
  questions: [
    { name: 'people_for', asks: 'line', label: 'People who are for their recovery' },
    { name: 'places_for', asks: 'line', label: 'Places, groups or faith that hold them' },
    { name: 'good_at', asks: 'words', label: 'What they are good at, and proud of' },
    { name: 'got_through', asks: 'line', label: 'What got them through hard times before' },
  ],
}

/** What it is all for. */
export const wishes: Section = {
  id: 'wishes',
  title: 'What they want',
  asked: 'afresh',
  questions: [
    {
      name: 'help_with',
      asks: 'some',
      label: 'What they want help with',
      options: [
        ...choices({
          drugs: 'Stopping or cutting down drugs',
          alcohol: 'Stopping or cutting down alcohol',
          medicine: 'Medicine for it, or carrying on with it',
          safer: 'Staying safe: overdose, injecting',
          staying_off: 'Staying off what they have stopped',
          other: 'Something else',
        }),
        { value: 'nothing', text: 'Nothing', alone: true },
      ],
    },
    { name: 'wants', asks: 'words', label: 'What they want, in their own words' },
    { name: 'first_step', asks: 'line', label: 'What would make a difference first' },
  ],
  known: { help_with: { kind: 'triage', name: 'need' } },
}
