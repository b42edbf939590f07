set search_path = throughcare, public;

-- The moment of the request, as the application says it; without it no glass is open.
create function actor_now() returns timestamptz language sql stable parallel safe
return nullif(current_setting('throughcare.now', true), '')::timestamptz;

create table glass (
  id uuid primary key,
  person_id uuid not null references person,
  recorded_under uuid not null,
  staff_id uuid not null references staff,
  role staff_role not null,
  service_ids uuid[] not null,
  kind text not null check (kind in ('danger_to_life', 'safeguarding', 'other_emergency')),
  reason text not null check (length(btrim(reason)) >= 10),
  opened_at timestamptz not null,
  closes_at timestamptz not null,
  closed_at timestamptz,
  check (closes_at = opened_at + interval '1 hour'),
  check (closed_at >= opened_at)
);
create index glass_by_person on glass (person_id);
create index glass_by_staff on glass (staff_id, closes_at desc);
select describe('glass', 'Broken glass: one member of staff opened the record of one person for one hour, in an emergency. [personal]',
  'id', 'Made by the application (UUIDv7)', 'person_id', 'Whose record', 'recorded_under', 'Recorded for', 'staff_id', 'Who opened it', 'role', 'Acting as: it is open to this role alone',
  'service_ids', 'For which services', 'kind', 'What kind of emergency', 'reason', '[personal] Why, in their words', 'opened_at', 'From', 'closes_at', 'An hour later, by the clock', 'closed_at', 'When they closed it before that');

create table oversight_item (
  id uuid primary key,
  kind text not null check (kind in ('glass', 'without_involvement', 'many')),
  person_id uuid references person,
  recorded_under uuid,
  glass_id uuid references glass,
  staff_id uuid not null references staff,
  role text,
  service_ids uuid[] not null,
  for_services uuid[] not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  how_many integer not null,
  surfaced_at timestamptz not null,
  reviewed_by uuid references staff,
  reviewed_at timestamptz,
  outcome text check (outcome in ('justified', 'talked', 'taken_further')),
  words text,
  check ((kind = 'many') = (person_id is null)),
  check ((kind = 'glass') = (glass_id is not null)),
  check (reviewed_by <> staff_id),
  check ((reviewed_at is null) = (reviewed_by is null) and (reviewed_at is null) = (outcome is null) and (reviewed_at is null) = (words is null))
);
create index oversight_item_by_person on oversight_item (person_id);
create index oversight_item_of_staff on oversight_item (staff_id, from_at desc);
create index oversight_item_open on oversight_item using gin (for_services) where reviewed_at is null;
create unique index oversight_item_of_glass on oversight_item (glass_id) where glass_id is not null;
select describe('oversight_item', 'Something in the audit log that a team leader is to look at, and what became of it. Nobody reviews themself. [personal]',
  'id', 'Made by the application or the database (UUIDv7)', 'kind', 'glass: broken glass; without_involvement: a record opened while the team did not work with the person; many: many records in a short time',
  'person_id', 'Whose record', 'recorded_under', 'Recorded for', 'glass_id', 'Which breaking of the glass', 'staff_id', 'Who looked', 'role', 'Acting as', 'service_ids', 'For which services',
  'for_services', 'Services whose team leaders are to review it', 'from_at', 'First look', 'to_at', 'Last look', 'how_many', 'How many views, or of many: how many people',
  'surfaced_at', 'When it was put before the team leaders', 'reviewed_by', 'Who reviewed it', 'reviewed_at', 'When', 'outcome', 'What became of it', 'words', '[personal] What was found');

create table oversight_sweep (one boolean primary key default true check (one), swept_to xid8 not null);
select describe('oversight_sweep', 'How far the audit log was gone through for what is to be reviewed. One row.', 'one', 'Always true', 'swept_to', 'First transaction that was not gone through');
insert into oversight_sweep values (true, '0');

