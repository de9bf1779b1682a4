import { describe, expect, it } from 'vitest';

import { checkText, repairText } from '@/lib/core/judge/check-text';

import { inConsole } from '../rules/places';

const GAM = inConsole('gam');
const B = 'https://ib.adnxs.com/imptr?';
const TAG = `${B}id=531&t=2`;

const isDoubted = (text: string) =>
  checkText(text, GAM).findings.some(({ code }) => code === 'end-in-doubt');

describe('a text that was cut at a length', () => {
  it.each([
    `${B}id=`,
    `${B}id`,
    `Copied from the list: ${B}id=531&t`,
    `<img src="${B}id=531&am`,
    `<img src="${TAG}&cacheb`,
    `${TAG}&cachebuster`,
    `${TAG}&cacheb\n`,
    `${TAG}&cachebuster=[timest`,
    `${TAG}&cachebuster=%%CACHEB`,
    `${TAG}&cachebuster=%%CACHEBUSTER%`,
    `${TAG}&cachebuster=$\{CACHE`,
    `${TAG}&cachebuster={{random`,
    `${TAG}&cachebuster=%%CACHEBUSTER%%&gdpr=$\{GD`,
    `{"imptrackers":["${B}id=531&t`,
    `{"a":"\\"","imptrackers":["${TAG.replaceAll('/', '\\/')}&cach`,
  ])('%s: where it ends is in doubt, and nothing is added', (text) => {
    expect(isDoubted(text)).toBe(true);
    expect(repairText(text, GAM)).toBe(text);
  });

  it.each([
    TAG,
    `${TAG}&cachebuster=`,
    `${TAG}&cachebuster=12345`,
    `${TAG}&cachebuster=%n`,
    `${TAG}&cachebuster=%5Btimestamp%5D`,
    `${TAG}&cachebuster=%%CACHEBUSTER%%&redir=https://px.example/%c3%a9`,
    `${TAG}&redir=https://px.example/?a`,
    `${TAG}&redir=https://px.example/?x=[`,
    `${TAG}&cachebuster=[timestamp]`,
    `${TAG}&[timestamp]`,
    `${TAG}&gdpr`,
    `${TAG}&own`,
    `${TAG}&c`,
    // Somebody ended it there.
    `<img src="${TAG}&cacheb">`,
    `u = '${TAG}&cacheb';`,
    `{"a":"${TAG.replaceAll('/', '\\/')}&cacheb"}`,
    `u = "${B}id=" + id;`,
  ])('%s ends where it ends', (text) => {
    expect(isDoubted(text)).toBe(false);
  });
});

describe('an id that a sheet wrote in groups', () => {
  it.each([' ', '\u00A0', '\u202F', '\u2009', "'", '\u2019'])(
    '1%s234%s567 is not taken for 1',
    (separator) => {
      const id = ['1', '234', '567'].join(separator);
      const text = `${B}id=${id}&t=2&cachebuster=%%CACHEBUSTER%%`;
      expect(isDoubted(text)).toBe(true);
      const mended = repairText(text, GAM);
      expect(isDoubted(mended)).toBe(true);
      expect(mended.replaceAll(/\D/g, '')).toBe(text.replaceAll(/\D/g, ''));
    },
  );
  it.each([
    `${B}id=531\t300\t250`,
    `${B}id=531\n300`,
    `${B}id=531 300x250`,
    `${B}id=531 2026`,
    `${B}id=531&t=2 300`,
  ])('%s has another number behind it', (text) => {
    expect(isDoubted(text)).toBe(false);
  });
});
