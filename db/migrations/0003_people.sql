set search_path = throughcare, public;

create function plain_words(words text) returns text
language sql immutable parallel safe strict
return lower(public.unaccent('public.unaccent'::regdictionary, regexp_replace(words, '[''’ -]+', ' ', 'g')));
comment on function plain_words is 'Lower case without accents, hyphens and apostrophes: what names are searched in.';

create function initial_of(words text) returns text
language sql immutable parallel safe strict
return upper(left(normalize(words, NFD), 1));
comment on function initial_of is 'First letter of a name without its accent: what an episode with initials alone is matched by.';

create table person (
  id uuid primary key,
  family_name text not null,
  given_name text not null,
  known_as text,
  date_of_birth date,
  sex text check (sex in ('M', 'F', 'X')),
  date_of_death date,
  interpreter text,
  reading_needs text,
  claimed_nhs_number text,
  merged_into uuid references person,
  search_words text generated always as (plain_words(given_name || ' ' || family_name || coalesce(' ' || known_as, ''))) stored,
  version integer not null default 1,
  created_by uuid references staff,
  created_in xid8 not null default pg_current_xact_id(),
  locked_in xid8,
  recorded_at timestamptz not null
);
create index person_by_words on person using gin (search_words public.gin_trgm_ops);
create index person_by_birth on person (date_of_birth);
create index person_by_initials on person (date_of_birth, sex, initial_of(given_name), initial_of(family_name));
create index person_by_claimed_nhs_number on person (claimed_nhs_number) where claimed_nhs_number is not null;
create index person_merged_into on person (merged_into) where merged_into is not null;
select describe('person', 'One human being, however many numbers and names they carry. [personal]',
  'id', 'Made by the application (UUIDv7)', 'family_name', '[personal] Family name', 'given_name', '[personal] Given name',
  'known_as', '[personal] What they like to be called', 'date_of_birth', '[personal] Date of birth', 'sex', '[personal] M, F or X',
  'date_of_death', '[personal] Date of death, once known', 'interpreter', '[personal] Language for an interpreter',
  'reading_needs', '[personal] What helps them read: large print, read aloud, easy read',
  'claimed_nhs_number', '[personal] NHS number that a file gave for them while somebody else has it: waits for a human or a merge',
  'merged_into', 'The survivor of a merge; null for a person in their own right',
  'search_words', '[personal] Names as searched', 'version', 'Grows with each change: a stale form is told',
  'created_by', 'Member of staff who added them', 'created_in', 'Transaction that added them: its author may go on writing in it',
  'locked_in', 'Transaction that last locked them for writing: derivation is open to it alone', 'recorded_at', 'When they were added');

create table identifier (
  id uuid primary key,
  person_id uuid not null references person,
  recorded_under uuid not null,
  type text not null check (type in ('prison_number', 'crn', 'pnc', 'nhs_number', 'chi')),
  value text not null,
  alias boolean not null default false,
  source text not null,
  recorded_at timestamptz not null,
  unique (type, value)
);
create index identifier_by_person on identifier (person_id);
select describe('identifier', 'A number somebody is known by; old ones stay as aliases after a merge. [personal]',
  'id', 'Made by the application (UUIDv7)', 'person_id', 'Whose it is now', 'recorded_under', 'The person it was recorded for, so that a merge can be undone',
  'type', 'Kind of number', 'value', '[personal] The number, without spaces, checked for shape and check digit',
  'alias', 'True: an old number, replaced by a merge', 'source', 'Who said so', 'recorded_at', 'When');

create table person_merge (
  id uuid primary key,
  survivor_id uuid not null references person,
  merged_id uuid not null references person,
  message_id uuid,
  merged_at timestamptz not null,
  merged_by uuid references staff,
  brought_death boolean not null default false,
  undone_at timestamptz,
  undone_by uuid references staff,
  undone_why text
);
create unique index person_merge_current on person_merge (merged_id) where undone_at is null;
create index person_merge_by_survivor on person_merge (survivor_id);
create index person_merge_by_message on person_merge (message_id) where message_id is not null;
select describe('person_merge', 'Two records found to be one person: a link that can be undone.',
  'id', 'Made by the application (UUIDv7)', 'survivor_id', 'Keeps all', 'merged_id', 'Became an alias',
  'message_id', 'The feed message that said so', 'merged_at', 'When', 'merged_by', 'Who, where a person did it',
  'brought_death', 'True: the survivor''s date of death came with this merge',
  'undone_at', 'When it was undone', 'undone_by', 'Who undid it', 'undone_why', 'Why');

