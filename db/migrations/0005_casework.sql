set search_path = throughcare, public;

create table episode (
  id uuid primary key,
  person_id uuid references person,
  recorded_under uuid,
  class record_class not null default 'recovery' check (class = 'recovery'),
  service_id uuid not null references service,
  setting care_setting not null,
  local_id text not null,
  referral_source text,
  substances text check (substances in ('opiate', 'non_opiate', 'non_opiate_and_alcohol', 'alcohol')),
  referral_date date not null,
  triage_date date,
  treatment_start date,
  end_date date,
  end_reason end_reason,
  match text not null check (match in ('recorded', 'number', 'nhs_number', 'confirmed', 'initials', 'nobody', 'ambiguous')),
  likely_person_id uuid references person,
  given_prison_number text,
  given_nhs_number text,
  given_initial text,
  family_initial text,
  date_of_birth date,
  sex text,
  warnings text[] not null default '{}',
  version integer not null default 1,
  recorded_by uuid references staff,
  recorded_at timestamptz not null,
  unique (service_id, local_id),
  check ((end_date is null) = (end_reason is null)),
  check (person_id is null or match in ('recorded', 'number', 'nhs_number', 'confirmed'))
);
create index episode_by_person on episode (person_id) where person_id is not null;
create index episode_by_likely_person on episode (likely_person_id) where likely_person_id is not null;
create index episode_by_service on episode (service_id, end_date);
create index episode_unmatched on episode (match) where person_id is null;
create index episode_by_given_prison_number on episode (given_prison_number) where given_prison_number is not null;
create index episode_by_given_nhs_number on episode (given_nhs_number) where given_nhs_number is not null;
create index episode_unmatched_by_birth on episode (date_of_birth) where person_id is null;
select describe('episode', 'One person with one service, from referral to discharge with a reason. [personal]',
  'id', 'Made by the application (UUIDv7)', 'person_id', 'Whose, once that is sure; null: it stands on nobody''s page', 'recorded_under', 'Recorded for',
  'class', 'Class of record', 'service_id', 'With which service', 'setting', 'Custody or community', 'local_id', 'The service''s own number for it',
  'referral_source', 'Who referred: self, reception screen, court, another service', 'substances', 'Reporting group of the substances',
  'referral_date', 'Referred on', 'triage_date', 'Triaged on', 'treatment_start', 'First intervention started on', 'end_date', 'Ended on',
  'end_reason', 'Why it ended', 'match', 'How we know whose it is; initials serve the measure only', 'likely_person_id', 'Match by initials alone: for the measure, shown to nobody',
  'given_prison_number', '[personal] Prison number as the file gave it', 'given_nhs_number', '[personal] NHS number as the file gave it',
  'given_initial', '[personal] Initial of the given name', 'family_initial', '[personal] Initial of the family name', 'date_of_birth', '[personal] Date of birth as given',
  'sex', '[personal] Sex as given', 'warnings', 'What is odd about its dates, kept as given', 'version', 'Grows with each change',
  'recorded_by', 'Who recorded it', 'recorded_at', 'When');

create table intervention (
  id uuid primary key,
  person_id uuid not null references person,
  recorded_under uuid not null,
  class record_class not null default 'recovery' check (class = 'recovery'),
  service_id uuid not null references service,
  episode_id uuid not null references episode,
  kind text not null check (kind in ('opioid_substitution', 'other_prescribing', 'psychosocial', 'group_programme', 'detoxification', 'residential', 'recovery_support', 'not_stated')),
  started_on date not null,
  ended_on date,
  recorded_by uuid references staff,
  recorded_at timestamptz not null,
  ended_by uuid references staff,
  check (ended_on is null or ended_on >= started_on)
);
create index intervention_by_person on intervention (person_id);
create index intervention_by_episode on intervention (episode_id);
select describe('intervention', 'Structured treatment of one kind inside an episode; the first start is the treatment start. [personal]',
  'id', 'Made by the application (UUIDv7)', 'person_id', 'Whose', 'recorded_under', 'Recorded for', 'class', 'Class of record', 'service_id', 'Given by',
  'episode_id', 'Inside which episode', 'kind', 'What kind', 'started_on', 'Started on', 'ended_on', 'Ended on', 'recorded_by', 'Who recorded it',
  'recorded_at', 'When', 'ended_by', 'Who recorded the end');

create table allocation (
  id uuid primary key,
  person_id uuid not null references person,
  recorded_under uuid not null,
  class record_class not null default 'identity' check (class = 'identity'),
  service_id uuid not null references service,
  episode_id uuid references episode,
  staff_id uuid not null references staff,
  as_role staff_role not null,
  from_day date not null,
  to_day date,
  ended_why text,
  recorded_by uuid references staff,
  recorded_at timestamptz not null
);
create index allocation_by_person on allocation (person_id);
create index allocation_by_staff on allocation (staff_id) where to_day is null;
select describe('allocation', 'Who works with whom by name, from when to when. [personal]',
  'id', 'Made by the application (UUIDv7)', 'person_id', 'With whom', 'recorded_under', 'Recorded for', 'class', 'Class of record', 'service_id', 'In which service',
  'episode_id', 'For which episode', 'staff_id', 'Who', 'as_role', 'As recovery worker, key worker, offender manager …', 'from_day', 'First day',
  'to_day', 'Last day', 'ended_why', 'Why it ended', 'recorded_by', 'Who allocated', 'recorded_at', 'When');

