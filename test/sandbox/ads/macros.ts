import { randomInt } from 'node:crypto';

/** What a macro may tell of the creative that is served. */
export interface Served {
  readonly creativeId: number;
  readonly landingUrl: string;
}

type Macro = readonly [text: string, value: (served: Served) => string];

const clickUrl = (served: Served): string =>
  `https://ads.sandbox.test/click?creative=${served.creativeId}&to=`;

// Macros and their meaning: the ad servers' help pages as gathered in reference/ad-servers.md.
const MACROS: Readonly<Record<string, readonly Macro[]>> = {
  gam: [
    ['%%CACHEBUSTER%%', () => digits(10)],
    ['%%ADUNIT%%', () => '/21804/sandbox_news/article_mpu'],
    ['%%CLICK_URL_ESC%%', (served) => encodeURIComponent(clickUrl(served))],
    ['%%CLICK_URL_UNESC%%', clickUrl],
    ['%ecid!', (served) => String(served.creativeId)],
    ['%eaid!', () => '5930127'],
    ['%epid!', () => '22188406'],
  ],
  kevel: [
    // Documented as a number of thirteen digits; random here, so that no two page views share one.
    ['{{timestamp}}', () => `1${digits(12)}`],
    ['{{url | url_encode}}', (served) => encodeURIComponent(clickUrl(served))],
    ['{{url}}', clickUrl],
  ],
  demo: [['[CB]', () => digits(8)]],
};

/**
 * Replaces the macros of one ad server, to the letter: other spellings and other servers' macros
 * stay as they are, as in real life.
 */
export function expandMacros(consoleKey: string, html: string, served: Served): string {
  const macros = MACROS[consoleKey] ?? [];
  return macros.reduce((text, [macro, value]) => text.replaceAll(macro, () => value(served)), html);
}

function digits(count: number): string {
  return Array.from({ length: count }, () => randomInt(10)).join('');
}
