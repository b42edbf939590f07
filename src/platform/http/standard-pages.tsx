import { type Html, Layout, type Shell } from '../ui/index.ts'

interface StandardPage {
  readonly shell: Shell
}

/** 404, and also what may not be seen: it answers as what does not exist. */
export const NotFoundPage = ({ shell }: StandardPage): Html => (
  <Layout shell={shell} title="There is nothing here">
    <h1 class="govuk-heading-l">There is nothing here</h1>
    <p class="govuk-body">
      If you typed the address, check it. If you followed a link, what it led to may have gone, or may belong
      to another team.
    </p>
    <p class="govuk-body">
      <a class="govuk-link" href="/people">
        Search for a person
      </a>{' '}
      or{' '}
      <a class="govuk-link" href="/">
        go to your first page
      </a>
      .
    </p>
  </Layout>
)

/** 403: the page exists, the role does not have it. */
export const ForbiddenPage = ({ shell }: StandardPage): Html => (
  <Layout shell={shell} title="This page is not part of your role">
    <h1 class="govuk-heading-l">This page is not part of your role</h1>
    <p class="govuk-body">If you need it for your work, ask your team leader to have your role changed.</p>
    <p class="govuk-body">
      <a class="govuk-link" href="/">
        Go to your first page
      </a>
    </p>
  </Layout>
)

/** A refusal that belongs to no field: says what to do next. */
export const RefusedPage = ({ shell, message }: StandardPage & { readonly message: string }): Html => (
  <Layout shell={shell} title="That could not be done">
    <h1 class="govuk-heading-l">That could not be done</h1>
    <p class="govuk-body">{message}</p>
    <p class="govuk-body">Nothing was changed. Use your browser’s back button to return to what you typed.</p>
  </Layout>
)

/** 500: our fault. */
export const ErrorPage = ({ shell, reference }: StandardPage & { readonly reference: string }): Html => (
  <Layout shell={shell} title="Sorry, something went wrong">
    <h1 class="govuk-heading-l">Sorry, something went wrong</h1>
    <p class="govuk-body">It is our fault, not yours. Nothing was saved by half. Go back and try again.</p>
    <p class="govuk-body">
      If it happens again, tell whoever runs Throughcare for you and give them this reference:{' '}
      <strong>{reference}</strong>
    </p>
  </Layout>
)

/** 413. */
export const TooLargePage = ({ shell }: StandardPage): Html => (
  <Layout shell={shell} title="That is too long to save">
    <h1 class="govuk-heading-l">That is too long to save</h1>
    <p class="govuk-body">
      A page can hold about 500 pages of typed words. Use your browser’s back button, shorten what you typed,
      and save again.
    </p>
  </Layout>
)
