set search_path = throughcare, public;

-- The first day of a service is set on a page; a job works out again what is owed to its people, and says how far it is.
create table live_from_change (
  id uuid primary key,
  service_id uuid not null references service,
  live_from date,
  set_by uuid not null references staff,
  set_at timestamptz not null,
  people integer,
  derived integer not null default 0,
  ended_at timestamptz
);
create index live_from_change_by_service on live_from_change (service_id, set_at desc);
select describe('live_from_change', 'What somebody set as the first day of a service, and how far its people''s obligations have been worked out again.',
  'id', 'Made by the application (UUIDv7)', 'service_id', 'Whose first day', 'live_from', 'The day that was set; null: it has always worked with Throughcare',
  'set_by', 'Who set it', 'set_at', 'When', 'people', 'How many people are worked out again; null: not begun', 'derived', 'Of them, how many are done', 'ended_at', 'When all were done');
alter table live_from_change enable row level security;
alter table live_from_change force row level security;
grant select, insert on live_from_change to throughcare_actor;
create policy administrators_read on live_from_change for select to throughcare_actor using (
  administers((select s.organisation_id from service s where s.id = live_from_change.service_id)));
create policy administrators_add on live_from_change for insert to throughcare_actor with check (
  administers((select s.organisation_id from service s where s.id = live_from_change.service_id)) and set_by = (select actor_id())
  and people is null and derived = 0 and ended_at is null);
grant select, update (people, derived, ended_at) on live_from_change to throughcare_intake;
create policy intake_works on live_from_change to throughcare_intake using (true) with check (true);

-- Services have no row security (they are nobody's record) and are the intake's to change: an administrator changes this one column, of their own.
create function set_live_from(service uuid, day date) returns void language plpgsql security definer set search_path = throughcare, pg_temp as $$
begin
  if not administers((select s.organisation_id from service s where s.id = service)) then
    raise exception 'no such service' using errcode = 'no_data_found';
  end if;
  update service s set live_from = day where s.id = service;
end $$;
revoke all on function set_live_from from public;
grant execute on function set_live_from to throughcare_actor;
grant create on schema throughcare to throughcare_intake;
alter function set_live_from owner to throughcare_intake;
revoke create on schema throughcare from throughcare_intake;
