import { plural } from '../ui';

/** Words of the option beside the export, and of what came of it. */
export const countedOptionText = {
  option: 'Proof with reports',
  optionWhy:
    'Puts what kept reports counted of the expected trackers into the proof, from the first day of the recording on; and the ad server’s side, where it is compared under Reports just now.',
  put: (told: number, all: number) =>
    told === 0
      ? 'No kept report tells of its trackers and days; the file says so.'
      : `In it is what kept reports counted of ${told} of ${plural(all, 'expected tracker', 'expected trackers')}.`,
};
