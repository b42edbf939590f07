import { fullDate } from '../platform/ui/dates.ts'
import { areaWords, type LifeArea, type PlanLanguage, type StepBy } from './model.ts'

/** The labels of the copy that the person keeps. What they said themselves is never translated. */
export interface CopyWords {
  readonly title: string
  readonly want: string
  readonly short: string
  readonly long: string
  readonly who: Readonly<Record<StepBy, string>>
  readonly by: string
  readonly draft: string
  readonly agreed: string
  readonly review: string
  readonly signHere: string
  readonly name: string
  readonly date: string
  readonly worker: string
  readonly areas: Readonly<Record<LifeArea, string>>
  readonly sayDay: (day: Temporal.PlainDate) => string
}

const english: CopyWords = {
  title: 'My recovery plan',
  want: 'What I want',
  short: 'My goals for the next weeks',
  long: 'Where I want to get to',
  who: {
    person: 'Me',
    worker: 'My recovery worker',
    key_worker: 'My key worker',
    healthcare: 'Healthcare',
    family: 'My family',
    someone_else: 'Somebody else',
  },
  by: 'by',
  draft: 'This is a draft. We have not agreed it yet.',
  agreed: 'We agreed this on',
  review: 'We look at it again by',
  signHere: 'I agree to this plan',
  name: 'My name',
  date: 'Date',
  worker: 'My worker',
  areas: areaWords,
  sayDay: fullDate,
}

const welshMonths = [
  'Ionawr',
  'Chwefror',
  'Mawrth',
  'Ebrill',
  'Mai',
  'Mehefin',
  'Gorffennaf',
  'Awst',
  'Medi',
  'Hydref',
  'Tachwedd',
  'Rhagfyr',
]

const welsh: CopyWords = {
  title: 'Fy nghynllun adfer',
  want: 'Beth rydw i eisiau',
  short: 'Fy nodau ar gyfer yr wythnosau nesaf',
  long: 'Ble rydw i eisiau cyrraedd',
  who: {
    person: 'Fi',
    worker: 'Fy ngweithiwr adfer',
    key_worker: 'Fy ngweithiwr allweddol',
    healthcare: 'Gofal iechyd',
    family: 'Fy nheulu',
    someone_else: 'Rhywun arall',
  },
  by: 'erbyn',
  draft: 'Drafft yw hwn. Dydyn ni ddim wedi cytuno arno eto.',
  agreed: 'Cytunwyd ar hwn ar',
  review: 'Byddwn yn edrych arno eto erbyn',
  signHere: 'Rydw i’n cytuno â’r cynllun hwn',
  name: 'Fy enw',
  date: 'Dyddiad',
  worker: 'Fy ngweithiwr',
  areas: {
    drugs_and_alcohol: 'Cyffuriau ac alcohol',
    health: 'Corff ac iechyd',
    mind: 'Meddwl a theimladau',
    safety: 'Cadw’n ddiogel',
    home: 'Rhywle i fyw',
    family: 'Teulu a ffrindiau',
    work: 'Gwaith a dysgu',
    money: 'Arian a dyledion',
    time: 'Sut rydw i’n treulio fy nyddiau',
    community: 'Ffydd a chymuned',
  },
  sayDay: (day) => `${day.day} ${welshMonths[day.month - 1] ?? ''} ${day.year}`,
}

/** English or Welsh; the Welsh has to be read by a native speaker before it is given to anybody (docs/decisions). */
export const copyWords: Readonly<Record<PlanLanguage, CopyWords>> = { en: english, cy: welsh }
