import { readTrackerTable } from '../../core/tracker/table-layout';
import { createKept } from './kept';

const kept = createKept('trackerTable', readTrackerTable);

/** How the person has the table of trackers: of the browser, whoever is signed in. */
export const readTrackerLayout = kept.read;
/** Keeps it for the next opening. */
export const keepTrackerLayout = kept.write;
