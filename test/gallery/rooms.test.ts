import { lookAtEach } from './every-width.ts';
import { STATES } from './states.ts';

lookAtEach(
  'rooms',
  STATES.filter(({ name }) => !name.startsWith('pages/')),
);
