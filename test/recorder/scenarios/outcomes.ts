import { fires, img, js, once, px, said, type Scenario, stopped } from '../scenario.ts';

const policy = (text: string, body: string) => ({
  body,
  headers: { 'content-security-policy': text },
});
const UNTOLD = 'DevTools tells nothing of it, in event or log.';
const visits = [{ open: '/' }, { listed: 1 }, { open: '/next' }];

/** How a request can end. */
export const OUTCOMES: readonly Scenario[] = [
  {
    name: 'a redirect over two hops',
    pages: { '/': img(px(71)), '{third}/hop': { status: 302, headers: { location: '/ok.gif' } } },
    answers: { 71: { redirect: 'https://{third}/hop' } },
    expected: once({ fired: { 71: 1 } }),
  },
  {
    name: 'redir to a picture',
    pages: { '/': img(`${px(72)}&redir=${encodeURIComponent('https://a.cdn.test/ok.gif')}`) },
    expected: once(),
  },
  {
    name: 'a redirect to itself',
    pages: { '/': img('https://ib.adnxs.com/imptr?id=73&t=2&cachebuster=5173') },
    answers: { 73: { redirect: '/imptr?id=73&t=2&cachebuster=5173&b=1' } },
    expected: { asked: 2, recorded: 2, fired: { 73: 1 } },
  },
  {
    name: 'a redirect to another tracker',
    daily: true,
    pages: { '/': img(px(74)) },
    answers: { 74: { redirect: 'https://secure.adnxs.com/imptr?id=75&t=2&cachebuster=5175' } },
    expected: { asked: 2, recorded: 2, fired: { 74: 1, 75: 1 } },
  },
  {
    name: 'the service’s detour',
    pages: { '/': img(px(76)) },
    answers: { 76: { redirect: 'https://ib.adnxs.com/bounce?%2Fimptr%3Fid%3D76' } },
    expected: once({ fired: { 76: 1 } }),
  },
  {
    name: 'the detour failing',
    daily: true,
    pages: { '/': img(px(77)) },
    answers: {
      77: { redirect: 'https://ib.adnxs.com/bounce?%2Fimptr%3Fid%3D77' },
      'bounce 77': { status: 500 },
    },
    expected: { ...said(77, 'bounce-failed'), fired: { 77: 0 } },
  },
  {
    name: 'the detour blocked by the page',
    daily: true,
    pages: {
      '/': policy('img-src https://secure.adnxs.com', fires(px(78).replace('ib.', 'secure.'))),
    },
    answers: { 78: { redirect: 'https://ib.adnxs.com/bounce?%2Fimptr%3Fid%3D78' } },
    expected: { ...said(78, 'bounce-failed'), fired: { 78: 0 } },
  },
  {
    name: 'no content',
    pages: { '/': img(px(79)) },
    answers: { 79: { status: 204 } },
    expected: once(),
  },
  {
    name: 'an error of the tag',
    pages: { '/': img(px(80)) },
    answers: { 80: { status: 404 } },
    expected: said(80, 'http-error'),
  },
  {
    name: 'an error of the server',
    daily: true,
    pages: { '/': img(px(81)) },
    answers: { 81: { status: 503 } },
    expected: said(81, 'http-error'),
  },
  {
    name: 'an answer that comes late',
    pages: { '/': img(px(82)) },
    answers: { 82: { delay: 4000 } },
    expected: once(),
  },
  {
    name: 'no answer, and the page left',
    daily: true,
    pages: { '/': img(px(83)), '/next': 'next' },
    answers: { 83: { held: true } },
    steps: visits,
    expected: { ...said(83, 'aborted'), fired: { 83: 1 } },
  },
  {
    name: 'given up by the page',
    pages: { '/': js(`const i=new Image();i.src="${px(84)}";setTimeout(()=>i.src='',800)`) },
    answers: { 84: { held: true } },
    steps: [{ open: '/' }, { asked: 1 }],
    expected: said(84, 'aborted'),
  },
  {
    name: 'a connection that breaks',
    pages: { '/': js(`new Image().src="${px(85)}"`) },
    answers: { 85: { dropped: true } },
    expected: { recorded: 1, said: { 85: ['network-error'] } },
  },
  {
    name: 'a connection that is refused',
    pages: { '/': img(px(86).replace('.com/', '.com:8444/')) },
    expected: stopped(86, 'connection-refused'),
  },
  {
    name: 'a host that there is not',
    pages: { '/': img(px(87).replace('.com/', '.net/')) },
    expected: stopped(87, 'host-not-found', 'host-unexpected'),
  },
  {
    name: 'a host that is one letter off',
    daily: true,
    pages: { '/': img(px(200).replace('adnxs', 'adnsx')) },
    expected: stopped(200, 'host-not-found', 'host-typo'),
  },
  {
    name: 'a server that speaks no TLS',
    pages: { '/': img(px(201).replace('.com/', '.com:8445/')) },
    expected: stopped(201, 'tls-failed'),
  },
  {
    name: 'blocked by the policy of the page',
    daily: true,
    pages: { '/': policy("img-src 'self'", img(px(88))) },
    expected: stopped(88, 'blocked-by-page'),
  },
  {
    name: 'blocked by a policy in the page',
    pages: {
      '/': `<meta http-equiv="content-security-policy" content="img-src 'self'">${img(px(89))}`,
    },
    expected: stopped(89, 'blocked-by-page'),
  },
  {
    name: 'blocked by the policy of a frame',
    pages: {
      '/': '<iframe src="https://{other}/f"></iframe>',
      '{other}/f': policy("img-src 'self'", img(px(90))),
    },
    expected: { ...stopped(90, 'blocked-by-page'), frame: { 90: 'https://{other}/f' } },
  },
  {
    name: 'a script blocked by the policy',
    pages: { '/': policy("script-src 'self'", `<script src="${px(91, 1)}"></script>`) },
    expected: stopped(91, 'blocked-by-page'),
  },
  {
    name: 'a beacon blocked by the policy',
    unseen: UNTOLD,
    pages: { '/': policy("connect-src 'self'", js(`navigator.sendBeacon("${px(92)}",'x')`)) },
    expected: stopped(92, 'blocked-by-page'),
  },
  {
    name: 'a fetch blocked by the policy',
    unseen: UNTOLD,
    pages: {
      '/': policy("connect-src 'self'", js(`fetch("${px(93)}",{mode:'no-cors'}).catch(()=>{})`)),
    },
    expected: stopped(93, 'blocked-by-page'),
  },
  {
    name: 'a policy that only reports',
    pages: {
      '/': {
        body: img(px(94)),
        headers: { 'content-security-policy-report-only': "img-src 'self'" },
      },
    },
    expected: once(),
  },
  {
    name: 'an answer without leave to read it',
    daily: true,
    pages: { '/': js(`fetch("${px(95)}").catch(()=>{})`) },
    answers: { 95: { headers: { 'access-control-allow-origin': 'https://nobody.test' } } },
    expected: { ...said(95, 'blocked-by-browser'), fired: { 95: 1 } },
  },
  {
    name: 'an answer kept from a page that demands more',
    daily: true,
    pages: {
      '/': { body: img(px(96)), headers: { 'cross-origin-embedder-policy': 'require-corp' } },
    },
    expected: { ...said(96, 'blocked-by-browser'), fired: { 96: 1 } },
  },
  {
    name: 'a script without TLS',
    daily: true,
    pages: { '/': `<script src="${px(97, 1).replace('https', 'http')}"></script>` },
    expected: stopped(97, 'mixed-content', 'not-https'),
  },
  {
    name: 'a page without TLS',
    pages: { '/': img(px(98).replace('https', 'http')) },
    steps: [{ open: 'http://{site}/' }],
    expected: said(98, 'not-https'),
  },
  {
    name: 'one address twice in a document',
    pages: { '/': img('https://ib.adnxs.com/imptr?id=99&t=2&cachebuster=5199').repeat(2) },
    expected: once(),
  },
  {
    name: 'two tags of a tracker',
    pages: { '/': `${img(px(100))}<script src="${px(100, 1)}"></script>` },
    expected: { asked: 2, recorded: 2, said: { 100: ['fired-again'] } },
  },
  {
    name: 'a tracker in two frames',
    daily: true,
    pages: {
      '/': '<iframe src="https://{other}/one"></iframe><iframe src="https://{third}/two"></iframe>',
      '{other}/one': img(px(202)),
      '{third}/two': img(px(202)),
    },
    expected: { asked: 2, recorded: 2, said: { 202: ['fired-across-frames'] }, fired: { 202: 2 } },
  },
  {
    name: 'a host that the browser knows to want https',
    daily: true,
    pages: { '/': img('http://px.recorder.dev/imptr?id=204&t=2&cachebuster={new}') },
    steps: [{ open: 'http://{site}/' }],
    expected: {
      asked: 1,
      recorded: 2,
      said: { 204: ['host-unexpected', 'http-upgraded', 'not-https'] },
    },
  },
  {
    name: 'a redirect that is not followed',
    daily: true,
    pages: { '/': fires(`${px(205)}&redir=https://a.cdn.test/ok.gif`) },
    answers: { 205: { redirect: '' } },
    expected: said(205, 'redir-not-followed'),
  },
  {
    name: 'a redirect that is cut',
    pages: { '/': fires(`${px(206)}&redir=https://a.cdn.test/ok.gif?x=1&y=2`) },
    answers: { 206: { redirect: 'https://a.cdn.test/ok.gif?x=1' } },
    expected: said(206, 'redir-cut'),
  },
  {
    name: 'a redirect that was encoded twice',
    pages: { '/': fires(`${px(208)}&redir=https%253A%252F%252Fa.cdn.test%252Fok.gif`) },
    answers: { 208: { redirect: 'https%3A%2F%2Fa.cdn.test%2Fok.gif' } },
    expected: { recorded: 1, said: { 208: ['redir-elsewhere'] } },
  },
  {
    name: 'a redirect to what the page forbids',
    daily: true,
    pages: { '/': policy('img-src https://ib.adnxs.com', fires(px(209))) },
    answers: { 209: { redirect: 'https://{third}/ok.gif' } },
    expected: said(209, 'redirect-stopped'),
  },
  {
    name: 'a redirect in a circle',
    daily: true,
    pages: { '/': fires('https://ib.adnxs.com/imptr?id=210&t=2&cachebuster=882101') },
    answers: { 210: { redirect: '/imptr?id=210&t=2&cachebuster=882101', forEver: true } },
    expected: { asked: 21, recorded: 21, said: { 210: ['redirect-loop'] } },
  },
  {
    name: 'a redirect over five hops',
    pages: {
      '/': fires(
        [0, 1, 2, 3, 4]
          .map((hop) => `https://ib.adnxs.com/imptr?id=211&t=2&cachebuster=55211&b=${hop}`)
          .join('&redir='),
      ),
    },
    expected: { asked: 5, recorded: 5, said: { 211: ['redirect-chain'] }, fired: { 211: 1 } },
  },
  {
    name: 'a counter for a cachebuster',
    pages: {
      '/': js(
        `let n=104215;const f=()=>{new Image().src='https://ib.adnxs.com/imptr?id=212&t=2&cachebuster='+n++};f();setTimeout(f,400)`,
      ),
    },
    expected: { asked: 2, recorded: 2, said: { 212: ['cachebuster-counter', 'fired-again'] } },
  },
  {
    name: 'cachebusters of which only the end changes',
    pages: {
      '/': js(
        `['17','42','93'].forEach((n,i)=>setTimeout(()=>{new Image().src='https://ib.adnxs.com/imptr?id=213&t=2&cachebuster=cb0000'+n},i*400))`,
      ),
    },
    expected: { asked: 3, recorded: 3, said: { 213: ['cachebuster-alike', 'fired-again'] } },
  },
  {
    name: 'the date for a cachebuster',
    pages: {
      '/': js(
        `new Image().src='https://ib.adnxs.com/imptr?id=214&t=2&cachebuster='+new Date().toISOString().slice(0,10).replaceAll('-','')`,
      ),
    },
    expected: said(214, 'cachebuster-date'),
  },
  {
    name: 'one cachebuster for two trackers',
    pages: {
      '/': fires('https://ib.adnxs.com/imptr?id=215&t=2&cachebuster=770215'),
      '/next': fires('https://ib.adnxs.com/imptr?id=216&t=2&cachebuster=770215'),
    },
    steps: visits,
    expected: { asked: 2, recorded: 2, said: { 216: ['cachebuster-shared'] } },
  },
  {
    name: 'a cachebuster that stays the same',
    pages: { '/': img('https://ib.adnxs.com/imptr?id=101&t=2&cachebuster=51101') },
    steps: [{ open: '/' }, { listed: 1 }, { reload: true }],
    expected: { asked: 2, recorded: 2, said: { 101: ['cachebuster-repeated'] } },
  },
  {
    name: 'an answer from the cache',
    daily: true,
    pages: {
      '/': img('https://ib.adnxs.com/imptr?id=102&t=2&cachebuster=51102'),
      '/next': img('https://ib.adnxs.com/imptr?id=102&t=2&cachebuster=51102'),
    },
    answers: { 102: { headers: { 'cache-control': 'public, max-age=3600' } } },
    steps: visits,
    expected: {
      asked: 1,
      recorded: 2,
      said: { 102: ['cachebuster-repeated', 'from-cache'] },
      fired: { 102: 1 },
    },
  },
];
