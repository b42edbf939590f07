set search_path = throughcare, public;

-- Why this worker, who ended it, and whether they gave the person back themselves.
alter table allocation add column why text, add column over_limit_why text, add column handed_back boolean not null default false,
  add column ended_by uuid references staff;
select describe('allocation', 'Who works with whom by name, from when to when, and why. [personal]',
  'why', '[personal] Why this worker: continuity, free capacity, or in words', 'over_limit_why', 'Why they were given somebody past their limit',
  'handed_back', 'True: the worker gave the person back', 'ended_by', 'Who ended it');
grant update (handed_back, ended_by) on allocation to throughcare_actor;
create index allocation_of_service on allocation (service_id, staff_id) where to_day is null;

create table complexity (
  id uuid primary key,
  person_id uuid not null references person,
  recorded_under uuid not null,
  class record_class not null default 'recovery' check (class = 'recovery'),
  service_id uuid not null references service,
  allocation_id uuid not null references allocation,
  level smallint not null check (level between 1 and 3),
  why text not null,
  suggested smallint not null check (suggested between 1 and 3),
  recorded_by uuid references staff,
  recorded_at timestamptz not null
);
create index complexity_by_person on complexity (person_id);
create index complexity_by_allocation on complexity (allocation_id, recorded_at desc) include (level);
select describe('complexity', 'How much work somebody is, 1 to 3, for one allocation; the newest counts. [personal]',
  'id', 'Made by the application (UUIDv7)', 'person_id', 'Whose', 'recorded_under', 'Recorded for', 'class', 'Class of record', 'service_id', 'In which service',
  'allocation_id', 'For which allocation', 'level', 'How many places of a worker''s limit they take', 'why', '[personal] Why: the rule''s reason, or in words',
  'suggested', 'What the rule suggested', 'recorded_by', 'Who recorded it', 'recorded_at', 'When');

create table worker_limit (
  id uuid primary key,
  staff_id uuid not null references staff,
  service_id uuid not null references service,
  places smallint check (places between 0 and 300),
  set_by uuid references staff,
  set_at timestamptz not null
);
create index worker_limit_of on worker_limit (service_id, staff_id, set_at desc);
select describe('worker_limit', 'How much a worker can carry in a service: people weighted by complexity. The newest counts.',
  'id', 'Made by the application (UUIDv7)', 'staff_id', 'Whose', 'service_id', 'In which service', 'places', 'The limit; null: none is set any more',
  'set_by', 'Who set it', 'set_at', 'When');

create table staff_leave (
  id uuid primary key,
  staff_id uuid not null references staff,
  from_day date not null,
  returns_on date not null check (returns_on >= from_day),
  version integer not null default 1,
  recorded_by uuid references staff,
  recorded_at timestamptz not null
);
create index staff_leave_of on staff_leave (staff_id, returns_on);
select describe('staff_leave', 'Somebody of the staff is away until a day. Why is not asked.',
  'id', 'Made by the application (UUIDv7)', 'staff_id', 'Who', 'from_day', 'First day away', 'returns_on', 'First day back; the first day away: it was called off',
  'version', 'Grows with each change', 'recorded_by', 'Who recorded it', 'recorded_at', 'When');

create table staff_leave_change (
  id uuid primary key,
  leave_id uuid not null references staff_leave,
  returned_on date not null,
  why text not null,
  recorded_by uuid references staff,
  recorded_at timestamptz not null
);
create index staff_leave_change_of on staff_leave_change (leave_id);
select describe('staff_leave_change', 'The day of return as it was before it was moved.',
  'id', 'Made by the application (UUIDv7)', 'leave_id', 'Of which leave', 'returned_on', 'The day of return until then', 'why', 'Why it moved',
  'recorded_by', 'Who moved it', 'recorded_at', 'When');

