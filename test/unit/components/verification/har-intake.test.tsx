// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { VerificationsPlace } from '@/components/pages/workspace/VerificationsPlace';
import { createVisitsModel } from '@/components/visits/visits-model';
import { createHarModel, type HarActions } from '@/components/verification/har-model';
import { createRecordingsModel } from '@/components/verification/recordings-model';
import { HarFileError, type HarProblem } from '@/lib/core/recording/har-problem';
import { othersLeftText } from '@/lib/text/files';
import { harFileText as text, harProblemText } from '@/lib/text/verification/har-file';

import { verification } from '../../core/verification/build';
import { harActions, recordingActions } from './recording-sample';
import { visitsActions } from '../visits/visits-sample';

const LIST = '#/verifications';
const RUN = createVisitsModel(visitsActions().actions).run;
const FILE = new File(['{}'], 'a day.har');
beforeEach(() => {
  location.hash = LIST;
});
afterEach(cleanup);

async function setUp(changes: Partial<HarActions> = {}, id: string | null = null) {
  const recordings = createRecordingsModel(recordingActions({}, {}).actions);
  await recordings.load();
  const har = createHarModel(harActions(changes));
  const { container } = render(
    <VerificationsPlace model={recordings} har={har} run={RUN} id={id} />,
  );
  const place = container.querySelector('.pb-place-drop');
  if (!place) throw new Error('no place');
  return { har, place, user: userEvent.setup() };
}

/** Whether the browser is left to do what it does by itself. */
function drag(place: Element, name: 'dragover' | 'drop', dataTransfer: object): boolean {
  const event = new Event(name, { bubbles: true, cancelable: true });
  Object.defineProperty(event, 'dataTransfer', { value: dataTransfer });
  return place.dispatchEvent(event);
}
const drop = (place: Element, files: readonly File[] = [FILE]) => drag(place, 'drop', { files });

describe('a HAR file', () => {
  it('that is dropped is opened as a recording', async () => {
    const { place, har } = await setUp();
    expect(drop(place), 'the browser does not open it').toBe(false);
    await vi.waitFor(() => expect(location.hash).toBe(`${LIST}/v1`));
    expect(har.state.value).toEqual({ step: 'idle' });
  });

  it('can be dropped on a recording, too', async () => {
    location.hash = `${LIST}/other`;
    const { place } = await setUp({}, 'other');
    drop(place);
    await vi.waitFor(() => expect(location.hash).toBe(`${LIST}/v1`));
  });

  it('can be chosen', async () => {
    const { user } = await setUp();
    await user.upload(screen.getByLabelText(text.choose), FILE);
    await vi.waitFor(() => expect(location.hash).toBe(`${LIST}/v1`));
  });

  it('does not take a person away from where they went meanwhile', async () => {
    const kept = Promise.withResolvers<{ id: string; isKnown: boolean }>();
    const { place } = await setUp({ recordFile: () => kept.promise });
    drop(place);
    location.hash = '#/trackers';
    kept.resolve({ id: 'v1', isKnown: false });
    await screen.findByText(text.isAdded(FILE.name), { exact: false });
    expect(location.hash).toBe('#/trackers');
  });

  it('that is here already is said, with the way there', async () => {
    const { place } = await setUp({ recordFile: async () => ({ id: 'v7', isKnown: true }) });
    drop(place);
    await screen.findByText(text.isKnown(FILE.name), { exact: false });
    const link = screen.getByRole('link', { name: text.open });
    expect(link.getAttribute('href')).toBe(`${LIST}/v7`);
    expect(location.hash).toBe(LIST);
  });

  it.each<HarProblem>(['too-large', 'not-har', 'cut-off', 'no-requests', 'reader-stopped'])(
    'that is refused says why, and what to do: %s',
    async (problem) => {
      const { place } = await setUp({
        recordFile: () => Promise.reject(new HarFileError(problem)),
      });
      drop(place);
      const alert = await screen.findByRole('alert');
      expect(alert.textContent).toContain(`${FILE.name}: ${harProblemText[problem].sentence}`);
      expect(alert.textContent).toContain(harProblemText[problem].next);
      screen.getByLabelText(text.choose);
    },
  );

  it('says what failed on the disk', async () => {
    const { place } = await setUp({ recordFile: () => Promise.reject(new Error('quota')) });
    drop(place);
    expect((await screen.findByRole('alert')).textContent).toContain('quota');
  });

  it('shows how far it is, and is stopped at once', async () => {
    let signal: AbortSignal | null = null;
    const { place, user, har } = await setUp({
      recordFile: (_file, way) => {
        signal = way.signal;
        way.onProgress({ done: 3, total: 4 });
        return new Promise(() => {});
      },
    });
    drop(place);
    const bar = await screen.findByLabelText(text.reading(FILE.name));
    expect(bar.getAttribute('value')).toBe('3');
    await user.click(screen.getByRole('button', { name: text.stop }));
    expect(signal).toHaveProperty('aborted', true);
    expect(har.state.value).toEqual({ step: 'idle' });
    screen.getByLabelText(text.choose);
  });

  it('dropped while another is read ends that one', async () => {
    const signals: AbortSignal[] = [];
    const { place } = await setUp({
      recordFile: (file, way) => {
        signals.push(way.signal);
        return file === FILE
          ? new Promise((_, reject) =>
              way.signal.addEventListener('abort', () => reject(way.signal.reason)),
            )
          : Promise.resolve({ id: 'v2', isKnown: false });
      },
    });
    drop(place);
    drop(place, [new File(['{}'], 'b.har')]);
    await vi.waitFor(() => expect(location.hash).toBe(`${LIST}/v2`));
    expect(signals[0]?.aborted).toBe(true);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('of several that are dropped takes the first, and says how many were left', async () => {
    const { place, har } = await setUp();
    drop(place, [FILE, new File(['{}'], 'b.har'), new File(['{}'], 'c.har')]);
    expect(await screen.findByText(othersLeftText(2))).toBeTruthy();
    await screen.findByText(text.isAdded('a day.har'), { exact: false });
    expect(location.hash, 'not led away from what is said').toBe(LIST);
    drop(place);
    await vi.waitFor(() => expect(location.hash).toBe(`${LIST}/v1`));
    expect(har.others.value).toBe(0);
  });

  it('what is no file is left to the browser', async () => {
    const { place } = await setUp();
    expect(drop(place, [])).toBe(true);
    expect(drag(place, 'dragover', { types: ['text/plain'] })).toBe(true);
    expect(drag(place, 'dragover', { types: ['Files'] })).toBe(false);
    await vi.waitFor(() => expect(place.classList.contains('over')).toBe(true));
  });
});

it('a recording of a file has its name and mark in the list', async () => {
  const recorded = verification({
    file: {
      name: 'a day.har',
      digest: 'abc',
      recordedAt: 1,
      entries: 2,
      leftOut: { entries: 0, unreadable: 0, requests: 0, pages: 0, cut: 0 },
    },
  });
  const { actions } = recordingActions({ verification: recorded });
  const recordings = createRecordingsModel(actions);
  await recordings.load();
  const har = createHarModel(harActions());
  render(<VerificationsPlace model={recordings} har={har} run={RUN} id={null} />);
  screen.getByRole('link', { name: 'a day.har' });
  screen.getByText(text.mark);
});
