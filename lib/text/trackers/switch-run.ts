/** Words of a change of many trackers that is under way, and of its run. */
export const switchRunText = {
  see: 'See the run',
  leaveWhy: 'It goes on by itself, or waits there.',
  waits: 'It waits.',
  paused: 'Somebody paused it: it goes on where they have it go on, in its run.',
  notKnown:
    'This run is not kept here any more: what came of it is not known. The list shows how the trackers were last read.',
  mayGoOn: 'The run is not over by this: see there how it stands, and end it there.',
  mayNot: 'This sign-in is read-only: it changes no trackers.',
  toRuns: 'See the runs',
};

/** More are selected than one verification expects. */
export function tooManyExpected(most: string): string {
  return `A verification expects at most ${most} trackers. Select fewer.`;
}
