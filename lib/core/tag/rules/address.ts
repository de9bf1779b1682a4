import { macrosIn } from '../../ad-server/macros';
import { MISTAKEN_HOSTS, PIXEL_HOST, PIXEL_HOSTS } from '../../pixel/hosts';
import { finding, inText, replaceInUrl, type TagRule } from './rule';

const ADDRESS = `https://${PIXEL_HOST}/imptr`;

/** The tag calls the service's own host, by https, at the address of trackers. */
export const address: TagRule = ({ tag }) => {
  const { url } = tag;
  const at = inText(tag, url.address);
  const text = url.text.slice(0, url.address.end);
  const repair = replaceInUrl(tag, url.address, ADDRESS);
  const [macro] = macrosIn(text);
  if (macro) {
    const values = { macro: macro.text };
    return [finding({ code: 'macro-in-address', severity: 'error', at, values })];
  }
  if (url.host === '') {
    // `media/imptr` is what a build of the documentation made of the address (api.md 3.2).
    return [
      finding({ code: 'address-incomplete', severity: 'error', at, values: { text }, repair }),
    ];
  }
  const values = { host: url.host, expected: PIXEL_HOST };
  if (MISTAKEN_HOSTS.includes(url.host)) {
    return [finding({ code: 'address-old-host', severity: 'warning', at, values, repair })];
  }
  if (!PIXEL_HOSTS.includes(url.host)) {
    return [finding({ code: 'host-unexpected', severity: 'warning', at, values })];
  }
  if (url.scheme !== 'https') {
    const secure = replaceInUrl(tag, url.address, `https://${url.host}/imptr`);
    const scheme = { scheme: url.scheme };
    return [finding({ code: 'not-https', severity: 'error', at, values: scheme, repair: secure })];
  }
  return [];
};
