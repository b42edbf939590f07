set search_path = throughcare, public;

-- Whoever reads where somebody is may not read from it that they are in treatment: that is of the recovery record.
-- Derived with the place, in the same transaction; never typed.
create table treatment_need (
  person_id uuid primary key references person,
  class record_class not null default 'recovery' check (class = 'recovery'),
  onward_need boolean not null,
  in_treatment_since date
);
select describe('treatment_need', 'Whether somebody is in treatment now and needs it after release, derived from episodes and screens. [personal]',
  'person_id', 'Who', 'class', 'Class of record', 'onward_need', 'Open episode or positive screen, not completed, not declined',
  'in_treatment_since', 'First start of the treatment that is open now');

alter table treatment_need enable row level security;
alter table treatment_need force row level security;
grant select on treatment_need to throughcare_engine, throughcare_search, throughcare_intake, throughcare_actor;
grant insert, update, delete on treatment_need to throughcare_engine;
create policy engine_reads on treatment_need for select to throughcare_engine, throughcare_search using (true);
create policy engine_writes on treatment_need to throughcare_engine using (true) with check (true);
create policy intake_reads on treatment_need for select to throughcare_intake using (true);
-- Of today, as where they are: a team of before reads neither.
create policy actor_reads on treatment_need for select to throughcare_actor using (class = any ((select actor_reads())::record_class[])
  and (exists (select from involvement i where i.person_id = treatment_need.person_id
      and (i.until is null or i.until >= today()) and (i.classes is null or treatment_need.class = any (i.classes)))
    or actor_opened_or_made(person_id)));

set local role throughcare_engine;
insert into treatment_need (person_id, onward_need, in_treatment_since)
  select person_id, onward_need, in_treatment_since from whereabouts;

create or replace function engine_store(ids uuid[], places json, ties json, owed json) returns uuid[]
language plpgsql security definer set search_path = throughcare, pg_temp as $$
declare
  mine uuid[] := derivable(ids);
  changed uuid[] := '{}';
  part uuid[];
