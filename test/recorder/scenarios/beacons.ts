import { js, once, px, said, type Scenario, stopped } from '../scenario.ts';

const sends = (id: number, data: string) => js(`navigator.sendBeacon("${px(id)}",${data})`);
const one = (name: string, id: number, body: string): Scenario => ({
  name,
  pages: { '/': body },
  expected: once({ loader: { [id]: 'ping' }, fired: { [id]: 1 } }),
});
const JSON_BLOB = `new Blob(['{}'],{type:'application/json'})`;
const LEAVE = {
  'access-control-allow-headers': 'content-type',
  'access-control-allow-credentials': 'true',
};
/** DevTools lists what the browser holds back for its size as if it were under way, for ever. */
const NEVER_SENT = { endless: true } as const;
const POLICIES = [
  'no-referrer',
  'no-referrer-when-downgrade',
  'origin',
  'origin-when-cross-origin',
  'same-origin',
  'strict-origin',
  'strict-origin-when-cross-origin',
  'unsafe-url',
];

/** What a beacon can carry, how large, and where it may go. */
export const BEACONS: readonly Scenario[] = [
  one('nothing', 450, js(`navigator.sendBeacon("${px(450)}")`)),
  one('text', 451, sends(451, `'x'`)),
  one('bytes', 452, sends(452, `new Uint8Array([1,2,3])`)),
  one('a form', 453, sends(453, `(()=>{const f=new FormData();f.append('a','b');return f})()`)),
  one('parameters', 454, sends(454, `new URLSearchParams({a:'b'})`)),
  one('a blob without a type', 455, sends(455, `new Blob(['x'])`)),
  {
    ...one('a blob of JSON, with leave', 456, sends(456, JSON_BLOB)),
    answers: { 456: { headers: { ...LEAVE, 'access-control-allow-origin': 'https://{site}' } } },
    expected: { asked: 2, recorded: 1, fired: { 456: 1 } },
  },
  {
    ...one('a blob of JSON, without leave', 457, sends(457, JSON_BLOB)),
    expected: { ...stopped(457, 'network-error'), asked: 1 },
  },
  one('as much as may be', 458, sends(458, `'x'.repeat(65536)`)),
  {
    name: 'more than may be',
    pages: { '/': sends(459, `'x'.repeat(65537)`) },
    ...NEVER_SENT,
    expected: { ...said(459, 'aborted'), asked: 0 },
  },
  {
    name: 'a second one where the first takes all there is',
    pages: {
      '/': `${js(`new PerformanceObserver(()=>fetch('/done')).observe({type:'resource'})`)}${sends(460, `'x'.repeat(65536)`)}${sends(461, `'x'`)}`,
      '/done': 'done',
    },
    answers: { 460: { delay: 700 } },
    steps: [{ open: '/' }, { served: '/done' }],
    ...NEVER_SENT,
    expected: { asked: 1, recorded: 2, said: { 461: ['aborted'] }, fired: { 460: 1 } },
  },
  {
    name: 'a stream, which none may be',
    pages: { '/': sends(462, `new ReadableStream()`) },
    expected: { asked: 0, recorded: 0 },
  },
  ...[301, 302, 307, 308].map((status, index): Scenario => ({
    ...one(`led on by ${status}`, 463 + index, sends(463 + index, `'x'`)),
    answers: { [463 + index]: { status, headers: { location: 'https://{third}/ok.gif' } } },
  })),
  {
    name: 'from a frame of another site',
    pages: { '/': '<iframe src="https://{other}/f"></iframe>', '{other}/f': sends(467, `'x'`) },
    expected: once({ frame: { 467: 'https://{other}/f' } }),
  },
  {
    name: 'from a frame that is taken away at once',
    pages: {
      '/': js(
        `const f=document.createElement('iframe');f.src='/f';onmessage=()=>f.remove();document.documentElement.append(f)`,
      ),
      '/f': `${sends(468, `'x'`)}${js(`parent.postMessage(1,'*')`)}`,
    },
    answers: { 468: { delay: 700 } },
    expected: { ...said(468, 'aborted'), fired: { 468: 1 } },
  },
  {
    name: 'many in a row',
    pages: {
      '/': js(
        `for(let i=0;i<40;i++)navigator.sendBeacon('https://ib.adnxs.com/imptr?id='+(4700+i)+'&t=2&cachebuster='+(3e6+i),'x')`,
      ),
    },
    expected: { asked: 40, recorded: 40 },
  },
  ...POLICIES.map((policy, index): Scenario => ({
    name: `under ${policy}`,
    pages: {
      '/deep/page': { body: sends(480 + index, `'x'`), headers: { 'referrer-policy': policy } },
    },
    steps: [{ open: '/deep/page' }],
    expected: once({ frame: { [480 + index]: 'https://{site}/deep/page' } }),
  })),
  {
    name: 'a fetch that may outlive its page and carries too much',
    pages: {
      '/': js(
        `fetch("${px(490)}",{method:'POST',mode:'no-cors',keepalive:true,body:'x'.repeat(70000)}).catch(()=>{})`,
      ),
    },
    ...NEVER_SENT,
    expected: { ...said(490, 'aborted'), asked: 0 },
  },
];
