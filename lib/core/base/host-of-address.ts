const HOST = /^https?:\/\/(?:[^/?#@]*@)?(\[[^\]/?#]*\]|[^/?#:]+)/i;

/** The host in a web address, in small letters and without user and port, or `null` where none is. */
export function hostOfAddress(address: string): string | null {
  return HOST.exec(address)?.[1]?.toLowerCase() ?? null;
}
