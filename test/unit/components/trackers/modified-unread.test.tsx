// @vitest-environment happy-dom

import { cleanup, render } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';

import { ConflictView } from '@/components/trackers/ConflictView';
import { PassportFields } from '@/components/trackers/passport/PassportFields';
import { TrackerCells } from '@/components/trackers/table/TrackerCells';
import { TrackerFacts } from '@/components/trackers/TrackerFacts';
import { TrackerRow } from '@/components/trackers/TrackerRow';
import { versionOf } from '@/lib/core/tracker/versions';

import { tracker } from './build';

afterEach(cleanup);

const UNREAD = { ...tracker(7, 'Spring'), lastModified: 0 };
const NOTHING = () => {};
const of = { tracker: UNREAD, isCurrent: true, saving: null };
const acts = { onEdit: NOTHING, onBuild: NOTHING, onPassport: NOTHING, onCopy: NOTHING };
const plan = { columns: ['modified'] as const, left: [], template: '', least: 0 };

describe('a change whose time could not be read', () => {
  it.each([
    ['the facts', <TrackerFacts tracker={UNREAD} />],
    ['the passport', <PassportFields counted={[]} tracker={UNREAD} />],
    ['the table', <TrackerCells {...of} plan={plan} acts={{ ...acts, onSwitch: null }} />],
    ['the list', <TrackerRow {...of} {...acts} isElsewhere={false} onSwitch={null} />],
    [
      'the question of two versions',
      <ConflictView
        trackerId={7}
        began={versionOf(UNREAD).draft}
        theirs={versionOf({ ...UNREAD, name: 'Other' })}
        mine={versionOf(UNREAD).draft}
        decisions={{}}
        canWrite
        onDecided={async () => {}}
        onSave={async () => {}}
        onBack={NOTHING}
      />,
    ],
  ])('is of no date in %s', (_, shown) => {
    const { container } = render(shown);
    expect(container.innerHTML).not.toContain('1970');
  });
});
