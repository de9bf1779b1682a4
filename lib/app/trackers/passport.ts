import { joinRequests } from '../../core/recording/join-observations';
import { readTrackerId } from '../../core/pixel/tracker-id';
import { judgeRecording } from '../../core/verification/judge-recording';
import { type Knowledge, learn, NOTHING_KNOWN } from '../../core/verification/learn';
import type { Verdict } from '../../core/verification/verdict';
import type { Database } from '../../store/database';
import { countRequests } from '../../store/verifications';
import { loadRecording } from '../recording/recordings';

/** Requests of a recording that is judged for a passport; a larger one is opened to be judged. */
const MOST_JUDGED = 20_000;

/**
 * What a whole verification says of a tracker, on all its page views, as if it were expected there; `null` where the
 * recording is too large to be judged in passing, gone, or does not say.
 */
export async function judgeFor(
  db: Database,
  knowledge: Knowledge,
  trackerId: number,
  verificationId: string,
): Promise<Verdict | null> {
  if ((await countRequests(db, verificationId)) > MOST_JUDGED) return null;
  const { verification, pageViews, requests: kept } = await loadRecording(db, verificationId);
  if (verification === null) return null;
  const requests = joinRequests(kept);
  const seen = requests.flatMap(({ url }) => readTrackerId(url.id) ?? []);
  const learnt = await learn(knowledge, [trackerId, ...verification.expectedIds, ...seen]);
  const expectedIds = [...new Set([...verification.expectedIds, trackerId])];
  const { verdicts } = judgeRecording(
    { verification: { ...verification, expectedIds }, pageViews, requests },
    learnt(NOTHING_KNOWN),
    'all',
  );
  return verdicts.find((one) => one.trackerId === trackerId)?.verdict ?? null;
}
