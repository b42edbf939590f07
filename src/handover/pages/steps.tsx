import { Button, DataTable, type Html, Tag } from '../../platform/ui/index.ts'
import type { Draft } from '../queries/draftOf.ts'
import type { HandoverView } from '../queries/handoverView.ts'

/** The steps of preparing a hand-over, in the order in which it happens. */
const steps = [
  { id: 'to-whom', title: 'To whom' },
  { id: 'what-goes', title: 'What goes with it' },
  { id: 'basis', title: 'On what basis' },
  { id: 'check', title: 'Check and send' },
] as const

export type StepId = (typeof steps)[number]['id']

const isDone = (draft: Draft, step: StepId): boolean => {
  if (step === 'to-whom') return draft.toService !== null
  if (step === 'what-goes') return draft.parts !== null
  return step === 'basis' && draft.basis !== null && draft.basis !== 'none'
}

/** The first step that is still to do: where "Save and go on" leads. */
const nextStep = (draft: Draft): StepId => steps.find(({ id }) => !isDone(draft, id))?.id ?? 'check'

export const stepAddress = (handoverId: string, step: StepId): string => `/handovers/${handoverId}/${step}`

/** "Step 2 of 4". */
export const stepCaption = (step: StepId): string =>
  `Hand-over, step ${steps.findIndex(({ id }) => id === step) + 1} of ${steps.length}`

const StepState = ({ draft, id }: { readonly draft: Draft; readonly id: StepId }): Html => {
  if (isDone(draft, id)) return <Tag text="Done" colour="green" />
  return id === nextStep(draft) ? <Tag text="Next" colour="blue" /> : <span>Still to do</span>
}

const titleOf = (id: StepId): string => steps.find((step) => step.id === id)?.title ?? ''

/** What is being prepared, step by step, to leave and come back to. */
export const TaskList = ({ view }: { readonly view: HandoverView }): Html => {
  const next = nextStep(view.draft)
  return (
    <>
      <Steps view={view} />
      <Button text={`Go on: ${titleOf(next).toLowerCase()}`} href={stepAddress(view.handover.id, next)} />
    </>
  )
}

const Steps = ({ view }: { readonly view: HandoverView }): Html => (
  <DataTable
    caption="What is still to do before it is sent"
    rows={steps}
    columns={[
      {
        heading: 'Step',
        rowHeading: true,
        cell: ({ id, title }) => (
          <a class="govuk-link" href={stepAddress(view.handover.id, id)}>
            {title}
          </a>
        ),
      },
      { heading: 'State', cell: ({ id }) => <StepState draft={view.draft} id={id} /> },
    ]}
  />
)