-- Days are those of the leave, so that a moved return moves them, and the clock ends them with nobody writing anything.
create table cover (
  id uuid primary key,
  person_id uuid not null references person,
  recorded_under uuid not null,
  class record_class not null default 'identity' check (class = 'identity'),
  service_id uuid not null references service,
  leave_id uuid not null references staff_leave,
  allocation_id uuid not null references allocation,
  staff_id uuid not null references staff,
  as_role staff_role not null,
  from_day date not null,
  to_day date,
  recorded_by uuid references staff,
  recorded_at timestamptz not null
);
create index cover_by_person on cover (person_id);
create index cover_by_staff on cover (staff_id);
create index cover_by_leave on cover (leave_id);
create index cover_by_allocation on cover (allocation_id);
select describe('cover', 'Who sees to somebody while their named worker is away. [personal]',
  'id', 'Made by the application (UUIDv7)', 'person_id', 'Whom', 'recorded_under', 'Recorded for', 'class', 'Class of record', 'service_id', 'In which service',
  'leave_id', 'During which leave: from its first day, or from_day where that is later, until its day of return', 'allocation_id', 'In the place of which worker; it ends with that allocation',
  'staff_id', 'Who covers', 'as_role', 'In which role', 'from_day', 'From', 'to_day', 'Until, where somebody else took over before the return', 'recorded_by', 'Who named them', 'recorded_at', 'When');

-- Whom the actor covers today, in the role they act in.
create function actor_covers() returns uuid[] language sql stable security definer set search_path = throughcare, pg_temp as $$
  select coalesce(array_agg(c.person_id), '{}')
  from cover c join staff_leave l on l.id = c.leave_id join allocation a on a.id = c.allocation_id
  where c.staff_id = actor_id() and c.as_role = actor_role() and c.service_id = any (actor_named_services())
    and greatest(c.from_day, l.from_day, a.from_day) <= today() and least(l.returns_on, c.to_day, a.to_day) > today()
$$;
alter function actor_covers() owner to throughcare_engine;

