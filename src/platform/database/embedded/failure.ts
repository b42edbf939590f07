/** Why the embedded PostgreSQL cannot serve, as one sentence that says what to do next. */
export class EmbeddedFailure extends Error {
  override readonly name = 'EmbeddedFailure'
}
