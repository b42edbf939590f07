import { fullDate, type Html, SummaryList } from '../../platform/ui/index.ts'
import type { RecordClass } from '../../standards/index.ts'
import type { SharedEntry, SharedParts } from '../queries/sharedParts.ts'

const titles: Readonly<Record<keyof SharedParts, string>> = {
  contact_details: 'How to reach them',
  handover: 'Release: first night, appointment, calls',
  recovery: 'Recovery: screens, triage, treatment, notes',
  clinical: 'Medicines and clinical notes',
}

const order: readonly (keyof SharedParts)[] = ['contact_details', 'handover', 'recovery', 'clinical']

const titleOf = ({ title, day }: SharedEntry): string =>
  day === null ? title : `${title.replaceAll('_', ' ')}, ${fullDate(day)}`

const Entry = ({ entry }: { readonly entry: SharedEntry }): Html => (
  <SummaryList
    card={titleOf(entry)}
    rows={
      entry.rows.length === 0
        ? [{ key: 'Recorded', value: 'Yes' }]
        : entry.rows.map(({ question, answer }) => ({ key: question, value: answer }))
    }
  />
)

const Part = ({
  part,
  entries,
  readers,
}: {
  readonly part: keyof SharedParts
  readonly entries: readonly SharedEntry[]
  readonly readers: string | undefined
}) => (
  <section aria-labelledby={`part-${part}`}>
    <h3 class="govuk-heading-s" id={`part-${part}`}>
      {titles[part]}
    </h3>
    {readers !== undefined && <p class="govuk-body">{readers}</p>}
    {entries.length === 0 && readers === undefined ? (
      <p class="govuk-body">Nothing recorded yet.</p>
    ) : (
      entries.map((entry) => <Entry entry={entry} />)
    )}
  </section>
)

interface SharedProps {
  readonly parts: SharedParts
  readonly classes: readonly RecordClass[]
  /** Who reads the clinical part there, in sentences. */
  readonly readers?: string | undefined
}

/** What goes with a hand-over, as the other side reads it. */
export const Shared = ({ parts, classes, readers }: SharedProps): Html => (
  <div class="tc-shared">
    {order
      .filter((part) => classes.includes(part))
      .map((part) => (
        <Part part={part} entries={parts[part]} readers={part === 'clinical' ? readers : undefined} />
      ))}
  </div>
)

const leftOut: Readonly<Partial<Record<RecordClass, string>>> = {
  recovery: 'Recovery records: the sender left them out.',
  clinical: 'Medicines and clinical notes: the sender left them out.',
}

/** What does not go, and why. */
export const LeftOut = ({ classes }: Pick<SharedProps, 'classes'>): Html => (
  <>
    <h3 class="govuk-heading-s">Left out</h3>
    <ul class="govuk-list govuk-list--bullet">
      {Object.entries(leftOut)
        .filter(([part]) => !classes.some((one) => one === part))
        .map(([, words]) => (
          <li>{words}</li>
        ))}
      <li>Key-work notes: they stay in the prison.</li>
      <li>Safeguarding: read by named people only.</li>
      <li>The offence: never kept here.</li>
    </ul>
  </>
)
