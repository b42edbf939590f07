import { personName } from '../../people/index.ts'
import { ok, type Result } from '../../platform/result.ts'
import type { Recorded, Recording } from '../actions/recordForm.ts'
import { naloxoneIssued, naloxoneTraining } from '../forms/naloxone.ts'
import { answerTo } from '../questions.ts'
import { factForm } from './fact-form.tsx'
import { writers } from './writers.ts'

const accepted = ({ answers }: Recording): boolean => answerTo(answers, 'outcome') !== 'refused'

/** Trained to use naloxone, or refused and why. */
export const naloxoneTrainingPage = factForm<null>({
  ...writers.naloxone_training,
  form: naloxoneTraining,
  heading: (name) => `Naloxone training for ${name}`,
  button: 'Record training',
  know: async () => null,
  record: async (_tx, recording): Promise<Result<Recorded>> =>
    ok({
      reading: { accepted: accepted(recording) },
      said: accepted(recording)
        ? `Naloxone training recorded. ${personName(recording.person)} still needs a kit before leaving.`
        : 'Recorded that naloxone training was refused. It may be offered again.',
    }),
})

/** A kit in their property, or refused and why. */
export const naloxoneKitPage = factForm<null>({
  ...writers.naloxone_issued,
  form: naloxoneIssued,
  heading: (name) => `Naloxone kit for ${name}`,
  button: 'Record kit',
  know: async () => null,
  record: async (_tx, recording): Promise<Result<Recorded>> =>
    ok({
      reading: { accepted: accepted(recording) },
      said: accepted(recording)
        ? 'Naloxone kit recorded.'
        : 'Recorded that a kit was refused. It may be offered again.',
    }),
})
