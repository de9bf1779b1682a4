import * as z from 'zod/mini';

// Extension pages and many consoles forbid `eval`; without this zod probes for it on every start
// and leaves a violation report in the page's console.
z.config({ jitless: true });

export { z };
