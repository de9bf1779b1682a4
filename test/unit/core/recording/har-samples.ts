/** HAR files in the style of who writes them: the same page, its pixel of tracker 531, and one of 532 on its way. */

const PAGE = 'https://news.example/article';
export const GOOD = 'https://ib.adnxs.com/imptr?id=531&t=2&cachebuster=48213377';
const BOUNCED = 'https://ib.adnxs.com/imptr?id=532&t=2&cachebuster=90711532';
const BOUNCE = 'https://ib.adnxs.com/bounce?%2Fimptr%3Fid%3D532%26t%3D2%26cachebuster%3D90711532';
export const at = (seconds: number) => `2026-11-24T10:00:${String(seconds).padStart(2, '0')}.500Z`;

const SECRET = [
  { name: 'Cookie', value: 'uuid2=SECRET' },
  { name: 'Authorization', value: 'Bearer SECRET' },
];
const header = (name: string, value: string) => ({ name, value });

interface Told {
  readonly url: string;
  readonly at: number;
  readonly status?: number;
  readonly to?: string;
  readonly headers?: readonly object[];
  readonly response?: object;
  readonly more?: object;
}

/** What every HAR has, by the specification (1.2). */
export function entryOf({
  url,
  at: seconds,
  status = 200,
  to = '',
  headers,
  response,
  more,
}: Told) {
  return {
    startedDateTime: at(seconds),
    time: 12,
    request: {
      method: 'GET',
      url,
      httpVersion: 'HTTP/2',
      cookies: [{ name: 'uuid2', value: 'SECRET' }],
      headers: [...SECRET, ...(headers ?? [])],
      queryString: [],
      headersSize: -1,
      bodySize: 0,
    },
    response: {
      status,
      statusText: '',
      cookies: [{ name: 'uuid2', value: 'SECRET' }],
      headers: [header('Set-Cookie', 'uuid2=SECRET')],
      content: { size: 43, mimeType: 'image/gif' },
      redirectURL: to,
      headersSize: -1,
      bodySize: 43,
      ...response,
    },
    cache: {},
    timings: { send: 0, wait: 10, receive: 2 },
    ...more,
  };
}

const har = (pages: unknown, entries: readonly unknown[]) => ({
  log: { version: '1.2', creator: { name: 'x', version: '1' }, pages, entries },
});

/** DevTools: the title is the address asked for; loaders and initiators with an underscore. */
export function chrome() {
  const page = { pageref: 'page_1' };
  const image = {
    ...page,
    _resourceType: 'image',
    _initiator: { type: 'parser', url: PAGE },
  };
  return har(
    [{ startedDateTime: at(0), id: 'page_1', title: PAGE, pageTimings: {} }],
    [
      entryOf({ url: PAGE, at: 0, more: { ...page, _resourceType: 'document' } }),
      entryOf({ url: GOOD, at: 1, more: image, response: { _error: null } }),
      entryOf({ url: BOUNCED, at: 2, status: 302, to: BOUNCE, more: image }),
      entryOf({
        url: BOUNCE,
        at: 3,
        status: 0,
        more: image,
        response: { _error: 'net::ERR_FAILED' },
      }),
    ],
  );
}

/** Firefox: the title is the document's; `Sec-Fetch-Dest` tells what was asked for. */
export function firefox() {
  const page = { pageref: 'page_1' };
  const asked = (destination: string) => [
    header('Sec-Fetch-Dest', destination),
    header('Referer', 'https://news.example/'),
  ];
  return har(
    [{ startedDateTime: at(0), id: 'page_1', title: 'A fine day', pageTimings: {} }],
    [
      entryOf({ url: PAGE, at: 0, headers: asked('document'), more: page }),
      entryOf({ url: GOOD, at: 1, headers: asked('image'), more: page }),
      entryOf({
        url: BOUNCED,
        at: 2,
        status: 0,
        headers: asked('image'),
        more: page,
      }),
    ],
  );
}

/** Charles: no pages, no loader, and where a redirect leads stands in its header. */
export function charles() {
  const toBounce = { headers: [header('Location', BOUNCE)] };
  return har(undefined, [
    entryOf({ url: GOOD, at: 1, headers: [header('Referer', PAGE)] }),
    entryOf({ url: BOUNCED, at: 2, status: 302, response: { ...toBounce, redirectURL: null } }),
    entryOf({ url: BOUNCE, at: 3, status: 503 }),
  ]);
}

/** Safari: says which cache answered by `_fetchType`. */
export function safari() {
  const page = { pageref: 'page_0' };
  return har(
    [{ startedDateTime: at(0), id: 'page_0', title: PAGE, pageTimings: {} }],
    [
      entryOf({ url: PAGE, at: 0, more: { ...page, _fetchType: 'Network Load' } }),
      entryOf({ url: GOOD, at: 1, more: { ...page, _fetchType: 'Network Load' } }),
      entryOf({ url: BOUNCED, at: 2, more: { ...page, _fetchType: 'Disk Cache' } }),
    ],
  );
}

/** WebPageTest: a title of its own, the address beside it, codes of its own where nothing answered. */
export function webPageTest() {
  const page = { pageref: 'page_1_0_1' };
  return har(
    [
      {
        startedDateTime: at(0),
        id: 'page_1_0_1',
        title: `Run 1, First View for ${PAGE}`,
        _URL: PAGE,
        pageTimings: {},
      },
    ],
    [
      entryOf({ url: GOOD, at: 1, more: { ...page, _type: 3, _number: 1 } }),
      entryOf({ url: BOUNCED, at: 2, status: 12_999, more: { ...page, _type: 3, _number: 2 } }),
    ],
  );
}
