import type { PropsWithChildren } from 'hono/jsx'
import { z } from 'zod'
import type { StaffRole } from '../../platform/database/schema.ts'
import type { WriteTx } from '../../platform/database/transaction.ts'
import { defineForm, type FormContext, type Route } from '../../platform/http/index.ts'
import { ok, type Result } from '../../platform/result.ts'
import {
  Button,
  Form,
  type FormValues,
  fullDate,
  type Html,
  InsetText,
  Layout,
  PageHeading,
} from '../../platform/ui/index.ts'
import { type AccessRequest, accessRequest } from '../queries/accessRequest.ts'

interface FrameProps {
  readonly requestId: string
  readonly context: FormContext
  /** Of the window and, where there is no other, of the page. */
  readonly title: string
  readonly heading?: string
  readonly caption?: string
}

/** The page round a form about one request: its heading, what is wrong, and the way back. */
export const RequestFrame = (props: PropsWithChildren<FrameProps>): Html => {
  const { requestId, context, title, heading = title, caption, children } = props
  return (
    <Layout
      shell={context.shell}
      title={title}
      errors={context.form.errors}
      back={{ href: `/access-requests/${requestId}`, text: 'Back to the request' }}
    >
      <PageHeading title={heading} {...(caption === undefined ? {} : { caption })} />
      {children}
    </Layout>
  )
}

/** Its questions and the one button. */
export const RequestQuestions = (
  props: PropsWithChildren<{ readonly context: FormContext; readonly button: string }>,
): Html => {
  const { context, button, children } = props
  return (
    <Form action={context.url.pathname} csrf={context.form.csrf} idempotencyKey={context.form.idempotencyKey}>
      {children}
      <Button text={button} />
    </Form>
  )
}

export interface RequestForm<Body> {
  /** Below the request's address: `extend`. */
  readonly path: string
  readonly may: readonly StaffRole[]
  readonly body: z.ZodType<Body>
  readonly initial?: (today: Temporal.PlainDate) => FormValues
  readonly title: string
  readonly heading?: string
  readonly button: string
  /** The audit actions: of looking at the form, and of doing it. */
  readonly looks: string
  readonly does: string
  /** Why nothing is asked: it is too late, or over. Null where the form is shown. */
  readonly whyNot: (request: AccessRequest, today: Temporal.PlainDate) => string | null
  /** What to know before answering. */
  readonly first: (request: AccessRequest) => string
  readonly questions: (request: AccessRequest, form: FormContext['form']) => Html
  /** Does it; answers with what is said then. */
  readonly act: (tx: WriteTx, request: AccessRequest, body: Body) => Promise<Result<string>>
}

interface Asked {
  readonly request: AccessRequest
  readonly today: Temporal.PlainDate
}

interface ShownProps<Body> extends Asked {
  readonly page: RequestForm<Body>
  readonly context: FormContext
}

const Shown = <Body,>({ page, request, today, context }: ShownProps<Body>): Html => {
  const whyNot = page.whyNot(request, today)
  return (
    <RequestFrame
      requestId={request.id}
      context={context}
      title={page.title}
      {...(page.heading === undefined ? {} : { heading: page.heading })}
      caption={`Asked on ${fullDate(request.asked_on)}`}
    >
      <InsetText>{whyNot ?? page.first(request)}</InsetText>
      {whyNot === null && (
        <RequestQuestions context={context} button={page.button}>
          {page.questions(request, context.form)}
        </RequestQuestions>
      )}
    </RequestFrame>
  )
}

/** A form about one request for records: it leads back to the request. */
export const requestForm = <Body,>(page: RequestForm<Body>): Route =>
  defineForm({
    path: `/access-requests/:accessId/${page.path}`,
    may: page.may,
    input: z.object({ accessId: z.uuid() }),
    body: page.body,
    load: async (tx, { accessId }, { today }): Promise<Result<Asked>> => {
      const request = await accessRequest(tx, accessId)
      return request.ok ? ok({ request: request.value, today }) : request
    },
    audit: {
      action: page.looks,
      people: ({ request }) => [request.person_id],
      subject: ({ request }) => request.id,
    },
    does: page.does,
    initial: ({ today }) => page.initial?.(today) ?? {},
    act: async (tx, { input: { accessId }, body }) => {
      const request = await accessRequest(tx, accessId)
      if (!request.ok) return request
      const said = await page.act(tx, request.value, body)
      if (!said.ok) return said
      const { person_id, id } = request.value
      return ok({ to: `/access-requests/${id}`, said: said.value, people: [person_id], subject: id })
    },
    show: (asked, context) => <Shown page={page} {...asked} context={context} />,
  })
