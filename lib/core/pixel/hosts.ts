/** The service's host for pixels (seed; the `.net` in its script example is an old slip). */
export const PIXEL_HOST = 'ib.adnxs.com';

/** Where trackers are counted: `secure` is the documented TLS host of older tags (api.md 3.4). */
export const PIXEL_HOSTS: readonly string[] = [PIXEL_HOST, 'secure.adnxs.com'];

/** Hosts that only ever stood in the documentation by mistake (api.md 3.2). */
export const MISTAKEN_HOSTS: readonly string[] = ['ib.adnxs.net', 'secure.adnxs.net'];
