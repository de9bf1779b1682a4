import { testManyPixels } from '../recorder/many-pixels.ts';

// Ten times as many with `npm run test:recorder`.
testManyPixels(500, 40);