-- Whose records are open to this actor, in this role, at this moment. A lock-out and a restriction hold against any glass.
create function actor_glass() returns uuid[] language sql stable security definer set search_path = throughcare, pg_temp as $$
  select coalesce(array_agg(g.person_id), '{}') from glass g
  where g.staff_id = actor_id() and g.closes_at > actor_now() and g.opened_at <= actor_now() and g.closed_at is null
    and g.role = actor_role() and g.person_id <> all (actor_barred()) and cardinality(actor_services()) > 0
$$;
create function actor_locked_out() returns uuid[] language sql stable security definer set search_path = throughcare, pg_temp as $$
  select coalesce(array_agg(l.person_id), '{}') from lock_out l where l.staff_id = actor_id()
$$;
alter function actor_glass owner to throughcare_auth;
alter function actor_locked_out owner to throughcare_auth;

do $$
declare
  t text;
  open text := 'person_id = any ((select actor_glass())::uuid[])';
begin
  foreach t in array array['glass', 'oversight_item'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select on %I to throughcare_engine, throughcare_search, throughcare_audit_read', t);
    execute format('create policy engine_reads on %I for select to throughcare_engine, throughcare_search using (true)', t);
    execute format('grant select, insert, update on %I to throughcare_intake', t);
    execute format('create policy intake_works on %I to throughcare_intake using (true) with check (true)', t);
  end loop;
  grant select on glass to throughcare_auth;
  create policy auth_reads on glass for select to throughcare_auth using (true);
  create policy audit_reads on glass for select to throughcare_audit_read using (true);
  grant insert, update on oversight_item to throughcare_audit_read;
  create policy audit_works on oversight_item to throughcare_audit_read using (true) with check (true);

  -- Through the glass one reads what one's role reads, of every class that has its own table; lists, notices and drafts stay as they are.
  for t in select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'throughcare'
      join pg_attribute p on p.attrelid = c.oid and p.attname = 'person_id' join pg_attribute k on k.attrelid = c.oid and k.attname = 'class'
      where c.relkind = 'r' and c.relname not in ('notice', 'handover_draft', 'handover_message', 'identifier', 'whereabouts', 'location') loop
    execute format('create policy glass_reads on %I for select to throughcare_actor using (class = any ((select actor_reads())::record_class[]) and %s)', t, open);
  end loop;
  foreach t in array array['identifier', 'whereabouts', 'location'] loop
    execute format('create policy glass_reads on %I for select to throughcare_actor using (''identity'' = any ((select actor_reads())::record_class[]) and %s)', t, open);
  end loop;
  -- Nothing is written, but what a role may raise with anybody.
  foreach t in array array['safety_flag', 'note'] loop
    execute format('create policy glass_raises on %1$I for insert to throughcare_actor with check (%2$s
      and exists (select from class_right r where r.role = (select actor_role()) and r.class = %1$I.class and r.may_raise)
      and service_id = any ((select actor_services())::uuid[]) and recorded_by = (select actor_id()) and recorded_under = person_id%3$s)',
      t, open, case t when 'note' then ' and amends is null' else ' and ended_at is null' end);
  end loop;
end $$;
create policy glass_reads on person for select to throughcare_actor using (
  'identity' = any ((select actor_reads())::record_class[]) and id = any ((select actor_glass())::uuid[]));
create policy glass_reads on person_merge for select to throughcare_actor using (
  'identity' = any ((select actor_reads())::record_class[]) and survivor_id = any ((select actor_glass())::uuid[]) and merged_id <> all ((select actor_barred())::uuid[]));

-- One's own glass, which one may close.
grant select, update (closed_at) on glass to throughcare_actor;
create policy own on glass for select to throughcare_actor using (staff_id = (select actor_id()));
create policy closes on glass for update to throughcare_actor using (staff_id = (select actor_id()) and closed_at is null)
  with check (staff_id = (select actor_id()) and closed_at = (select actor_now()));

