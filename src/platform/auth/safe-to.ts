/** Only an address of this service, never another site's; one that no answer can carry leads to the first page. */
export const safeTo = (to: string): string => (/^\/(?![/\\])[^\s\\\p{Cc}]*$/u.test(to) ? to : '/')
