import { strToU8, type Zippable, zipSync } from 'fflate/browser';

// Stands in for `fflate` inside the library that writes XLSX (see `wxt.config.ts`). The real one starts
// workers from `blob:` addresses for anything large; Firefox forbids those to extension pages, and it
// then waits for ever.
type Answer<T> = (error: Error | null, data: T) => void;

export function zip(files: Zippable, answer: Answer<Uint8Array>): void {
  answer(null, zipSync(files, { level: 6 }));
}

export { strToU8, zipSync };