-- Team leaders review what concerns their teams, once, and never themselves. The locked out learn nothing of that record; whose person is
-- restricted is seen by those of their own staff's leaders alone, without the name.
grant select, update (reviewed_by, reviewed_at, outcome, words) on oversight_item to throughcare_actor;
create policy leaders_read on oversight_item for select to throughcare_actor using (
  (select actor_role()) = 'team_leader' and for_services && (select actor_services())::uuid[]
  and (person_id is null or (person_id <> all ((select actor_locked_out())::uuid[])
    and (person_id <> all ((select actor_barred())::uuid[]) or service_ids && (select actor_services())::uuid[]))));
create policy leaders_review on oversight_item for update to throughcare_actor using (
  (select actor_role()) = 'team_leader' and for_services && (select actor_services())::uuid[] and reviewed_at is null and staff_id <> (select actor_id()))
  with check (reviewed_by = (select actor_id()) and reviewed_at = (select actor_now()));
create policy leaders_read on glass for select to throughcare_actor using (
  (select actor_role()) = 'team_leader' and exists (select from oversight_item i where i.glass_id = glass.id));

-- A notice may be for one role of a team alone.
alter table notice add column for_role staff_role;
select describe('notice', 'Something a service is told privately, before they open the record. [personal]', 'for_role', 'Told to this role alone; null: to the whole team');
create policy for_its_role on notice as restrictive for select to throughcare_actor using (for_role is null or for_role = (select actor_role()));
create policy for_its_role_changes on notice as restrictive for update to throughcare_actor using (for_role is null or for_role = (select actor_role()));
do $$
declare kinds text := (select pg_get_constraintdef(oid) from pg_constraint where conrelid = 'notice'::regclass and conname = 'notice_kind_check');
begin
  alter table notice drop constraint notice_kind_check;
  execute 'alter table notice add constraint notice_kind_check ' || replace(kinds, '])', ', ''glass''::text])');
end $$;

-- The services, of these, that have a team leader beside one member of staff; of one without, those of its organisation that have.
create function led_services(services uuid[], beside uuid) returns uuid[] language sql stable set search_path = throughcare, pg_temp as $$
  with led as (select distinct m.service_id from membership m join staff s on s.id = m.staff_id and s.active
    where m.role = 'team_leader' and m.staff_id is distinct from beside and m.from_day <= today() and (m.to_day is null or m.to_day >= today()))
  select coalesce(array_agg(distinct coalesce(own.service_id, other.service_id)) filter (where coalesce(own.service_id, other.service_id) is not null), '{}')
  from unnest(services) as asked left join led own on own.service_id = asked
    left join service mine on mine.id = asked and own.service_id is null
    left join service beside_it on beside_it.organisation_id = mine.organisation_id
    left join led other on other.service_id = beside_it.id
$$;
revoke all on function led_services from public;
grant execute on function led_services to throughcare_intake, throughcare_audit_read;
create function holders(person uuid) returns uuid[] language sql stable set search_path = throughcare, pg_temp as $$
  select coalesce(array_agg(distinct i.service_id), '{}') from involvement i join service s on s.id = i.service_id and s.registered and s.kind = 'recovery'
  where i.person_id = person and i.ground <> 'set_aside' and i.since <= today() and (i.until is null or i.until >= today())
$$;
revoke all on function holders from public;
grant execute on function holders to throughcare_intake, throughcare_audit_read;
grant select on involvement to throughcare_audit_read;
create policy audit_reads on involvement for select to throughcare_audit_read using (true);

-- Whom a whole number and a date of birth name, for breaking the glass; nobody where the asker is locked out.
create function behind_glass(number text, birth date) returns table (person_id uuid, ring text, restricted boolean, named boolean)
language sql stable security definer set search_path = throughcare, pg_temp as $$
  select p.id, r.ring_number, r.person_id is not null, exists (select from restricted_access a where a.person_id = p.id and a.staff_id = actor_id())
  from identifier i join person p on p.id = i.person_id and p.date_of_birth = birth and p.merged_into is null
    left join restriction r on r.person_id = p.id
  where i.value = number and i.type in ('prison_number', 'nhs_number')
    and not exists (select from lock_out l where l.person_id = p.id and l.staff_id = actor_id())
$$;
revoke all on function behind_glass from public;
grant execute on function behind_glass to throughcare_intake;
grant create on schema throughcare to throughcare_audit_read;
alter function behind_glass owner to throughcare_search;

