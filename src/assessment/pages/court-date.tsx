import { personName } from '../../people/index.ts'
import { dayNumber } from '../../platform/day.ts'
import { ok, refused } from '../../platform/result.ts'
import { dateAndAway } from '../../platform/ui/index.ts'
import { courtDate } from '../forms/court-date.ts'
import { answerTo } from '../questions.ts'
import { factForm } from './fact-form.tsx'
import { writers } from './writers.ts'

/** A day in court: from there somebody may be released without coming back. */
export const courtDatePage = factForm<null>({
  ...writers.court_date,
  form: courtDate,
  heading: (name) => `Court date for ${name}`,
  button: 'Record court date',
  dated: false,
  know: async () => null,
  record: async (tx, { person, answers }) => {
    const day = Temporal.PlainDate.from(answerTo(answers, 'court_day') ?? tx.today.toString())
    if (Temporal.PlainDate.compare(day, tx.today) < 0)
      return refused('invalid', 'This day has passed. Give today or a day to come', 'court_day')
    return ok({
      reading: { courtDay: dayNumber(day) },
      said: `${personName(person)} is in court ${dateAndAway(day, tx.today)}. What they need before they may walk out is due before it.`,
    })
  },
})
