import { testManyPixels } from './many-pixels.ts';

testManyPixels(5000, 240);
