import type { RetentionRule } from './model.ts'

const nhsCode =
  'NHS Records Management Code of Practice (England), updated August 2023, Appendix II: https://transform.england.nhs.uk/information-governance/guidance/records-management-code/'

const hmpps =
  'HMPPS PSI 04/2018, Records, Information Management and Retention Policy: https://www.gov.uk/government/publications/records-information-management-policy-psi-042018'

/** The rules by class of record. A setting `retention_<id>_years` overrides a number. */
export const retentionRules: readonly RetentionRule[] = [
  {
    id: 'recovery',
    title: 'Recovery work, hand-overs, contact details, safety flags, sharing, incidents and tests',
    classes: [
      'recovery',
      'handover',
      'contact_details',
      'safety',
      'sharing',
      'incident',
      'voluntary_test',
      'court_test',
    ],
    years: 8,
    why: 'Adult health records and adult social care records: 8 years after support ended or the person was last seen.',
    source: nhsCode,
    sure: 'read',
  },
  {
    id: 'clinical',
    title: 'Clinical notes, tests and medicines',
    classes: ['clinical'],
    years: 20,
    why: 'Mental health records: 20 years after treatment ended, or 10 years after a death. Substance misuse follows the adult or the mental health row by provider: the longer is kept.',
    source: nhsCode,
    sure: 'near',
  },
  {
    id: 'safeguarding',
    title: 'Safeguarding',
    classes: ['safeguarding'],
    years: 20,
    why: 'Kept as long as the clinical record, so that a pattern of harm is not lost before it is asked about.',
    source: nhsCode,
    sure: 'chosen',
  },
  {
    id: 'key_work',
    title: 'Key work',
    classes: ['key_work'],
    years: 8,
    why: 'The prison’s own schedule decides; until its number is set here, as long as recovery work.',
    source: hmpps,
    sure: 'chosen',
  },
  {
    id: 'identity',
    title: 'Who somebody is: names, numbers, dates of birth',
    classes: ['identity'],
    years: 20,
    why: 'Names are kept as long as the longest-kept words about them. Movements, episodes and their dates stay without a name, so that figures do not change.',
    source: 'UK GDPR article 5(1)(e): no longer than is necessary',
    sure: 'chosen',
  },
  {
    id: 'request',
    title: 'Requests for records: who asked, how that was checked, to whom the answer went',
    classes: [],
    years: 3,
    why: 'Counted from the day on which all of the answer had left, or the request was taken back: long enough for a complaint of the answer. Where one is open, hold the record.',
    source: 'UK GDPR article 5(1)(e): no longer than is necessary',
    sure: 'chosen',
  },
  {
    id: 'held',
    title: 'What files and the feed told of people whom nobody has',
    classes: [],
    years: 3,
    why: 'Kept while whoever it is about may still turn up. Numbers, initials and dates of birth go; episodes stay and count as nobody’s.',
    source: 'UK GDPR article 5(1)(e): no longer than is necessary',
    sure: 'chosen',
  },
]

export const ruleById = (id: string): RetentionRule | undefined =>
  retentionRules.find((rule) => rule.id === id)

/** The rules with the numbers that were set, by the name of the setting. */
export const rulesWith = (settings: ReadonlyMap<string, number>): readonly RetentionRule[] =>
  retentionRules.map((rule) => ({ ...rule, years: settings.get(`retention_${rule.id}_years`) ?? rule.years }))
