/** The site of an address: scheme, host and port, in small letters; `null` where it has none. */
export function siteOf(address: string): string | null {
  const found = /^(https?:\/\/)(?:[^/?#@]*@)?([^/?#@]+)/i.exec(address);
  return found ? `${found[1]}${found[2]}`.toLowerCase() : null;
}
