import type { Html } from '../govuk/html.ts'

/** GOV.UK's own footer template carries the crown and its copyright, so this is ours in its classes. */
export const Footer = ({ build }: { readonly build: string }): Html => (
  <footer class="govuk-template__footer tc-footer">
    <div class="govuk-width-container tc-footer__line">
      <p>Throughcare: nobody who is in treatment is lost.</p>
      <p>Build {build}</p>
    </div>
  </footer>
)