do $$
declare
  t text;
  made text := 'exists (select from person p where p.id = %1$I.person_id and p.created_by = (select actor_id()) and p.created_in = pg_current_xact_id_if_assigned())';
  within_classes text := 'class = any ((select actor_reads())::record_class[]) and (exists (select from involvement i where i.person_id = %1$I.person_id
      and (i.until is null or %1$I.recorded_at <= read_up_to(i.until, i.until_at))
      and (i.classes is null or %1$I.class = any (i.classes) or %1$I.service_id = i.service_id)) or ' || made || ')';
  adds text := 'service_id = any ((select actor_services())::uuid[]) and recorded_by = (select actor_id()) and recorded_under = person_id
    and exists (select from involvement i where i.person_id = %1$I.person_id and (i.until is null or i.until > (select today())))
    and exists (select from allocation a where a.id = %1$I.allocation_id and a.person_id = %1$I.person_id and a.service_id = %1$I.service_id
      and (a.to_day is null or a.to_day >= (select today()))';
begin
  foreach t in array array['complexity','cover','worker_limit','staff_leave','staff_leave_change'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select on %I to throughcare_engine, throughcare_search', t);
    execute format('create policy engine_reads on %I for select to throughcare_engine, throughcare_search using (true)', t);
    execute format('grant select, insert, update on %I to throughcare_intake', t);
    execute format('create policy intake_works on %I to throughcare_intake using (true) with check (true)', t);
    execute format('grant select, insert on %I to throughcare_actor', t);
  end loop;
  foreach t in array array['complexity','cover'] loop
    execute format('create policy actor_reads on %1$I for select to throughcare_actor using (' || within_classes || ')', t);
  end loop;
  execute format('create policy actor_adds on %1$I for insert to throughcare_actor with check (class = any ((select actor_writes())::record_class[]) and ' || adds || '))', 'complexity');
  -- Whoever is away names who covers, or their team leader does: a colleague of that service, in a role that they hold there.
  execute format('create policy leader_or_self_names on %1$I for insert to throughcare_actor with check (''identity'' = any ((select actor_reads())::record_class[]) and ' || adds || '
      and ((select actor_role()) = ''team_leader'' or a.staff_id = (select actor_id()))
      and exists (select from staff_leave l where l.id = %1$I.leave_id and l.staff_id = a.staff_id))
    and exists (select from membership m where m.staff_id = %1$I.staff_id and m.service_id = %1$I.service_id and m.role = %1$I.as_role
      and m.from_day <= (select today()) and (m.to_day is null or m.to_day >= (select today()))))', 'cover');
  execute format('create policy leader_or_self_ends on %1$I for update to throughcare_actor using (service_id = any ((select actor_services())::uuid[])
    and ((select actor_role()) = ''team_leader'' or exists (select from allocation a where a.id = %1$I.allocation_id and a.staff_id = (select actor_id()))))', 'cover');
end $$;
grant update (to_day) on cover to throughcare_actor;
grant update (returns_on, version) on staff_leave to throughcare_actor;

create policy colleagues_read on worker_limit for select to throughcare_actor using (service_id = any ((select actor_services())::uuid[]));
create policy leader_sets on worker_limit for insert to throughcare_actor with check (
  (select actor_role()) = 'team_leader' and service_id = any ((select actor_services())::uuid[]) and set_by = (select actor_id())
  and exists (select from membership m where m.staff_id = worker_limit.staff_id and m.service_id = worker_limit.service_id));
create policy colleagues_read on staff_leave for select to throughcare_actor using (
  exists (select from membership m where m.staff_id = staff_leave.staff_id and m.service_id = any ((select actor_services())::uuid[])));
create policy leader_or_self_records on staff_leave for insert to throughcare_actor with check (recorded_by = (select actor_id()) and (
  staff_id = (select actor_id()) or ((select actor_role()) = 'team_leader'
    and exists (select from membership m where m.staff_id = staff_leave.staff_id and m.service_id = any ((select actor_services())::uuid[])))));
create policy leader_or_self_moves on staff_leave for update to throughcare_actor using (
  staff_id = (select actor_id()) or ((select actor_role()) = 'team_leader'
    and exists (select from membership m where m.staff_id = staff_leave.staff_id and m.service_id = any ((select actor_services())::uuid[]))));
create policy colleagues_read on staff_leave_change for select to throughcare_actor using (
  exists (select from staff_leave l where l.id = staff_leave_change.leave_id));
create policy leader_or_self_records on staff_leave_change for insert to throughcare_actor with check (recorded_by = (select actor_id())
  and exists (select from staff_leave l where l.id = staff_leave_change.leave_id and (l.staff_id = (select actor_id()) or (select actor_role()) = 'team_leader')));

-- Somebody who covers in a role that sees only its own people sees whom they cover, on the days that they do.
create policy actor_covers on involvement for select to throughcare_actor using (
  ground = 'cover' and staff_id = (select actor_id()) and person_id = any ((select actor_covers())::uuid[])
  and person_id <> all ((select actor_barred())::uuid[]));

-- The same for what answers in the place of row security, and for what the engine is told: each rule as it stands, with cover added to it.
create function add_to(what regprocedure, anchor text, instead text, needed boolean default true) returns void language plpgsql as $$
declare
  stands text := pg_get_functiondef(what);
begin
  if needed and position(anchor in stands) = 0 then raise exception '% does not say: %', what, anchor; end if;
  execute replace(stands, anchor, instead);
end $$;
grant execute on function add_to to throughcare_engine, throughcare_search;
set local role throughcare_engine;
select add_to('actor_sees(uuid)', 'exists (select from involvement i where i.person_id = person ',
  'exists (select where person = any (actor_covers()) union all select from involvement i where i.person_id = person ');
select add_to('engine_facts(uuid[])', E'\n  ),\n  ties_of as (', E'\n    union all
    select c.person_id, json_build_object(''ground'', ''cover'', ''serviceId'', c.service_id, ''staffId'', c.staff_id,
        ''since'', epoch_day(greatest(c.from_day, l.from_day, a.from_day)), ''until'', epoch_day(least(l.returns_on, c.to_day, a.to_day)))
      from cover c join wanted w on w.id = c.person_id join staff_leave l on l.id = c.leave_id join allocation a on a.id = c.allocation_id
        join role_scope s on s.role = c.as_role and s.scope = ''theirs''
      where greatest(c.from_day, l.from_day, a.from_day) < least(l.returns_on, c.to_day, a.to_day)\n  ),\n  ties_of as (');
set local role throughcare_search;
select add_to('search_people(text, text, date, integer)', 'exists (select from involvement i where i.person_id = n.id ',
  'exists (select where n.id = any (actor_covers()) union all select from involvement i where i.person_id = n.id ');
select add_to('search_people(text, text, date, integer)', E'\n    limit 2001)', E'\n    union all
    select unnest(actor_covers()) where names is not null and number is null\n    limit 2001)', false);
set local role throughcare_owner;
drop function add_to;
