import { fires, img, js, once, px, type Scenario } from '../scenario.ts';

const again = (id: number) =>
  `new Image().src='https://ib.adnxs.com/imptr?id=${id}&t=2&cachebuster='+String(Math.random()).slice(2,10)`;
const inSandbox = (code: string) =>
  `<iframe sandbox="allow-scripts" srcdoc="<script>${code.replaceAll('&', '&amp;')}</script>"></iframe>`;
const OTHER_WINDOW = 'DevTools tells of the tab it is open on.';

/** Documents and page views. */
export const VIEWS: readonly Scenario[] = [
  {
    name: 'a frame of another site',
    daily: true,
    pages: {
      '/': '<iframe src="https://{other}/ads/box.html"></iframe>',
      '{other}/ads/box.html': img(px(41)),
    },
    expected: once({
      frame: { 41: 'https://{other}/ads/box.html' },
      page: { 41: 'https://{site}/' },
    }),
  },
  {
    name: 'a sandboxed frame',
    pages: {
      '/': '<iframe sandbox="allow-scripts" src="https://{other}/f"></iframe>',
      '{other}/f': img(px(42)),
    },
    expected: once({ frame: { 42: 'https://{other}/f' } }),
  },
  {
    name: 'a frame without an address',
    pages: { '/': `<iframe srcdoc='${img(px(43)).replaceAll('&', '&amp;')}'></iframe>` },
    expected: once({ frame: { 43: 'about:srcdoc' } }),
  },
  {
    name: 'a picture in the text of a sandboxed frame (srcdoc)',
    unseen: 'The frame has a process of its own, and has asked for it before DevTools is there.',
    pages: {
      '/': ['', 'allow-scripts']
        .map((allows, index) => {
          const text = img(px(450 + index)).replaceAll('&', '&amp;');
          return `<iframe sandbox="${allows}" srcdoc='${text}'></iframe>`;
        })
        .join(''),
    },
    expected: { asked: 2, recorded: 2 },
  },
  {
    name: 'a script in the text of a sandboxed frame (srcdoc), at once',
    mayMiss: 'The frame has a process of its own, and may have asked before DevTools is there.',
    pages: { '/': inSandbox(`fetch('${px(452)}',{mode:'no-cors'})`) },
    steps: [{ open: '/' }, { asked: 1 }],
    expected: once(),
  },
  {
    name: 'a script in the text of a sandboxed frame (srcdoc), a while after',
    pages: { '/': inSandbox(`setTimeout(()=>fetch('${px(453)}',{mode:'no-cors'}),600)`) },
    expected: once(),
  },
  {
    name: 'an empty frame that is written into',
    pages: {
      '/': `<iframe id=f></iframe>${js(`const d=f.contentDocument;d.open();d.write('${img(px(44))}');d.close()`)}`,
    },
    expected: once(),
  },
  {
    name: 'three documents deep',
    pages: {
      '/': '<iframe src="https://{other}/f"></iframe>',
      '{other}/f': '<iframe src="https://{third}/g"></iframe>',
      '{third}/g': img(px(45)),
    },
    expected: once({ frame: { 45: 'https://{third}/g' } }),
  },
  {
    name: 'a script under no-referrer',
    pages: { '/': { body: fires(px(46)), headers: { 'referrer-policy': 'no-referrer' } } },
    expected: once({ frame: { 46: 'https://{site}/' } }),
  },
  {
    name: 'a script in one of two frames of one site',
    daily: true,
    pages: {
      '/': '<iframe src="https://{other}/a/one"></iframe><iframe src="https://{other}/b/two"></iframe>',
      '{other}/a/one': 'one',
      '{other}/b/two': fires(px(47)),
    },
    expected: once({ frame: { 47: 'https://{other}/b/two' } }),
  },
  {
    name: 'a frame that is taken away at once',
    pages: {
      '/': js(
        `const f=document.createElement('iframe');f.src='https://{other}/f';onmessage=()=>f.remove();document.documentElement.append(f)`,
      ),
      '{other}/f': `<img src="${px(48)}" onload="parent.postMessage(1,'*')">`,
    },
    expected: once(),
  },
  {
    name: 'a frame that loads itself anew',
    pages: {
      '/': '<iframe src="https://{other}/f"></iframe>',
      '{other}/f': `${img(px(49))}${js(`if(!name){name='x';onload=()=>location.reload()}`)}`,
    },
    expected: { asked: 2, recorded: 2, said: { 49: ['fired-again'] } },
  },
  {
    name: 'a window that the page opens',
    unseen: OTHER_WINDOW,
    pages: { '/': `<button onclick="window.open('/pop')">open</button>`, '/pop': img(px(50)) },
    steps: [{ open: '/' }, { click: 'button' }],
    expected: once(),
  },
  {
    name: 'once on each of two pages',
    pages: { '/': img(px(51)), '/next': img(px(51)) },
    steps: [{ open: '/' }, { listed: 1 }, { open: '/next' }],
    expected: { asked: 2, recorded: 2, views: 2, fired: { 51: 2 } },
  },
  {
    name: 'a page that goes on at once',
    pages: { '/': `${img(px(52))}${js(`setTimeout(()=>location='/next',150)`)}`, '/next': 'next' },
    steps: [{ open: '/' }, { served: '/next' }],
    expected: once({ views: 2, page: { 52: 'https://{site}/' } }),
  },
  {
    name: 'eight pages in a row',
    pages: Object.fromEntries(
      Array.from({ length: 8 }, (_, index) => [`/p${index}`, img(px(5300 + index))]),
    ),
    steps: Array.from(
      { length: 8 },
      (_, index) => [{ open: `/p${index}` }, { listed: index + 1 }] as const,
    ).flat(),
    expected: {
      asked: 8,
      recorded: 8,
      views: 8,
      page: { 5300: 'https://{site}/p0', 5307: 'https://{site}/p7' },
    },
  },
  {
    name: 'eight pages, each left before its pixel was answered',
    pages: Object.fromEntries(
      Array.from({ length: 8 }, (_, index) => [`/p${index}`, img(px(5320 + index))]),
    ),
    steps: Array.from(
      { length: 8 },
      (_, index) => [{ open: `/p${index}` }, { asked: index + 1 }] as const,
    ).flat(),
    answers: Object.fromEntries(
      Array.from({ length: 8 }, (_, index) => [5320 + index, { held: true }]),
    ),
    expected: {
      asked: 8,
      recorded: 8,
      views: 8,
      said: Object.fromEntries(
        Array.from({ length: 8 }, (_, index) => [5320 + index, ['aborted']]),
      ),
    },
    mayMiss:
      'A request in flight gives no event once its page is left, and the log may be gone before it is read.',
  },
  {
    name: 'three sites in a row',
    pages: { '/': img(px(54)), '{other}/': img(px(55)) },
    steps: [{ open: '/' }, { asked: 1 }, { open: 'https://{other}/' }],
    expected: { asked: 2, recorded: 2, page: { 54: 'https://{site}/', 55: 'https://{other}/' } },
  },
  {
    name: 'the routes of an application',
    daily: true,
    pages: {
      '/': js(
        `const p=()=>{${again(56)}};p();setTimeout(()=>{history.pushState({},'','/two');p()},900);setTimeout(()=>{history.pushState({},'','/three?x=1');p()},1800)`,
      ),
    },
    steps: [{ open: '/' }, { asked: 3 }],
    expected: { asked: 3, recorded: 3, views: 3, fired: { 56: 3 } },
  },
  {
    name: 'the routes of an application behind #/',
    pages: {
      '/': js(`const p=()=>{${again(57)}};p();setTimeout(()=>{location.hash='#/two';p()},900)`),
    },
    steps: [{ open: '/' }, { asked: 2 }],
    expected: { asked: 2, recorded: 2, views: 2 },
  },
  {
    name: 'another part of one page',
    pages: {
      '/': js(`const p=()=>{${again(58)}};p();setTimeout(()=>{location.hash='two';p()},900)`),
    },
    steps: [{ open: '/' }, { asked: 2 }],
    expected: { asked: 2, recorded: 2, views: 1, said: { 58: ['fired-again'] } },
  },
  {
    name: 'a page that comes back from the cache',
    daily: true,
    pages: { '/': js(`onpageshow=()=>{${again(59)}}`), '/next': 'next' },
    steps: [{ open: '/' }, { listed: 1 }, { open: '/next' }, { served: '/next' }, { back: true }],
    expected: { asked: 2, recorded: 2, views: 3 },
  },
  {
    name: 'loaded anew',
    pages: { '/': img(px(60)) },
    steps: [{ open: '/' }, { listed: 1 }, { reload: true }],
    expected: { asked: 2, recorded: 2, views: 2 },
  },
  {
    name: 'DevTools closed and opened again',
    daily: true,
    pages: {
      '/': `${img(px(61))}<button onclick="${again(62).replaceAll('"', '&quot;')}">more</button>`,
    },
    steps: [
      { open: '/' },
      { listed: 1 },
      { ended: true },
      { reopen: true },
      { listed: 1 },
      { click: 'button' },
    ],
    expected: { asked: 2, recorded: 2, views: 1, gaps: 1 },
  },
];
