-- The role that disposes of records: it may touch only people of a run that two members of staff approved.
set local role none;
do $$
begin
  if not exists (select from pg_roles where rolname = 'throughcare_disposal') then
    begin
      create role throughcare_disposal nologin noinherit nosuperuser nobypassrls;
    exception when duplicate_object or unique_violation then null;
    end;
  end if;
end $$;
grant throughcare_disposal to throughcare_owner with inherit false, set true;
set local role throughcare_owner;
set search_path = throughcare, public;
grant usage, create on schema throughcare to throughcare_disposal;

-- Which organisations the actor keeps records for: a team leader or administrator, in the role they act in.
create function actor_keeps() returns uuid[] language sql stable security definer set search_path = throughcare, pg_temp as $$
  select coalesce(array_agg(distinct organisation_id), '{}') from service
  where id = any (actor_services()) and actor_role() in ('team_leader', 'administrator')
$$;
revoke all on function actor_keeps from public;
grant execute on function actor_keeps to throughcare_actor, throughcare_engine, throughcare_intake;
alter function actor_keeps owner to throughcare_auth;

-- ── What is held about somebody ──────────────────────────────────────────────────────────────────────────────────

-- Every table that holds anything about a person, by the catalogue: a table that is added tomorrow is here too.
-- `whose` is the column that says whose a row is. Left out: copies that were made for a request, and what this very migration keeps of itself.
create view person_table as
  select c.relname::text as name, a.attname::text as whose,
    replace(coalesce(obj_description(c.oid), ''), ' [personal]', '') as words,
    exists (select from pg_attribute k where k.attrelid = c.oid and k.attname = 'class' and not k.attisdropped) as classed,
    (select k.attname::text from pg_index i join pg_attribute k on k.attrelid = c.oid and k.attnum = i.indkey[0] where i.indrelid = c.oid and i.indisprimary) as key
  from pg_class c join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
  where c.relnamespace = 'throughcare'::regnamespace and c.relkind = 'r'
    and ((c.relname = 'person' and a.attname = 'id') or (c.relname = 'person_merge' and a.attname = 'survivor_id')
      or (c.relname not in ('person', 'person_merge') and a.attname = 'person_id'))
    and c.relname not in ('access_item', 'access_passage', 'disposal_line');
comment on view person_table is 'Every table that holds anything about a person, and the column that says whose a row is.';

create view person_column as
  select t.name as table_name, a.attname::text as name, a.attnum as position, format_type(a.atttypid, null) as type, a.attnotnull as needed,
    replace(coalesce(col_description(a.attrelid, a.attnum), ''), '[personal] ', '') as words,
    coalesce(col_description(a.attrelid, a.attnum) like '[personal]%', false) as personal,
    a.attgenerated <> '' as generated,
    (select f.confrelid::regclass::text from pg_constraint f where f.conrelid = a.attrelid and f.contype = 'f' and f.conkey = array[a.attnum] limit 1) as refers_to
  from person_table t join pg_attribute a on a.attrelid = ('throughcare.' || quote_ident(t.name))::regclass and a.attnum > 0 and not a.attisdropped;
comment on view person_column is 'The columns of those tables, with what each holds and whether that is personal.';
grant select on person_table, person_column to throughcare_intake, throughcare_engine, throughcare_disposal;

-- One table's rows about somebody, also those recorded under a number that was joined with theirs.
create function held_about(person uuid, table_name text) returns setof jsonb
language plpgsql stable security definer set search_path = throughcare, pg_temp as $$
declare t person_table;
begin
  select * into t from person_table p where p.name = table_name;
  if not found then raise exception 'no such table of a person' using errcode = 'undefined_table'; end if;
  if t.name = 'person' then
    return query select to_jsonb(p) from person p where p.id = person or p.merged_into = person;
  else
    return query execute format('select to_jsonb(t) from throughcare.%I t where t.%I = $1', t.name, t.whose) using person;
  end if;
end $$;
revoke all on function held_about from public;
grant execute on function held_about to throughcare_intake;
alter function held_about owner to throughcare_engine;

-- Who has looked at or changed somebody's record: day, role, services and what was done; never a name.
create function looks_at(people uuid[]) returns table (day date, role text, services uuid[], action text, outcome text, times bigint)
language sql stable security definer set search_path = throughcare, pg_temp as $$
  select (a.at at time zone 'Europe/London')::date, a.role, a.service_ids, a.action, a.outcome, count(*)
  from audit_event a where a.person_ids && people group by 1, 2, 3, 4, 5 order by 1, 2, 4
$$;
revoke all on function looks_at from public;
grant execute on function looks_at to throughcare_intake;
grant create on schema throughcare to throughcare_audit_read;
alter function looks_at owner to throughcare_audit_read;
revoke create on schema throughcare from throughcare_audit_read;

