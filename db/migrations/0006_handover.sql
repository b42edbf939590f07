set search_path = throughcare, public;

create table handover (
  id uuid primary key,
  person_id uuid not null references person,
  recorded_under uuid not null,
  class record_class not null default 'handover' check (class = 'handover'),
  service_id uuid not null references service,
  kind text not null check (kind in ('release', 'transfer', 'call_sheet')),
  opened_on date not null,
  destination text,
  state text not null check (state in ('open', 'sent', 'seen', 'accepted', 'declined', 'closed')),
  closed_on date,
  closed_why text,
  version integer not null default 1,
  recorded_by uuid references staff,
  recorded_at timestamptz not null
);
create index handover_by_person on handover (person_id);
create index handover_by_service on handover (service_id, state);
alter table contact add foreign key (handover_id) references handover;
select describe('handover', 'Passing a person''s care from one service to another, until the first kept appointment. [personal]',
  'id', 'Made by the application (UUIDv7)', 'person_id', 'Whose care', 'recorded_under', 'Recorded for', 'class', 'Class of record', 'service_id', 'The service that hands over',
  'kind', 'At release, at transfer, or after an unexpected release', 'opened_on', 'Opened on', 'destination', '[personal] Town or area where they will live',
  'state', 'Where it stands: the newest offer decides', 'closed_on', 'Closed on', 'closed_why', 'Why', 'version', 'Grows with each change',
  'recorded_by', 'Who opened it', 'recorded_at', 'When');

create table handover_offer (
  id uuid primary key,
  handover_id uuid not null references handover,
  person_id uuid not null references person,
  recorded_under uuid not null,
  class record_class not null default 'handover' check (class = 'handover'),
  service_id uuid not null references service,
  to_service_id uuid not null references service,
  basis text not null check (basis in ('consent', 'direct_care', 'vital_interests', 'public_task')),
  basis_reason text,
  parts text[] not null,
  ask text,
  sent_at timestamptz not null,
  sent_by uuid references staff,
  answer_due date not null,
  seen_at timestamptz,
  seen_by uuid references staff,
  answer text check (answer in ('accepted', 'declined', 'withdrawn')),
  answered_at timestamptz,
  answered_by uuid references staff,
  decline_reason text,
  suggested_service_id uuid references service,
  words text
);
create index handover_offer_by_handover on handover_offer (handover_id, sent_at);
create index handover_offer_by_person on handover_offer (person_id);
create index handover_offer_to on handover_offer (to_service_id, answer);
select describe('handover_offer', 'One sending of a hand-over to one service: sent, seen, accepted or declined with a reason. [personal]',
  'id', 'Made by the application (UUIDv7)', 'handover_id', 'Of which hand-over', 'person_id', 'Whose care', 'recorded_under', 'Recorded for', 'class', 'Class of record',
  'service_id', 'Sent by', 'to_service_id', 'Sent to', 'basis', 'On what basis it is shared', 'basis_reason', '[personal] The reason, where it is not consent',
  'parts', 'Classes of record that go with it', 'ask', '[personal] What the sender asks', 'sent_at', 'When', 'sent_by', 'By whom', 'answer_due', 'They have until this day',
  'seen_at', 'First seen there', 'seen_by', 'By whom', 'answer', 'Accepted, declined, or withdrawn by the sender', 'answered_at', 'When', 'answered_by', 'By whom',
  'decline_reason', 'Why not', 'suggested_service_id', 'Who should have it instead', 'words', '[personal] What they wrote with the answer');

create table handover_draft (
  handover_id uuid primary key references handover,
  person_id uuid not null references person,
  recorded_under uuid not null,
  class record_class not null default 'handover' check (class = 'handover'),
  service_id uuid not null references service,
  to_service_id uuid references service,
  ask text,
  parts text[],
  basis text check (basis in ('agreed_at_triage', 'agreed_now', 'direct_care', 'vital_interests', 'public_task', 'none')),
  basis_reason text,
  version integer not null default 1,
  recorded_by uuid references staff,
  recorded_at timestamptz not null
);
create index handover_draft_by_person on handover_draft (person_id);
select describe('handover_draft', 'What is being prepared for the next sending of a hand-over, step by step; seen by those who hand over alone. [personal]',
  'handover_id', 'Of which hand-over', 'person_id', 'Whose care', 'recorded_under', 'Recorded for', 'class', 'Class of record', 'service_id', 'The service that hands over',
  'to_service_id', 'To whom, once chosen', 'ask', '[personal] What the sender asks', 'parts', 'Classes of record that are to go with it; null until chosen',
  'basis', 'On what basis; none: nothing may be sent', 'basis_reason', '[personal] The reason, or how and when they agreed', 'version', 'Grows with each change',
  'recorded_by', 'Who changed it last', 'recorded_at', 'When');

create table handover_message (
  id uuid primary key,
  handover_id uuid not null references handover,
  offer_id uuid not null references handover_offer,
  person_id uuid not null references person,
  recorded_under uuid not null,
  class record_class not null default 'handover' check (class = 'handover'),
  service_id uuid not null references service,
  words text not null,
  recorded_by uuid references staff,
  recorded_at timestamptz not null
);
create index handover_message_by_handover on handover_message (handover_id, recorded_at);
create index handover_message_by_person on handover_message (person_id);
select describe('handover_message', 'Words between the two services about one hand-over. [personal]',
  'id', 'Made by the application (UUIDv7)', 'handover_id', 'About which hand-over', 'offer_id', 'Between the two services of this offer', 'person_id', 'About whom', 'recorded_under', 'Recorded for', 'class', 'Class of record',
  'service_id', 'Written by', 'words', '[personal] The words', 'recorded_by', 'Who wrote them', 'recorded_at', 'When');

create table notice (
  id uuid primary key,
  person_id uuid not null references person,
  recorded_under uuid not null,
  class record_class not null default 'identity' check (class = 'identity'),
  service_id uuid not null references service,
  kind text not null check (kind in ('death', 'connect', 'handover_accepted', 'handover_declined', 'date_moved')),
  words text not null,
  recorded_at timestamptz not null,
  seen_at timestamptz,
  seen_by uuid references staff
);
create index notice_unseen on notice (service_id) where seen_at is null;
create index notice_by_person on notice (person_id);
select describe('notice', 'Something a service is told privately, before they open the record. [personal]',
  'id', 'Made by the application (UUIDv7)', 'person_id', 'About whom', 'recorded_under', 'Recorded for', 'class', 'Class of record', 'service_id', 'Told to',
  'kind', 'What about', 'words', '[personal] What is said', 'recorded_at', 'When', 'seen_at', 'When it was read', 'seen_by', 'By whom');
