set search_path = throughcare, public;

-- Why, where a reason was given; and whom the actor looked at without working with them at that moment. Who works with whom is derived
-- again and again, so it is written down when it is true.
alter table audit_event add column why text, add column uninvolved uuid[] not null default '{}';
select describe('audit_event', 'Append-only: every view, search, print, export and change, with who, whom, when, from where and why. [personal]',
  'why', '[personal] The reason that was given, where one was asked for',
  'uninvolved', 'Of a view: those of whom the actor''s team was not involved at that moment, though they might still look');
create index audit_event_by_transaction on audit_event (written_in, id);

create function actor_uninvolved(people uuid[]) returns uuid[] language sql stable security definer set search_path = throughcare, pg_temp as $$
  with me as materialized (select actor_team_services() as teams, actor_named_services() as named, actor_id() as staff, today() as today)
  select coalesce(array_agg(p), '{}') from unnest(people) as p, me
  where not exists (select from involvement i where i.person_id = p and i.since <= me.today and (i.until is null or i.until >= me.today)
    and ((i.ground <> 'named' and i.service_id = any (me.teams)) or (i.staff_id = me.staff and (i.ground = 'cover' or (i.ground = 'named' and i.service_id = any (me.named))))))
$$;
revoke all on function actor_uninvolved from public;
grant execute on function actor_uninvolved to throughcare_audit_append;
alter function actor_uninvolved owner to throughcare_engine;

drop function append_audit;
create function append_audit(id uuid, at timestamptz, staff uuid, role text, services uuid[], action text, outcome text, people uuid[],
  subject text, address text, request text, why text default null) returns void language sql security definer set search_path = throughcare, pg_temp as $$
  insert into audit_event (id, at, staff_id, role, service_ids, action, outcome, person_ids, subject, address, request_id, why, uninvolved)
  select id, at, case when acting then actor_id() else staff end, case when acting then actor_role()::text else role end,
    case when acting then actor_services() else services end, action, outcome, people, subject, address, request, why,
    case when acting and outcome = 'done' and action like 'view%' and cardinality(people) > 0 then actor_uninvolved(people) else '{}' end
  from (select current_setting('role') = 'throughcare_actor' as acting) as who
$$;
revoke all on function append_audit from public;
grant execute on function append_audit to throughcare_actor, throughcare_auth, throughcare_intake, throughcare_worker;
alter function append_audit owner to throughcare_audit_append;

-- Seals. Each covers the events whose transaction lies in [from_xid, to_xid), all of which had ended when it was made.
create table audit_seal (
  number bigint primary key check (number >= 0),
  from_xid xid8 not null,
  to_xid xid8 not null,
  events integer not null check (events >= 0),
  leaves bytea not null,
  previous text not null,
  hash text not null unique,
  sealed_at timestamptz not null
);
select describe('audit_seal', 'Seals of the audit log, each over its events and the seal before. Append-only, and written outside the database too. Number 0 is the beginning: a hash made by chance for this database alone.',
  'number', 'Counts up without a gap', 'from_xid', 'First transaction that it covers', 'to_xid', 'First transaction that it does not cover',
  'events', 'How many events it covers', 'leaves', 'Of each event in order: its id (16 bytes) and the SHA-256 of all its columns (32 bytes)',
  'previous', 'Hash of the seal before', 'hash', 'SHA-256 of all the other columns', 'sealed_at', 'When');
