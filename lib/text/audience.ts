/**
 * Who will not see a tracker at all (peers' study, 7; measured by nobody here): the list is what browsers block by.
 */
export const audienceText = {
  blocked:
    'Some visitors are never counted: adnxs.com is on the Disconnect list, by which Firefox blocks in private windows (set to Strict in all) and Edge where set to Strict. How many they are is not known here.',
  source: 'The list',
  sourceUrl: 'https://github.com/disconnectme/disconnect-tracking-protection',
};
