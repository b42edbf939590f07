set search_path = throughcare, public;

create table establishment (
  code text primary key check (code ~ '^[A-Z0-9]{2,4}$'),
  name text not null,
  nation nation not null,
  for_women boolean not null default false,
  active boolean not null default true,
  source text not null
);
select describe('establishment', 'A prison. Reference data.',
  'code', 'Agency code, three capitals as the prison register has it',
  'name', 'Name as people say it',
  'nation', 'Nation it is in',
  'for_women', 'Holds women',
  'active', 'Still in use',
  'source', 'Where code and name come from, and how sure we are');

create table organisation (
  id uuid primary key,
  name text not null,
  created_at timestamptz not null
);
select describe('organisation', 'A body that employs staff: a provider, a prison, a probation region.',
  'id', 'Made by the application (UUIDv7)', 'name', 'Name', 'created_at', 'When it was added');

create table service (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  code text not null unique,
  name text not null,
  setting care_setting not null,
  kind text not null check (kind in ('recovery', 'clinical', 'key_work', 'offender_management', 'probation', 'court', 'groups', 'strategy', 'commissioning', 'administration')),
  establishment_code text references establishment,
  nation nation not null,
  town text,
  area text,
  phone text,
  out_of_hours_phone text,
  open_weekdays smallint[] not null default '{1,2,3,4,5}',
  waiting_days smallint check (waiting_days >= 0),
  registered boolean not null default true,
  created_at timestamptz not null
);
create index service_by_establishment on service (establishment_code) where establishment_code is not null;
select describe('service', 'A team that works with people: a recovery team in a prison, a community treatment service.',
  'id', 'Made by the application (UUIDv7)', 'organisation_id', 'Who runs it', 'code', 'service_code of episodes.csv',
  'name', 'Name as people say it', 'setting', 'Custody or community', 'kind', 'What kind of team it is',
  'establishment_code', 'The prison it works in, for a custody team', 'nation', 'Decides pack and bank holidays',
  'town', 'Town where people are seen', 'area', 'Area it serves, in words', 'phone', 'Office number',
  'out_of_hours_phone', 'Number when closed', 'open_weekdays', 'ISO weekdays it is open (1 = Monday)', 'waiting_days', 'Days from referral to first appointment, as the service says; null: not known',
  'registered', 'False: known from a file only; nobody signs in there', 'created_at', 'When it was added');

create table staff (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  full_name text not null,
  active boolean not null default true,
  created_at timestamptz not null
);
select describe('staff', 'A member of staff, volunteer or peer who signs in.',
  'id', 'Made by the application (UUIDv7)', 'organisation_id', 'Employer', 'full_name', 'Name as colleagues know it',
  'active', 'False after leaving', 'created_at', 'When the account was made');

create table membership (
  id uuid primary key,
  staff_id uuid not null references staff,
  service_id uuid not null references service,
  role staff_role not null,
  from_day date not null,
  to_day date
);
create index membership_by_staff on membership (staff_id);
create index membership_by_service on membership (service_id);
select describe('membership', 'Who works in which service, in which role, from when to when.',
  'id', 'Made by the application (UUIDv7)', 'staff_id', 'Who', 'service_id', 'Where', 'role', 'As what',
  'from_day', 'First day', 'to_day', 'Last day, null while it lasts');

create table class_right (
  role staff_role not null,
  class record_class not null,
  may_read boolean not null,
  may_write boolean not null,
  may_raise boolean not null,
  primary key (role, class)
);
select describe('class_right', 'The access table of product.md as data: what a role may do with a class of record of people it is involved with.',
  'role', 'Role acted in', 'class', 'Class of record', 'may_read', 'May read rows of the class',
  'may_write', 'May read and add rows of the class', 'may_raise', 'May add a row without reading the others');

create table role_scope (
  role staff_role primary key,
  scope text not null check (scope in ('team', 'theirs', 'none'))
);
select describe('role_scope', 'Whether a role sees the people of its team, only those it is named for, or nobody.',
  'role', 'Role acted in', 'scope', 'team, theirs or none');

