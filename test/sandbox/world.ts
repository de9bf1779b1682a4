import { NAMED_ADVERTISERS } from './state/seed-advertisers.ts';
import { PASSWORD } from './state/users.ts';

/** What a test or a person needs to know of the seeded world. */
export interface World {
  readonly credentials: { readonly username: string; readonly password: string };
  readonly advertisers: Readonly<
    Record<'small' | 'medium' | 'large', { readonly id: number; readonly name: string }>
  >;
}

export const WORLD: World = {
  credentials: { username: 'trafficker', password: PASSWORD },
  advertisers: NAMED_ADVERTISERS,
};
