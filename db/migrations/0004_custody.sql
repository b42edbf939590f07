set search_path = throughcare, public;

create table feed_message (
  id uuid primary key,
  source text not null check (source in ('feed', 'spreadsheet', 'hand')),
  fingerprint text not null,
  telling text not null default '',
  event_type text not null,
  prison_number text not null,
  other_number text,
  occurred_at timestamptz not null,
  raw text not null,
  told jsonb,
  received_at timestamptz not null,
  state text not null check (state in ('applied', 'held', 'set_aside')),
  held_because text,
  person_id uuid references person,
  establishment_code text,
  effect text,
  set_aside_at timestamptz,
  set_aside_by uuid references staff,
  set_aside_why text,
  unique (fingerprint, telling)
);
create index feed_message_held on feed_message (prison_number) where state = 'held';
create index feed_message_held_for_other on feed_message (other_number) where state = 'held' and other_number is not null;
create index feed_message_recent on feed_message (establishment_code, occurred_at desc);
create index feed_message_by_person on feed_message (person_id, occurred_at desc);
select describe('feed_message', 'Inbox: what a feed, a spreadsheet or a person said about movements, stored before it counts. [personal]',
  'id', 'Made by the application (UUIDv7)', 'source', 'Where it came from', 'fingerprint', 'The same thing told twice has the same fingerprint',
  'telling', 'Details in which two tellings of the same thing may differ: which of them counts does not depend on which came first',
  'event_type', 'What kind of message', 'prison_number', '[personal] The number it is about', 'other_number', '[personal] The other number of a merge or a moved booking', 'occurred_at', 'When it happened',
  'raw', '[personal] The message as it came', 'told', '[personal] What was read from it, while it is held', 'received_at', 'When it was stored', 'state', 'applied, held for a person or a number, or set aside',
  'held_because', 'What it waits for', 'person_id', 'Whom it was applied to', 'establishment_code', 'The prison it names',
  'effect', 'What it changed, in a word: movement, merge, whereabouts, work_item', 'set_aside_at', 'When it was set aside',
  'set_aside_by', 'By whom', 'set_aside_why', 'Why');

create table movement (
  id uuid primary key,
  person_id uuid not null references person,
  recorded_under uuid not null,
  class record_class not null default 'identity' check (class = 'identity'),
  service_id uuid references service,
  source text not null check (source in ('feed', 'spreadsheet', 'hand')),
  type movement_type not null,
  at timestamptz not null,
  day date not null,
  time_known boolean not null,
  establishment_code text,
  reason text not null,
  reason_code text,
  reason_known boolean not null,
  unplanned boolean not null default false,
  message_id uuid references feed_message,
  set_aside boolean not null default false,
  recorded_by uuid references staff,
  recorded_at timestamptz not null
);
create unique index movement_once on movement (recorded_under, source, type, at, reason, coalesce(establishment_code, ''), coalesce(reason_code, ''))
  where not set_aside;
create index movement_by_person on movement (person_id, at);
create index movement_by_message on movement (message_id);
create index movement_by_place on movement (establishment_code, day desc) where not set_aside;
create index movement_releases on movement (day) where type = 'release' and not set_aside;
select describe('movement', 'Somebody came in, moved, left or died. [personal]',
  'id', 'Made by the application (UUIDv7)', 'person_id', 'Who', 'recorded_under', 'The person it was recorded for, so that a merge can be undone',
  'class', 'Class of record', 'service_id', 'Service that recorded it by hand', 'source', 'Who told us', 'type', 'What it was', 'at', 'When', 'day', 'The day in Europe/London',
  'time_known', 'False: only the day is known', 'establishment_code', 'The prison in the message', 'reason', 'The reason in the source''s own word', 'reason_code', 'Reason code as given',
  'reason_known', 'False: a code nobody knows; no call or text until a human has looked',
  'unplanned', 'Left from court, on bail or by a cancelled recall', 'message_id', 'The message that said so',
  'set_aside', 'True: a human found the message wrong', 'recorded_by', 'Who, by hand', 'recorded_at', 'When it was recorded');

create function movement_kind(type movement_type) returns text
language sql stable parallel safe strict
return case type when 'from_hospital' then 'temporary_return' when 'removal' then 'release' when 'readmission' then 'admission' else type::text end;
comment on function movement_kind is 'Types that two sources may call differently are one kind: by it a spreadsheet and the feed tell of the same movement.';

create table release_date (
  id uuid primary key,
  person_id uuid not null references person,
  recorded_under uuid not null,
  class record_class not null default 'identity' check (class = 'identity'),
  service_id uuid references service,
  type text not null,
  date date,
  source text not null,
  recorded_by uuid references staff,
  recorded_at timestamptz not null
);
create unique index release_date_once on release_date (recorded_under, type, recorded_at, coalesce(date, '-infinity'::date), source);
create index release_date_by_person on release_date (person_id, recorded_at);
select describe('release_date', 'What was said about when somebody leaves, by type; of each type the newest stands, nothing is thrown away. [personal]',
  'id', 'Made by the application (UUIDv7)', 'person_id', 'Whose', 'recorded_under', 'Recorded for', 'class', 'Class of record', 'service_id', 'Service that recorded it',
  'type', 'CONF, CRD, ARD … (domain-facts.md 5.5)', 'date', 'The date; null withdraws the type', 'source', 'Who said so',
  'recorded_by', 'Who typed it', 'recorded_at', 'When it was said');

