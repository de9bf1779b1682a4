import { afterEach, describe, expect, it } from 'vitest';

import { TrialDocument } from '@/lib/platform/trial/worker/document';
import { TrialElement } from '@/lib/platform/trial/worker/element';
import { createLoads } from '@/lib/platform/trial/worker/loads';
import { TrialNode } from '@/lib/platform/trial/worker/nodes';

// The document of a trial without its worker: code is handed to the test instead of being run.

const PIXEL = 'https://ib.adnxs.com/imptr?id=531&t=2';
afterEach(() => {
  TrialNode.onConnected = () => {};
  TrialElement.use = { changed() {}, clicked() {}, submitted() {} };
});

/** What a document comes to load; `code` does what each script would do. */
function open(code: (script: string, document: TrialDocument) => void = () => {}) {
  const said: string[] = [];
  const document = new TrialDocument();
  const { consider } = createLoads({
    show: (name, attributes, text = '') =>
      said.push([name, ...Object.values(attributes), text].filter(Boolean).join(' ')),
    hint: (hint, url) => said.push(`${hint} ${url}`),
    take: (html) => document.take(html),
    run: (script) => {
      said.push(`run ${script.textContent}`);
      code(script.textContent, document);
    },
  });
  const look = (node: TrialNode) => node instanceof TrialElement && consider(node);
  TrialNode.onConnected = look;
  TrialElement.use = { changed: look, clicked() {}, submitted() {} };
  return { document, said };
}

describe('what stands in a tag is loaded', () => {
  it.each<[string, string, string[]]>([
    ['an image', `<img src="${PIXEL}">`, [`img ${PIXEL}`]],
    ['with references', '<img src="//x.example/?a=1&amp;b=2">', ['img //x.example/?a=1&b=2']],
    ['a script', `<script src="${PIXEL}"></script>`, [`script ${PIXEL}`]],
    ['code', '<script>go()</script>', ['run go()']],
    ['code that is never closed', '<script>go()', []],
    ['data in a script', '<script type="application/json">{}</script>', []],
    ['a module', '<script type="module">go()</script>', ['run go()']],
    [
      'an image that no browser without scripts would see',
      `<noscript><img src="${PIXEL}"></noscript>`,
      [],
    ],
    ['an image in a comment', `<!-- <img src="${PIXEL}"> -->`, []],
    ['an image in a template', `<template><img src="${PIXEL}"></template>`, []],
    ['a frame', `<iframe src="${PIXEL}"></iframe>`, [`frame ${PIXEL}`]],
    ['a frame with its text', `<iframe srcdoc="<img src='${PIXEL}'>"></iframe>`, [`img ${PIXEL}`]],
    ['frames without end', '<iframe srcdoc="<iframe srcdoc=1>"></iframe>', []],
    ['a frame that is empty', '<iframe src="about:blank"></iframe>', []],
    ['a hint', '<link rel="PRECONNECT" href="https://x.example">', ['connect https://x.example/']],
    ['a hint among others', '<link rel="stylesheet preconnect" href="a.css">', ['link a.css']],
    [
      'a page that goes on',
      '<meta http-equiv="refresh" content="0; url=/next">',
      ['page https://page.invalid/next'],
    ],
    ['a style', '<style>a{background:url(x)}</style>', ['style a{background:url(x)}']],
    ['an inline style', '<p style="background:url(x)">', ['div background:url(x)']],
    ['a background', '<td background="x">', ['table x']],
  ])('%s', (_, text, expected) => {
    const { document, said } = open();
    document.take(text);
    expect(said).toEqual(expected);
  });
});

describe('what code does is done', () => {
  it.each<[string, (document: TrialDocument) => void, string[]]>([
    ['it writes', (document) => document.write('<img src="a">'), ['img a']],
    [
      'it writes in pieces',
      (document) => {
        document.write('<img ');
        document.write('src="a"', '>');
      },
      ['img a'],
    ],
    [
      'it writes code that writes',
      (document) => document.write('<script>inner</script><img src="b">'),
      ['run inner', 'img a', 'img b'],
    ],
    [
      'it puts a script before the first one',
      (document) => {
        const script = document.createElement('script');
        script.setAttribute('src', 'a');
        const [first] = document.getElementsByTagName('script');
        first?.parentNode?.insertBefore(script, first);
      },
      ['script a'],
    ],
    [
      'it sets an address before and after it is put in: once each',
      (document) => {
        const image = document.createElement('img');
        image.setAttribute('src', 'a');
        document.body.appendChild(image);
        image.setAttribute('src', 'a');
        image.setAttribute('src', 'b');
      },
      ['img a', 'img b'],
    ],
    [
      'HTML that is set has images that load and code that does not run',
      (document) => {
        document.body.innerHTML = '<img src="a"><script>no</script>';
      },
      ['img a'],
    ],
    [
      'it finds what stands before it',
      (document) => {
        document.querySelector('#pixel.here[data-x="1"]')?.appendChild(document.createElement('p'));
        for (const one of document.querySelectorAll('div > i, #pixel')) {
          if (one instanceof TrialElement) one.setAttribute('background', one.localName);
        }
      },
      ['table div', 'table i'],
    ],
  ])('%s', (_, act, expected) => {
    const { document, said } = open((script, inside) => {
      if (script === 'go') act(inside);
      if (script === 'inner') inside.write('<img src="a">');
    });
    document.take('<div id="pixel" class="x here" data-x="1"><i></i></div><script>go</script>');
    expect(said.slice(1)).toEqual(expected);
  });

  it('a selector that is not known is an error, and not nothing', () => {
    const { document } = open();
    expect(() => document.querySelector('a:hover')).toThrow('does not know the selector');
  });

  it('nothing can be put into itself', () => {
    const { document } = open();
    expect(() => document.body.appendChild(document.documentElement)).toThrow();
  });
});
