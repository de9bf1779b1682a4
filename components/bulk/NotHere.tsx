import { Empty } from '@/components/ui/Notice';
import { bulkText as text } from '@/lib/text/trackers/bulk';

import { BulkWait } from './BulkFrame';

/** Why there is nothing to see: nobody is signed in, or no advertiser is chosen. */
export function NotHere({ phase }: { phase: 'loading' | 'signed-out' | 'signed-in' }) {
  if (phase === 'loading') return <BulkWait text={text.loading} />;
  const isOut = phase === 'signed-out';
  return (
    <Empty title={isOut ? text.signedOut : text.noAdvertiser}>
      <span>{isOut ? text.signedOutNext : text.noAdvertiserNext}</span>
      <a class="pb-button" href="#/trackers">
        {text.toTrackers}
      </a>
    </Empty>
  );
}