create table access_request (
  id uuid primary key,
  person_id uuid not null references person,
  recorded_under uuid not null,
  class record_class not null default 'sharing' check (class = 'sharing'),
  service_id uuid not null references service,
  asked_by text not null check (asked_by in ('person', 'solicitor', 'attorney', 'other')),
  asked_name text not null,
  identity_checked text not null,
  asked_on date not null,
  due_on date not null,
  extended_why text,
  state text not null check (state in ('gathering', 'in_review', 'released', 'withdrawn')),
  step integer not null default 0,
  steps integer not null default 0,
  step_words text,
  gathered_at timestamptz,
  cleared_at timestamptz,
  recorded_by uuid references staff,
  recorded_at timestamptz not null
);
create index access_request_by_person on access_request (person_id);
create index access_request_by_service on access_request (service_id, state, due_on);
select describe('access_request', 'Somebody asked for everything that is held about a person (UK GDPR article 15). [personal]',
  'id', 'Made by the application (UUIDv7)', 'person_id', 'About whom', 'recorded_under', 'Recorded for', 'class', 'Class of record', 'service_id', 'The service that answers',
  'asked_by', 'The person, or somebody for them', 'asked_name', '[personal] Who asked, and where to answer', 'identity_checked', '[personal] How it was checked that it is them, or that they may',
  'asked_on', 'The day it was asked', 'due_on', 'Answered by: one month, or three where it was extended', 'extended_why', '[personal] Why it takes longer, as they were told',
  'state', 'Where it stands', 'step', 'How many tables have been gathered', 'steps', 'Of how many', 'step_words', 'What is being gathered',
  'gathered_at', 'When all was gathered', 'cleared_at', 'When the copies were deleted', 'recorded_by', 'Who opened it', 'recorded_at', 'When');

create table access_reviewer (
  request_id uuid not null references access_request,
  staff_id uuid not null references staff,
  person_id uuid not null references person,
  recorded_under uuid not null,
  class record_class not null check (class = 'safeguarding'),
  named_by uuid not null references staff,
  recorded_at timestamptz not null,
  primary key (request_id, staff_id),
  check (named_by <> staff_id)
);
create index access_reviewer_by_person on access_reviewer (person_id);
select describe('access_reviewer', 'The member of staff who is named to review the safeguarding part of a request: never whoever opened it.',
  'request_id', 'Which request', 'staff_id', 'Who reviews', 'person_id', 'About whom', 'recorded_under', 'Recorded for', 'class', 'Which class of record', 'named_by', 'Who named them', 'recorded_at', 'When');

create table access_item (
  id uuid primary key,
  request_id uuid not null references access_request,
  person_id uuid not null references person,
  recorded_under uuid not null,
  class record_class not null,
  source text not null,
  section text not null,
  day date,
  heading text not null,
  fields jsonb not null,
  recorded_at timestamptz not null
);
create index access_item_by_request on access_item (request_id, source, day);
create index access_item_by_person on access_item (person_id);
select describe('access_item', 'One row of what is held, copied for a request; deleted some days after the answer. [personal]',
  'id', 'Made by the application (UUIDv7)', 'request_id', 'For which request', 'person_id', 'About whom', 'recorded_under', 'Recorded for', 'class', 'Class of record',
  'source', 'The table it is from', 'section', 'What that table holds, in words', 'day', 'The day it is about', 'heading', '[personal] What it is', 'fields', '[personal] What it says: labels and values; a marked value names its passage', 'recorded_at', 'When it was copied');

create table access_passage (
  id uuid primary key,
  request_id uuid not null references access_request,
  item_id uuid not null references access_item,
  person_id uuid not null references person,
  recorded_under uuid not null,
  class record_class not null,
  label text not null,
  words text not null,
  why text not null,
  decision text check (decision in ('kept', 'withheld')),
  reason text,
  decided_by uuid references staff,
  decided_at timestamptz,
  recorded_at timestamptz not null,
  check (decision is distinct from 'withheld' or reason is not null)
);
create index access_passage_by_request on access_passage (request_id, id);
create index access_passage_by_item on access_passage (item_id);
create index access_passage_by_person on access_passage (person_id);
select describe('access_passage', 'Words that a human looks at before they leave: of or about somebody else, safeguarding, health. [personal]',
  'id', 'Made by the application (UUIDv7)', 'request_id', 'For which request', 'item_id', 'In which row', 'person_id', 'About whom', 'recorded_under', 'Recorded for', 'class', 'Class of record',
  'label', 'What the words are', 'words', '[personal] The words', 'why', '[personal] Why they are marked', 'decision', 'Kept or withheld', 'reason', '[personal] Why they are withheld',
  'decided_by', 'Who decided', 'decided_at', 'When', 'recorded_at', 'When it was marked');

create table access_release (
  id uuid primary key,
  request_id uuid not null references access_request,
  person_id uuid not null references person,
  recorded_under uuid not null,
  classes record_class[] not null,
  given_to text not null,
  how text not null check (how in ('in_hand', 'post', 'encrypted', 'read_together')),
  released_by uuid not null references staff,
  recorded_at timestamptz not null
);
create index access_release_by_request on access_release (request_id);
create index access_release_by_person on access_release (person_id);
select describe('access_release', 'A part of the answer left: which classes, to whom, how, by whose decision. [personal]',
  'id', 'Made by the application (UUIDv7)', 'request_id', 'Of which request', 'person_id', 'About whom', 'recorded_under', 'Recorded for', 'classes', 'The classes of record in it',
  'given_to', '[personal] To whom', 'how', 'How it was given', 'released_by', 'Who let it leave', 'recorded_at', 'When');

