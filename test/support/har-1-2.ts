import { z } from 'zod';

/**
 * The HAR 1.2 format (http://www.softwareishard.com/blog/har-12-spec/, W3C's archived draft of 2012) as a schema: every field
 * that is named there, what it holds, and which may be left out. What is named by nobody begins with an underscore ("Custom
 * Fields"). Written from the text, and used by tests alone.
 */
function object<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z
    .looseObject(shape)
    .refine((value) => Object.keys(value).every((key) => key in shape || key.startsWith('_')), {
      error: 'a field that HAR 1.2 does not know',
    });
}

const comment = z.string().optional();
const moment = z.iso.datetime({ offset: true });
/** -1 for what is not known. */
const size = z.int().min(-1);
const milliseconds = z.number().min(0);
const timing = z.union([z.literal(-1), milliseconds]);

const pair = object({ name: z.string(), value: z.string(), comment });
const cookie = object({
  name: z.string(),
  value: z.string(),
  path: z.string().optional(),
  domain: z.string().optional(),
  expires: moment.or(z.literal('')).optional(),
  httpOnly: z.boolean().optional(),
  secure: z.boolean().optional(),
  comment,
});
const postData = object({
  mimeType: z.string(),
  params: z.array(
    object({
      name: z.string(),
      value: z.string().optional(),
      fileName: z.string().optional(),
      contentType: z.string().optional(),
      comment,
    }),
  ),
  text: z.string(),
  comment,
});
const cacheState = object({
  expires: moment.optional(),
  lastAccess: z.string(),
  eTag: z.string(),
  hitCount: z.int(),
  comment,
});
const program = object({ name: z.string(), version: z.string(), comment });

const page = object({
  startedDateTime: moment,
  id: z.string(),
  title: z.string(),
  pageTimings: object({ onContentLoad: timing.optional(), onLoad: timing.optional(), comment }),
  comment,
});

const entry = object({
  pageref: z.string().optional(),
  startedDateTime: moment,
  time: milliseconds,
  request: object({
    method: z.string(),
    url: z.url(),
    httpVersion: z.string(),
    cookies: z.array(cookie),
    headers: z.array(pair),
    queryString: z.array(pair),
    postData: postData.optional(),
    headersSize: size,
    bodySize: size,
    comment,
  }),
  response: object({
    status: z.int(),
    statusText: z.string(),
    httpVersion: z.string(),
    cookies: z.array(cookie),
    headers: z.array(pair),
    content: object({
      size: z.int(),
      compression: z.int().optional(),
      mimeType: z.string(),
      text: z.string().optional(),
      encoding: z.string().optional(),
      comment,
    }),
    redirectURL: z.string(),
    headersSize: size,
    bodySize: size,
    comment,
  }),
  cache: object({
    beforeRequest: cacheState.nullable().optional(),
    afterRequest: cacheState.nullable().optional(),
    comment,
  }),
  timings: object({
    blocked: timing.optional(),
    dns: timing.optional(),
    connect: timing.optional(),
    send: milliseconds,
    wait: milliseconds,
    receive: milliseconds,
    ssl: timing.optional(),
    comment,
  }),
  serverIPAddress: z.string().optional(),
  connection: z.string().optional(),
  comment,
}).refine(
  ({ time, timings }) => {
    const { blocked = 0, dns = 0, connect = 0, send, wait, receive } = timings;
    const sum = [blocked, dns, connect, send, wait, receive]
      .filter((one) => one !== -1)
      .reduce((all, one) => all + one, 0);
    return Math.abs(sum - time) < 1e-6;
  },
  { error: 'its timings do not add up to its time' },
);

const log = object({
  version: z.literal('1.2'),
  creator: program,
  browser: program.optional(),
  pages: z.array(page).optional(),
  entries: z.array(entry),
  comment,
})
  .refine(({ pages = [] }) => new Set(pages.map(({ id }) => id)).size === pages.length, {
    error: 'two pages have one id',
  })
  .refine(
    ({ pages = [], entries }) => {
      const ids = new Set(pages.map(({ id }) => id));
      return entries.every(({ pageref }) => pageref === undefined || ids.has(pageref));
    },
    { error: 'an entry is of a page that is not there' },
  );

export const Har12 = object({ log });
