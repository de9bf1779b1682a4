import type { VerificationActions } from '@/components/verification/verification-actions';
import type { ComparedInProof } from '@/lib/core/report/proof/counted-for';
import type { KnownAccount } from '@/lib/platform/storage/storage';
import type { Connection } from '@/lib/store/database';

type CountedFor = NonNullable<VerificationActions['countedFor']>;

/** What kept reports counted, for a proof. It is loaded once somebody exports one. */
export function createCountedFor(
  database: Connection,
  account: KnownAccount,
  compared: () => readonly ComparedInProof[],
): CountedFor {
  return async (recording) => {
    const [{ countedInProof }, { whyText }] = await Promise.all([
      import('@/lib/app/reports/counted-in-proof'),
      import('@/lib/text/reports/proof-why'),
    ]);
    return countedInProof(await database(), await account(), recording, compared(), whyText);
  };
}