create table held_row (
  id uuid primary key,
  kind text not null check (kind in ('release_date')),
  prison_number text not null,
  fingerprint text not null unique,
  told jsonb not null,
  received_at timestamptz not null,
  applied_at timestamptz
);
create index held_row_waiting on held_row (prison_number) where applied_at is null;
select describe('held_row', 'Rows of files about somebody who is not known yet; applied when they turn up. [personal]',
  'id', 'Made by the application (UUIDv7)', 'kind', 'What kind of row', 'prison_number', '[personal] The number it is about',
  'fingerprint', 'The same row read twice has the same fingerprint', 'told', '[personal] What was read from it', 'received_at', 'When it was stored',
  'applied_at', 'When it was applied; null while it waits');

create table location (
  person_id uuid primary key references person,
  wing text,
  cell text,
  recorded_at timestamptz,
  seen_at timestamptz,
  seen_direction text check (seen_direction in ('in', 'out')),
  seen_reason text,
  seen_establishment text
);
select describe('location', 'Wing and cell, where known, and the newest sighting: what the search feed said of where they are. [personal]',
  'person_id', 'Who', 'wing', 'Wing', 'cell', 'Cell as the prison writes it', 'recorded_at', 'Wing and cell as of when', 'seen_at', 'When they were last seen',
  'seen_direction', 'Seen coming in or going out', 'seen_reason', 'The reason given', 'seen_establishment', 'At which prison');

-- Derived with the obligations, in the same transaction; never typed.
create table whereabouts (
  person_id uuid primary key references person,
  class record_class not null default 'identity' check (class = 'identity'),
  status text not null check (status in ('in_custody', 'at_court', 'in_hospital', 'temporary_release', 'in_transit', 'in_community', 'removed', 'died', 'not_known')),
  establishment_code text,
  since date,
  admitted_on date,
  arrived_on date,
  arrived_at timestamptz,
  arrived_by text check (arrived_by in ('admission', 'transfer_in')),
  arrived_from text,
  released_on date,
  released_from text,
  release_unplanned boolean,
  release_reason_known boolean,
  release_id uuid,
  working_release_date date,
  calculated_release_date date,
  release_date_type text,
  release_date_warning text,
  onward_need boolean not null default false,
  in_treatment_since date,
  digest text not null
);
create index whereabouts_here on whereabouts (establishment_code, status);
create index whereabouts_leaving on whereabouts (establishment_code, working_release_date) where working_release_date is not null;
create index whereabouts_left on whereabouts (released_on desc) where released_on is not null;
create index whereabouts_left_from on whereabouts (released_from, released_on desc) where released_on is not null;
create index whereabouts_arrived on whereabouts (establishment_code, arrived_on desc);
select describe('whereabouts', 'Where somebody is today and when they leave, derived from movements and release dates. [personal]',
  'person_id', 'Who', 'class', 'Class of record', 'status', 'Where they are, in a word', 'establishment_code', 'The prison that holds or last held them',
  'since', 'In this status since', 'admitted_on', 'Start of the current or last spell', 'arrived_on', 'Arrived at this prison on', 'arrived_at', 'The moment of arrival',
  'arrived_by', 'Admission or transfer in', 'arrived_from', 'The prison they came from', 'released_on', 'Left into the community on (day 0)',
  'released_from', 'The prison they left', 'release_unplanned', 'Left from court, bail or a cancelled recall',
  'release_reason_known', 'False: nobody is rung until a human has looked', 'release_id', 'The movement',
  'working_release_date', 'The date to work to, after weekend, holiday and Friday rules', 'calculated_release_date', 'The date as calculated, before those rules',
  'release_date_type', 'Type of the date chosen', 'release_date_warning', 'What to check about it',
  'onward_need', 'Open episode or positive screen, not completed, not declined', 'in_treatment_since', 'First start of the treatment that is open now', 'digest', 'Of all that was derived: the same facts give the same digest, and nothing is written');

create table work_item (
  id uuid primary key,
  kind text not null,
  person_id uuid references person,
  message_id uuid references feed_message,
  establishment_code text,
  service_id uuid references service,
  words text not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  closed_by uuid references staff,
  decision text
);
create unique index work_item_once on work_item (kind, message_id) where message_id is not null;
create index work_item_by_person on work_item (person_id) where person_id is not null;
create index work_item_open on work_item (establishment_code, opened_at) where closed_at is null;
select describe('work_item', 'Something the feed said that a human must decide. [personal]',
  'id', 'Made by the application (UUIDv7)', 'kind', 'What there is to decide', 'person_id', 'About whom', 'message_id', 'The message behind it',
  'establishment_code', 'The prison it concerns', 'service_id', 'The service it concerns', 'words', '[personal] The question in plain English',
  'opened_at', 'When it was opened', 'closed_at', 'When it was decided', 'closed_by', 'By whom', 'decision', 'What was decided');
