import { rememberLast } from '../../base/remember-last';
import type { PixelAddress } from '../../pixel/read-address';

/** Whether nothing in an address has to be looked at twice: no escape, no macro, no sign of markup. */
export const isPlain = rememberLast((url: PixelAddress) => !/[^\w.~:/?&=-]/.test(url.text));