insert into role_scope (role, scope) values
  ('recovery_worker', 'team'), ('coordinator', 'team'), ('clinical', 'team'), ('team_leader', 'team'),
  ('community_worker', 'team'), ('key_worker', 'theirs'), ('key_work_champion', 'theirs'), ('offender_manager', 'theirs'),
  ('probation', 'theirs'), ('court_team', 'theirs'), ('facilitator', 'theirs'), ('peer_mentor', 'none'),
  ('strategy_lead', 'none'), ('commissioner', 'none'), ('administrator', 'none');

-- Read, write, raise; a role without a row may do nothing with the class.
insert into class_right (role, class, may_read, may_write, may_raise)
select r::staff_role, c::record_class, rights like '%r%', rights like '%w%', rights like '%a%'
from (values
  ('recovery_worker','identity','rw'), ('recovery_worker','contact_details','rw'), ('recovery_worker','safety','rwa'),
  ('recovery_worker','recovery','rw'), ('recovery_worker','handover','rw'), ('recovery_worker','sharing','rw'),
  ('recovery_worker','key_work','r'), ('recovery_worker','safeguarding','a'),
  ('coordinator','identity','rw'), ('coordinator','contact_details','rw'), ('coordinator','safety','rwa'),
  ('coordinator','recovery','rw'), ('coordinator','handover','rw'), ('coordinator','sharing','rw'), ('coordinator','key_work','r'), ('coordinator','safeguarding','a'),
  ('team_leader','identity','rw'), ('team_leader','contact_details','rw'), ('team_leader','safety','rwa'),
  ('team_leader','recovery','rw'), ('team_leader','handover','rw'), ('team_leader','sharing','rw'), ('team_leader','key_work','r'), ('team_leader','safeguarding','a'),
  ('clinical','identity','r'), ('clinical','contact_details','r'), ('clinical','safety','rwa'), ('clinical','recovery','r'),
  ('clinical','clinical','rw'), ('clinical','handover','rw'), ('clinical','sharing','rw'), ('clinical','safeguarding','a'),
  ('community_worker','identity','rw'), ('community_worker','contact_details','rw'), ('community_worker','safety','ra'),
  ('community_worker','recovery','rw'), ('community_worker','handover','rw'), ('community_worker','sharing','r'), ('community_worker','safeguarding','a'),
  ('key_worker','identity','r'), ('key_worker','safety','ra'), ('key_worker','key_work','rw'), ('key_worker','safeguarding','a'),
  ('key_work_champion','identity','r'), ('key_work_champion','safety','ra'), ('key_work_champion','key_work','rw'), ('key_work_champion','safeguarding','a'),
  ('offender_manager','identity','r'), ('offender_manager','contact_details','r'), ('offender_manager','safety','ra'),
  ('offender_manager','handover','r'), ('offender_manager','key_work','r'), ('offender_manager','safeguarding','a'),
  ('probation','identity','r'), ('probation','contact_details','r'), ('probation','safety','ra'), ('probation','handover','r'),
  ('probation','key_work','r'), ('probation','safeguarding','a'),
  ('court_team','identity','r'), ('court_team','contact_details','r'), ('court_team','safety','ra'), ('court_team','handover','r'),
  ('court_team','key_work','r'), ('court_team','safeguarding','a'),
  ('facilitator','identity','r'), ('facilitator','safety','r'), ('facilitator','safeguarding','a')
) as rights_of (r, c, rights);

create table setting_period (
  name text not null,
  value integer not null,
  from_day date not null,
  to_day date,
  set_by uuid references staff,
  set_at timestamptz not null,
  primary key (name, from_day)
);
select describe('setting_period', 'A number of a standard, from a day to a day. A change affects only what opens from its date.',
  'name', 'Name of the setting, as the standard names it', 'value', 'The number, in the unit of the standard',
  'from_day', 'First day it counts', 'to_day', 'Last day, null while it stands', 'set_by', 'Who set it', 'set_at', 'When');
