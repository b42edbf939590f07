set search_path = throughcare, public;

-- Connect: who asks to be involved is answered by whoever holds the record, on a recorded basis or with a reason.
create table involvement_request (
  id uuid primary key,
  person_id uuid not null references person,
  recorded_under uuid not null,
  class record_class not null default 'identity' check (class = 'identity'),
  service_id uuid not null references service,
  from_service_id uuid not null references service,
  asked_by uuid not null references staff,
  words text not null,
  recorded_at timestamptz not null,
  answer text check (answer in ('involved', 'declined')),
  answered_at timestamptz,
  answered_by uuid references staff,
  answer_words text,
  basis_id uuid references sharing_basis,
  check ((answer is null) = (answered_at is null)),
  check ((answer is not distinct from 'involved') = (basis_id is not null)),
  check (answer is distinct from 'declined' or answer_words is not null)
);
create index involvement_request_by_person on involvement_request (person_id, recorded_at desc);
select describe('involvement_request', 'A service that knows a number and a date of birth asks to be involved with somebody whom it may not see. [personal]',
  'id', 'Made by the application (UUIDv7)', 'person_id', 'With whom', 'recorded_under', 'Recorded for', 'class', 'Class of record', 'service_id', 'The service that was told of it',
  'from_service_id', 'Which service asks', 'asked_by', 'Who asks', 'words', '[personal] Why', 'recorded_at', 'When', 'answer', 'Involved, or declined with a reason',
  'answered_at', 'When', 'answered_by', 'By whom', 'answer_words', '[personal] The reason of a refusal', 'basis_id', 'On which basis they were involved');
alter table involvement_request enable row level security;
alter table involvement_request force row level security;
grant select on involvement_request to throughcare_engine, throughcare_search;
create policy engine_reads on involvement_request for select to throughcare_engine, throughcare_search using (true);
grant select, insert, update on involvement_request to throughcare_intake;
create policy intake_works on involvement_request to throughcare_intake using (true) with check (true);
grant select, update (answer, answered_at, answered_by, answer_words, basis_id) on involvement_request to throughcare_actor;
do $$
declare holds text := 'class = any ((select %s())::record_class[]) and ''sharing'' = any ((select actor_writes())::record_class[])
  and exists (select from involvement i where i.person_id = involvement_request.person_id and i.classes is null and (i.until is null or i.until > (select today())))';
begin
  execute 'create policy holder_reads on involvement_request for select to throughcare_actor using (' || format(holds, 'actor_reads') || ')';
  execute 'create policy holder_answers on involvement_request for update to throughcare_actor using (answer is null and ' || format(holds, 'actor_reads') || ')
    with check (answer is not null and answered_by = (select actor_id()))';
end $$;

alter table notice add column subject_id uuid;
select describe('notice', 'Something a service is told privately, before they open the record. [personal]',
  'subject_id', 'What is to be answered: an asking to be involved');
do $$
declare kinds text := (select pg_get_constraintdef(oid) from pg_constraint where conrelid = 'notice'::regclass and conname = 'notice_kind_check');
begin
  alter table notice drop constraint notice_kind_check;
  execute 'alter table notice add constraint notice_kind_check ' || replace(kinds, '])', ', ''connect_answered''::text])');
end $$;

-- Whether anybody works with somebody now, by an exact number and date of birth: else whoever knows them may take up their care.
create function held_now(number text, birth date) returns boolean
language sql stable security definer set search_path = throughcare, pg_temp as $$
  select exists (select from find_holder(number, birth) h join involvement i on i.person_id = h.person_id
    where (i.until is null or i.until > today()) and (i.lapses_on is null or i.lapses_on >= today()) and (i.classes is null or i.ground = 'episode'))
$$;
revoke all on function held_now from public;
grant execute on function held_now to throughcare_actor, throughcare_intake;
alter function held_now owner to throughcare_search;

-- Asks whoever holds a record, found as find_holder finds it, to involve the actor's service; the notice leads to the answer.
create function ask_to_be_involved(request uuid, notice uuid, number text, birth date, from_service uuid, words text, told text, at timestamptz) returns void
language plpgsql security definer set search_path = throughcare, pg_temp as $$
begin
  if from_service <> all (actor_services()) then
    raise exception 'no such service' using errcode = 'no_data_found';
  end if;
  insert into involvement_request (id, person_id, recorded_under, service_id, from_service_id, asked_by, words, recorded_at)
  select request, h.person_id, h.person_id, h.service_id, from_service, actor_id(), ask_to_be_involved.words, at
  from find_holder(number, birth) h where h.service_id is not null;
  insert into notice (id, person_id, recorded_under, service_id, kind, words, recorded_at, subject_id)
  select notice, r.person_id, r.person_id, r.service_id, 'connect', told, at, r.id from involvement_request r where r.id = request;
