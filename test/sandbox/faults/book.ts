import {
  type ApiFault,
  type Fault,
  type FaultInput,
  isApiFault,
  isPixelFault,
  isQuirk,
  type PixelFault,
  type QuirkFault,
  readFaults,
} from './schema.ts';

interface Entry {
  readonly fault: Fault;
  left: number;
}

interface Asked {
  readonly path: string;
  readonly method: string;
  /** Whether a token came along that could expire. */
  readonly hasSession?: boolean;
}

/** The faults that are switched on now. */
export interface FaultBook {
  /** Puts these faults in the place of all others. Throws a ZodError at a fault that is none. */
  set(faults: FaultInput | readonly FaultInput[] | null): void;
  list(): Fault[];
  /** The fault that hits this API request, counted as used. */
  takeApi(asked: Asked): ApiFault | null;
  /** All the quirks that hit this API request, counted as used. */
  takeQuirks(asked: Asked): readonly QuirkFault[];
  /** The fault that hits this pixel request, counted as used. */
  takePixel(asked: Asked): PixelFault | null;
}

/** A book that begins with these faults. */
export function createFaultBook(initial: readonly FaultInput[]): FaultBook {
  let entries: Entry[] = [];
  const takeAll = <T extends Fault>(
    asked: Asked,
    mine: (fault: Fault) => fault is T,
    most = Infinity,
  ): readonly T[] => {
    const taken: T[] = [];
    for (const entry of entries) {
      const { fault } = entry;
      if (taken.length >= most || !mine(fault) || !hits(fault, asked)) continue;
      entry.left -= 1;
      taken.push(fault);
    }
    entries = entries.filter((one) => one.left > 0);
    return taken;
  };
  const take = <T extends Fault>(asked: Asked, mine: (fault: Fault) => fault is T): T | null =>
    takeAll(asked, mine, 1)[0] ?? null;
  const book: FaultBook = {
    set(faults) {
      entries = readFaults(faults ?? []).map((fault) => ({
        fault,
        left: fault.times ?? usesOf(fault),
      }));
    },
    list: () => entries.map((entry) => entry.fault),
    takeApi: (asked) => take(asked, isApiFault),
    takeQuirks: (asked) => takeAll(asked, isQuirk),
    takePixel: (asked) => take(asked, isPixelFault),
  };
  book.set(initial);
  return book;
}

// An expired session is one token killed; whoever signs in again gets one that works.
function usesOf(fault: Fault): number {
  return fault.kind === 'expired' ? 1 : Infinity;
}

function hits(fault: Fault, asked: Asked): boolean {
  if (fault.kind === 'expired' && !asked.hasSession) return false;
  if (fault.path !== undefined && !asked.path.startsWith(fault.path)) return false;
  return fault.method === undefined || fault.method === asked.method;
}
