set search_path = throughcare, public;

create table credential (
  staff_id uuid primary key references staff,
  sign_in_name text not null unique,
  password_hash text not null,
  failed_count integer not null default 0,
  locked_until timestamptz,
  changed_at timestamptz not null
);
select describe('credential', 'How a member of staff signs in.',
  'staff_id', 'Who', 'sign_in_name', 'What they type', 'password_hash', 'argon2id with its parameters and salt', 'failed_count', 'Wrong passwords since the last right one',
  'locked_until', 'No sign-in until then', 'changed_at', 'When the password was set');

create table session (
  id_hash text primary key,
  staff_id uuid not null references staff,
  role staff_role not null,
  csrf_token text not null,
  created_at timestamptz not null,
  used_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_by_staff on session (staff_id);
select describe('session', 'A signed-in browser. Only a hash of the cookie is kept.',
  'id_hash', 'SHA-256 of the cookie', 'staff_id', 'Who', 'role', 'The role they act in', 'csrf_token', 'Token that every form carries',
  'created_at', 'Signed in at', 'used_at', 'Last used at', 'expires_at', 'Ends at the latest');

create table idempotency (
  key uuid primary key,
  staff_id uuid not null references staff,
  path text not null,
  location text not null,
  flash text,
  done_at timestamptz not null
);
select describe('idempotency', 'A form that was sent: sent again, it answers the same and does nothing.',
  'key', 'Made with the form', 'staff_id', 'Who sent it', 'path', 'Where to', 'location', 'Where it led', 'flash', 'What it said', 'done_at', 'When');

create table kept_filter (
  staff_id uuid not null references staff,
  page text not null,
  query text not null,
  primary key (staff_id, page)
);
select describe('kept_filter', 'The filters somebody last used on a list.', 'staff_id', 'Who', 'page', 'Which list', 'query', 'The filter, as in the address');

create table outbox (
  id uuid primary key,
  topic text not null,
  subject_id uuid not null,
  service_id uuid references service,
  recorded_at timestamptz not null,
  delivered_at timestamptz
);
create index outbox_waiting on outbox (recorded_at) where delivered_at is null;
select describe('outbox', 'What the outside world is to hear: ids only, delivered by a job.',
  'id', 'Made by the application (UUIDv7)', 'topic', 'What happened', 'subject_id', 'To what', 'service_id', 'Whom to tell', 'recorded_at', 'When', 'delivered_at', 'When it was delivered');

create table audit_event (
  id uuid primary key,
  written_in xid8 not null default pg_current_xact_id(),
  at timestamptz not null,
  staff_id uuid,
  role text,
  service_ids uuid[] not null,
  action text not null,
  outcome text not null check (outcome in ('done', 'refused', 'failed')),
  person_ids uuid[] not null,
  subject text,
  address text,
  request_id text
);
create index audit_event_by_person on audit_event using gin (person_ids);
create index audit_event_by_staff on audit_event (staff_id, at desc);
select describe('audit_event', 'Append-only: every view, search and change, with who, whom, when and from where.',
  'id', 'Made by the application (UUIDv7)', 'written_in', 'Transaction, so that a seal knows what was finished', 'at', 'When', 'staff_id', 'Who', 'role', 'Acting as',
  'service_ids', 'For which services', 'action', 'verb_resource, as the page declares it', 'outcome', 'done, refused or failed', 'person_ids', 'About whom; a list is one event with all its ids',
  'subject', 'What else: a hand-over, a message, a page', 'address', 'From which address', 'request_id', 'The request');

create table migration (
  name text primary key,
  digest text not null,
  applied_at timestamptz not null
);
select describe('migration', 'Which migration files have been applied.', 'name', 'File name', 'digest', 'SHA-256 of the file', 'applied_at', 'When');