insert into audit_seal values (0, '0', '0', 0, '', '', encode(sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')), 'hex'), now());
alter table audit_seal enable row level security;
alter table audit_seal force row level security;
grant insert on audit_seal to throughcare_audit_append;
create policy seals on audit_seal for insert to throughcare_audit_append with check (true);
grant select on audit_seal to throughcare_audit_read;
create policy reads on audit_seal for select to throughcare_audit_read using (true);

grant create on schema throughcare to throughcare_audit_read;

-- The next seal's range: from where the last one ended to the oldest transaction that still runs, or to where it holds enough events.
-- Ends where it begins: nothing to seal. `behind`: the server counts its transactions from lower than the last seal; it was made anew.
create function audit_to_seal(most integer) returns table (number bigint, from_xid xid8, to_xid xid8, previous text, behind boolean)
language sql stable security definer set search_path = throughcare, pg_temp as $$
  with last as (select s.number, s.to_xid, s.hash from audit_seal s order by s.number desc limit 1),
  ended as (select pg_snapshot_xmin(pg_current_snapshot()) as xmin),
  full_at as (select e.written_in from audit_event e, last, ended
    where e.written_in >= last.to_xid and e.written_in < ended.xmin order by e.written_in offset most limit 1),
  first_of as (select min(e.written_in) as written_in from audit_event e, last where e.written_in >= last.to_xid),
  cut as (
    select case when f.written_in > first_of.written_in then f.written_in
      else (select min(e.written_in) from audit_event e, ended where e.written_in > f.written_in and e.written_in < ended.xmin) end as at
    from full_at f, first_of)
  select last.number + 1, last.to_xid,
    case when exists (select from audit_event e where e.written_in >= last.to_xid and e.written_in < ended.xmin)
      then coalesce((select at from cut), ended.xmin) else last.to_xid end,
    last.hash, ended.xmin < last.to_xid
  from last, ended
$$;
-- Events of a range in the order in which they are sealed, from after one of them; every column as text.
create function audit_events_between(from_xid xid8, to_xid xid8, after_xid xid8, after_id uuid, most integer)
returns table (id text, written_in text, at text, staff_id text, role text, service_ids text[], action text, outcome text, person_ids text[],
  subject text, address text, request_id text, why text, uninvolved text[])
language sql stable security definer set search_path = throughcare, pg_temp as $$
  select e.id::text, e.written_in::text, (extract(epoch from e.at) * 1000000)::bigint::text, e.staff_id::text, e.role, e.service_ids::text[], e.action, e.outcome,
    e.person_ids::text[], e.subject, e.address, e.request_id, e.why, e.uninvolved::text[]
  from audit_event e
  where e.written_in >= from_xid and e.written_in < to_xid and (e.written_in, e.id) > (after_xid, after_id)
  order by e.written_in, e.id limit most
$$;
create function audit_seals_after(after bigint, most integer) returns setof audit_seal
language sql stable security definer set search_path = throughcare, pg_temp as $$
  select * from audit_seal s where s.number > after order by s.number limit most
$$;
create function audit_not_yet_sealed() returns bigint language sql stable security definer set search_path = throughcare, pg_temp as $$
  select count(*) from audit_event e where e.written_in >= (select s.to_xid from audit_seal s order by s.number desc limit 1)
$$;
create function store_seal(number bigint, from_xid xid8, to_xid xid8, events integer, leaves bytea, previous text, hash text, sealed_at timestamptz)
returns void language sql security definer set search_path = throughcare, pg_temp as $$
  insert into audit_seal values (number, from_xid, to_xid, events, leaves, previous, hash, sealed_at)
$$;

-- Who has looked at somebody, for that person: by role and service, and by name where they ask. Lists are counted apart.
grant select on staff, service, membership to throughcare_audit_read;
create policy audit_reads on staff for select to throughcare_audit_read using (true);
create policy audit_reads on membership for select to throughcare_audit_read using (true);
grant select (id, merged_into) on person to throughcare_audit_read;
create policy audit_reads on person for select to throughcare_audit_read using (true);
create function views_of_person(person uuid, names boolean)
returns table (role text, services text, name text, first_at timestamptz, last_at timestamptz, opened bigint, listed bigint)
language sql stable security definer set search_path = throughcare, pg_temp as $$
  select e.role, (select string_agg(s.name, ', ' order by s.name) from service s where s.id = any (e.service_ids)),
    case when names then staff.full_name end, min(e.at), max(e.at),
    count(*) filter (where cardinality(e.person_ids) = 1), count(*) filter (where cardinality(e.person_ids) > 1)
  from audit_event e left join staff on staff.id = e.staff_id
  where 'sharing' = any (actor_reads()) and actor_sees(person)
    and e.person_ids && (select array_agg(p.id) from person p where p.id = views_of_person.person or p.merged_into = views_of_person.person)
    and e.outcome = 'done' and e.staff_id is not null and e.action ~ '^(view|search|list|print|export)'
  group by e.role, e.service_ids, case when names then staff.full_name end, case when names then e.staff_id end
  order by 5 desc limit 500
$$;

-- What a member of staff looked at with one request, for the print of that page.
create function viewed_with(request text, since timestamptz) returns table (action text, person_ids uuid[])
language sql stable security definer set search_path = throughcare, pg_temp as $$
  select e.action, e.person_ids from audit_event e
  where e.staff_id = actor_id() and e.at >= since and e.request_id = request and e.outcome = 'done' order by e.at limit 1
$$;

do $$
declare f text;
begin
  foreach f in array array['audit_to_seal(integer)', 'audit_events_between(xid8, xid8, xid8, uuid, integer)', 'audit_seals_after(bigint, integer)',
      'audit_not_yet_sealed()', 'store_seal(bigint, xid8, xid8, integer, bytea, text, text, timestamptz)'] loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to throughcare_worker', f);
    execute format('alter function %s owner to %I', f, case when f like 'store%' then 'throughcare_audit_append' else 'throughcare_audit_read' end);
  end loop;
  foreach f in array array['views_of_person(uuid, boolean)', 'viewed_with(text, timestamptz)'] loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to throughcare_actor', f);
    execute format('alter function %s owner to throughcare_audit_read', f);
  end loop;
end $$;
revoke create on schema throughcare from throughcare_audit_read;