-- Opens one record for an hour and tells the leaders, or says why not: nobody (no such person, or none for this asker), ring (a restricted
-- person), open (they may read it already).
create function break_glass(glass uuid, number text, birth date, kind text, reason text, words text, at timestamptz)
returns table (person_id uuid, outcome text, ring text) language plpgsql security definer set search_path = throughcare, pg_temp as $$
declare
  found_one record;
  told uuid[];
begin
  if not 'identity' = any (actor_reads()) or not exists (select from role_scope s where s.role = actor_role() and s.scope <> 'none') then
    raise exception 'this role has no right to records' using errcode = 'insufficient_privilege';
  end if;
  select * into found_one from behind_glass(number, birth) limit 1;
  if not found then
    return query select null::uuid, 'nobody', null::text;
    return;
  end if;
  if found_one.restricted and not found_one.named then
    return query select found_one.person_id, 'ring', found_one.ring;
    return;
  end if;
  if found_one.person_id = any (actor_glass()) or exists (select from involvement i where i.person_id = found_one.person_id and i.classes is null
      and i.since <= today() and (i.until is null or i.until >= today())
      and ((i.ground <> 'named' and i.service_id = any (actor_team_services()))
        or (i.ground = 'named' and i.staff_id = actor_id() and i.service_id = any (actor_named_services())))) then
    return query select found_one.person_id, 'open', null::text;
    return;
  end if;
  insert into glass (id, person_id, recorded_under, staff_id, role, service_ids, kind, reason, opened_at, closes_at)
  values (break_glass.glass, found_one.person_id, found_one.person_id, actor_id(), actor_role(), actor_services(), break_glass.kind, break_glass.reason,
    break_glass.at, break_glass.at + interval '1 hour');
  told := led_services(actor_services() || holders(found_one.person_id), actor_id());
  insert into oversight_item (id, kind, person_id, recorded_under, glass_id, staff_id, role, service_ids, for_services, from_at, to_at, how_many, surfaced_at)
  values (uuidv7(), 'glass', found_one.person_id, found_one.person_id, break_glass.glass, actor_id(), actor_role()::text, actor_services(), told,
    break_glass.at, break_glass.at, 1, break_glass.at);
  insert into notice (id, person_id, recorded_under, service_id, kind, words, recorded_at, for_role)
  select uuidv7(), found_one.person_id, found_one.person_id, s, 'glass', break_glass.words, break_glass.at, 'team_leader' from unnest(told) s;
  return query select found_one.person_id, 'broken', null::text;
end $$;
revoke all on function break_glass from public;
grant execute on function break_glass to throughcare_actor;
alter function break_glass owner to throughcare_intake;

-- How often the actor tried to break the glass since a moment: the limit counts across every copy of the service.
create function glass_tried_since(moment timestamptz) returns integer language sql stable security definer set search_path = throughcare, pg_temp as $$
  select count(*)::integer from audit_event where staff_id = actor_id() and action = 'break_glass' and at > moment
$$;

-- People of a glass may be locked for what is raised; every other insert is turned away by its policy.
set local role throughcare_engine;
create or replace function lock_people(ids uuid[]) returns setof uuid language plpgsql security definer set search_path = throughcare, pg_temp as $$
begin
  if current_setting('role') = 'throughcare_intake' then
    return query select q.id from person q where q.id = any (ids) and q.merged_into is null order by q.id for update;
    return;
  end if;
  return query
    update person p set locked_in = pg_current_xact_id()
    from (select q.id from person q where q.id = any (ids) and q.merged_into is null
          and (current_setting('role') <> 'throughcare_actor' or actor_sees(q.id) or q.id = any (actor_glass())) order by q.id for update) found
    where p.id = found.id
    returning p.id;
end $$;
set local role throughcare_owner;

