// @vitest-environment happy-dom

import { cleanup, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';

import type { VerificationActions } from '@/components/verification/verification-actions';
import { proofPanelText } from '@/lib/text/export/proof';
import { countedOptionText as text } from '@/lib/text/reports/proof-option';

import { request, verification } from '../../core/verification/build';
import { setUp } from './panel-setup';

afterEach(cleanup);

async function open(countedFor?: VerificationActions['countedFor']) {
  const { model, calls, user } = setUp(
    { verification: verification({ expectedIds: [531, 532] }), requests: [request()] },
    countedFor ? { countedFor } : {},
  );
  await model.start();
  const saved = async () => {
    await user.click(await screen.findByRole('button', { name: proofPanelText.export }));
    await screen.findByText('0f'.repeat(32));
    return calls.find((call) => Array.isArray(call) && call[0] === 'saveProof');
  };
  return { user, saved };
}
const told = (told: number) => async () => ({ text: 'COUNTS', told, all: 2 });
const option = () => screen.queryByRole('checkbox', { name: text.option });

describe('a proof with what reports counted', () => {
  it('has it unless a person says otherwise, and says of how many trackers', async () => {
    const { saved } = await open(told(1));
    expect(option()).toHaveProperty('checked', true);
    expect(await saved()).toEqual(['saveProof', expect.objectContaining({ counted: 'COUNTS' })]);
    expect(document.body.textContent).toContain(text.put(1, 2));
  });

  it('has none of it where the option is off', async () => {
    const { user, saved } = await open(told(2));
    await user.click(await screen.findByRole('checkbox', { name: text.option }));
    expect(await saved()).toEqual([
      'saveProof',
      expect.not.objectContaining({ counted: 'COUNTS' }),
    ]);
    expect(document.body.textContent).not.toContain('kept reports counted of');
  });

  it('says where no kept report tells of its trackers', async () => {
    const { saved } = await open(told(0));
    await saved();
    expect(document.body.textContent).toContain(text.put(0, 2));
  });

  it.each([
    ['no report is kept', async () => null],
    ['there is no store of reports, as in DevTools', undefined],
  ])('is as it was where %s', async (_, countedFor) => {
    const { saved } = await open(countedFor);
    expect(option() === null).toBe(countedFor === undefined);
    expect(JSON.stringify(await saved())).not.toContain('"counted"');
  });
});
