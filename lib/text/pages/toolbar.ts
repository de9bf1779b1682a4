import type { PageCount } from '../../core/verification/page-count';
import { formatCount, plural } from '../ui';

/** Four characters are what the button has room for. */
const MOST = 999;

/** Words at the button in the toolbar. */
export const toolbarText = {
  /** The number of requests, with `!` where one has an error: colour alone says nothing to many. */
  text({ requests, errors }: PageCount): string {
    if (requests === 0) return '';
    if (requests > MOST) return errors > 0 ? '1k!' : '1k+';
    return `${requests}${errors > 0 ? '!' : ''}`;
  },
  title({ requests, errors }: PageCount): string {
    if (requests === 0) return 'Piggyback';
    const all = `Piggyback: ${plural(requests, 'pixel request', 'pixel requests')} on this page`;
    return errors === 0 ? all : `${all}, ${formatCount(errors)} with an error`;
  },
};