-- What a list of events is narrowed to.
create function is_of_kind(e audit_event, what text) returns boolean language sql immutable parallel safe as $$
  select case what
    when 'opened' then e.action like 'view%' and cardinality(e.person_ids) = 1 and e.outcome = 'done'
    when 'listed' then (e.action ~ '^(search|list)' or cardinality(e.person_ids) > 1) and e.action !~ '^(print|export)' and e.outcome = 'done'
    when 'printed' then e.action ~ '^(print|export)' and e.outcome = 'done'
    when 'changed' then e.action !~ '^(view|search|list|print|export|sign|connect|break)' and cardinality(e.person_ids) <= 1 and e.outcome = 'done'
    when 'refused' then e.outcome <> 'done'
    else true end
$$;

-- Who opened this record: for a leader of a team that works, or worked, with the person.
create function audit_of_person(person uuid, since timestamptz, before timestamptz, what text, most integer, skip integer)
returns table (id uuid, at timestamptz, staff_id uuid, staff_name text, role text, services text, action text, outcome text, people uuid[], why text,
  uninvolved boolean, through_glass boolean, total bigint)
language sql stable security definer set search_path = throughcare, pg_temp as $$
  with theirs as materialized (select coalesce(array_agg(p.id), '{}') as ids from person p where p.id = person or p.merged_into = person)
  select e.id, e.at, e.staff_id, s.full_name, e.role, (select string_agg(v.name, ', ' order by v.name) from service v where v.id = any (e.service_ids)),
    e.action, e.outcome, array[person], e.why, e.uninvolved && theirs.ids,
    exists (select from glass g where g.person_id = person and g.staff_id = e.staff_id and e.at >= g.opened_at and e.at < coalesce(g.closed_at, g.closes_at)),
    count(*) over ()
  from audit_event e cross join theirs left join staff s on s.id = e.staff_id
  where actor_role() = 'team_leader' and person <> all (actor_barred())
    and exists (select from involvement i where i.person_id = person and i.service_id = any (actor_services()) and i.since <= today())
    and e.person_ids && (select ids from theirs) and e.at >= since and e.at < before and is_of_kind(e, what)
  order by e.at desc, e.id desc limit least(most, 200) offset skip
$$;
-- What did this member of staff open: for a leader of the team that they acted for.
create function audit_of_staff(member uuid, since timestamptz, before timestamptz, what text, most integer, skip integer)
returns table (id uuid, at timestamptz, staff_id uuid, staff_name text, role text, services text, action text, outcome text, people uuid[], why text,
  uninvolved boolean, through_glass boolean, total bigint)
language sql stable security definer set search_path = throughcare, pg_temp as $$
  with me as materialized (select actor_services() as services, actor_barred() as barred)
  select e.id, e.at, e.staff_id, s.full_name, e.role, (select string_agg(v.name, ', ' order by v.name) from service v where v.id = any (e.service_ids)),
    e.action, e.outcome, array(select p from unnest(e.person_ids) p where p <> all (me.barred) limit 60), e.why, cardinality(e.uninvolved) > 0,
    exists (select from glass g where g.person_id = any (e.person_ids) and g.staff_id = e.staff_id and e.at >= g.opened_at and e.at < coalesce(g.closed_at, g.closes_at)),
    count(*) over ()
  from audit_event e cross join me join staff s on s.id = e.staff_id
  where actor_role() = 'team_leader' and e.staff_id = member and e.at >= since and e.at < before
    and (e.service_ids && me.services or (e.service_ids = '{}' and exists (select from membership m where m.staff_id = member and m.service_id = any (me.services))))
    and is_of_kind(e, what)
  order by e.at desc, e.id desc limit least(most, 200) offset skip
$$;

-- Puts before the team leaders what the log holds since it was last gone through: records opened without involvement, and many in a short
-- time. Each event is gone through once, when every transaction as old as its own has ended.
create function surface_views(many integer, minutes integer, moment timestamptz) returns integer
language plpgsql security definer set search_path = throughcare, pg_temp as $$
declare
  was xid8;
  upto xid8 := pg_snapshot_xmin(pg_current_snapshot());
  part integer;
  surfaced integer := 0;
