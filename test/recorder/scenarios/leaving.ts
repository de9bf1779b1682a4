import { js, once, px, said, type Scenario, type Step } from '../scenario.ts';

const PAGEHIDE = 'What is sent while its page is left is in no list of DevTools.';
const IN_FLIGHT =
  'A request in flight gives no event once its page is left, and the log may be gone before it is read.';
const on = (event: string, code: string, target = '') =>
  js(`${target}addEventListener('${event}',()=>{${code}})`);
const leaves: readonly Step[] = [{ open: '/' }, { open: '/next' }, { served: '/next' }];
const leaving = (name: string, body: string): Scenario => ({
  name,
  unseen: PAGEHIDE,
  pages: { '/': body, '/next': 'next' },
  steps: leaves,
  expected: { asked: 1, recorded: 1 },
});
const keepalive = (id: number) => `fetch("${px(id)}",{mode:'no-cors',keepalive:true})`;
const beacon = (id: number) => `navigator.sendBeacon("${px(id)}",'x')`;
const later = (id: number, more = '') => `fetchLater("${px(id)}"${more})`;
const NO_LEAVE = { 'access-control-allow-origin': 'https://nobody.test' };
const NO_CACHE = { 'cache-control': 'no-store' };

/** What a page sends as it goes, and what it asked to be sent later. */
export const LEAVING: readonly Scenario[] = [
  leaving('a fetch that outlives its page, as the page is left', on('pagehide', keepalive(500))),
  leaving('a beacon as the page is hidden', on('visibilitychange', beacon(501), 'document.')),
  leaving('a beacon as the page is unloaded', on('unload', beacon(502))),
  {
    name: 'a beacon before a page goes',
    mayMiss: IN_FLIGHT,
    pages: { '/': js(`${beacon(503)};location='/next'`), '/next': 'next' },
    steps: [{ open: '/' }, { served: '/next' }],
    answers: { 503: { held: true } },
    expected: { ...said(503, 'aborted'), page: { 503: 'https://{site}/' } },
  },
  {
    name: 'a fetch that outlives its page, before the page goes',
    mayMiss: IN_FLIGHT,
    pages: { '/': js(`${keepalive(504)};location='/next'`), '/next': 'next' },
    steps: [{ open: '/' }, { served: '/next' }],
    answers: { 504: { held: true } },
    expected: { ...said(504, 'aborted'), page: { 504: 'https://{site}/' } },
  },
  {
    name: 'a click that sends a beacon and goes on',
    mayMiss: IN_FLIGHT,
    pages: {
      '/': `<a href="/next" onclick="${beacon(505).replaceAll('"', '&quot;')}">next</a>`,
      '/next': 'next',
    },
    steps: [{ open: '/' }, { click: 'a' }, { served: '/next' }],
    answers: { 505: { held: true } },
    expected: { ...said(505, 'aborted'), page: { 505: 'https://{site}/' } },
  },
  {
    name: 'a beacon of a frame that goes, its page staying',
    pages: {
      '/': '<iframe src="/f"></iframe>',
      '/f': `${on('pagehide', beacon(506))}${js(`onload=()=>location='/g'`)}`,
      '/g': 'g',
    },
    answers: { 506: { delay: 700 } },
    expected: { ...said(506, 'aborted'), fired: { 506: 1 } },
  },
  {
    name: 'sent later, at once',
    pages: { '/': js(later(510, ',{activateAfter:0}')) },
    expected: once({ fired: { 510: 1 } }),
  },
  {
    name: 'sent later, after a while',
    pages: { '/': js(later(511, ',{activateAfter:900}')) },
    expected: once({ fired: { 511: 1 } }),
  },
  {
    name: 'a POST sent later',
    pages: { '/': js(later(512, `,{activateAfter:0,method:'POST',body:'x'}`)) },
    expected: once(),
  },
  {
    name: 'to be sent later, taken back',
    pages: {
      '/': js(
        `const c=new AbortController();${later(513, ',{activateAfter:400,signal:c.signal}')};c.abort()`,
      ),
    },
    expected: { asked: 0, recorded: 0 },
  },
  {
    name: 'to be sent later, taken back before',
    pages: {
      '/': js(
        `const c=new AbortController();c.abort();try{${later(514, ',{signal:c.signal}')}}catch{}`,
      ),
    },
    expected: { asked: 0, recorded: 0 },
  },
  {
    name: 'to be sent later without TLS',
    pages: { '/': js(`try{${later(515, ',{activateAfter:0}').replace('https', 'http')}}catch{}`) },
    expected: { asked: 0, recorded: 0 },
  },
  {
    name: 'to be sent later where the policy of the page forbids it',
    pages: {
      '/': {
        body: js(`try{${later(516, ',{activateAfter:0}')}}catch{}`),
        headers: { 'permissions-policy': 'deferred-fetch=()' },
      },
    },
    expected: { asked: 0, recorded: 0 },
  },
  {
    name: 'to be sent later, with more than may be',
    pages: {
      '/': js(
        `try{${later(517, `,{activateAfter:0,method:'POST',body:'x'.repeat(70000)}`)}}catch{}`,
      ),
    },
    expected: { asked: 0, recorded: 0 },
  },
  {
    name: 'sent later from a frame of the site',
    pages: { '/': '<iframe src="/f"></iframe>', '/f': js(later(518, ',{activateAfter:0}')) },
    expected: once(),
  },
  {
    name: 'sent later from a frame of another site that may',
    pages: {
      '/': '<iframe allow="deferred-fetch" src="https://{other}/f"></iframe>',
      '{other}/f': js(later(519, ',{activateAfter:0}')),
    },
    expected: once(),
  },
  {
    name: 'sent later as its frame is taken away',
    pages: {
      '/': js(
        `const f=document.createElement('iframe');f.src='/f';onmessage=()=>f.remove();document.documentElement.append(f)`,
      ),
      '/f': `${js(later(520))}${js(`parent.postMessage(1,'*')`)}`,
    },
    endless: true,
    expected: said(520, 'aborted'),
  },
  {
    name: 'sent later as its page is left',
    pages: {
      '/': { body: js(later(521)), headers: NO_CACHE },
      '/next': 'next',
    },
    steps: leaves,
    // The browser sends it, and lists it, once the next page is there.
    expected: once({ page: { 521: 'https://{site}/next' } }),
  },
  // Of these DevTools tells a failure without a status, as where the server was never reached.
  {
    name: 'sent later, without leave to read the answer',
    pages: { '/': js(later(523, ',{activateAfter:0}')) },
    answers: { 523: { headers: NO_LEAVE } },
    expected: said(523, 'network-error'),
  },
  {
    name: 'sent later as its page is left, without leave to read the answer',
    pages: { '/': { body: js(later(524)), headers: NO_CACHE }, '/next': 'next' },
    answers: { 524: { headers: NO_LEAVE } },
    steps: leaves,
    expected: said(524, 'network-error'),
  },
  {
    name: 'sent later as its page is kept to come back to',
    pages: { '/': js(later(522)), '/next': 'next' },
    steps: [...leaves, { asked: 1 }, { listed: 1 }, { back: true }],
    expected: once({ page: { 522: 'https://{site}/next' } }),
  },
];
