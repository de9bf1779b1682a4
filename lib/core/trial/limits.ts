/** What a trial takes and tells at most. What is beyond is refused or left out, and that is said. */
export const TRIAL_LIMITS = {
  /** Characters of a tag that is tried. No ad server's field takes a tenth of it. */
  text: 200_000,
  /** Things that one trial tells of. */
  told: 300,
  /** Characters of an address, and of a sentence of an error. */
  address: 20_000,
  sentence: 300,
  /** How long a tag may go on, in milliseconds. */
  time: 5_000,
  /** How long its code may go on without a pause: it fills the memory that it shares with pages of ours. */
  busy: 1_000,
} as const;
