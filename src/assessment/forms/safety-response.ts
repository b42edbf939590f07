import type { FactForm } from '../model.ts'

/** What was done at once about a danger to life (product.md, "immediate safety"). */
export const safetyResponse: FactForm = {
  kind: 'safety_response',
  title: 'What was done for safety',
  recordClass: 'safety',
  questions: [
    {
      name: 'told',
      asks: 'some',
      label: 'Who was told',
      hint: 'Choose all that apply.',
      required: 'Say who was told, or choose “Nobody”',
      options: [
        { value: 'wing', text: 'Wing or reception officer' },
        { value: 'manager', text: 'Orderly officer or duty manager' },
        { value: 'safer_custody', text: 'Safer custody' },
        { value: 'healthcare', text: 'Healthcare' },
        { value: 'mental_health', text: 'Mental health team' },
        {
          value: 'other',
          text: 'Somebody else',
          further: [
            {
              name: 'told_who',
              asks: 'line',
              label: 'Who',
              readBack: 'Told somebody else',
              required: 'Say who was told',
            },
          ],
        },
        {
          value: 'nobody',
          text: 'Nobody',
          alone: true,
          further: [
            { name: 'told_nobody', asks: 'line', label: 'Why nobody', required: 'Say why nobody was told' },
          ],
        },
      ],
    },
    {
      name: 'acct',
      asks: 'one',
      label: 'ACCT',
      required: 'Say whether an ACCT was opened',
      options: [
        { value: 'opened', text: 'Opened now' },
        { value: 'already', text: 'Was open already' },
        {
          value: 'not_needed',
          text: 'Not opened',
          further: [
            {
              name: 'acct_why',
              asks: 'line',
              label: 'Why not',
              readBack: 'Why no ACCT',
              required: 'Say why no ACCT was opened',
            },
          ],
        },
      ],
    },
    {
      name: 'seen_by',
      asks: 'one',
      label: 'Seen by',
      required: 'Say who has seen them, or choose “Nobody yet”',
      options: [
        { value: 'nurse', text: 'A nurse' },
        { value: 'doctor', text: 'A doctor or prescriber' },
        { value: 'mental_health', text: 'A mental health worker' },
        { value: 'officer', text: 'An officer' },
        { value: 'nobody', text: 'Nobody yet' },
      ],
    },
    {
      name: 'flag',
      asks: 'some',
      label: 'Tell everybody who meets them',
      readBack: 'Shown to everybody who meets them',
      options: [{ value: 'overdose_risk', text: 'Show “Overdose risk” on every page about them' }],
    },
    {
      name: 'done',
      asks: 'words',
      label: 'Anything else that was done',
      hint: 'Leave out what they said about it: that belongs in the ACCT.',
      readBack: 'What else was done',
    },
  ],
}
