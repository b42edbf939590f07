import type { Html } from '../govuk/html.ts'
import { Paragraph, PlainPage, type StandardPageProps } from './plain-page.tsx'

const Start = (): Html => (
  <a class="govuk-link" href="/">
    Go to your first page
  </a>
)

/** 404: also the answer for what this reader may not see, so it says nothing of rights. */
export const NotFoundPage = ({ shell }: StandardPageProps): Html => (
  <PlainPage shell={shell} title="Page not found">
    <Paragraph>
      If you typed the address, check that it is right. If you followed a link, it may be an old one.
    </Paragraph>
    <Paragraph>
      If you are looking for a person, search by prison number, NHS number or name. <Start />.
    </Paragraph>
    {shell.emergency !== undefined && (
      <Paragraph>
        If somebody may come to harm and you need a record at once:{' '}
        <a class="govuk-link" href={shell.emergency.href}>
          {shell.emergency.text.toLowerCase()}
        </a>
        .
      </Paragraph>
    )}
  </PlainPage>
)

interface ForbiddenProps extends StandardPageProps {
  /** Why, in a sentence: "Only a team leader can allocate a worker." */
  readonly reason?: string
}

/** 403: for something that this person's role does not do. */
export const ForbiddenPage = ({ shell, reason }: ForbiddenProps): Html => (
  <PlainPage shell={shell} title="You cannot do this">
    <Paragraph>{reason ?? 'This is not part of what your role does.'}</Paragraph>
    <Paragraph>
      Nothing was changed. If you need it for your work, ask your team leader. <Start />.
    </Paragraph>
  </PlainPage>
)

interface BadRequestProps extends StandardPageProps {
  readonly reason?: string
}

/** 400: the request could not be read, or its form is too old to trust. */
export const BadRequestPage = ({ shell, reason }: BadRequestProps): Html => (
  <PlainPage shell={shell} title="We could not read that">
    <Paragraph>{reason ?? 'Part of what was sent is missing or is not what this page takes.'}</Paragraph>
    <Paragraph>Nothing was changed. Go back, load the page again, and send it once more.</Paragraph>
  </PlainPage>
)

interface TooLargeProps extends StandardPageProps {
  /** "1 MB" */
  readonly limit: string
}

/** 413 */
export const TooLargePage = ({ shell, limit }: TooLargeProps): Html => (
  <PlainPage shell={shell} title="That is too large">
    <Paragraph>This page takes up to {limit} at a time. Nothing was changed.</Paragraph>
    <Paragraph>Go back and send less: split a file in two, or shorten the text.</Paragraph>
  </PlainPage>
)

interface ErrorProps extends StandardPageProps {
  /** The number under which this is in the log. */
  readonly requestId: string
}

/** 500: what we broke. */
export const ErrorPage = ({ shell, requestId }: ErrorProps): Html => (
  <PlainPage shell={shell} title="Something went wrong on our side">
    <Paragraph>It was not anything you did. What you sent may not have been saved.</Paragraph>
    <Paragraph>
      Go back and look whether it is there. If it is not, send it again: it will not be recorded twice.
    </Paragraph>
    <Paragraph>
      If it happens again, tell your service desk this number: <strong class="tc-code">{requestId}</strong>
    </Paragraph>
  </PlainPage>
)
