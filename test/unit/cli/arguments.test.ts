import { describe, expect, it } from 'vitest';

import { CommandError } from '@/cli/shared/command-error';
import { readArguments } from '@/cli/verify/arguments';
import { nameOf, readRemote } from '@/cli/verify/browsers/remote';

function problemOf(args: readonly string[]): string {
  try {
    readArguments(args);
  } catch (error) {
    if (error instanceof CommandError) return error.problem;
    throw error;
  }
  return 'none';
}

const LIST = ['--pages', 'pages.csv'];
const WS = 'ws://127.0.0.1:9222/devtools/browser/1';

describe('what verify is called with', () => {
  it('pages, and what is usual where nothing is said', () => {
    expect(readArguments(LIST)).toEqual({
      kind: 'pages',
      pages: 'pages.csv',
      expected: { ids: [], files: [] },
      ownHosts: [],
      remotes: [],
      chromium: null,
      atOnce: 2,
      listenMs: 10_000,
      isLive: false,
      out: null,
      takesPictures: false,
      baseline: null,
    });
  });

  it('ids, and files with ids', () => {
    const { expected } = readArguments([
      ...LIST,
      '--expect',
      '531, 532;531',
      '--expect=trackers.csv',
      '--expect',
      '7',
    ]);
    expect(expected).toEqual({ ids: [531, 532, 7], files: ['trackers.csv'] });
  });

  it('hosts of one’s own, for pages and files alike', () => {
    const hosts = [
      '--host',
      'px.example.com, PX2.example.com',
      '--host=https://px.example.com/imptr',
    ];
    const ownHosts = ['px.example.com', 'px2.example.com'];
    expect(readArguments([...LIST, ...hosts])).toMatchObject({ ownHosts });
    expect(readArguments(['--har', 'a.har', ...hosts])).toMatchObject({ ownHosts });
  });

  it.each([
    [['--out', 'x'], true],
    [['--out', 'x', '--no-screenshots'], false],
    [[], false],
  ])('screenshots only where a proof is written, and wanted: %j', (more, takesPictures) => {
    expect(readArguments([...LIST, ...more])).toMatchObject({ takesPictures });
  });

  it('several remote browsers, live', () => {
    const remote = readArguments([...LIST, '--live', '--browser', WS, '--browser', `bidi+${WS}`]);
    expect(remote).toMatchObject({
      isLive: true,
      remotes: [
        { endpoint: WS, protocol: 'cdp' },
        { endpoint: WS, protocol: 'webDriverBiDi' },
      ],
    });
  });

  it.each<[string, readonly string[]]>([
    ['no-har', []],
    ['host-unreadable', [...LIST, '--host', '*.example.com']],
    ['host-unreadable', [...LIST, '--host', '']],
    ['har-and-pages', [...LIST, '--har', 'a.har']],
    ['option-for-pages', ['--har', 'a.har', '--at-once', '2']],
    ['option-for-pages', ['--har', 'a.har', '--live']],
    ['option-for-pages', ['--har', 'a.har', '--no-screenshots']],
    ['too-many-lists', [...LIST, 'more.csv']],
    ['too-many-hars', ['--har', 'a.har', 'more.har']],
    ['option-wrong', [...LIST, '--lives']],
    ['option-wrong', [...LIST, '--expect']],
    ['id-unreadable', [...LIST, '--expect', '531,x']],
    ['id-unreadable', [...LIST, '--expect', '0']],
    ['number-unreadable', [...LIST, '--at-once', '0']],
    ['number-unreadable', [...LIST, '--at-once', '9']],
    ['number-unreadable', [...LIST, '--listen', '1.5']],
    ['number-unreadable', [...LIST, '--listen', '301']],
    ['browser-unreadable', [...LIST, '--live', '--browser', 'http://127.0.0.1:9222']],
    ['remote-needs-live', [...LIST, '--browser', WS]],
  ])('is refused: %s', (problem, args) => expect(problemOf(args)).toBe(problem));
});

describe('the address of a remote browser', () => {
  it.each([
    [WS, 'cdp'],
    ['wss://chrome.example?token=SECRET', 'cdp'],
    ['ws://127.0.0.1:9222/session', 'webDriverBiDi'],
    ['ws://127.0.0.1:9222/session/', 'webDriverBiDi'],
    ['wss://grid.example/session/6c1/se/bidi', 'webDriverBiDi'],
    ['wss://grid.example/sessions', 'cdp'],
    ['bidi+ws://127.0.0.1:9222', 'webDriverBiDi'],
    ['CDP+ws://grid.example/session/1', 'cdp'],
  ])('%s speaks %s', (text, protocol) => expect(readRemote(text)?.protocol).toBe(protocol));

  it.each(['', 'ws://', 'http://127.0.0.1', 'ws://a b', 'x+ws://a', `ws://${'a'.repeat(3000)}`])(
    'is none: %s',
    (text) => expect(readRemote(text)).toBeNull(),
  );

  it('is named without its token', () => {
    const remote = readRemote('wss://user:word@chrome.example/x?token=SECRET');
    expect(remote && nameOf(remote)).toBe('CDP chrome.example');
  });
});
