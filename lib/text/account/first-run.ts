/** Words for who has never signed in: two sentences. */
export const firstRunText = {
  what: 'Make impression trackers, put their tags into your ad server, and see in DevTools that each one fires.',
  tryIt: 'Without an account, try it against the sandbox: Help says how.',
};

/** Words of help at sign-in. */
export const signInHelpText = {
  help: 'Help',
  answers: [
    {
      question: 'Which account?',
      answer:
        'An API user of your Monetize member. An administrator of the member makes one; your Microsoft account representative has the Impression Tracker Service enabled for the member.',
    },
    {
      question: 'How do I try it without one?',
      answer:
        'Where you have Piggyback’s sources, npm start opens a browser with a guide and a stand-in for everything. Or npm run sandbox, then give http://127.0.0.1:8080 under Environment, with the username trafficker and the password Piggyback#2026.',
    },
    {
      question: 'What is Environment?',
      answer:
        'The address of the API that you sign in at. Leave it as it is, unless you try a sandbox of your own.',
    },
  ],
};
