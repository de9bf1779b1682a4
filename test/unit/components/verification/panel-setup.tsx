import { render } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';

import { createVerificationModel } from '@/components/verification/verification-model';
import { VerificationView } from '@/components/verification/VerificationView';

import { recordingActions } from './recording-sample';

/** The panel over such actions. */
export function setUp(...around: Parameters<typeof recordingActions>) {
  const { actions, calls } = recordingActions(...around);
  const model = createVerificationModel(actions);
  render(<VerificationView model={model} />);
  return { model, calls, user: userEvent.setup() };
}
