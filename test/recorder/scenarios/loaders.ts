import { fires, img, js, once, px, type Scenario } from '../scenario.ts';

const worker = (code: string) => ({ type: 'text/javascript', body: code });
/** A service worker that takes its page over at once and does this with what is fetched. */
const serviceWorker = (code: string) =>
  worker(
    `oninstall=()=>skipWaiting();onactivate=(e)=>e.waitUntil(clients.claim());onfetch=(e)=>{if(e.request.url.includes('imptr'))${code}}`,
  );
/** Fires once the service worker has the page. */
const onceControlled = (url: string) =>
  js(
    `const go=()=>{new Image().src="${url}"};navigator.serviceWorker.register('/sw.js');navigator.serviceWorker.controller?go():navigator.serviceWorker.addEventListener('controllerchange',go,{once:true})`,
  );
const PRERENDER = `<script type="speculationrules">{"prerender":[{"urls":["/next"],"eagerness":"immediate"}]}</script>`;
const onLeave = (code: string) => js(`addEventListener('pagehide',()=>${code})`);
const leaves = [{ open: '/' }, { open: '/next' }];
const PAGEHIDE = 'What is sent while its page is left is in no list of DevTools.';

/** What can ask for a pixel. */
export const LOADERS: readonly Scenario[] = [
  {
    name: 'a picture',
    daily: true,
    pages: { '/': img(px(1)) },
    expected: once({ loader: { 1: 'image' }, frame: { 1: 'https://{site}/' }, fired: { 1: 1 } }),
  },
  {
    name: 'a script',
    pages: { '/': `<script src="${px(2, 1)}"></script>` },
    expected: once({ loader: { 2: 'script' } }),
  },
  {
    name: 'a picture at the other host',
    pages: { '/': img(px(3).replace('ib.', 'secure.')) },
    expected: once(),
  },
  {
    name: 'a background',
    pages: { '/': `<div style="height:9px;background:url('${px(4)}')"></div>` },
    expected: once(),
  },
  {
    name: 'loaded ahead, then used',
    pages: {
      '/': js(
        `const u="${px(5)}",l=document.createElement('link');Object.assign(l,{rel:'preload',as:'image',href:u});document.head.append(l);l.onload=()=>document.body.append(Object.assign(new Image(),{src:u}))`,
      ),
    },
    expected: once(),
  },
  {
    name: 'a video’s poster',
    pages: { '/': `<video width=9 height=9 poster="${px(6)}"></video>` },
    expected: once(),
  },
  {
    name: 'a frame of its own',
    pages: { '/': `<iframe src="${px(7)}"></iframe>` },
    expected: once(),
  },
  {
    name: 'an object',
    pages: { '/': `<object type="image/gif" data="${px(8)}"></object>` },
    expected: once(),
  },
  {
    name: 'the ping of a link',
    pages: { '/': `<a href="#x" ping="${px(9)}">x</a>` },
    steps: [{ open: '/' }, { click: 'a' }],
    expected: once(),
  },
  {
    name: 'a script that fires',
    pages: { '/deep/page': fires(px(10)) },
    steps: [{ open: '/deep/page' }],
    expected: once({ frame: { 10: 'https://{site}/deep/page' } }),
  },
  {
    name: 'a script written into the page',
    pages: { '/': js(`document.write('<script src="${px(11, 1)}"><\\/script>')`) },
    expected: once({ loader: { 11: 'script' } }),
  },
  {
    name: 'XMLHttpRequest',
    pages: { '/': js(`const x=new XMLHttpRequest();x.open('GET',"${px(12)}");x.send()`) },
    expected: once(),
  },
  {
    name: 'a fetch that is read',
    pages: { '/': js(`fetch("${px(13)}").then((r)=>r.text())`) },
    expected: once(),
  },
  {
    name: 'a fetch that nobody reads',
    daily: true,
    pages: { '/': js(`fetch("${px(14)}",{mode:'no-cors'})`) },
    expected: once({ loader: { 14: 'fetch' } }),
  },
  {
    name: 'a fetch that outlives its page',
    pages: { '/': js(`fetch("${px(15)}",{mode:'no-cors',keepalive:true})`) },
    expected: once(),
  },
  {
    name: 'a fetch on a page long at rest',
    pages: { '/': js(`setTimeout(()=>fetch("${px(16)}",{mode:'no-cors'}),5000)`) },
    expected: once(),
  },
  {
    name: 'a fetch on a page at rest that is left soon after',
    daily: true,
    pages: {
      '/': js(
        `setTimeout(()=>{fetch("${px(17)}",{mode:'no-cors'});setTimeout(()=>location='/next',1500)},3000)`,
      ),
      '/next': 'next',
    },
    steps: [{ open: '/' }, { served: '/next' }],
    expected: once({ page: { 17: 'https://{site}/' }, views: 2 }),
  },
  {
    name: 'many fetches on a page that is left soon after',
    pages: {
      '/': js(
        `for(let i=0;i<120;i++)fetch('https://ib.adnxs.com/imptr?id='+(1700+i)+'&t=2&cachebuster='+(1e6+i),{mode:'no-cors'});setTimeout(()=>location='/next',2500)`,
      ),
      '/next': 'next',
    },
    steps: [{ open: '/' }, { served: '/next' }],
    expected: { asked: 120, recorded: 120 },
  },
  {
    name: 'a POST',
    pages: { '/': js(`fetch("${px(18)}",{method:'POST',body:'x',mode:'no-cors'})`) },
    expected: once(),
  },
  {
    name: 'a beacon',
    pages: { '/': js(`navigator.sendBeacon("${px(19)}",'x')`) },
    expected: once({ loader: { 19: 'ping' } }),
  },
  {
    name: 'a player that reads VAST',
    pages: {
      '/': js(
        `fetch('/vast.xml').then((r)=>r.text()).then((t)=>{new Image().src=new DOMParser().parseFromString(t,'text/xml').querySelector('Impression').textContent})`,
      ),
      '/vast.xml': {
        type: 'text/xml',
        body: `<VAST version="4.2"><Ad><InLine><Impression><![CDATA[${px(20)}]]></Impression></InLine></Ad></VAST>`,
      },
    },
    expected: once(),
  },
  {
    name: 'a worker',
    pages: {
      '/': js(`new Worker('/w.js')`),
      '/w.js': worker(`fetch("${px(21)}",{mode:'no-cors'})`),
    },
    expected: once(),
  },
  {
    name: 'a shared worker',
    unseen: 'It has a list of its own in DevTools.',
    pages: {
      '/': js(`new SharedWorker('/w.js')`),
      '/w.js': worker(`fetch("${px(22)}",{mode:'no-cors'})`),
    },
    expected: once(),
  },
  {
    name: 'a service worker’s own fetch',
    pages: {
      '/': js(
        `navigator.serviceWorker.register('/sw.js').then(()=>navigator.serviceWorker.ready).then((r)=>r.active.postMessage(1))`,
      ),
      '/sw.js': worker(
        `oninstall=()=>skipWaiting();onactivate=(e)=>e.waitUntil(clients.claim());onmessage=(e)=>e.waitUntil(fetch("${px(23)}",{mode:'no-cors'}))`,
      ),
    },
    expected: once(),
  },
  {
    name: 'a picture through a service worker',
    pages: {
      '/': onceControlled(px(24)),
      '/sw.js': serviceWorker('e.respondWith(fetch(e.request))'),
    },
    expected: once({ fired: { 24: 1 } }),
  },
  {
    name: 'a service worker’s own answer',
    daily: true,
    pages: {
      '/': onceControlled(px(25)),
      '/sw.js': serviceWorker(`e.respondWith(new Response('',{status:200}))`),
    },
    expected: { asked: 0, recorded: 1, said: { 25: ['from-cache'] }, fired: { 25: 0 } },
  },
  {
    name: 'a prerendered page that is shown',
    pages: { '/': `${PRERENDER}<a href="/next">next</a>`, '/next': img(px(26)) },
    steps: [{ open: '/' }, { asked: 1 }, { click: 'a' }],
    expected: once({
      page: { 26: 'https://{site}/next' },
      prerendered: { 26: 'shown' },
    }),
  },
  {
    name: 'a picture as the page is left',
    unseen: PAGEHIDE,
    pages: { '/': onLeave(`{new Image().src="${px(27)}"}`), '/next': 'next' },
    steps: leaves,
    expected: once(),
  },
  {
    name: 'a beacon as the page is left',
    unseen: PAGEHIDE,
    pages: { '/': onLeave(`navigator.sendBeacon("${px(28)}")`), '/next': 'next' },
    steps: leaves,
    expected: once(),
  },
  {
    name: 'a picture below the fold, come to',
    pages: {
      '/': `<div style="height:9000px"></div><img id=i loading=lazy width=1 height=1 src="${px(29)}">`,
    },
    steps: [{ open: '/' }, { run: `document.querySelector('#i').scrollIntoView()` }],
    expected: once(),
  },
  {
    name: 'a picture below the fold, never come to',
    pages: {
      '/': `<div style="height:9000px"></div><img loading=lazy width=1 height=1 src="${px(30)}">`,
    },
    expected: { asked: 0, recorded: 0 },
  },
  {
    name: 'what fires nothing',
    pages: {
      '/': `<noscript>${img(px(31))}</noscript><template>${img(px(32))}</template><!--${img(px(33))}--><script type="text/plain">new Image().src="${px(34)}"</script><p>${img(px(35)).replaceAll('<', '&lt;')}</p><img src="/ok.gif?u=https://ib.adnxs.com/imptr?id=36">`,
    },
    expected: { asked: 0, recorded: 0 },
  },
  {
    name: 'two of one address in one millisecond',
    daily: true,
    pages: {
      '/': js(
        `for(const _ of [1,2])fetch('https://ib.adnxs.com/imptr?id=37&t=2&cachebuster=5150',{mode:'no-cors',cache:'no-store'})`,
      ),
    },
    expected: {
      asked: 2,
      recorded: 2,
      said: { 37: ['cachebuster-repeated', 'fired-again'] },
      fired: { 37: 2 },
    },
  },
  {
    name: 'one address three ways in one moment',
    pages: {
      '/': js(
        `const u='https://ib.adnxs.com/imptr?id=38&t=2&cachebuster=5151';new Image().src=u;fetch(u,{mode:'no-cors',cache:'no-store'});navigator.sendBeacon(u,'x')`,
      ),
    },
    expected: { asked: 3, recorded: 3, said: { 38: ['cachebuster-repeated', 'fired-again'] } },
  },
  {
    name: 'three hundred at once',
    pages: {
      '/': js(
        `for(let i=0;i<300;i++)new Image().src='https://ib.adnxs.com/imptr?id='+(3900+i)+'&t=2&cachebuster='+(2e6+i)`,
      ),
    },
    expected: { asked: 300, recorded: 300 },
  },
];
