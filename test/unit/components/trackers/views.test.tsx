// @vitest-environment happy-dom

import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { ConsoleBar } from '@/components/pages/popup/ConsoleBar';
import { TrackerListView } from '@/components/trackers/TrackerListView';
import type { Said } from '@/components/ui/Notice';
import { AppError } from '@/lib/core/base/errors';
import { ALL_TRACKERS } from '@/lib/core/tracker/filter';

import { consoleActions, tracker } from './build';

// There is no layout here; a list that draws only what is in view needs a height.
vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
afterEach(cleanup);

describe('the offer at the foot of the popup', () => {
  it('asks for the console’s host in the click itself, and then offers it no more', async () => {
    let enabled = false;
    const enableConsole = vi.fn(async () => void (enabled = true));
    const actions = consoleActions({
      consoleOffer: async () => ({ host: 'console.example', enabled }),
      enableConsole,
    });
    render(<ConsoleBar actions={actions} />);
    const offer = await screen.findByText('Always offer it on console.example');
    offer.click();
    // In the same turn: a browser takes nothing later for the person's own click.
    expect(enableConsole).toHaveBeenCalledWith('console.example');
    await vi.waitFor(() => expect(screen.queryByText(/Always offer/)).toBeNull());
  });

  it('says when the browser refused, and offers it again', async () => {
    const actions = consoleActions({
      consoleOffer: async () => ({ host: 'console.example', enabled: false }),
      enableConsole: async () => {
        throw new AppError('access-refused');
      },
    });
    render(<ConsoleBar actions={actions} />);
    await userEvent.click(await screen.findByText(/Always offer/));
    await screen.findByText('The browser did not allow access to this site.');
    screen.getByText(/Always offer/);
  });
});

describe('Copy tag', () => {
  const pass: Said = { kind: 'pass', text: 'Copied the image tag of One.' };
  const list = (said: Said, message: string | null = null) => (
    <TrackerListView
      shown={[tracker(1, 'One')]}
      total={1}
      filter={ALL_TRACKERS}
      onFilter={() => {}}
      syncing={false}
      progress={null}
      waitingUntil={null}
      failure={null}
      message={message}
      canCreate
      onRefresh={() => {}}
      onStop={() => {}}
      onSheet={() => {}}
      onNew={() => {}}
      onEdit={() => {}}
      onBuild={() => {}}
      onCopy={async () => said}
    />
  );

  it.each([[pass], [{ kind: 'warning' as const, text: 'The browser did not allow copying.' }]])(
    'says whether it worked: %s',
    async (said) => {
      render(list(said));
      await userEvent.click(screen.getByText('Copy tag'));
      const shown = await screen.findByText(said.text);
      expect(shown.closest('.pb-notice')?.classList).toContain(said.kind);
    },
  );

  it('gives way to what is said next', async () => {
    const { rerender } = render(list(pass));
    await userEvent.click(screen.getByText('Copy tag'));
    await screen.findByText(/Copied/);
    rerender(list(pass, 'Saved One.'));
    await screen.findByText('Saved One.');
    expect(screen.queryByText(/Copied/)).toBeNull();
  });
});
