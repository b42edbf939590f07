set search_path = throughcare, public;

create table obligation (
  person_id uuid not null references person,
  key text not null,
  standard text not null,
  pack text not null,
  pack_version integer not null,
  class record_class not null,
  opens_on date not null,
  due_on date not null,
  lapses_on date,
  service_id uuid references service,
  owner_role staff_role not null,
  opened_by uuid not null,
  state text not null check (state in ('owed', 'met', 'waived', 'no_longer_applicable')),
  closed_by uuid,
  closed_on date,
  subject_id uuid,
  primary key (person_id, key)
);
create index obligation_owed on obligation (service_id, due_on) where state = 'owed';
create index obligation_measured on obligation (service_id, standard, due_on);
select describe('obligation', 'One standard applied to one person at one moment. Derived from facts, never typed. [personal]',
  'person_id', 'Owed to', 'key', 'Stable name within the person', 'standard', 'Which standard', 'pack', 'Of which pack', 'pack_version', 'In which version',
  'class', 'Class of the fact behind it: without that right one sees neither it nor its reason', 'opens_on', 'First day it is owed', 'due_on', 'Due on',
  'lapses_on', 'Past this day it was missed: it cannot be done late', 'service_id', 'The service that owes it', 'owner_role', 'The role that owes it',
  'opened_by', 'The fact that opened it', 'state', 'owed, met, waived, no longer applicable', 'closed_by', 'The fact that closed it', 'closed_on', 'On which day',
  'subject_id', 'What it is about: an episode, a hand-over');

create table involvement (
  person_id uuid not null references person,
  ground text not null,
  service_id uuid not null references service,
  staff_id uuid references staff,
  since date not null,
  until date,
  classes record_class[],
  until_at timestamptz
);
create unique index involvement_once on involvement (person_id, service_id, ground, coalesce(staff_id, '00000000-0000-0000-0000-000000000000'::uuid));
create index involvement_of_service on involvement (service_id, person_id) include (until) ;
create index involvement_of_staff on involvement (staff_id, person_id) where staff_id is not null;
select describe('involvement', 'Who may see whom, and why: derived from where somebody is, episodes, hand-overs and allocations. [personal]',
  'person_id', 'Whom', 'ground', 'Why: here, follow_up, episode, handover, offer, allocation; named: for one member of staff alone', 'service_id', 'Which service', 'staff_id', 'Which member of staff, of an allocation',
  'since', 'From', 'until', 'Until: a former team reads what was recorded up to then, for 28 days', 'classes', 'Only these classes of record; null: all the role may',
  'until_at', 'The moment it ended, where that is known; else all of the last day counts');