begin
  with given as (select * from json_populate_recordset(null::whereabouts, places)),
  stored as (
    insert into whereabouts as held select * from given where person_id = any (mine)
    on conflict (person_id) do update set
      (status, establishment_code, since, admitted_on, arrived_on, arrived_at, arrived_by, arrived_from, released_on, released_from, release_unplanned,
       release_reason_known, release_id, working_release_date, calculated_release_date, release_date_type, release_date_warning, digest) =
      (excluded.status, excluded.establishment_code, excluded.since, excluded.admitted_on, excluded.arrived_on, excluded.arrived_at, excluded.arrived_by,
       excluded.arrived_from, excluded.released_on, excluded.released_from, excluded.release_unplanned, excluded.release_reason_known, excluded.release_id,
       excluded.working_release_date, excluded.calculated_release_date, excluded.release_date_type, excluded.release_date_warning, excluded.digest)
    where held is distinct from excluded
    returning person_id)
  select coalesce(array_agg(person_id), '{}') into part from stored;
  changed := changed || part;

  with stored as (
    insert into treatment_need as held (person_id, onward_need, in_treatment_since)
      select g.person_id, g.onward_need, g.in_treatment_since
      from json_to_recordset(places) as g (person_id uuid, onward_need boolean, in_treatment_since date) where g.person_id = any (mine)
    on conflict (person_id) do update set (onward_need, in_treatment_since) = (excluded.onward_need, excluded.in_treatment_since)
    where (held.onward_need, held.in_treatment_since) is distinct from (excluded.onward_need, excluded.in_treatment_since)
    returning person_id)
  select coalesce(array_agg(person_id), '{}') into part from stored;
  changed := changed || part;

  with given as (select * from json_populate_recordset(null::involvement, ties) g where g.person_id = any (mine)),
  gone as (
    delete from involvement held where held.person_id = any (mine) and not exists (
      select from given g where g.person_id = held.person_id and g.service_id = held.service_id and g.ground = held.ground and g.staff_id is not distinct from held.staff_id
        and g.lapses_on is not distinct from held.lapses_on)
    returning held.person_id),
  stored as (
    insert into involvement as held select g.* from given g where not exists (
      select from involvement same where same.person_id = g.person_id and same.service_id = g.service_id and same.ground = g.ground
        and same.staff_id is not distinct from g.staff_id and same.lapses_on is not distinct from g.lapses_on
        and (same.since, same.until, same.until_at, same.classes) is not distinct from (g.since, g.until, g.until_at, g.classes))
    on conflict (person_id, service_id, ground, (coalesce(staff_id, '00000000-0000-0000-0000-000000000000'::uuid)), (coalesce(lapses_on, 'infinity'::date)))
    do update set since = excluded.since, until = excluded.until, until_at = excluded.until_at, classes = excluded.classes
    where (held.since, held.until, held.until_at, held.classes) is distinct from (excluded.since, excluded.until, excluded.until_at, excluded.classes)
    returning person_id)
  select coalesce(array_agg(person_id), '{}') into part from (select person_id from gone union select person_id from stored) touched;
  changed := changed || part;

  with given as (select * from json_populate_recordset(null::obligation, owed) g where g.person_id = any (mine)),
  gone as (
    delete from obligation held where held.person_id = any (mine) and not exists (select from given g where g.person_id = held.person_id and g.key = held.key)
    returning held.person_id),
  stored as (
    insert into obligation as held select g.* from given g where not exists (
      select from obligation same where same.person_id = g.person_id and same.key = g.key and row(same.*) is not distinct from row(g.*))
    on conflict (person_id, key) do update set
      (standard, pack, pack_version, class, opens_on, due_on, lapses_on, service_id, owner_role, opened_by, state, closed_by, closed_on, subject_id) =
      (excluded.standard, excluded.pack, excluded.pack_version, excluded.class, excluded.opens_on, excluded.due_on, excluded.lapses_on, excluded.service_id,
       excluded.owner_role, excluded.opened_by, excluded.state, excluded.closed_by, excluded.closed_on, excluded.subject_id)
    where held is distinct from excluded
    returning person_id)
  select coalesce(array_agg(person_id), '{}') into part from (select person_id from gone union select person_id from stored) touched;
  changed := changed || part;
  return (select coalesce(array_agg(distinct who), '{}') from unnest(changed) as who);
end $$;

create or replace function engine_forget(ids uuid[]) returns void language plpgsql security definer set search_path = throughcare, pg_temp as $$
declare
  joined uuid[] := (select coalesce(array_agg(id), '{}') from person where id = any (ids) and merged_into is not null);
begin
  delete from obligation where person_id = any (joined);
  delete from involvement where person_id = any (joined);
  delete from treatment_need where person_id = any (joined);
  delete from whereabouts where person_id = any (joined);
end $$;
set local role throughcare_owner;

alter table whereabouts drop column onward_need, drop column in_treatment_since;
-- The digest is made of everything that was derived, of every class: it is the engine's alone.
revoke select on whereabouts from throughcare_actor;
grant select (person_id, class, status, establishment_code, since, admitted_on, arrived_on, arrived_at, arrived_by, arrived_from, released_on, released_from,
  release_unplanned, release_reason_known, release_id, working_release_date, calculated_release_date, release_date_type, release_date_warning)
  on whereabouts to throughcare_actor;

-- Whoever may not read whether somebody needs treatment knows of it what stands before them: a hand-over or an episode of theirs that is open.
create function needs_as_seen(person uuid) returns boolean language sql stable
return exists (select from handover h where h.person_id = person and h.closed_on is null)
  or exists (select from episode e where e.person_id = person and e.end_date is null);
comment on function needs_as_seen is 'Under the row security of whoever asks.';
