/** Words of a run that waits for somebody to sign in. */
export const runWaitsText = {
  ended: (user: string) => `The session of ${user} has ended.`,
  next: (user: string) =>
    `The run waits. Once ${user} signs in again it goes on by itself, and makes nothing twice.`,
  signIn: 'Sign in',
};
