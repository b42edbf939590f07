set search_path = throughcare, public;

-- Each prison's own times, set and changed by those who lead its recovery team. A time that is changed ends, and another takes its place.
alter table regime_period
  add column set_by uuid references staff,
  add column set_at timestamptz,
  add column ended_by uuid references staff,
  add column ended_at timestamptz;
select describe('regime_period', 'When people of a prison are behind their doors or elsewhere, by day of the week: booking then is warned of.',
  'set_by', 'Who set it; null: it came with the service', 'set_at', 'When', 'ended_by', 'Who changed it or took it off', 'ended_at', 'When; null: it stands');

alter table regime_period enable row level security;
alter table regime_period force row level security;
grant insert (id, establishment_code, weekdays, starts, ends, words, set_by, set_at), update (ended_by, ended_at) on regime_period to throughcare_actor;
create policy everybody_reads on regime_period for select to throughcare_actor, throughcare_engine, throughcare_search using (true);
create policy intake_works on regime_period to throughcare_intake using (true) with check (true);
create policy leader_sets on regime_period for insert to throughcare_actor with check (
  (select actor_role()) in ('team_leader', 'coordinator') and set_by = (select actor_id())
  and exists (select from service s where s.establishment_code = regime_period.establishment_code and s.id = any ((select actor_services())::uuid[])));
create policy leader_ends on regime_period for update to throughcare_actor using (
  (select actor_role()) in ('team_leader', 'coordinator') and ended_at is null
  and exists (select from service s where s.establishment_code = regime_period.establishment_code and s.id = any ((select actor_services())::uuid[])))
  with check (ended_by = (select actor_id()) and ended_at is not null);
