import type { WorldTables } from './tables.ts';

/** The password of every account here; it obeys the documented password rule. */
export const PASSWORD = 'Piggyback#2026';

export const MAIN_MEMBER = 4321;
export const MEMBER_WITHOUT_TRACKERS = 4388;

interface Account {
  readonly id: number;
  readonly username: string;
  readonly first: string;
  readonly last: string;
  readonly member: number;
  readonly state?: 'inactive';
  readonly readOnly?: true;
  readonly apiLogin?: false;
}

const ACCOUNTS: readonly Account[] = [
  { id: 51007, username: 'trafficker', first: 'Maren', last: 'Osei', member: MAIN_MEMBER },
  {
    id: 51008,
    username: 'disabled.user',
    first: 'Piet',
    last: 'Novak',
    member: MAIN_MEMBER,
    state: 'inactive',
  },
  {
    id: 51009,
    username: 'read.only',
    first: 'Lucía',
    last: 'Ferrer',
    member: MAIN_MEMBER,
    readOnly: true,
  },
  {
    id: 51010,
    username: 'ui.only',
    first: 'Dana',
    last: 'Whitlock',
    member: MAIN_MEMBER,
    apiLogin: false,
  },
  {
    id: 51300,
    username: 'no.trackers',
    first: 'Ilse',
    last: 'Brandt',
    member: MEMBER_WITHOUT_TRACKERS,
  },
  { id: 958001, username: 'example.create', first: 'November', last: 'User', member: 958 },
  { id: 106601, username: 'example.view', first: 'February', last: 'User', member: 1066 },
];

/** Inserts every account. Their members must be there already. */
export function insertUsers(tables: WorldTables, modified: string): void {
  for (const account of ACCOUNTS) {
    tables.user({
      id: account.id,
      member_id: account.member,
      username: account.username,
      password: PASSWORD,
      first_name: account.first,
      last_name: account.last,
      email: `${account.username}@tidewater.example`,
      user_type: 'member',
      read_only: account.readOnly ? 1 : 0,
      api_login: account.apiLogin === false ? 0 : 1,
      timezone: 'EST5EDT',
      state: account.state ?? 'active',
      last_modified: modified,
    });
  }
}
