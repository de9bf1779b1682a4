// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';

import { TrialView } from '@/components/trial/TrialView';
import { createTrialModel, type TrialActions } from '@/components/trial/trial-model';
import { TryButton, TryTag } from '@/components/trial/try-tag';
import { TRIAL_LIMITS } from '@/lib/core/trial/limits';

import { GOOD_TAG, ran, trialActions, trialStores } from './trial-sample';

afterEach(cleanup);

function open(changes: Partial<TrialActions> = {}) {
  const model = createTrialModel(trialActions(changes), trialStores());
  render(<TrialView model={model} />);
  return { model, user: userEvent.setup() };
}

const press = (name: string) => screen.getByRole('button', { name });
const paste = async (user: ReturnType<typeof userEvent.setup>, text: string) => {
  await user.click(screen.getByLabelText('Tag'));
  await user.paste(text);
};

describe('a tag that is pasted', () => {
  it('is tried as the chosen ad server serves it, and its request is shown and judged', async () => {
    const { user } = open();
    await paste(user, GOOD_TAG);
    await user.selectOptions(screen.getByLabelText('Ad server'), 'gam');
    await user.click(press('Try it'));
    await screen.findByText('It would make 1 request of an impression tracker.');
    const [request] = within(
      screen.getByRole('list', { name: 'Requests of impression trackers' }),
    ).getAllByRole('listitem');
    expect(request?.textContent).toContain('Tracker name 531');
    expect(request?.textContent).toContain('cachebuster=4711471147');
    expect(request?.textContent).toContain('Tried: not sent');
    expect(screen.getByText('%%CACHEBUSTER%%: a random number')).toBeTruthy();
    expect(screen.queryAllByRole('link').map((link) => link.getAttribute('href'))).not.toContain(
      expect.stringContaining('imptr'),
    );
  });

  it('without an ad server keeps its macros, which is said', async () => {
    const { user } = open();
    await paste(user, GOOD_TAG);
    await user.click(press('Try it'));
    await screen.findByText(
      /No ad server is chosen, so these are left as they are: %%CACHEBUSTER%%/,
    );
  });

  it('that is another by now says so, until it is tried again', async () => {
    const { user } = open();
    await paste(user, GOOD_TAG);
    await user.click(press('Try it'));
    await screen.findByText('It would make 1 request of an impression tracker.');
    expect(screen.queryByText(/another than was tried/)).toBeNull();
    await paste(user, '<!-- -->');
    await screen.findByText(/another than was tried/);
    await user.click(press('Try it'));
    await waitFor(() => expect(screen.queryByText(/another than was tried/)).toBeNull());
  });

  it.each([
    ['empty', '  '],
    ['longer than is tried', 'x'.repeat(TRIAL_LIMITS.text + 1)],
  ])('and %s is not tried', async (_, text) => {
    let runs = 0;
    const { user, model } = open({
      run: async (tag) => {
        runs += 1;
        return ran(tag);
      },
    });
    await paste(user, text);
    expect(press('Try it')).toHaveProperty('disabled', true);
    await model.start();
    expect(runs).toBe(0);
  });
});

describe('how it ended is said', () => {
  it.each([
    ['quiet', 'Run to its rest. Nothing was sent.'],
    ['time', 'Ended after 5 seconds'],
    ['busy', 'Ended: its code went on for a second without a pause'],
    ['much', 'Ended: it did more than is told of one tag'],
    ['gone', 'Ended: what it ran in did not answer any more'],
  ] as const)('%s', async (end, words) => {
    const { model } = open({ run: async (tag) => ran(tag, { end }) });
    await model.give(GOOD_TAG, 'gam');
    await screen.findByText(new RegExp(words));
    expect([TRIAL_LIMITS.time, TRIAL_LIMITS.busy]).toEqual([5_000, 1_000]);
  });

  it('where nothing can run, it is read, which is said', async () => {
    const { model } = open({ run: null });
    expect(screen.getByText(/^The tag is read,/)).toBeTruthy();
    await model.give(GOOD_TAG, 'gam');
    await screen.findByText(/^Read and not run/);
    await screen.findByText(/cachebuster=4711471147$/);
  });

  it('a tag that asks for nothing has its reason', async () => {
    const { model } = open();
    await model.give(`<noscript>${GOOD_TAG}</noscript>`, 'gam');
    await screen.findByText(/It stands in <noscript>/);
    await screen.findByText('It would make no request of an impression tracker.');
  });
});

describe('a trial', () => {
  it('is stopped at once, and nothing is shown of it', async () => {
    const { user, model } = open({
      run: (_, ended) =>
        new Promise((_resolve, reject) =>
          ended.addEventListener('abort', () => reject(ended.reason)),
        ),
    });
    void model.give(GOOD_TAG, 'gam');
    await user.click(await screen.findByRole('button', { name: 'Stop' }));
    await screen.findByText('Nothing tried yet');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('gives way to one that is begun later', async () => {
    const answers: ((text: string) => void)[] = [];
    const { model } = open({
      run: (text) => new Promise((resolve) => answers.push(() => resolve(ran(text)))),
    });
    const first = model.give('<img src="https://ib.adnxs.com/imptr?id=1&t=2">', 'gam');
    const second = model.give(GOOD_TAG, 'gam');
    answers[1]?.('');
    await second;
    answers[0]?.('');
    await first;
    expect(model.result.value?.tag).toBe(GOOD_TAG);
  });
});

describe('a tag that is handed over', () => {
  it('is tried with its ad server', async () => {
    const { model } = open({
      takeHanded: async (key) => ({ key, text: GOOD_TAG, serverId: 'gam' }),
    });
    await model.enter('k');
    await screen.findByText('It would make 1 request of an impression tracker.');
    expect(screen.getByLabelText('Ad server')).toHaveProperty('value', 'gam');
  });

  it('once: later it is said that it is gone', async () => {
    const { model } = open();
    await model.enter('k');
    await screen.findByText(/not here any more/);
  });

  it('leaves what a person has typed', async () => {
    const { model, user } = open();
    await paste(user, 'mine');
    await model.enter('k');
    expect(screen.queryByText(/not here any more/)).toBeNull();
    expect(model.tag.value).toBe('mine');
  });
});

describe('the way there', () => {
  it('is offered where the page leads there, and takes the tag along', async () => {
    const taken: unknown[] = [];
    render(
      <TryTag.Provider value={(...given) => void taken.push(given)}>
        <TryButton tag={GOOD_TAG} serverId="gam" />
      </TryTag.Provider>,
    );
    await userEvent.setup().click(press('Try this tag'));
    expect(taken).toEqual([[GOOD_TAG, 'gam']]);
  });

  it('is not where it does not', () => {
    render(<TryButton tag={GOOD_TAG} serverId={null} />);
    expect(screen.queryByRole('button')).toBeNull();
  });
});
