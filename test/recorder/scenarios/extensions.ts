import { img, px, type Scenario, stopped } from '../scenario.ts';

const SCENARIOS: readonly Scenario[] = [
  {
    name: 'blocked by an extension',
    pages: { '/': img(px(260)) },
    expected: stopped(260, 'blocked-by-extension'),
  },
  {
    name: 'answered by an extension’s picture',
    pages: { '/': img(px(261)) },
    expected: stopped(261, 'blocked-by-extension'),
  },
  {
    name: 'led elsewhere by an extension',
    pages: { '/': img(px(262)) },
    expected: stopped(262, 'blocked-by-extension'),
  },
  {
    name: 'a parameter that an extension takes out',
    pages: { '/': img(`${px(263)}&gdpr_consent=CO9A`) },
    expected: { asked: 1, recorded: 2, fired: { 263: 1 } },
  },
  {
    name: 'made https by an extension',
    pages: { '/': img(px(264).replace('https:', 'http:')) },
    steps: [{ open: 'http://{site}/' }],
    expected: {
      asked: 1,
      recorded: 2,
      said: { 264: ['http-upgraded', 'not-https'] },
    },
  },
];

/** What another extension does to a request: its rules are in `test/recorder/blocker`. */
export const EXTENSIONS = SCENARIOS.map((one) => ({ ...one, blocker: true }) as const);
