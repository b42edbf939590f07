set search_path = throughcare, public;

-- Rows of a prison's roll about a number that nobody has are shown to its recovery team, as held messages of the feed are.
create index held_row_of_roll on held_row ((told ->> 'establishment'), prison_number) where kind = 'roll' and applied_at is null;
grant select on held_row to throughcare_actor;
create policy recovery_team_reads_roll on held_row for select to throughcare_actor using (
  kind = 'roll' and applied_at is null
  and (select actor_role()) in ('recovery_worker', 'coordinator', 'team_leader')
  and told ->> 'establishment' = any ((select actor_establishments())::text[]));
