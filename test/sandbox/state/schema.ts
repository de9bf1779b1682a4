/** The sandbox's tables. Views (`*_view`) carry the columns that the API filters and sorts by. */
export const SCHEMA = `
CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE members (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, state TEXT NOT NULL, timezone TEXT NOT NULL,
  default_currency TEXT NOT NULL, enable_click_and_imp_trackers INTEGER NOT NULL,
  next_tracker_id INTEGER NOT NULL, last_modified TEXT NOT NULL) STRICT;

CREATE TABLE users (
  id INTEGER PRIMARY KEY, member_id INTEGER NOT NULL REFERENCES members(id),
  username TEXT NOT NULL UNIQUE, password TEXT NOT NULL, first_name TEXT NOT NULL,
  last_name TEXT NOT NULL, email TEXT NOT NULL, user_type TEXT NOT NULL,
  read_only INTEGER NOT NULL, api_login INTEGER NOT NULL, timezone TEXT NOT NULL,
  state TEXT NOT NULL, last_modified TEXT NOT NULL) STRICT;
CREATE VIEW user_view AS SELECT u.*, m.name AS entity_name FROM users u
  JOIN members m ON m.id = u.member_id;
CREATE VIEW member_view AS SELECT m.*, m.id AS member_id, NULL AS code FROM members m;

CREATE TABLE advertisers (
  id INTEGER PRIMARY KEY, member_id INTEGER NOT NULL REFERENCES members(id), code TEXT,
  name TEXT NOT NULL, state TEXT NOT NULL, timezone TEXT NOT NULL,
  default_currency TEXT NOT NULL, last_modified TEXT NOT NULL) STRICT;

CREATE TABLE line_items (
  id INTEGER PRIMARY KEY, member_id INTEGER NOT NULL REFERENCES members(id),
  advertiser_id INTEGER NOT NULL REFERENCES advertisers(id), code TEXT, name TEXT NOT NULL,
  state TEXT NOT NULL, line_item_type TEXT NOT NULL, currency TEXT NOT NULL,
  last_modified TEXT NOT NULL) STRICT;
CREATE INDEX line_items_by_advertiser ON line_items(advertiser_id);
CREATE VIEW line_item_view AS SELECT l.*, a.name AS advertiser_name FROM line_items l
  JOIN advertisers a ON a.id = l.advertiser_id;

CREATE TABLE publishers (
  id INTEGER PRIMARY KEY, member_id INTEGER NOT NULL REFERENCES members(id), code TEXT,
  name TEXT NOT NULL, state TEXT NOT NULL, is_rtb INTEGER NOT NULL,
  base_payment_rule_id INTEGER, default_site_id INTEGER, currency TEXT NOT NULL,
  timezone TEXT NOT NULL, last_modified TEXT NOT NULL) STRICT;

CREATE TABLE placements (
  id INTEGER PRIMARY KEY, member_id INTEGER NOT NULL REFERENCES members(id),
  publisher_id INTEGER NOT NULL REFERENCES publishers(id), site_id INTEGER NOT NULL,
  site_name TEXT NOT NULL, code TEXT, name TEXT NOT NULL, state TEXT NOT NULL,
  width INTEGER NOT NULL, height INTEGER NOT NULL, last_modified TEXT NOT NULL) STRICT;
CREATE INDEX placements_by_publisher ON placements(publisher_id);
CREATE VIEW placement_view AS SELECT p.*, q.name AS publisher_name FROM placements p
  JOIN publishers q ON q.id = p.publisher_id;

CREATE TABLE payment_rules (
  id INTEGER PRIMARY KEY, member_id INTEGER NOT NULL REFERENCES members(id),
  publisher_id INTEGER NOT NULL REFERENCES publishers(id), code TEXT, name TEXT NOT NULL,
  state TEXT NOT NULL, pricing_type TEXT NOT NULL, cost_cpm REAL, revshare REAL,
  priority INTEGER NOT NULL, start_date TEXT, end_date TEXT, timezone TEXT NOT NULL,
  buyer_type TEXT NOT NULL, last_modified TEXT NOT NULL) STRICT;
CREATE INDEX payment_rules_by_publisher ON payment_rules(publisher_id);

CREATE TABLE trackers (
  id INTEGER PRIMARY KEY, member_id INTEGER NOT NULL REFERENCES members(id),
  advertiser_id INTEGER NOT NULL REFERENCES advertisers(id), name TEXT NOT NULL, code TEXT,
  state TEXT NOT NULL, last_modified TEXT NOT NULL,
  publisher_id INTEGER NOT NULL REFERENCES publishers(id),
  tag_id INTEGER REFERENCES placements(id), payment_rule_id INTEGER REFERENCES payment_rules(id),
  line_item_id INTEGER NOT NULL REFERENCES line_items(id)) STRICT;
CREATE INDEX trackers_by_advertiser ON trackers(advertiser_id);
CREATE VIEW tracker_view AS SELECT t.*, p.name AS publisher_name, g.name AS tag_name,
  r.name AS payment_rule_name, l.name AS line_item_name FROM trackers t
  JOIN publishers p ON p.id = t.publisher_id JOIN line_items l ON l.id = t.line_item_id
  LEFT JOIN placements g ON g.id = t.tag_id LEFT JOIN payment_rules r ON r.id = t.payment_rule_id;

CREATE TABLE sessions (
  token TEXT PRIMARY KEY, user_id INTEGER NOT NULL REFERENCES users(id),
  issued_at INTEGER NOT NULL, used_at INTEGER NOT NULL, killed TEXT) STRICT;

CREATE TABLE public_keys (
  id INTEGER PRIMARY KEY AUTOINCREMENT, user_id INTEGER NOT NULL REFERENCES users(id),
  name TEXT NOT NULL, active INTEGER NOT NULL, encoded_value TEXT NOT NULL) STRICT;

CREATE TABLE pixels (
  id INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, host TEXT NOT NULL,
  tracker_id INTEGER, params TEXT NOT NULL, query TEXT NOT NULL, referer TEXT,
  sec_fetch_dest TEXT, user_agent TEXT, known INTEGER NOT NULL, counted INTEGER NOT NULL) STRICT;

/* An impression is of what its tracker was then, whatever becomes of the tracker. 0 is none; hours since 1970. */
CREATE TABLE impressions (
  pixel_id INTEGER PRIMARY KEY REFERENCES pixels(id) ON DELETE CASCADE, hour INTEGER NOT NULL,
  member_id INTEGER NOT NULL, advertiser_id INTEGER NOT NULL, line_item_id INTEGER NOT NULL,
  publisher_id INTEGER NOT NULL, placement_id INTEGER NOT NULL, pub_rule_id INTEGER NOT NULL,
  cost REAL NOT NULL) STRICT;
CREATE INDEX impressions_by_hour ON impressions(hour);

CREATE TABLE creatives (
  id INTEGER PRIMARY KEY, console TEXT NOT NULL, name TEXT NOT NULL, landing_url TEXT NOT NULL,
  width INTEGER NOT NULL, height INTEGER NOT NULL, pixels TEXT NOT NULL) STRICT;
`;
