import { afterAll } from 'vitest';

import { removeCopies } from './app/support/seeded';

// The files run in one process, in which a module is there once; this runs for each of them.
afterAll(removeCopies);
