import type { PageCount } from '../../core/verification/page-count';
import { formatCount, plural } from '../ui';

/** Four characters are what the button has room for. */
const MOST = 999;

/** Words at the button in the toolbar. */
export const toolbarText = {
  /** The number of requests, with `!` where one has an error: colour alone says nothing to many. */
  text({ requests, errors, isFull }: PageCount): string {
    if (requests === 0) return isFull ? '?' : '';
    if (requests > MOST) return errors > 0 ? '1k!' : '1k+';
    return `${requests}${errors > 0 ? '!' : isFull ? '+' : ''}`;
  },
  title({ requests, errors, isFull }: PageCount): string {
    const full = isFull ? 'Piggyback: the recording is full, and new requests are not counted' : '';
    if (requests === 0) return full || 'Piggyback';
    const all = `Piggyback: ${plural(requests, 'pixel request', 'pixel requests')} on this page`;
    const counted = errors === 0 ? all : `${all}, ${formatCount(errors)} with an error`;
    return full ? `${counted}. The recording is full, and new ones are not counted` : counted;
  },
};
