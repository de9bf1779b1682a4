import { macrosIn } from '../../macro/shapes';
import { MISTAKEN_HOSTS, PIXEL_HOST, PIXEL_HOSTS } from '../../pixel/hosts';
import type { Edit, TagFinding } from './finding';
import type { Range } from '../../base/range';
import { finding, inText, replaceInUrl, type TagContext, type TagRule } from './rule';

// What old documentation and hasty copies leave of the address: nothing, one folder, or our host.
const REMAINS = /^(?:[\w-]*\/)?imptr$/i;

/** The tag calls the service's own host, by https, at the address of trackers. */
export const address: TagRule = ({ tag }) => {
  const { url } = tag;
  const at = inText(tag, url.address);
  const text = url.text.slice(0, url.address.end);
  const put = (host: string) => replaceInUrl(tag, url.address, `https://${host}/imptr`);
  const [macro] = macrosIn(text);
  if (macro) {
    const values = { macro: macro.text };
    return [finding({ code: 'macro-in-address', severity: 'error', at, values })];
  }
  if (url.host === '') {
    const own = PIXEL_HOSTS.find((host) => text.toLowerCase() === `${host}/imptr`);
    const host = own ?? (REMAINS.test(text) ? PIXEL_HOST : null);
    const repair = host === null ? null : put(host);
    return [
      finding({ code: 'address-incomplete', severity: 'error', at, values: { text }, repair }),
    ];
  }
  const host = url.host.replace(/\.$/, '');
  const values = { host, expected: PIXEL_HOST };
  if (MISTAKEN_HOSTS.includes(host)) {
    const repair = put(PIXEL_HOST);
    return [finding({ code: 'address-old-host', severity: 'warning', at, values, repair })];
  }
  if (!PIXEL_HOSTS.includes(host)) {
    return [
      finding({ code: 'host-unexpected', severity: 'warning', at, values }),
      // Whether that host answers by https nobody here knows.
      ...notHttps(tag, at, null),
    ];
  }
  const unsafe = notHttps(tag, at, put(host));
  if (unsafe.length > 0 || isPlain(text, host)) return unsafe;
  const other = { text, expected: `https://${host}/imptr` };
  return [
    finding({ code: 'address-other', severity: 'error', at, values: other, repair: put(host) }),
  ];
};

function notHttps(
  { url }: TagContext['tag'],
  at: Range,
  repair: readonly Edit[] | null,
): readonly TagFinding[] {
  if (url.scheme === 'https') return [];
  return [
    finding({ code: 'not-https', severity: 'error', at, values: { scheme: url.scheme }, repair }),
  ];
}

// Scheme and host may be in any case; the path, a port or a name before `@` is another address.
function isPlain(text: string, host: string): boolean {
  const [, start = '', path = ''] = /^([a-z]+:\/\/[^/]*)(.*)$/i.exec(text) ?? [];
  return start.toLowerCase().replace(/:443$/, '') === `https://${host}` && path === '/imptr';
}