do $$
declare t text;
begin
  foreach t in array array['access_request','access_reviewer','access_item','access_passage','access_release'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select on %I to throughcare_engine, throughcare_search, throughcare_actor', t);
    execute format('create policy engine_reads on %I for select to throughcare_engine, throughcare_search using (true)', t);
    execute format('grant select, insert, update on %I to throughcare_intake', t);
    execute format('create policy intake_works on %I to throughcare_intake using (true) with check (true)', t);
  end loop;
end $$;
grant delete on access_item, access_passage to throughcare_intake;

-- Whether the actor is named to review a request (or a class of it); asked by policies, which may not ask one another in a circle.
create function reviews_access(request uuid, of_class record_class default null) returns boolean
language sql stable security definer set search_path = throughcare, pg_temp as $$
  select exists (select from access_reviewer v where v.request_id = request and v.staff_id = actor_id() and (of_class is null or v.class = of_class))
    and not exists (select from access_request r where r.id = request and r.person_id = any (actor_barred()))
$$;
revoke all on function reviews_access from public;
grant execute on function reviews_access to throughcare_actor;
alter function reviews_access owner to throughcare_engine;

-- A reviewer is named for one request: they see that they are, and nobody else of another team does.
create policy actor_reads on access_reviewer for select to throughcare_actor using (
  person_id <> all ((select actor_barred())::uuid[])
  and (staff_id = (select actor_id()) or ((select actor_role()) = 'team_leader'
    and exists (select from involvement i where i.person_id = access_reviewer.person_id))));
create policy actor_reads on access_request for select to throughcare_actor using (
  class = any ((select actor_reads())::record_class[]) and (((select actor_role()) in ('team_leader', 'clinical')
    and exists (select from involvement i where i.person_id = access_request.person_id))
    or reviews_access(id)));
do $$
declare
  t text;
  readable text := 'exists (select from access_request r where r.id = %1$I.request_id)
    and ((class = any ((select actor_reads())::record_class[]) and (select actor_role()) in (''team_leader'', ''clinical''))
      or reviews_access(%1$I.request_id, %1$I.class))';
begin
  foreach t in array array['access_item','access_passage'] loop
    execute format('create policy actor_reads on %1$I for select to throughcare_actor using (' || readable || ')', t);
  end loop;
  execute format('create policy actor_decides on %1$I for update to throughcare_actor using (' || readable || ')
    with check (decided_by = (select actor_id()))', 'access_passage');
end $$;
create policy actor_reads on access_release for select to throughcare_actor using (
  exists (select from access_request r where r.id = access_release.request_id));
grant insert on access_request, access_reviewer, access_release to throughcare_actor;
create policy leader_opens on access_request for insert to throughcare_actor with check (
  (select actor_role()) = 'team_leader' and class = any ((select actor_writes())::record_class[]) and state = 'gathering'
  and service_id = any ((select actor_services())::uuid[]) and recorded_by = (select actor_id()) and recorded_under = person_id
  and exists (select from involvement i where i.person_id = access_request.person_id and (i.until is null or i.until > (select today()))));
grant update (due_on, extended_why, state) on access_request to throughcare_actor;
create policy leader_changes on access_request for update to throughcare_actor using (
  (select actor_role()) = 'team_leader' and service_id = any ((select actor_services())::uuid[])
  and exists (select from involvement i where i.person_id = access_request.person_id)) with check (state <> 'released');
create policy leader_names on access_reviewer for insert to throughcare_actor with check (
  named_by = (select actor_id()) and recorded_under = person_id
  and exists (select from access_request r where r.id = access_reviewer.request_id and r.person_id = access_reviewer.person_id and r.service_id = any ((select actor_services())::uuid[]))
  and exists (select from membership m join access_request r on r.service_id = m.service_id
    where r.id = access_reviewer.request_id and m.staff_id = access_reviewer.staff_id and m.from_day <= (select today()) and (m.to_day is null or m.to_day >= (select today()))));
grant update (decision, reason, decided_by, decided_at) on access_passage to throughcare_actor;

-- Which classes of a request the actor may let leave: those they may read of it.
create function releasable(request uuid) returns record_class[]
language sql stable set search_path = throughcare, pg_temp as $$
  select coalesce(array_agg(distinct i.class order by i.class), '{}') from access_item i where i.request_id = request
$$;
comment on function releasable is 'Under the row security of whoever asks.';
-- Nothing leaves while a passage of its classes waits for a decision, and never a class that its giver may not read.
create policy reader_releases on access_release for insert to throughcare_actor with check (
  released_by = (select actor_id()) and recorded_under = person_id and cardinality(classes) > 0
  and classes <@ releasable(request_id)
  and exists (select from access_request r where r.id = access_release.request_id and r.person_id = access_release.person_id and r.gathered_at is not null and r.state <> 'withdrawn')
  and not exists (select from access_passage p where p.request_id = access_release.request_id and p.class = any (access_release.classes) and p.decision is null));

-- A request is released once every class in it has left; whoever lets the last part go need not be able to read the others.
create function finish_release(request uuid) returns void language plpgsql security definer set search_path = throughcare, pg_temp as $$
begin
  update access_request r set state = 'released' where r.id = request and r.state = 'in_review'
    and not exists (select from access_item i where i.request_id = request
      and not exists (select from access_release e where e.request_id = request and i.class = any (e.classes)));
end $$;
revoke all on function finish_release from public;
grant execute on function finish_release to throughcare_actor;
alter function finish_release owner to throughcare_intake;

-- ── How long, and what goes ──────────────────────────────────────────────────────────────────────────────────────

create table legal_hold (
  id uuid primary key,
  person_id uuid not null references person,
  recorded_under uuid not null,
  class record_class not null default 'identity' check (class = 'identity'),
  kind text not null check (kind in ('hand', 'death')),
  reason text not null,
  recorded_by uuid references staff,
  recorded_at timestamptz not null,
  lifted_at timestamptz,
  lifted_by uuid references staff,
  lifted_why text,
  check ((lifted_at is null) = (lifted_why is null))
);
create index legal_hold_by_person on legal_hold (person_id);
select describe('legal_hold', 'Nothing of this person is disposed of while it stands. A death holds by itself; a row of that kind says that a human let go. [personal]',
  'id', 'Made by the application (UUIDv7)', 'person_id', 'Whose record', 'recorded_under', 'Recorded for', 'class', 'Class of record', 'kind', 'Set by hand, or by a death', 'reason', '[personal] Why it is held',
  'recorded_by', 'Who set it', 'recorded_at', 'When', 'lifted_at', 'When it was lifted', 'lifted_by', 'By whom', 'lifted_why', '[personal] Why');

create table disposal_run (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  as_of date not null,
  state text not null check (state in ('listing', 'listed', 'approved', 'running', 'done', 'abandoned')),
  made_by uuid not null references staff,
  made_at timestamptz not null,
  listed_at timestamptz,
  lines integer not null default 0,
  handled integer not null default 0,
  approved_by uuid references staff,
  approved_at timestamptz,
  done_at timestamptz,
  check (approved_by <> made_by),
  check ((approved_by is null) = (state in ('listing', 'listed', 'abandoned')))
);
create index disposal_run_by_organisation on disposal_run (organisation_id, made_at desc);
select describe('disposal_run', 'What is due to go, listed by one member of staff and approved by another, then carried out.',
  'id', 'Made by the application (UUIDv7)', 'organisation_id', 'Whose records', 'as_of', 'Due on this day', 'state', 'Where it stands', 'made_by', 'Who made the list', 'made_at', 'When',
  'listed_at', 'When the list was ready: whoever is recorded about after that is left alone', 'lines', 'Lines in the list', 'handled', 'Lines that were carried out or left',
  'approved_by', 'Who approved it: never who made it', 'approved_at', 'When', 'done_at', 'When it was finished');

create table disposal_line (
  id uuid primary key default uuidv7(),
  run_id uuid not null references disposal_run,
  person_id uuid not null references person,
  recorded_under uuid not null,
  rule text not null,
  classes record_class[] not null,
  last_on date not null,
  due_since date not null,
  row_count integer not null,
  outcome text not null default 'waiting' check (outcome in ('waiting', 'done', 'held', 'no_longer_due')),
  recorded_at timestamptz not null
);
create index disposal_line_by_run on disposal_line (run_id, outcome);
create index disposal_line_by_person on disposal_line (person_id);
select describe('disposal_line', 'One rule and one record in a run: how much is due, since when and why. No names.',
  'id', 'Made by the database (UUIDv7)', 'run_id', 'Of which run', 'person_id', 'Whose record', 'recorded_under', 'Recorded for', 'rule', 'Which rule', 'classes', 'Classes of record it covers',
  'last_on', 'The last day anything happened', 'due_since', 'Due since', 'row_count', 'Rows with words in them', 'outcome', 'What became of it', 'recorded_at', 'When it was listed');

create table disposal_log (
  id uuid primary key default uuidv7(),
  run_id uuid not null references disposal_run,
  organisation_id uuid not null references organisation,
  rule text not null,
  table_name text not null,
  row_count integer not null,
  digest text not null,
  done_at timestamptz not null,
  place bigint generated always as identity,
  chain text not null
);
create unique index disposal_log_place on disposal_log (place);
create index disposal_log_by_run on disposal_log (run_id);
select describe('disposal_log', 'Append-only: proves what went without saying what it was.',
  'id', 'Made by the database (UUIDv7)', 'run_id', 'In which run', 'organisation_id', 'Whose records', 'rule', 'By which rule', 'table_name', 'From which table', 'row_count', 'How many rows',
  'digest', 'SHA-256 of the rows'' ids, in order', 'done_at', 'When', 'place', 'Its place in the log', 'chain', 'SHA-256 over this entry and the one before: an entry that is changed or removed shows');

do $$
declare t text;
begin
  foreach t in array array['legal_hold','disposal_run','disposal_line','disposal_log'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select on %I to throughcare_engine, throughcare_search, throughcare_actor, throughcare_disposal, throughcare_intake', t);
    execute format('create policy keepers_read on %I for select to throughcare_engine, throughcare_search, throughcare_disposal, throughcare_intake using (true)', t);
  end loop;
end $$;
grant insert, update on legal_hold, disposal_run to throughcare_intake;
create policy intake_works on legal_hold to throughcare_intake using (true) with check (true);
create policy intake_works on disposal_run to throughcare_intake using (true) with check (true);
-- A merge moves the lines of a list too.
grant update (person_id) on disposal_line to throughcare_intake;
create policy intake_moves on disposal_line for update to throughcare_intake using (true) with check (true);
grant insert, update on disposal_line to throughcare_disposal;
create policy disposal_lists on disposal_line to throughcare_disposal using (true) with check (true);
grant update (state, listed_at, lines, handled, done_at) on disposal_run to throughcare_disposal;
create policy disposal_moves on disposal_run for update to throughcare_disposal using (true) with check (true);
grant insert on disposal_log to throughcare_disposal;
create policy disposal_appends on disposal_log for insert to throughcare_disposal with check (true);

create policy actor_reads on disposal_run for select to throughcare_actor using (organisation_id = any ((select actor_keeps())::uuid[]));
create policy actor_reads on disposal_line for select to throughcare_actor using (exists (select from disposal_run r where r.id = disposal_line.run_id));
create policy actor_reads on disposal_log for select to throughcare_actor using (organisation_id = any ((select actor_keeps())::uuid[]));
grant insert on disposal_run to throughcare_actor;
grant update (state, approved_by, approved_at) on disposal_run to throughcare_actor;
create policy keeper_lists on disposal_run for insert to throughcare_actor with check (
  organisation_id = any ((select actor_keeps())::uuid[]) and made_by = (select actor_id()) and state = 'listing' and approved_by is null);
-- Approved by a second person, or put aside by anybody who keeps these records.
create policy another_approves on disposal_run for update to throughcare_actor
  using (organisation_id = any ((select actor_keeps())::uuid[]) and state = 'listed')
  with check ((state = 'abandoned' and approved_by is null)
    or (state = 'approved' and approved_by = (select actor_id()) and made_by <> (select actor_id())));

create policy actor_reads on legal_hold for select to throughcare_actor using (
  class = any ((select actor_reads())::record_class[]) and (select actor_role()) = 'team_leader'
  and exists (select from involvement i where i.person_id = legal_hold.person_id));
grant insert on legal_hold to throughcare_actor;
create policy leader_holds on legal_hold for insert to throughcare_actor with check (
  (select actor_role()) = 'team_leader' and recorded_by = (select actor_id()) and recorded_under = person_id and kind = 'hand' and lifted_at is null
  and exists (select from involvement i where i.person_id = legal_hold.person_id and (i.until is null or i.until > (select today()))));

-- Why somebody's records are held; null where nothing holds them. A death holds until a human lets go.
create function hold_on(person uuid) returns text language sql stable security definer set search_path = throughcare, pg_temp as $$
  select coalesce(
    (select 'hand' from legal_hold h where h.person_id = person and h.kind = 'hand' and h.lifted_at is null limit 1),
    (select 'death' from person p where p.id = person and p.date_of_death is not null
      and not exists (select from legal_hold h where h.person_id = person and h.kind = 'death' and h.lifted_at is not null)))
$$;
revoke all on function hold_on from public;
grant execute on function hold_on to throughcare_actor, throughcare_disposal, throughcare_intake;
alter function hold_on owner to throughcare_engine;

-- An expression over the columns of a table, made from the catalogue: `each` has %1$I for the column and %2$s for what a blank one holds.
create function personal_columns(of_table text) returns table (name text, blank text)
language sql stable set search_path = throughcare, pg_temp as $$
  select c.name, case
    when not c.needed then 'null' when c.type in ('text', 'character varying') then $b$''$b$ when c.type = 'jsonb' then $b$'{}'$b$
    when c.type like '%[]' then $b$'{}'$b$ when c.type = 'bytea' then $b$''$b$ else 'null' end
  from person_column c where c.table_name = of_table and c.personal and not c.generated
    -- The measure needs the day; without a name it is nobody's.
    and not (c.table_name = 'person' and c.name = 'date_of_death')
$$;
comment on function personal_columns is 'The columns with words in them, and what each is left with.';
create function has_words(of_table text) returns text
language sql stable set search_path = throughcare, pg_temp as $$
  select coalesce(string_agg(format('t.%I is distinct from %s', name, blank), ' or '), 'false') from personal_columns(of_table)
$$;
comment on function has_words is 'The condition that a row of the table still says something, over `t`.';

-- Days on which anything happened to people: the day it is about, where the table has one, else the day it was recorded.
create function happened() returns text language sql stable set search_path = throughcare, pg_temp as $$
  select string_agg(format('select t.person_id, %s as day, %s as service_id from throughcare.%I t where t.person_id is not null',
    case when t.name = 'episode' then 'greatest(t.end_date, t.treatment_start, t.referral_date)'
      when exists (select from person_column c where c.table_name = t.name and c.name = 'day' and c.type = 'date') then 't.day'
      else 'london_day(t.recorded_at)' end,
    case when exists (select from person_column c where c.table_name = t.name and c.name = 'service_id') then 't.service_id' else 'null::uuid' end, t.name), ' union all ')
  from person_table t
  where t.whose = 'person_id' and t.name not in ('identifier', 'location', 'whereabouts', 'involvement', 'obligation', 'feed_message', 'notice', 'access_request',
      'access_reviewer', 'access_release', 'legal_hold')
    and exists (select from person_column c where c.table_name = t.name and c.name in ('day', 'recorded_at'))
$$;
comment on function happened is 'The query over every table of what happened to whom, on which day, at which service.';

-- What is due to go on a day, of the people whose record an organisation keeps (its service was the last to record anything),
-- one row for each person and rule. Never of somebody in custody, with an open episode, or held.
create function due_for_disposal(organisation uuid, on_day date, rules jsonb)
returns table (person_id uuid, rule text, classes record_class[], last_on date, due_since date, row_count integer)
language plpgsql stable security definer set search_path = throughcare, pg_temp as $$
declare
  worded text := (select string_agg(case when t.name = 'person'
      then format('select coalesce(t.merged_into, t.id) as person_id, ''identity''::record_class as class from person t where %s', has_words(t.name))
      else format('select t.person_id, %s as class from throughcare.%I t where t.person_id is not null and (%s)',
        case when t.classed then 't.class' else '''identity''::record_class' end, t.name, has_words(t.name)) end, ' union all ')
    from person_table t where (t.whose = 'person_id' or t.name = 'person') and has_words(t.name) <> 'false'
      and t.name not like 'access\_%' and t.name not in ('legal_hold', 'restriction', 'lock_out'));
begin
  return query execute format('
    with told as materialized (%s),
    last as (select t.person_id, max(t.day) as day from told t group by 1),
    everybody as (select p.id as person_id, coalesce(l.day, london_day(p.recorded_at)) as day from person p left join last l on l.person_id = p.id where p.merged_into is null),
    keeper as (
      select e.person_id, coalesce(
        (select s.organisation_id from told t join service s on s.id = t.service_id where t.person_id = e.person_id order by t.day desc nulls last, s.id limit 1),
        (select s.organisation_id from movement m join service s on s.establishment_code = m.establishment_code and s.kind = ''recovery''
          where m.person_id = e.person_id order by m.day desc, s.created_at, s.id limit 1)) as organisation_id
      from everybody e),
    worded as (select w.person_id, w.class, count(*)::integer as total from (%s) w group by 1, 2),
    rule as (select r.rule, r.classes::record_class[] as classes, r.years from jsonb_to_recordset($3) as r (rule text, classes text[], years integer))
    select e.person_id, r.rule, r.classes, e.day, (e.day + make_interval(years => r.years))::date, sum(w.total)::integer
    from everybody e join keeper k on k.person_id = e.person_id and k.organisation_id = $1
      join worded w on w.person_id = e.person_id join rule r on w.class = any (r.classes)
    where (e.day + make_interval(years => r.years))::date <= $2 and hold_on(e.person_id) is null
      and not exists (select from episode o where o.person_id = e.person_id and o.end_date is null)
      and not exists (select from whereabouts h where h.person_id = e.person_id
        and h.status in (''in_custody'', ''at_court'', ''in_hospital'', ''temporary_release'', ''in_transit''))
    group by 1, 2, 3, 4, 5', happened(), worded) using organisation, on_day, rules;
end $$;
revoke all on function due_for_disposal from public;
grant execute on function due_for_disposal to throughcare_disposal;
alter function due_for_disposal owner to throughcare_engine;

-- Makes the list of a run.
create function list_disposal(run uuid, rules jsonb, at timestamptz) returns integer
language plpgsql security definer set search_path = throughcare, pg_temp as $$
declare found_lines integer;
begin
  insert into disposal_line (run_id, person_id, recorded_under, rule, classes, last_on, due_since, row_count, recorded_at)
    select r.id, d.person_id, d.person_id, d.rule, d.classes, d.last_on, d.due_since, d.row_count, at
    from disposal_run r, due_for_disposal(r.organisation_id, r.as_of, rules) d where r.id = run and r.state = 'listing';
  get diagnostics found_lines = row_count;
  update disposal_run set state = 'listed', listed_at = at, lines = found_lines where id = run and state = 'listing';
  return found_lines;
end $$;
revoke all on function list_disposal from public;
grant execute on function list_disposal to throughcare_intake;
alter function list_disposal owner to throughcare_disposal;

-- Whether anything was recorded about somebody since a moment, or they are with a service again.
create function is_active_again(person uuid, since timestamptz) returns boolean
language plpgsql stable security definer set search_path = throughcare, pg_temp as $$
declare t record; yes boolean;
begin
  if exists (select from episode o where o.person_id = person and o.end_date is null) then return true; end if;
  for t in select p.name from person_table p where p.whose = 'person_id' and p.name not in ('access_request', 'access_reviewer', 'access_release', 'legal_hold')
      and exists (select from person_column c where c.table_name = p.name and c.name = 'recorded_at') loop
    execute format('select exists (select from throughcare.%I t where t.person_id = $1 and t.recorded_at > $2)', t.name) into yes using person, since;
    if yes then return true; end if;
  end loop;
  return false;
end $$;
revoke all on function is_active_again from public;
grant execute on function is_active_again to throughcare_disposal;
alter function is_active_again owner to throughcare_engine;

create function log_disposal(run disposal_run, rule text, from_table text, ids text[], at timestamptz) returns void
language plpgsql set search_path = throughcare, pg_temp as $$
declare
  hash text := encode(sha256(convert_to(coalesce((select string_agg(i, ',' order by i) from unnest(ids) i), ''), 'UTF8')), 'hex');
  before text;
begin
  if cardinality(ids) = 0 then return; end if;
  perform pg_advisory_xact_lock(7425013);
  before := coalesce((select l.chain from disposal_log l order by l.place desc limit 1), '');
  insert into disposal_log (run_id, organisation_id, rule, table_name, row_count, digest, done_at, chain)
    values (run.id, run.organisation_id, rule, from_table, cardinality(ids), hash, at,
      encode(sha256(convert_to(concat_ws('|', before, run.id, rule, from_table, cardinality(ids), hash, extract(epoch from at)), 'UTF8')), 'hex'));
end $$;
revoke all on function log_disposal from public;
grant execute on function log_disposal to throughcare_disposal;

-- Entries of the log that do not follow from the one before: none, unless somebody changed it beyond the service.
create function broken_disposals() returns bigint
language sql stable security definer set search_path = throughcare, pg_temp as $$
  select count(*) from (
    select l.chain, encode(sha256(convert_to(concat_ws('|', coalesce(lag(l.chain) over (order by l.place), ''), l.run_id, l.rule, l.table_name, l.row_count, l.digest,
      extract(epoch from l.done_at)), 'UTF8')), 'hex') as should from disposal_log l) entry where entry.chain <> entry.should
$$;
revoke all on function broken_disposals from public;
grant execute on function broken_disposals to throughcare_actor, throughcare_intake;
alter function broken_disposals owner to throughcare_disposal;

-- Takes the words out of one record: rows stay, so that what is counted stays countable. With the identity rule goes who it was.
create function dispose_line(line disposal_line, run disposal_run, at timestamptz) returns void
language plpgsql set search_path = throughcare, pg_temp as $$
declare
  t record;
  taken text[];
  blanks text;
begin
  -- Of somebody whose name is kept no longer, whose an episode was stays as it was decided: what it was decided from goes.
  update episode e set match = 'confirmed' where (e.person_id = line.person_id and 'recovery' = any (line.classes))
    or (e.likely_person_id = line.person_id and 'identity' = any (line.classes));
  for t in select p.* from person_table p where p.whose = 'person_id' and p.name not like 'access\_%'
      and p.name not in ('identifier', 'legal_hold', 'restriction', 'lock_out') and (p.classed or 'identity' = any (line.classes)) order by p.name loop
    select string_agg(format('%I = %s', c.name, c.blank), ', ') into blanks from personal_columns(t.name) c;
    continue when blanks is null;
    execute format('with gone as (update throughcare.%I t set %s where t.person_id = $1 and (%s) and (%s) returning t.%I::text as id) select coalesce(array_agg(id), ''{}'') from gone',
      t.name, blanks, has_words(t.name), case when t.classed then 't.class = any ($2)' else '$2 is not null' end, t.key) into taken using line.person_id, line.classes;
    perform log_disposal(run, line.rule, t.name, taken, at);
  end loop;
  if 'identity' = any (line.classes) then
    with gone as (delete from identifier i where i.person_id = line.person_id returning i.id::text)
      select coalesce(array_agg(id), '{}') into taken from gone;
    perform log_disposal(run, line.rule, 'identifier', taken, at);
    select string_agg(format('%I = %s', c.name, c.blank), ', ') into blanks from personal_columns('person') c;
    execute format('with gone as (update person t set %s where t.id = $1 or t.merged_into = $1 returning t.id::text as id) select coalesce(array_agg(id), ''{}'') from gone', blanks)
      into taken using line.person_id;
    perform log_disposal(run, line.rule, 'person', taken, at);
    with gone as (update episode e set given_prison_number = null, given_nhs_number = null, given_initial = null, family_initial = null, date_of_birth = null, sex = null
      where e.likely_person_id = line.person_id returning e.id::text)
      select coalesce(array_agg(id), '{}') into taken from gone;
    perform log_disposal(run, line.rule, 'episode', taken, at);
  end if;
end $$;
revoke all on function dispose_line from public;
grant execute on function dispose_line to throughcare_disposal;

-- Carries out at most so many lines of an approved run; answers how many are left. Whoever is held, or was recorded about since, is left alone.
create function carry_out_disposal(run_id uuid, most integer, at timestamptz) returns integer
language plpgsql security definer set search_path = throughcare, pg_temp as $$
declare
  run disposal_run;
  line disposal_line;
  became text;
  left_over integer;
begin
  update disposal_run r set state = 'running' where r.id = carry_out_disposal.run_id and r.state in ('approved', 'running') returning * into run;
  if not found then return 0; end if;
  for line in select * from disposal_line l where l.run_id = run.id and l.outcome = 'waiting' order by l.person_id, l.id limit most loop
    became := case when hold_on(line.person_id) is not null then 'held'
      when is_active_again(line.person_id, run.listed_at) then 'no_longer_due' else 'done' end;
    if became = 'done' then perform dispose_line(line, run, at); end if;
    update disposal_line set outcome = became where id = line.id;
  end loop;
  select count(*) filter (where l.outcome = 'waiting') into left_over from disposal_line l where l.run_id = run.id;
  update disposal_run r set handled = r.lines - left_over, state = case left_over when 0 then 'done' else 'running' end,
    done_at = case left_over when 0 then at end where r.id = run.id;
  return left_over;
end $$;
revoke all on function carry_out_disposal from public;
grant execute on function carry_out_disposal to throughcare_intake;
alter function carry_out_disposal owner to throughcare_disposal;

-- What a keeper sees of those who are held: how many, and why in a word; no names and no reasons.
create function held_records(organisation uuid) returns table (kind text, total bigint)
language plpgsql stable security definer set search_path = throughcare, pg_temp as $$
begin
  if organisation <> all (actor_keeps()) then return; end if;
  return query
    select held.kind, count(*) from (
      select hold_on(p.id) as kind from person p where p.merged_into is null and (p.date_of_death is not null or exists (select from legal_hold h where h.person_id = p.id and h.lifted_at is null))
        and exists (select from episode e join service s on s.id = e.service_id where e.person_id = p.id and s.organisation_id = organisation)) held
    where held.kind is not null group by 1;
end $$;
revoke all on function held_records from public;
grant execute on function held_records to throughcare_actor;
alter function held_records owner to throughcare_engine;

-- Lifts what holds somebody's records, with why: a team leader who works with them, or of an organisation that treated them.
create function lift_hold(new_id uuid, person uuid, why text, at timestamptz) returns boolean
language plpgsql security definer set search_path = throughcare, pg_temp as $$
declare held text := hold_on(person);
begin
  if held is null or actor_role() is distinct from 'team_leader' or person = any (actor_barred()) or not (actor_sees(person)
      or exists (select from episode e join service s on s.id = e.service_id where e.person_id = person and s.organisation_id = any (actor_keeps()))) then
    return false;
  end if;
  if held = 'hand' then
    update legal_hold h set lifted_at = at, lifted_by = actor_id(), lifted_why = why where h.person_id = person and h.kind = 'hand' and h.lifted_at is null;
  else
    insert into legal_hold (id, person_id, recorded_under, kind, reason, recorded_by, recorded_at, lifted_at, lifted_by, lifted_why)
      values (new_id, person, person, 'death', 'They have died', actor_id(), at, at, actor_id(), why);
  end if;
  return true;
end $$;
revoke all on function lift_hold from public;
grant execute on function lift_hold to throughcare_actor;
alter function lift_hold owner to throughcare_intake;

-- Opens every table of a person to the disposal, for people of a run that is under way alone. Run after each migration, so that no new table is forgotten.
create function open_to_disposal() returns void language plpgsql set search_path = throughcare, pg_temp as $$
declare
  t record;
  columns text;
begin
  for t in select * from person_table p where p.name not like 'access\_%' and p.name <> 'legal_hold' loop
    execute format('grant select on %I to throughcare_disposal', t.name);
    select string_agg(format('%I', c.name), ', ') into columns from personal_columns(t.name) c;
    if columns is not null then execute format('grant update (%s) on %I to throughcare_disposal', columns, t.name); end if;
    if not exists (select from pg_policy p where p.polrelid = t.name::regclass and p.polname = 'disposal_works') then
      execute format('create policy disposal_works on %1$I to throughcare_disposal using (exists (select from disposal_line l join disposal_run r on r.id = l.run_id
        where r.state = ''running'' and l.outcome = ''waiting'' and (l.person_id = %1$I.%2$I %3$s))) with check (true)', t.name,
        t.whose, case t.name when 'person' then 'or l.person_id = person.merged_into' when 'episode' then 'or l.person_id = episode.likely_person_id' else '' end);
    end if;
  end loop;
  grant delete on identifier to throughcare_disposal;
  grant update (match) on episode to throughcare_disposal;
end $$;
revoke all on function open_to_disposal from public;
grant execute on function has_words(text), personal_columns(text), happened() to throughcare_disposal, throughcare_engine;
select open_to_disposal();
