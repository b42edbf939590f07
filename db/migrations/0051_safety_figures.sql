set search_path = throughcare, public;

-- How often what happened in the actor's own prisons, without a name (product.md, "Who may see what"): the teams of the prison
-- count what they may read; the strategy lead, who sees nobody, counts incidents and tests, and none of healthcare's.
-- Set-aside records count for nothing. Restricted records count: a number names nobody.
create function safety_figures(first_day date, last_day date)
returns table (kind text, what text, purpose text, occurred integer, last_on date)
language sql stable security definer set search_path = throughcare, pg_temp as $$
  select f.kind, coalesce(f.reading ->> 'what', f.reading ->> 'result'), f.reading ->> 'purpose',
    (count(*) filter (where f.day >= first_day))::integer, max(f.day)
  from fact f
  where f.kind in ('incident', 'test_result') and f.day <= last_day
    and f.service_id in (
      select prison.id from service own join service prison on prison.establishment_code = own.establishment_code
      where own.id = any (actor_services()))
    and f.class = any (case when actor_role() = 'strategy_lead' then '{incident,voluntary_test,court_test}'::record_class[]
      when actor_role() in ('recovery_worker', 'coordinator', 'team_leader', 'clinical') then actor_reads() else '{}' end)
    and not exists (select from fact later where later.amends = f.id)
  group by 1, 2, 3
$$;
revoke all on function safety_figures from public;
grant execute on function safety_figures to throughcare_actor;
alter function safety_figures owner to throughcare_engine;
