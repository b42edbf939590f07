/** Only an address of this service, never another site's. */
export const safeTo = (to: string): string => (/^\/(?![/\\])[^\s\\]*$/.test(to) ? to : '/')
