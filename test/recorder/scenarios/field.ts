import { fires, img, js, once, px, said, type Scenario } from '../scenario.ts';

const cb = (id: number, cachebuster: number | string) =>
  `https://ib.adnxs.com/imptr?id=${id}&t=2&cachebuster=${cachebuster}`;

/** Requests as they come in the field, of which more or less could be said than is true. */
export const FIELD: readonly Scenario[] = [
  {
    name: 'a frame that gets no content',
    pages: { '/': `<iframe src="${px(220)}"></iframe>` },
    answers: { 220: { status: 204 } },
    expected: once({ fired: { 220: 1 } }),
  },
  {
    name: 'a service worker that follows redir',
    pages: {
      '/': js(
        `const go=()=>{new Image().src="${px(221)}&redir=https://{third}/ok.gif"};navigator.serviceWorker.register('/sw.js');navigator.serviceWorker.controller?go():navigator.serviceWorker.addEventListener('controllerchange',go,{once:true})`,
      ),
      '/sw.js': {
        type: 'text/javascript',
        body: `oninstall=()=>skipWaiting();onactivate=(e)=>e.waitUntil(clients.claim());onfetch=(e)=>{if(e.request.url.includes('imptr'))e.respondWith(fetch(e.request))}`,
      },
    },
    expected: once({ fired: { 221: 1 } }),
  },
  {
    name: 'a fetch that asks for leave first',
    pages: { '/': js(`fetch("${px(222)}",{headers:{'x-a':'1'}})`) },
    answers: { 222: { headers: { 'access-control-allow-headers': 'x-a' } } },
    expected: { asked: 2, recorded: 1, fired: { 222: 1 } },
  },
  {
    name: 'a fetch that gets no leave',
    pages: { '/': js(`fetch("${px(223)}",{headers:{'x-a':'1'}}).catch(()=>{})`) },
    expected: { asked: 1, recorded: 1, said: { 223: ['network-error'] }, fired: { 223: 0 } },
  },
  {
    name: 'a hop written in capitals',
    pages: { '/': fires(cb(224, 55_224)) },
    answers: {
      224: { redirect: `https://IB.ADNXS.COM:443/imptr?id=224&t=2&cachebuster=55224&b=1` },
    },
    expected: { asked: 2, recorded: 2, fired: { 224: 1 } },
  },
  {
    name: 'a hop that is only a query',
    pages: { '/': fires(cb(225, 55_225)) },
    answers: { 225: { redirect: '?id=225&t=2&cachebuster=55225&b=a|"1' } },
    expected: { asked: 2, recorded: 2, fired: { 225: 1 } },
  },
  {
    name: 'two frames without an address',
    pages: { '/': `<iframe srcdoc='${img(px(226)).replaceAll('&', '&amp;')}'></iframe>`.repeat(2) },
    expected: { asked: 2, recorded: 2, said: { 226: ['fired-again'] } },
  },
  {
    name: 'a picture and a script of one frame',
    pages: {
      '/': '<iframe src="https://{other}/one"></iframe><iframe src="https://{other}/two"></iframe>',
      '{other}/one': `${img(px(227))}${js(`setTimeout(()=>{new Image().src="${px(227)}"},500)`)}`,
      '{other}/two': 'two',
    },
    expected: { asked: 2, recorded: 2, said: { 227: ['fired-again'] } },
  },
  {
    name: 'a page that tidies its address',
    pages: {
      '/a': `${img(px(228))}${js(`setTimeout(()=>{history.replaceState({},'','/a');new Image().src="${px(228)}"},700)`)}`,
    },
    steps: [{ open: '/a?utm=1' }, { asked: 2 }],
    expected: { asked: 2, recorded: 2, views: 1, said: { 228: ['fired-again'] } },
  },
  {
    name: 'a video',
    pages: { '/': `<video muted autoplay src="${px(229)}"></video>` },
    expected: once(),
  },
  {
    name: 'prefetched, then used',
    pages: {
      '/': js(
        `const u="${px(230)}",l=document.createElement('link');Object.assign(l,{rel:'prefetch',as:'image',href:u});document.head.append(l);l.onload=()=>document.body.append(Object.assign(new Image(),{src:u}))`,
      ),
    },
    expected: { asked: 2, recorded: 2, said: { 230: ['cachebuster-repeated', 'fired-again'] } },
  },
  {
    name: 'the same picture later',
    pages: {
      '/': js(
        `const u="${px(231)}",f=()=>document.body.append(Object.assign(new Image(),{src:u}));onload=()=>{f();setTimeout(f,900)}`,
      ),
    },
    answers: { 231: { headers: { 'cache-control': 'max-age=60' } } },
    expected: once(),
  },
  {
    name: 'values that hold signs',
    pages: {
      '/': fires(
        `${px(232)}&kv={"a":"b"}&cat=Home > News&title=l’été “chaud” ici&b=aGVsbG8+&src=none`,
      ),
    },
    expected: once(),
  },
  {
    name: 'a redirect to a host in other letters',
    pages: { '/': fires(`${px(233)}&redir=https://münchen.cdn.test/ok.gif`) },
    answers: { 233: { redirect: 'https://xn--mnchen-3ya.cdn.test/ok.gif' } },
    expected: once(),
  },
  {
    name: 'the time to the second',
    pages: {
      '/': js(
        `const f=()=>{new Image().src='https://ib.adnxs.com/imptr?id=234&t=2&cachebuster='+new Date().toISOString().replace(/\\D/g,'').slice(0,14)};f();setTimeout(f,1100);setTimeout(f,2200)`,
      ),
    },
    expected: { asked: 3, recorded: 3, said: { 234: ['fired-again'] } },
  },
  {
    name: 'a creative that stays while its page goes on',
    pages: {
      '/': js(
        `const f=(id)=>{new Image().src='https://ib.adnxs.com/imptr?t=2&cachebuster=88213&id='+id};f(235);setTimeout(()=>{history.pushState({},'','/two');setTimeout(()=>f(236),800)},900)`,
      ),
    },
    steps: [{ open: '/' }, { asked: 2 }],
    expected: { asked: 2, recorded: 2, views: 2 },
  },
  {
    name: 'a fetch that does not follow',
    pages: { '/': js(`fetch("${px(237)}",{redirect:'manual'})`) },
    answers: { 237: { redirect: 'https://{third}/ok.gif' } },
    expected: once(),
  },
  {
    name: 'a fetch that refuses to follow',
    pages: { '/': js(`fetch("${px(238)}",{redirect:'error'}).catch(()=>{})`) },
    answers: { 238: { redirect: 'https://{third}/ok.gif' } },
    expected: said(238, 'redirect-stopped'),
  },
  {
    name: 'a redirect to http',
    pages: { '/': fires(px(239)) },
    answers: { 239: { redirect: 'http://{third}/ok.gif' } },
    expected: once(),
  },
  {
    name: 'a frame that is led on',
    pages: { '/': `<iframe src="${px(241)}"></iframe>` },
    answers: { 241: { redirect: 'https://{third}/f' } },
    expected: once(),
  },
  {
    name: 'an object that gets no content',
    pages: { '/': `<object type="image/gif" data="${px(242)}"></object>` },
    answers: { 242: { status: 204 } },
    expected: once(),
  },
  {
    name: 'a beacon that is led on',
    pages: { '/': js(`navigator.sendBeacon("${px(243)}",'x')`) },
    answers: { 243: { redirect: 'https://{third}/ok.gif' } },
    expected: once(),
  },
  {
    name: 'references left of a tag',
    pages: { '/': fires('https://ib.adnxs.com/imptr?id=244&amp;t=2&amp;cachebuster={new}') },
    expected: said(244, 'ampersand-left'),
  },
  {
    name: 'semicolons',
    pages: { '/': fires('https://ib.adnxs.com/imptr?id=245;t=2;cachebuster={new}') },
    expected: said('*', 'query-malformed'),
  },
  {
    name: 'a script that gets no content',
    pages: { '/': `<script src="${px(246, 1)}"></script>` },
    answers: { 246: { status: 204 } },
    expected: once(),
  },
  {
    name: 'a picture in SVG',
    pages: {
      '/': `<svg><image href="${px(247)}"/></svg><input type=image src="${px(248)}"><i style="content:url('${px(249)}')"></i>`,
    },
    expected: { asked: 3, recorded: 3 },
  },
];
