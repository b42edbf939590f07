set search_path = throughcare, public;

-- What somebody searched for, so that a name stands in no address, history or log.
create table stored_search (
  id uuid primary key,
  staff_id uuid not null references staff,
  words text not null,
  stored_at timestamptz not null
);
create index stored_search_by_age on stored_search (stored_at);
select describe('stored_search', 'What somebody typed into a search: the address of the result carries its id and no name. Cleared after a day. [personal]',
  'id', 'Made by the application (UUIDv7)', 'staff_id', 'Who searched: nobody else reads it', 'words', '[personal] What they typed', 'stored_at', 'When');
alter table stored_search enable row level security;
alter table stored_search force row level security;
grant select, insert on stored_search to throughcare_actor;
create policy own on stored_search to throughcare_actor using (staff_id = (select actor_id())) with check (staff_id = (select actor_id()));
grant select, delete on stored_search to throughcare_auth;
create policy clears on stored_search to throughcare_auth using (true);

-- Figures for /metrics: counts over everybody, no identifiers and no names.
create function obligation_counts(day date) returns table (state text, total bigint)
language sql stable security definer set search_path = throughcare, pg_temp as $$
  select case when o.opens_on > day then 'not_yet_open' when o.due_on < day then 'overdue' else 'open' end, count(*)
  from obligation o where o.state = 'owed' group by 1
$$;
revoke all on function obligation_counts from public;
grant execute on function obligation_counts to throughcare_auth;
alter function obligation_counts owner to throughcare_engine;

create function job_counts() returns table (task text, waiting bigint, failing bigint)
language plpgsql stable security definer set search_path = throughcare, pg_temp as $$
begin
  return query select j.task_identifier, count(*) filter (where j.attempts < j.max_attempts), count(*) filter (where j.last_error is not null)
    from graphile_worker.jobs j group by 1;
end $$;
revoke all on function job_counts from public;
grant execute on function job_counts to throughcare_auth;
alter function job_counts owner to throughcare_worker;
