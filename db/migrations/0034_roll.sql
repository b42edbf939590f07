set search_path = throughcare, public;

-- Wings and cells in the order in which somebody walks the landings: each number counts as a number.
create function landing_order(wing text, cell text) returns text language sql immutable parallel safe
return regexp_replace(regexp_replace(lower(coalesce(wing, '~') || ' ' || coalesce(cell, '~')), '(\d+)', '00000\1', 'g'), '0*(\d{6})(?!\d)', '\1', 'g');

alter table location add column establishment_code text;
alter table location add column landing text generated always as (landing_order(wing, cell)) stored;
select describe('location', 'Wing and cell, where known, and the newest sighting: what the search feed said of where they are. [personal]',
  'establishment_code', 'The prison whose roll gave wing and cell; null: not said', 'landing', 'Wing and cell as lists sort them');

create table legal_status (
  id uuid primary key,
  person_id uuid not null references person,
  recorded_under uuid not null,
  class record_class not null default 'identity' check (class = 'identity'),
  service_id uuid references service,
  status text not null check (status in ('remand', 'convicted_unsentenced', 'sentenced', 'recall', 'indeterminate', 'civil', 'immigration', 'other')),
  as_of timestamptz not null,
  establishment_code text not null,
  source text not null,
  recorded_at timestamptz not null
);
create unique index legal_status_once on legal_status (recorded_under, as_of, establishment_code);
create index legal_status_by_person on legal_status (person_id, as_of desc);
select describe('legal_status', 'Why a prison may hold somebody, as its roll had it; the newest counts, earlier ones stay. [personal]',
  'id', 'Made by the application (UUIDv7)', 'person_id', 'Whose', 'recorded_under', 'Recorded for', 'class', 'Class of record', 'service_id', 'Service that recorded it: none, it comes from a roll',
  'status', 'On remand, convicted and not sentenced, sentenced, recalled …: never the offence', 'as_of', 'As of when', 'establishment_code', 'The prison whose roll it is',
  'source', 'Where it came from', 'recorded_at', 'When it was read');

alter table legal_status enable row level security;
alter table legal_status force row level security;
grant select on legal_status to throughcare_engine, throughcare_search, throughcare_actor;
create policy engine_reads on legal_status for select to throughcare_engine, throughcare_search using (true);
grant select, insert, update on legal_status to throughcare_intake;
create policy intake_works on legal_status to throughcare_intake using (true) with check (true);
create policy actor_reads on legal_status for select to throughcare_actor using (
  class = any ((select actor_reads())::record_class[]) and exists (select from involvement i where i.person_id = legal_status.person_id
    and (i.until is null or legal_status.recorded_at <= read_up_to(i.until, i.until_at))
    and (i.classes is null or legal_status.class = any (i.classes))));

alter table held_row drop constraint held_row_kind_check;
alter table held_row add constraint held_row_kind_check check (kind in ('release_date', 'roll'));
