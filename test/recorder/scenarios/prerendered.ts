import { fires, img, js, once, px, said, type Scenario, type Step } from '../scenario.ts';

const ahead = (...urls: readonly string[]) =>
  `<script type="speculationrules">${JSON.stringify({ prerender: [{ urls, eagerness: 'immediate' }] })}</script>`;
const link = '<a href="/next">next</a>';
// From within: what drives the browser may lose a page that another takes the place of under its hand.
const goes: readonly Step[] = [
  { run: `setTimeout(() => document.querySelector('a').click())` },
  { viewed: '/next' },
];

/** Pages that the browser loads ahead, which a person may come to or not. */
export const PRERENDERED: readonly Scenario[] = [
  {
    name: 'what a page loaded ahead asks for in every way, and is shown',
    pages: {
      '/': `${ahead('/next')}${link}`,
      '/next': `${img(px(540))}${js(`fetch("${px(541)}",{mode:'no-cors'});navigator.sendBeacon("${px(542)}",'x')`)}`,
    },
    steps: [{ open: '/' }, { listed: 3 }, { ended: true }, ...goes],
    expected: {
      asked: 3,
      recorded: 3,
      page: Object.fromEntries([540, 541, 542].map((id) => [id, 'https://{site}/next'])),
      fired: { 540: 1, 541: 1, 542: 1 },
      prerendered: { 540: 'shown', 541: 'shown', 542: 'shown' },
    },
  },
  {
    name: 'what the page before fires meanwhile',
    daily: true,
    pages: {
      '/': `${ahead('/next')}${link}${js(`onmessage=()=>{new Image().src="${px(544)}"}`)}`,
      '/next': img(px(545)),
    },
    steps: [
      { open: '/' },
      { asked: 1 },
      { run: 'postMessage(1)' },
      { listed: 2 },
      { ended: true },
      ...goes,
    ],
    expected: {
      asked: 2,
      recorded: 2,
      views: 2,
      page: { 544: 'https://{site}/', 545: 'https://{site}/next' },
      prerendered: { 545: 'shown' },
    },
  },
  {
    name: 'what it fires once it is shown',
    pages: {
      '/': `${ahead('/next')}${link}`,
      '/next': `${fires(px(546))}${js(`document.addEventListener('prerenderingchange',()=>{new Image().src="${px(547)}"})`)}`,
    },
    steps: [{ open: '/' }, { listed: 1 }, { ended: true }, ...goes, { asked: 2 }],
    expected: {
      asked: 2,
      recorded: 2,
      page: { 546: 'https://{site}/next', 547: 'https://{site}/next' },
      prerendered: { 546: 'shown' },
    },
  },
  {
    name: 'a frame of another site, which waits until it is shown',
    pages: {
      '/': `${ahead('/next')}${link}`,
      '/next': `${fires(px(548))}<iframe src="https://{other}/f"></iframe>`,
      '{other}/f': img(px(549)),
    },
    steps: [{ open: '/' }, { listed: 1 }, { ended: true }, ...goes, { asked: 2 }],
    expected: {
      asked: 2,
      recorded: 2,
      page: { 548: 'https://{site}/next', 549: 'https://{site}/next' },
      prerendered: { 548: 'shown' },
    },
  },
  {
    name: 'never shown',
    daily: true,
    pages: { '/': ahead('/next'), '/next': img(px(550)), '/third': 'third' },
    steps: [{ open: '/' }, { listed: 1 }, { ended: true }, { open: '/third' }],
    expected: {
      ...said(550, 'never-shown'),
      fired: { 550: 0 },
      prerendered: { 550: 'never shown' },
    },
  },
  {
    name: 'one of two shown',
    pages: {
      '/': `${ahead('/next', '/third')}${link}`,
      '/next': img(px(551)),
      '/third': img(px(552)),
    },
    steps: [{ open: '/' }, { listed: 2 }, { ended: true }, ...goes],
    expected: {
      asked: 2,
      recorded: 2,
      said: { 552: ['never-shown'] },
      fired: { 551: 1, 552: 0 },
      prerendered: { 551: 'shown', 552: 'never shown' },
    },
  },
  {
    name: 'only fetched ahead, and then gone to',
    pages: {
      '/': `<link rel=prefetch href="/next">${link}`,
      '/next': img(px(553)),
    },
    steps: [{ open: '/' }, { served: '/next' }, ...goes],
    expected: once({ page: { 553: 'https://{site}/next' } }),
  },
];