create table contact (
  id uuid primary key,
  person_id uuid not null references person,
  recorded_under uuid not null,
  class record_class not null check (class in ('recovery', 'handover', 'clinical', 'key_work')),
  service_id uuid not null references service,
  staff_id uuid references staff,
  handover_id uuid,
  purpose text not null check (purpose in ('one_to_one', 'follow_up', 'call_sheet', 'appointment', 'other')),
  mode text not null check (mode in ('in_person', 'phone', 'video', 'in_cell', 'at_court', 'at_gate', 'text', 'letter')),
  day date not null,
  starts_at timestamptz,
  place text,
  outcome contact_outcome not null,
  words text,
  version integer not null default 1,
  recorded_by uuid references staff,
  recorded_at timestamptz not null
);
create index contact_by_person on contact (person_id, day desc);
create index contact_by_service_day on contact (service_id, day);
create index contact_by_handover on contact (handover_id) where handover_id is not null;
select describe('contact', 'One meeting or attempt: planned, then happened or not, and why not. [personal]',
  'id', 'Made by the application (UUIDv7)', 'person_id', 'With whom', 'recorded_under', 'Recorded for', 'class', 'Class of record', 'service_id', 'By which service',
  'staff_id', 'By whom', 'handover_id', 'The hand-over it is part of', 'purpose', 'What for', 'mode', 'How', 'day', 'The day', 'starts_at', 'The moment, where one was agreed',
  'place', '[personal] Where', 'outcome', 'Did it happen', 'words', '[personal] What was said or done', 'version', 'Grows with each change',
  'recorded_by', 'Who recorded it', 'recorded_at', 'When');

create table contact_change (
  id uuid primary key,
  contact_id uuid not null references contact,
  person_id uuid not null references person,
  recorded_under uuid not null,
  class record_class not null,
  service_id uuid,
  outcome contact_outcome not null,
  day date not null,
  starts_at timestamptz,
  words text,
  recorded_by uuid references staff,
  recorded_at timestamptz not null
);
create index contact_change_by_contact on contact_change (contact_id);
create index contact_change_by_person on contact_change (person_id);
select describe('contact_change', 'What a contact said before it was moved, cancelled or its outcome recorded. [personal]',
  'id', 'Made by the application (UUIDv7)', 'contact_id', 'Which contact', 'person_id', 'With whom', 'recorded_under', 'Recorded for', 'class', 'Class of record',
  'service_id', 'By which service', 'outcome', 'Outcome before', 'day', 'Day before', 'starts_at', 'Moment before', 'words', '[personal] Words before',
  'recorded_by', 'Who changed it', 'recorded_at', 'When');

create table note (
  id uuid primary key,
  person_id uuid not null references person,
  recorded_under uuid not null,
  class record_class not null,
  service_id uuid not null references service,
  day date not null,
  words text not null,
  amends uuid references note,
  recorded_by uuid references staff,
  recorded_at timestamptz not null
);
create index note_by_person on note (person_id, day desc);
create index note_amends on note (amends) where amends is not null;
select describe('note', 'Words about a person, in a class that decides who sees them; amended, never edited away. [personal]',
  'id', 'Made by the application (UUIDv7)', 'person_id', 'About whom', 'recorded_under', 'Recorded for', 'class', 'Class of record', 'service_id', 'By which service',
  'day', 'The day it is about', 'words', '[personal] The words', 'amends', 'The note these words replace; the earlier stay readable',
  'recorded_by', 'Who wrote it', 'recorded_at', 'When');

create table fact (
  id uuid primary key,
  person_id uuid not null references person,
  recorded_under uuid not null,
  kind text not null,
  class record_class not null,
  service_id uuid references service,
  episode_id uuid references episode,
  day date not null,
  at timestamptz not null,
  answers jsonb not null,
  reading jsonb not null,
  amends uuid references fact,
  recorded_by uuid references staff,
  recorded_at timestamptz not null
);
create index fact_by_person on fact (person_id, day desc);
create index fact_amends on fact (amends) where amends is not null;
select describe('fact', 'A short form filled in once: an arrival screen, a triage, what was done for safety, accommodation, medicines. [personal]',
  'id', 'Made by the application (UUIDv7)', 'person_id', 'About whom', 'recorded_under', 'Recorded for', 'kind', 'Which form, as the engine names it', 'class', 'Class of record',
  'service_id', 'By which service', 'episode_id', 'Inside which episode', 'day', 'The day it happened', 'at', 'The moment it happened',
  'answers', '[personal] The answers as given, parsed by the form''s schema', 'reading', 'What the standards read from it: no free words',
  'amends', 'The one it replaces; the earlier stays readable', 'recorded_by', 'Who filled it in', 'recorded_at', 'When');
