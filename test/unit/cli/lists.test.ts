import { describe, expect, it } from 'vitest';

import { CommandError } from '@/cli/shared/command-error';
import { readTrackerList } from '@/cli/verify/lists/read-expected';
import { MAX_PAGES, readPages } from '@/cli/verify/lists/read-pages';

const input = (text: string) => ({ name: 'list', bytes: new TextEncoder().encode(text) });

function problemOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof CommandError) return `${error.problem} ${error.value}`.trim();
    throw error;
  }
  return 'none';
}

describe('a list of pages', () => {
  it.each<[string, string, readonly (readonly [string, ...number[]])[]]>([
    [
      'an address in each line, blanks and remarks between',
      '# home\r\nhttps://news.example/a?b=1,2;3\r\n\r\n  http://news.example  \n',
      [['https://news.example/a?b=1,2;3'], ['http://news.example/']],
    ],
    ['with titles', 'Name,URL\nHome,https://news.example/', [['https://news.example/']]],
    [
      'with trackers of their own, between semicolons',
      'url;expect\nhttps://a.example/;531 532\nhttps://b.example/;',
      [['https://a.example/', 531, 532], ['https://b.example/']],
    ],
    [
      'a page in several rows',
      'Page URL,Tracker ID\nhttps://a.example/,531\nhttps://a.example/,532\nhttps://a.example/,531\n',
      [['https://a.example/', 531, 532]],
    ],
    [
      'an id of the page is none of a tracker',
      'id,url\n7,https://a.example',
      [['https://a.example/']],
    ],
    ['a mark of the encoding', '\uFEFFurl\nhttps://a.example/', [['https://a.example/']]],
    ['the same page twice', 'https://a.example\nHTTPS://A.example/', [['https://a.example/']]],
  ])('is read: %s', (_, text, pages) => {
    expect(readPages(input(text))).toEqual(pages.map(([url, ...ownIds]) => ({ url, ownIds })));
  });

  it.each([
    ['nothing', '', 'no-pages list'],
    ['remarks alone', '# a\n#b', 'no-pages list'],
    ['titles alone', 'url,expect', 'no-pages list'],
    ['a word', 'https://a.example\nhome', 'page-unreadable 2: home'],
    ['another scheme', 'file:///etc/passwd', 'page-unreadable 1: file:///etc/passwd'],
    ['a script', 'url\njavascript:alert(1)', 'page-unreadable 2: javascript:alert(1)'],
    ['no host', 'https://', 'page-unreadable 1: https://'],
    ['ids without a page', 'url,expect\n,531', 'page-unreadable 2:'],
    ['no id', 'url,expect\nhttps://a.example,all', 'id-unreadable all (line 2)'],
    ['an id of 0', 'url,expect\nhttps://a.example,0', 'id-unreadable 0 (line 2)'],
    ['a picture', '\u0000\u0001', 'list-unreadable list'],
    ['a broken workbook', 'PK\u0003\u0004', 'list-unreadable list'],
  ])('is refused: %s', (_, text, problem) => {
    expect(problemOf(() => readPages(input(text)))).toBe(problem);
  });

  it('has an end', () => {
    const lines = Array.from({ length: MAX_PAGES + 1 }, (_, at) => `https://a.example/${at}`);
    expect(readPages(input(lines.slice(1).join('\n')))).toHaveLength(MAX_PAGES);
    expect(problemOf(() => readPages(input(lines.join('\n'))))).toBe('list-too-long list');
    expect(problemOf(() => readPages(input(`https://a.example/${'a'.repeat(9000)}`)))).toMatch(
      /^page-unreadable 1: .{200}$/,
    );
  });
});

describe('a list of trackers', () => {
  it.each<[string, string, readonly (readonly [number, string?])[]]>([
    ['ids alone', '531\n532, 533', [[531], [532], [533]]],
    ['a column with its title', 'Tracker ID\n531\n531\n532', [[531], [532]]],
    ['with names', 'Name;ID;State\nHarbour "A";531;active\n;532;', [[531, 'Harbour "A"'], [532]]],
  ])('is read: %s', (_, text, trackers) => {
    const { ids, names } = readTrackerList(input(text));
    expect(ids).toEqual(trackers.map(([id]) => id));
    expect([...names]).toEqual(trackers.filter(([, name]) => name !== undefined));
  });

  it.each([
    ['nothing', '', 'expect-no-ids list'],
    ['words', 'hello 531', 'expect-no-ids list'],
    ['one that is no id', 'id,name\n531,a\nx,b', 'id-unreadable x (line 3)'],
    ['zero', 'id,name\n0,a', 'id-unreadable 0 (line 2)'],
  ])('is refused: %s', (_, text, problem) => {
    expect(problemOf(() => readTrackerList(input(text)))).toBe(problem);
  });
});
