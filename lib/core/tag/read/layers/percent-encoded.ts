import { decodeValue } from '../../../macro/encode';
import { isPixelAddress } from '../../../pixel/read-address';
import { type MappedText, replaceMapped } from '../mapped-text';

// Alone on its line or in its cell, or as what an element loads: anywhere else it is somebody's parameter.
const ENCODED =
  /(?<=^|[\r\n\t]|\bsrc=["'])https?%(?:25){0,2}3A(?:%(?:25){0,2}2F){2}[^\s"'<>]*(?=[\s"']|$)/gi;
// Only what stands behind its path is: `https://ib.adnxs.com/imptr%3Fid=531`.
const ENCODED_QUERY = /(?<=^|[\s"'<>(])https?:\/\/[\w.-]+\/imptr%3F[^\s"'<>]*/gi;
const MOST = 3;

/** Decodes a URL of the service that was percent-encoded: `https%3A%2F%2Fib.adnxs.com%2Fimptr%3Fid%3D531`. */
export function withoutPercentCodes(mapped: MappedText): MappedText {
  if (!/https?%|imptr%/i.test(mapped.text)) return mapped;
  const whole = replaceMapped(mapped, ENCODED_QUERY, (url) =>
    /%3D/i.test(url) ? decodeValue(url) : url.replace(/%3F/i, '?'),
  );
  return replaceMapped(whole, ENCODED, (encoded) => {
    let url = encoded;
    for (let times = 0; times < MOST && !/^https?:\/\//i.test(url); times += 1) {
      url = decodeValue(url);
    }
    return isPixelAddress(url) && !/\s/.test(url) ? url : null;
  });
}
