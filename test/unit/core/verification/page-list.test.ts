import { describe, expect, it } from 'vitest';

import { rowsOf } from '@/lib/core/table/raw-row';
import { MAX_PAGES, readPageList } from '@/lib/core/verification/page-list';
import { browserAddress } from '@/lib/files/read-list';

const ofText = (text: string) => readPageList({ rows: [], text }, browserAddress);
const ofSheet = (...table: (string | number | null)[][]) =>
  readPageList({ rows: rowsOf(table), text: null }, browserAddress);
const lines = ({ refused }: ReturnType<typeof readPageList>) =>
  refused.map(({ line, what, text }) => `${line} ${what} ${text}`);

describe('a list of pages', () => {
  it('is a text with an address in each line, each page once', () => {
    const text =
      '# test pages\r\nhttps://a.example/one\n\n  HTTPS://A.example/one  \nhttp://b.example';
    expect(ofText(text).pages.map(({ url }) => url)).toEqual([
      'https://a.example/one',
      'http://b.example/',
    ]);
  });

  it('is a sheet with a title, and the trackers that each page expects', () => {
    const list = ofSheet(
      ['Market', 'Landing page', 'Expected trackers'],
      ['DE', 'https://a.example/', '11, 12'],
      ['FR', 'https://b.example/', null],
      ['DE', 'https://a.example/', 13],
    );
    expect(list.pages).toEqual([
      { url: 'https://a.example/', ownIds: [11, 12, 13] },
      { url: 'https://b.example/', ownIds: [] },
    ]);
  });

  it.each([
    ['a word', 'https://a.example/\nnews', ['2 address news']],
    ['a script', 'javascript:alert(1)', ['1 address javascript:alert(1)']],
    ['a file', 'file:///etc/passwd', ['1 address file:///etc/passwd']],
    ['a page of the browser', 'chrome://settings', ['1 address chrome://settings']],
    ['an address without a host', 'https://', ['1 address https://']],
  ])('names the line where %s stands, and reads the others', (_, text, refused) => {
    expect(lines(ofText(text))).toEqual(refused);
  });

  it('names a cell that holds no id, and does not expect less in silence', () => {
    const list = ofSheet(['url', 'expect'], ['https://a.example/', 'the usual']);
    expect(lines(list)).toEqual(['2 id the usual']);
    expect(list.pages).toEqual([]);
  });

  it('names no more than twenty lines, and counts all', () => {
    const list = ofText('no\n'.repeat(50));
    expect([list.refused.length, list.refusedCount]).toEqual([20, 50]);
  });

  it('says of a workbook without a title that it has none', () => {
    expect(ofSheet(['https://a.example/']).isUntitled).toBe(true);
    expect(ofText('').isUntitled).toBe(false);
  });

  it('stops at as many pages as one run takes, and says so', () => {
    const urls = Array.from({ length: MAX_PAGES }, (_, index) => `https://a.example/${index}`);
    const full = ofText(urls.join('\n'));
    expect([full.pages.length, full.isTooLong]).toEqual([MAX_PAGES, false]);
    // One that is there already is none more.
    expect(ofText([...urls, urls[0]].join('\n')).isTooLong).toBe(false);
    const over = ofText([...urls, 'https://b.example/'].join('\n'));
    expect([over.pages.length, over.isTooLong]).toEqual([MAX_PAGES, true]);
  });
});
