set search_path = throughcare, public;

-- Contacts: what else they are for, how long they take, and who else was there.
alter table contact drop constraint contact_purpose_check;
alter table contact add constraint contact_purpose_check
  check (purpose in ('one_to_one', 'key_session', 'offending_behaviour', 'follow_up', 'call_sheet', 'appointment', 'other'));
alter table contact add column minutes smallint check (minutes between 5 and 480), add column also_there text;
select describe('contact', 'One meeting or attempt: planned, then happened or not, and why not. [personal]',
  'minutes', 'How long it is to take', 'also_there', 'Which other worker is part of it');
grant update (minutes, also_there, purpose) on contact to throughcare_actor;
create index contact_planned_by_staff on contact (staff_id, day) where outcome = 'planned';

-- A move or a cancellation says who asked, and why.
alter table contact_change
  add column what text not null default 'outcome' check (what in ('outcome', 'moved', 'called_off')),
  add column asked_by text check (asked_by in ('person', 'us', 'prison', 'other')),
  add column why text,
  add column place text;
select describe('contact_change', 'What a contact said before it was moved, cancelled or its outcome recorded. [personal]',
  'what', 'Moved, called off, or its outcome recorded', 'asked_by', 'Who asked for it: the person, us, the prison, somebody else',
  'why', '[personal] Why', 'place', '[personal] Place before');

-- Notes: of which contact, whether they speak of somebody else, and what they are found by.
alter table note add column contact_id uuid references contact,
  add column names_others boolean not null default false,
  add column search_words tsvector not null generated always as (to_tsvector('english', words)) stored;
create index note_by_contact on note (contact_id) where contact_id is not null;
create index note_by_words on note using gin (search_words);
select describe('note', 'Words about a person, in a class that decides who sees them; amended, never edited away. [personal]',
  'contact_id', 'The contact these words are about', 'names_others', 'They speak of somebody else, and are looked at before they are shared',
  'search_words', '[personal] The words as search finds them');
create policy of_its_contact on note as restrictive for insert to throughcare_actor
  with check (is_of(person_id, 'contact', contact_id, class));

-- What somebody is in the middle of writing: read by its writer alone, and gone when it is recorded.
create table draft (
  id uuid primary key,
  staff_id uuid not null references staff,
  person_id uuid references person,
  recorded_under uuid,
  path text not null check (path like '/%' and length(path) < 500),
  title text not null,
  answers jsonb not null check (pg_column_size(answers) < 500000),
  saved_at timestamptz not null
);
create index draft_by_staff on draft (staff_id, saved_at desc);
create index draft_by_person on draft (person_id) where person_id is not null;
select describe('draft', 'What somebody is in the middle of writing: read by its writer alone, and gone when it is recorded. [personal]',
  'id', 'Made by the application (UUIDv7)', 'staff_id', 'Who writes', 'person_id', 'About whom; null where it is about several', 'recorded_under', 'Written for',
  'path', 'The form, where it is gone on with', 'title', '[personal] What it is called on the list of drafts',
  'answers', '[personal] What was typed, as it was typed', 'saved_at', 'When it was kept last');
alter table draft enable row level security;
alter table draft force row level security;
grant select on draft to throughcare_engine, throughcare_search;
create policy engine_reads on draft for select to throughcare_engine, throughcare_search using (true);
grant select, insert, update on draft to throughcare_intake;
create policy intake_works on draft to throughcare_intake using (true) with check (true);
grant select, insert, delete on draft to throughcare_actor;
grant update (answers, saved_at, title) on draft to throughcare_actor;
-- One's own, of somebody one may still see: a restriction or a lock-out ends it too.
create policy own on draft to throughcare_actor
  using (staff_id = (select actor_id()) and (person_id is null or exists (select from involvement i where i.person_id = draft.person_id)))
  with check (staff_id = (select actor_id()) and recorded_under is not distinct from person_id
    and (person_id is null or exists (select from involvement i where i.person_id = draft.person_id)));

-- When people of a prison are behind their doors: nobody can be met on the wing then. Null establishment: where a prison has not said.
create table regime_period (
  id uuid primary key default uuidv7(),
  establishment_code text references establishment,
  weekdays smallint[] not null check (weekdays <@ array[1, 2, 3, 4, 5, 6, 7]::smallint[]),
  starts time not null,
  ends time not null check (ends > starts),
  words text not null
);
create index regime_period_by_establishment on regime_period (establishment_code);
select describe('regime_period', 'When people of a prison are behind their doors, by day of the week: booking then is warned of.',
  'id', 'Made by the database (UUIDv7)', 'establishment_code', 'Which prison; null: any that has said nothing of its own', 'weekdays', 'ISO days of the week, 1 is Monday',
  'starts', 'Doors closed from, in London', 'ends', 'Until', 'words', 'What it is called');
insert into regime_period (establishment_code, weekdays, starts, ends, words) values
  (null, '{1,2,3,4,5,6,7}', '00:00', '07:45', 'before morning unlock'),
  (null, '{1,2,3,4,5,6,7}', '12:00', '13:30', 'lunch lock-up'),
  (null, '{1,2,3,4}', '18:30', '23:59', 'evening lock-up'),
  (null, '{5,6,7}', '16:45', '23:59', 'evening lock-up');
grant select on regime_period to throughcare_actor, throughcare_intake, throughcare_engine, throughcare_search;
grant insert, update on regime_period to throughcare_intake;

-- A worker's calendar under a secret address: the address itself is not kept, only what proves it.
create table calendar_feed (
  id uuid primary key,
  staff_id uuid not null references staff,
  role staff_role not null,
  token_hash text not null unique,
  made_at timestamptz not null,
  ended_at timestamptz,
  hour_began timestamptz,
  hour_reads integer not null default 0
);
create unique index calendar_feed_one_each on calendar_feed (staff_id, role) where ended_at is null;
select describe('calendar_feed', 'A worker''s calendar under a secret address, which holds no names.',
  'id', 'Made by the application (UUIDv7)', 'staff_id', 'Whose', 'role', 'In which role they see their contacts', 'token_hash', 'SHA-256 of the secret in the address',
  'made_at', 'Made', 'ended_at', 'Renewed or turned off', 'hour_began', 'Start of the hour in which reads are counted', 'hour_reads', 'Reads in that hour');
alter table calendar_feed enable row level security;
alter table calendar_feed force row level security;
grant select, insert on calendar_feed to throughcare_actor;
grant update (ended_at) on calendar_feed to throughcare_actor;
create policy own on calendar_feed to throughcare_actor using (staff_id = (select actor_id()))
  with check (staff_id = (select actor_id()) and role = (select actor_role()));
grant select on calendar_feed to throughcare_auth;
grant update (hour_began, hour_reads) on calendar_feed to throughcare_auth;
create policy auth_reads on calendar_feed for select to throughcare_auth using (true);
create policy auth_counts on calendar_feed for update to throughcare_auth using (ended_at is null);
