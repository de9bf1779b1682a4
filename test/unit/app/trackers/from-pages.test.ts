import { describe, expect, it } from 'vitest';

import { createTrackerUses, type SendFromPage } from '@/lib/app/trackers/from-pages';
import { AppError, type ErrorCode } from '@/lib/core/base/errors';

import { tracker } from '../../components/trackers/build';

/** A page whose messages fail like this, one after the other, before they are answered. */
function pageWith(failures: readonly ErrorCode[], answer: unknown) {
  const asked: string[] = [];
  const left = [...failures];
  const send = (async (name: string) => {
    asked.push(name);
    const code = left.shift();
    if (code) throw new AppError(code);
    return answer;
  }) as SendFromPage;
  const unused = async (): Promise<never> => {
    throw new Error('not asked for');
  };
  const uses = createTrackerUses({
    send,
    database: unused,
    account: Object.assign(unused, { again: unused }),
    keeper: { read: unused },
    readSettings: unused,
  });
  return { asked, uses };
}

const NEW = { id: null, advertiserId: 7, changes: { name: 'New' } };

describe('a background that the browser stops', () => {
  it('is asked anew for the list, which goes on', async () => {
    const { asked, uses } = pageWith(['background-stopped', 'background-stopped'], { count: 3 });
    expect(await uses.sync(7, false)).toEqual({ unread: 0 });
    expect(asked).toEqual(['trackers.sync', 'trackers.sync', 'trackers.sync']);
  });

  it('is asked anew for what is being saved, which is the same wish', async () => {
    const { asked, uses } = pageWith(['background-stopped'], tracker(3, 'New'));
    expect(await uses.save(NEW)).toMatchObject({ id: 3 });
    expect(asked).toEqual(['trackers.save', 'trackers.save']);
  });

  it('is not asked for ever', async () => {
    const { uses } = pageWith(
      Array.from({ length: 100 }, () => 'background-stopped' as const),
      null,
    );
    await expect(uses.sync(7, false)).rejects.toMatchObject({ code: 'background-stopped' });
  });

  it('is another thing than a failure, which is told at once', async () => {
    const { asked, uses } = pageWith(['network'], null);
    await expect(uses.save(NEW)).rejects.toMatchObject({ code: 'network' });
    expect(asked).toHaveLength(1);
  });
});
