import { flag, number, text } from '../state/row.ts';
import { resourceGone } from './failure.ts';
import { fields, type Service } from './service.ts';

/** `/user`: the member's users; a call with `current` is for one's own. */
export const userService: Service = {
  name: 'user',
  singular: 'user',
  plural: 'users',
  from: 'user_view',
  fields: fields({ id: 'int', username: 'string', state: 'string', last_modified: 'date' }),
  represent: (row) => ({
    id: number(row, 'id'),
    username: text(row, 'username'),
    first_name: text(row, 'first_name'),
    last_name: text(row, 'last_name'),
    email: text(row, 'email'),
    user_type: text(row, 'user_type'),
    read_only: flag(row, 'read_only'),
    api_login: flag(row, 'api_login'),
    entity_id: number(row, 'member_id'),
    entity_name: text(row, 'entity_name'),
    advertiser_id: null,
    publisher_id: null,
    timezone: text(row, 'timezone'),
    state: text(row, 'state'),
    advertiser_access: null,
    publisher_access: null,
    last_modified: text(row, 'last_modified'),
  }),
  gone: resourceGone,
};

/** `/member`: always one's own, as a single object (recorded). */
export const memberService: Service = {
  name: 'member',
  singular: 'member',
  plural: 'members',
  from: 'member_view',
  fields: fields({ id: 'int', name: 'string', state: 'string', last_modified: 'date' }),
  represent: (row) => ({
    id: number(row, 'id'),
    name: text(row, 'name'),
    state: text(row, 'state'),
    timezone: text(row, 'timezone'),
    enable_click_and_imp_trackers: flag(row, 'enable_click_and_imp_trackers'),
    default_currency: text(row, 'default_currency'),
    last_modified: text(row, 'last_modified'),
  }),
  gone: resourceGone,
};