end $$;
revoke all on function ask_to_be_involved from public;
grant execute on function ask_to_be_involved to throughcare_actor;
alter function ask_to_be_involved owner to throughcare_intake;

-- Tells who asked what was answered, by whoever answered it in this very transaction.
create function tell_asker(notice uuid, request uuid, words text, at timestamptz) returns void
language plpgsql security definer set search_path = throughcare, pg_temp as $$
begin
  insert into notice (id, person_id, recorded_under, service_id, kind, words, recorded_at)
  select notice, r.person_id, r.person_id, r.from_service_id, 'connect_answered', tell_asker.words, at
  from involvement_request r where r.id = request and r.answered_by = actor_id() and r.answered_at = at;
end $$;
revoke all on function tell_asker from public;
grant execute on function tell_asker to throughcare_actor;
alter function tell_asker owner to throughcare_intake;

-- What derivation will find again before the commit: that a service has an episode of somebody since today.
create function involve_by_episode(person uuid, service uuid) returns void
language sql security definer set search_path = throughcare, pg_temp as $$
  insert into involvement (person_id, ground, service_id, since, classes) values (person, 'episode', service, today(), '{identity,safety}')
  on conflict do nothing
$$;
revoke all on function involve_by_episode from public;
grant execute on function involve_by_episode to throughcare_intake;
alter function involve_by_episode owner to throughcare_engine;

-- The care of somebody with whom no team works now is taken up by a service that knows their number, date of birth and family name:
-- an episode of its own, and nothing of what others recorded. Answers with the person; null where that does not fit.
create function take_up(episode uuid, number text, birth date, family text, as_service uuid, at timestamptz) returns uuid
language plpgsql security definer set search_path = throughcare, pg_temp as $$
declare
  who uuid;
begin
  select p.id into who from find_holder(number, birth) h join person p on p.id = h.person_id
    where not h.restricted and p.date_of_death is null and plain_words(p.family_name) = plain_words(family)
      and not held_now(number, birth) and 'identity' = any (actor_writes()) and as_service = any (actor_team_services())
      and exists (select from service s where s.id = as_service and s.registered);
  if who is null then return null; end if;
  insert into episode (id, person_id, recorded_under, service_id, setting, local_id, referral_source, referral_date, match, recorded_by, recorded_at)
    select episode, who, who, s.id, s.setting, episode::text, 'other', today(), 'recorded', actor_id(), at from service s where s.id = as_service;
  perform involve_by_episode(who, as_service);
  return who;
end $$;
revoke all on function take_up from public;
grant execute on function take_up to throughcare_actor;
alter function take_up owner to throughcare_intake;

-- Trying to take somebody up counts as asking to connect.
grant create on schema throughcare to throughcare_audit_read;
set local role throughcare_audit_read;
create or replace function connects_since(moment timestamptz) returns integer
language sql stable security definer set search_path = throughcare, pg_temp as $$
  select count(*)::integer from audit_event where staff_id = actor_id() and action in ('connect', 'take_up') and at > moment
$$;
set local role throughcare_owner;
revoke create on schema throughcare from throughcare_audit_read;

-- Who can see somebody's record now, for the person to be told: services, and staff who are named for them.
create function who_sees(person uuid) returns table (service text, kind text, setting care_setting, ground text, role staff_role, name text,
  classes record_class[], until date)
language sql stable security definer set search_path = throughcare, pg_temp as $$
  select s.name, s.kind, s.setting, i.ground, a.as_role, f.full_name, i.classes, coalesce(i.lapses_on, i.until)
  from involvement i join service s on s.id = i.service_id left join staff f on f.id = i.staff_id
    left join lateral (select a.as_role from allocation a where i.ground = 'named' and a.person_id = i.person_id and a.service_id = i.service_id
      and a.staff_id = i.staff_id order by a.from_day desc limit 1) a on true
  where i.person_id = who_sees.person and actor_sees(who_sees.person) and 'sharing' = any (actor_writes())
    and i.since <= today() and (i.until is null or i.until >= today() - 28) and (i.lapses_on is null or i.lapses_on >= today())
  order by i.ground, s.name, f.full_name limit 200
