import { lookAtEach } from './every-width.ts';
import { STATES } from './states.ts';

lookAtEach(
  'pages',
  STATES.filter(({ name }) => name.startsWith('pages/')),
);
