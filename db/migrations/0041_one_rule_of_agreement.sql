set search_path = throughcare, public;

-- What somebody agreed that those who are named for them may read, or whoever covers for those: the register's rule, for the summary and
-- the plan alike. The newest row of a recipient, purpose and basis stands; one that was given carries, whatever became of another basis.
set local role throughcare_engine;
create function part_is_agreed(person uuid, part text) returns boolean
language sql stable security definer set search_path = throughcare, pg_temp as $$
  select person <> all (actor_barred()) and exists (
    select from (
      select distinct on (b.to_service_id, b.basis) b.state, b.parts, b.until_day from sharing_basis b
      where b.person_id = person and b.to_service_id = any (actor_named_services())
        and b.purpose = case when actor_role() in ('key_worker', 'key_work_champion') then 'key_work' else 'supervision' end
        and (person = any (actor_covers()) or exists (select from involvement i where i.person_id = person and i.ground = 'named'
          and i.staff_id = actor_id() and i.service_id = b.to_service_id and i.since <= today() and (i.until is null or i.until > today())))
      order by b.to_service_id, b.basis, b.recorded_at desc, b.id desc) stands
    where stands.state = 'given' and part = any (stands.parts) and (stands.until_day is null or stands.until_day >= today()))
$$;
revoke all on function part_is_agreed from public;
create or replace function plan_is_shared(person uuid) returns boolean
language sql stable security definer set search_path = throughcare, pg_temp as $$
  select part_is_agreed(person, 'summary')
$$;
create or replace function summary_is_agreed(person uuid) returns boolean
language sql stable security definer set search_path = throughcare, pg_temp as $$
  select part_is_agreed(person, 'summary')
$$;
set local role throughcare_owner;

-- Whoever covers reads the summary on the days that they do, as the colleague would.
create policy covers_read on agreed_summary for select to throughcare_actor using (
  (select actor_role()) in ('key_worker', 'key_work_champion', 'offender_manager', 'probation', 'court_team')
  and person_id = any ((select actor_covers())::uuid[]) and summary_is_agreed(person_id));