$$;
revoke all on function who_sees from public;
grant execute on function who_sees to throughcare_actor;
alter function who_sees owner to throughcare_engine;

-- A few sentences that somebody agreed with their worker, for those who are named for them and read no record.
create table agreed_summary (
  id uuid primary key,
  person_id uuid not null references person,
  recorded_under uuid not null,
  class record_class not null default 'recovery' check (class = 'recovery'),
  service_id uuid not null references service,
  words text not null,
  day date not null,
  recorded_by uuid references staff,
  recorded_at timestamptz not null
);
create index agreed_summary_by_person on agreed_summary (person_id, recorded_at desc);
select describe('agreed_summary', 'A few sentences about how somebody is doing that they agreed with their worker; the newest stands. [personal]',
  'id', 'Made by the application (UUIDv7)', 'person_id', 'About whom', 'recorded_under', 'Recorded for', 'class', 'Class of record', 'service_id', 'By which service',
  'words', '[personal] The sentences', 'day', 'The day they agreed them', 'recorded_by', 'Who wrote it', 'recorded_at', 'When');
alter table agreed_summary enable row level security;
alter table agreed_summary force row level security;
grant select on agreed_summary to throughcare_engine, throughcare_search;
create policy engine_reads on agreed_summary for select to throughcare_engine, throughcare_search using (true);
grant select, insert, update on agreed_summary to throughcare_intake;
create policy intake_works on agreed_summary to throughcare_intake using (true) with check (true);
grant select, insert on agreed_summary to throughcare_actor;
create policy actor_reads on agreed_summary for select to throughcare_actor using (
  class = any ((select actor_reads())::record_class[]) and exists (select from involvement i where i.person_id = agreed_summary.person_id
    and (i.until is null or agreed_summary.recorded_at <= read_up_to(i.until, i.until_at))
    and (i.classes is null or agreed_summary.class = any (i.classes) or agreed_summary.service_id = i.service_id)));
create policy glass_reads on agreed_summary for select to throughcare_actor using (
  class = any ((select actor_reads())::record_class[]) and person_id = any ((select actor_glass())::uuid[]));
create policy actor_adds on agreed_summary for insert to throughcare_actor with check (
  class = any ((select actor_writes())::record_class[]) and service_id = any ((select actor_services())::uuid[]) and recorded_by = (select actor_id())
  and recorded_under = person_id
  and exists (select from involvement i where i.person_id = agreed_summary.person_id and (i.until is null or i.until > (select today())) and i.classes is null));

-- Whether the register lets one of the actor's services read the summary today, for key work or for supervision.
create function summary_is_agreed(person uuid) returns boolean
language sql stable security definer set search_path = throughcare, pg_temp as $$
  select exists (
    select from (
      select distinct on (b.to_service_id, b.purpose, b.basis) b.state, b.parts, b.until_day from sharing_basis b
      where b.person_id = person and b.to_service_id = any (actor_named_services()) and b.purpose in ('supervision', 'key_work')
      order by b.to_service_id, b.purpose, b.basis, b.recorded_at desc, b.id desc) newest
    where newest.state = 'given' and 'summary' = any (newest.parts) and (newest.until_day is null or newest.until_day >= today()))
$$;
revoke all on function summary_is_agreed from public;
grant execute on function summary_is_agreed to throughcare_actor;
alter function summary_is_agreed owner to throughcare_engine;
create policy named_read on agreed_summary for select to throughcare_actor using (
  (select actor_role()) in ('key_worker', 'key_work_champion', 'offender_manager', 'probation', 'court_team')
  and exists (select from involvement i where i.person_id = agreed_summary.person_id and i.ground = 'named' and (i.until is null or i.until >= (select today())))
  and summary_is_agreed(person_id));

-- Who has looked is said by name where the person asks: the audit's readers read names of staff, whose table has policies of its own.
do $$
declare t text;
begin
  foreach t in array array['staff', 'membership'] loop
    if not exists (select from pg_policies where schemaname = 'throughcare' and tablename = t and 'throughcare_audit_read' = any (roles)) then
      execute format('create policy audit_reads on %I for select to throughcare_audit_read using (true)', t);
    end if;
  end loop;
end $$;