begin
  select swept_to into was from oversight_sweep for update skip locked;
  if not found or upto <= was then
    return 0;
  end if;
  update oversight_sweep set swept_to = upto;

  create temporary table looked on commit drop as
    select e.staff_id, e.role, e.service_ids, e.at, coalesce(p.merged_into, p.id) as person_id, cardinality(e.uninvolved) > 0 as uninvolved
    from audit_event e join person p on p.id = e.person_ids[1]
    where e.written_in >= was and e.written_in < upto and e.staff_id is not null and e.outcome = 'done' and e.action like 'view%' and cardinality(e.person_ids) = 1;

  with seen as (
    select l.staff_id, l.person_id, max(l.role) as role, max(l.service_ids::text)::uuid[] as service_ids, min(l.at) as from_at, max(l.at) as to_at, count(*)::integer as views
    from looked l
    where l.uninvolved and not exists (select from glass g where g.person_id = l.person_id and g.staff_id = l.staff_id
      and l.at >= g.opened_at and l.at < coalesce(g.closed_at, g.closes_at))
    group by l.staff_id, l.person_id),
  added_to as (
    update oversight_item o set to_at = greatest(o.to_at, s.to_at), how_many = o.how_many + s.views from seen s
    where o.kind = 'without_involvement' and o.staff_id = s.staff_id and o.person_id = s.person_id and o.reviewed_at is null
    returning o.staff_id, o.person_id)
  insert into oversight_item (id, kind, person_id, recorded_under, staff_id, role, service_ids, for_services, from_at, to_at, how_many, surfaced_at)
  select uuidv7(), 'without_involvement', s.person_id, s.person_id, s.staff_id, s.role, s.service_ids, led_services(s.service_ids || holders(s.person_id), s.staff_id),
    s.from_at, s.to_at, s.views, moment
  from seen s where not exists (select from added_to a where a.staff_id = s.staff_id and a.person_id = s.person_id);
  get diagnostics part = row_count;
  surfaced := surfaced + part;

  with windows as (
    select l.staff_id, l.role, l.service_ids, l.at, (
      select count(distinct e.person_ids[1])::integer from audit_event e
      where e.staff_id = l.staff_id and e.at > l.at - make_interval(mins => minutes) and e.at <= l.at
        and e.outcome = 'done' and e.action like 'view%' and cardinality(e.person_ids) = 1) as people
    from looked l),
  most as (select distinct on (w.staff_id) w.* from windows w where w.people >= many order by w.staff_id, w.people desc, w.at),
  added_to as (
    update oversight_item o set to_at = greatest(o.to_at, m.at), how_many = greatest(o.how_many, m.people) from most m
    where o.kind = 'many' and o.staff_id = m.staff_id and (o.reviewed_at is null or o.to_at > m.at - make_interval(mins => minutes)) and o.reviewed_at is null
    returning o.staff_id)
  insert into oversight_item (id, kind, staff_id, role, service_ids, for_services, from_at, to_at, how_many, surfaced_at)
  select uuidv7(), 'many', m.staff_id, m.role, m.service_ids, led_services(m.service_ids, m.staff_id), m.at - make_interval(mins => minutes), m.at, m.people, moment
  from most m
  where not exists (select from added_to a where a.staff_id = m.staff_id)
    and not exists (select from oversight_item o where o.kind = 'many' and o.staff_id = m.staff_id and o.to_at > m.at - make_interval(mins => minutes));
  get diagnostics part = row_count;
  return surfaced + part;
end $$;

grant select, update on oversight_sweep to throughcare_audit_read;
do $$
declare f text;
begin
  foreach f in array array['glass_tried_since(timestamptz)', 'audit_of_person(uuid, timestamptz, timestamptz, text, integer, integer)',
      'audit_of_staff(uuid, timestamptz, timestamptz, text, integer, integer)', 'surface_views(integer, integer, timestamptz)'] loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to %I', f, case when f like 'surface%' then 'throughcare_worker' else 'throughcare_actor' end);
    execute format('alter function %s owner to throughcare_audit_read', f);
  end loop;
end $$;
revoke create on schema throughcare from throughcare_audit_read;
