/**
 * An address without the user's name and password that may stand before its host. Browsers leave them out of
 * `location.href`, and not of their log.
 */
export function withoutSignIn(url: string): string {
  return url.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#]*@/i, '$1');
}
