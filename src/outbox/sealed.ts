/** What the secret of an organisation's address is sealed about: in another's row it does not open. */
export const aboutSecretOf = (organisationId: string): string => `outside address of ${organisationId}`
