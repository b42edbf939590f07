import type { Pack } from '../standard.ts'
import { naloxoneInHand, naloxoneTraining, treatmentStart } from './england/care.ts'
import { dischargeWithoutTop } from './england/plans.ts'
import { continuity } from './england/release.ts'
import { england } from './england.ts'
import { numbers } from './numbers.ts'

const mat = (standard: number, words: string): string =>
  `Medication assisted treatment standard ${standard} (Scottish Government): ${words}`

/** Scotland: the same way through the gate, by its own waiting-time target and MAT standards; no TOP. */
export const scotland: Pack = {
  id: 'scotland',
  version: 1,
  from: null,
  to: null,
  numbers,
  standards: {
    ...england.standards,
    treatment: [],
    topReview: [],
    referral: [
      {
        ...treatmentStart,
        words: 'Treatment started within 3 weeks of referral',
        source: 'Drug and alcohol treatment waiting times, Public Health Scotland: 90 % within 3 weeks',
      },
    ],
    treatmentEnd: [dischargeWithoutTop],
    naloxone: [
      { ...naloxoneTraining, source: mat(4, 'harm reduction at the point of delivery') },
      { ...naloxoneInHand, source: mat(4, 'harm reduction at the point of delivery') },
    ],
    release: england.standards.release.map((standard) =>
      standard.id === continuity.id
        ? { ...standard, source: mat(5, 'support to stay in treatment as long as it is wanted') }
        : standard.id.startsWith('after_release')
          ? { ...standard, source: mat(3, 'people at high risk are found and offered treatment') }
          : standard,
    ),
  },
}