create table contact_details (
  id uuid primary key,
  person_id uuid not null references person,
  recorded_under uuid not null,
  class record_class not null default 'contact_details' check (class = 'contact_details'),
  service_id uuid references service,
  phone text,
  safe_to_ring text not null check (safe_to_ring in ('person', 'person_no_message', 'someone_else', 'nobody', 'not_asked')),
  safe_to_ring_note text,
  address text,
  town text,
  postcode text,
  recorded_by uuid references staff,
  recorded_at timestamptz not null
);
create index contact_details_by_person on contact_details (person_id, recorded_at desc);
select describe('contact_details', 'Address, phone and whom it is safe to ring; the newest row stands, earlier ones stay. [personal]',
  'id', 'Made by the application (UUIDv7)', 'person_id', 'Whose', 'recorded_under', 'Recorded for', 'class', 'Class of record',
  'service_id', 'Service that recorded it', 'phone', '[personal] Number', 'safe_to_ring', 'Whom it is safe to ring',
  'safe_to_ring_note', '[personal] Who else, or when not to ring', 'address', '[personal] Where they would live',
  'town', '[personal] Town', 'postcode', '[personal] Postcode', 'recorded_by', 'Who typed it', 'recorded_at', 'When');

create table safety_flag (
  id uuid primary key,
  person_id uuid not null references person,
  recorded_under uuid not null,
  class record_class not null default 'safety' check (class = 'safety'),
  service_id uuid references service,
  kind text not null check (kind in ('see_with_another', 'acct_open', 'acct_post_closure', 'allergy', 'overdose_risk')),
  detail text,
  day date not null,
  recorded_by uuid references staff,
  recorded_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid references staff
);
create index safety_flag_by_person on safety_flag (person_id) where ended_at is null;
select describe('safety_flag', 'What everybody who sees the person must know. Never the offence, never the content of an ACCT. [personal]',
  'id', 'Made by the application (UUIDv7)', 'person_id', 'Whose', 'recorded_under', 'Recorded for', 'class', 'Class of record',
  'service_id', 'Service that raised it', 'kind', 'Which flag', 'detail', '[personal] A few words: to what, with whom',
  'day', 'From which day', 'recorded_by', 'Who raised it', 'recorded_at', 'When', 'ended_at', 'When it was taken down', 'ended_by', 'By whom');

create table restriction (
  person_id uuid primary key references person,
  ring_number text not null,
  reason text not null,
  restricted_by uuid references staff,
  restricted_at timestamptz not null
);
select describe('restriction', 'A restricted person: visible to named staff only. [personal]',
  'person_id', 'Who', 'ring_number', 'What anybody else is told: ring this number', 'reason', '[personal] Why',
  'restricted_by', 'Who decided', 'restricted_at', 'When');

create table restricted_access (
  person_id uuid not null references restriction,
  staff_id uuid not null references staff,
  granted_at timestamptz not null,
  primary key (person_id, staff_id)
);
select describe('restricted_access', 'The staff named for a restricted person.',
  'person_id', 'Who', 'staff_id', 'May see them', 'granted_at', 'Since when');

create table lock_out (
  person_id uuid not null references person,
  staff_id uuid not null references staff,
  reason text not null,
  locked_at timestamptz not null,
  primary key (person_id, staff_id)
);
create index lock_out_by_staff on lock_out (staff_id);
select describe('lock_out', 'A member of staff who must not see one record: a relative, a conflict of interest.',
  'person_id', 'Whose record', 'staff_id', 'Who is locked out', 'reason', '[personal] Why', 'locked_at', 'Since when');
