/** Where somebody sleeps on the first night, shortly enough for the release board. */
export const accommodations = [
  'own',
  'family',
  'hostel',
  'approved',
  'temporary',
  'treatment',
  'none',
] as const
export type Accommodation = (typeof accommodations)[number]

export const accommodationWords: Readonly<Record<Accommodation, string>> = {
  own: 'Own home',
  family: 'With family or friends',
  hostel: 'Hostel',
  approved: 'Approved premises',
  temporary: 'Council or temporary housing',
  treatment: 'Residential treatment',
  none: 'Nowhere yet',
}
