import { img, js, once, px, said, type Scenario } from '../scenario.ts';

const code = (body: string) => ({ type: 'text/javascript', body });
const one = (name: string, id: number, body: string): Scenario => ({
  name,
  pages: { '/': body },
  expected: once({ fired: { [id]: 1 } }),
});

/** What else in HTML, a style or a document of a creative's own can ask for a pixel. */
export const ELEMENTS: readonly Scenario[] = [
  one('one of several pictures', 400, `<picture><source srcset="${px(400)}">${img('')}</picture>`),
  one('a picture for each density', 401, `<img srcset="${px(401)} 1x, ${px(401)} 2x">`),
  one('a style sheet', 402, `<link rel=stylesheet href="${px(402)}">`),
  one('an @import of a style', 403, `<style>@import url("${px(403)}")</style>`),
  one(
    'a font',
    404,
    `<style>@font-face{font-family:x;src:url("${px(404)}")}</style><p style="font-family:x">x</p>`,
  ),
  one('a sound', 405, `<audio muted autoplay src="${px(405)}"></audio>`),
  one('an embedded file', 406, `<embed type=image/gif src="${px(406)}">`),
  one('a module', 407, `<script type=module src="${px(407, 1)}"></script>`),
  one('a module that is imported', 408, js(`import("${px(408, 1)}")`)),
  one('a module loaded ahead', 409, `<link rel=modulepreload href="${px(409, 1)}">`),
  one('fetched ahead, never used', 410, `<link rel=prefetch href="${px(410)}">`),
  one('loaded ahead, never used', 411, `<link rel=preload as=image href="${px(411)}">`),
  one(
    'the words of a video',
    413,
    `<video crossorigin muted autoplay src="https://{third}/ok.gif"><track default kind=subtitles src="${px(413)}"></video>`,
  ),
  one(
    'a form in a frame',
    414,
    `<iframe name=f></iframe><form method=post target=f action="${px(414)}"></form>${js('document.forms[0].submit()')}`,
  ),
  one(
    'a frame of a blob',
    415,
    js(
      `document.documentElement.append(Object.assign(document.createElement('iframe'),{src:URL.createObjectURL(new Blob(['<img src="${px(415)}">'],{type:'text/html'}))}))`,
    ),
  ),
  one(
    'a frame of data',
    416,
    `<iframe src="data:text/html,${encodeURIComponent(img('https://ib.adnxs.com/imptr?id=416&t=2&cachebuster=904416'))}"></iframe>`,
  ),
  one(
    'a worker of a blob',
    417,
    js(
      `new Worker(URL.createObjectURL(new Blob(['fetch("${px(417)}",{mode:"no-cors"})'],{type:'text/javascript'})))`,
    ),
  ),
  {
    ...one('a script that a worker imports', 418, js(`new Worker('/w.js')`)),
    pages: { '/': js(`new Worker('/w.js')`), '/w.js': code(`importScripts("${px(418, 1)}")`) },
  },
  {
    ...one('a worker of a worker', 419, ''),
    pages: {
      '/': js(`new Worker('/w.js')`),
      '/w.js': code(`new Worker('/v.js')`),
      '/v.js': code(`fetch("${px(419)}",{mode:'no-cors'})`),
    },
  },
  one(
    'a module for sound',
    420,
    js(`new OfflineAudioContext(1,1,44100).audioWorklet.addModule("${px(420, 1)}")`),
  ),
  {
    ...one(
      'a stream of events',
      421,
      js(`new EventSource("${px(421)}").onerror=(e)=>e.target.close()`),
    ),
    answers: { 421: { headers: { 'content-type': 'text/event-stream' } } },
  },
  {
    ...one('a socket', 422, js(`new WebSocket("${px(422).replace('https', 'wss')}")`)),
    endless: true,
    expected: said(422, 'aborted', 'not-https'),
  },
  {
    name: 'a report of a policy',
    pages: {
      '/': {
        body: '<object data="/ok.gif"></object>',
        headers: {
          'content-security-policy': `object-src 'none'; report-uri ${px(423)}`,
        },
      },
    },
    expected: once({ fired: { 423: 1 } }),
  },
  one('a page’s icon', 424, `<link rel=icon href="${px(424)}">`),
  {
    name: 'a fetch in a frame',
    pages: { '/': '<iframe src="/f"></iframe>', '/f': js(`fetch("${px(425)}",{mode:'no-cors'})`) },
    expected: once({ frame: { 425: 'https://{site}/f' }, page: { 425: 'https://{site}/' } }),
  },
  {
    name: 'a fetch two frames deep, of other sites',
    pages: {
      '/': '<iframe src="https://{other}/f"></iframe>',
      '{other}/f': '<iframe src="https://{third}/g"></iframe>',
      '{third}/g': js(`fetch("${px(426)}",{mode:'no-cors'})`),
    },
    expected: once({ frame: { 426: 'https://{third}/g' } }),
  },
  {
    name: 'a fetch that another site leads there',
    pages: {
      '/': js(`fetch('https://{third}/go').then((r)=>r.text())`),
      '{third}/go': {
        status: 302,
        headers: {
          location: px(427),
          'access-control-allow-origin': '*',
        },
      },
    },
    expected: once({ fired: { 427: 1 } }),
  },
  {
    name: 'a request for the headers alone',
    pages: { '/': js(`fetch("${px(428)}",{method:'HEAD',mode:'no-cors'})`) },
    expected: once(),
  },
  one(
    'XMLHttpRequest that the page waits for',
    429,
    js(`const x=new XMLHttpRequest();x.open('GET',"${px(429)}",false);x.send()`),
  ),
  {
    name: 'a cursor, a mask, a bullet and a border',
    pages: {
      '/': `<ul style="cursor:url('${px(430)}'),auto;mask-image:url('${px(432)}')"><li style="list-style-image:url('${px(433)}')">x</ul><p style="border:1px solid;border-image:url('${px(434)}') 1">x</p>`,
    },
    expected: { asked: 4, recorded: 4, fired: { 430: 1, 432: 1, 433: 1, 434: 1 } },
  },
  {
    name: 'a picture that is answered by a page',
    pages: { '/': img(px(435)) },
    answers: {
      435: { headers: { 'content-type': 'text/html', 'x-content-type-options': 'nosniff' } },
    },
    expected: { ...said(435, 'blocked-by-browser'), fired: { 435: 1 } },
  },
  {
    name: 'what a service worker keeps an answer of',
    pages: {
      '/': js(
        `const go=()=>{new Image().src="${px(436)}"};navigator.serviceWorker.register('/sw.js');navigator.serviceWorker.controller?go():navigator.serviceWorker.addEventListener('controllerchange',go,{once:true})`,
      ),
      '/sw.js': code(
        `oninstall=()=>skipWaiting();onactivate=(e)=>e.waitUntil(clients.claim());onfetch=(e)=>{if(e.request.url.includes('imptr'))e.respondWith(caches.open('a').then(async(c)=>{await c.put(e.request,new Response('kept'));return c.match(e.request)}))}`,
      ),
    },
    expected: { asked: 0, recorded: 1, said: { 436: ['from-cache'] }, fired: { 436: 0 } },
  },
  {
    name: 'a host that is only looked up',
    pages: {
      '/': '<link rel=dns-prefetch href="https://ib.adnxs.com"><link rel=preconnect href="https://ib.adnxs.com">',
    },
    expected: { asked: 0, recorded: 0 },
  },
  {
    name: 'a script’s type in a module for sound',
    pages: {
      '/': js(
        `new OfflineAudioContext(1,1,44100).audioWorklet.addModule("${px(431)}").catch(()=>{})`,
      ),
    },
    expected: said(431, 'type-mismatch'),
  },
];
