set search_path = throughcare, public;

-- What an actor may is worked out once, when their transaction begins, and kept in settings of that transaction. Each
-- setting carries a hash made with a number that only these functions can read (the last value of a sequence in this
-- session), so a setting that anybody else wrote is refused. Policies then cost microseconds, not a lookup each.
create unlogged sequence acting_number as bigint;
revoke all on sequence acting_number from public;
-- To a role that no login may become: whoever can read the number can make a mark.
grant select, update on sequence acting_number to throughcare_engine;
comment on sequence acting_number is 'The number of this session under which it keeps what its actor may; never read twice the same.';

create function acting_mark(piece text, held text) returns text language sql volatile
return encode(sha256(convert_to(piece || ':' || currval('throughcare.acting_number'::regclass)::text || ':' || held, 'UTF8')), 'hex');
revoke all on function acting_mark from public;
grant execute on function acting_mark to throughcare_engine;

-- Null where nobody acts. One piece alone cannot be taken away: without the list of who is closed, nobody would be.
create function acting_nothing() returns text language plpgsql stable set search_path = throughcare, pg_temp as $$
begin
  if exists (select from unnest(array['member', 'member_role', 'services', 'team_services', 'open_services', 'named_services', 'reads', 'writes', 'raises',
      'establishments', 'keeps', 'covers', 'opened', 'locked_out', 'barred']) piece where coalesce(current_setting('throughcare.' || piece, true), '') <> '') then
    raise exception 'what this actor may was not worked out by the database' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;

-- One piece of what the actor may, as text; null where nobody acts.
create function acting(piece text) returns text language plpgsql stable security definer set search_path = throughcare, pg_temp as $$
declare held text := current_setting('throughcare.' || piece, true);
begin
  if held is null or held = '' then return acting_nothing(); end if;
  if acting_mark(piece, held) is distinct from current_setting('throughcare.' || piece || '_mark', true) then
    raise exception 'what this actor may was not worked out by the database' using errcode = 'insufficient_privilege';
  end if;
  return held;
end $$;

-- Whose records are open through a cover for leave.
create function covers_of(member uuid, member_role staff_role, theirs uuid[], day date) returns uuid[]
language sql stable security definer set search_path = throughcare, pg_temp as $$
  select coalesce(array_agg(c.person_id), '{}')
  from cover c join staff_leave l on l.id = c.leave_id join allocation a on a.id = c.allocation_id
  where c.staff_id = member and c.as_role = member_role and c.service_id = any (theirs)
    and greatest(c.from_day, l.from_day, a.from_day) <= day and least(l.returns_on, c.to_day, a.to_day) > day
$$;
revoke all on function covers_of from public;
grant execute on function covers_of to throughcare_engine;

-- Who is closed to a member of staff: restricted people whom they are not named for, and those they are locked out of.
create function barred_from(member uuid) returns uuid[] language sql stable security definer set search_path = throughcare, pg_temp as $$
  select coalesce(array_agg(person_id), '{}') from (
    select r.person_id from restriction r
    where not exists (select from restricted_access a where a.person_id = r.person_id and a.staff_id = member)
    union all
    select l.person_id from lock_out l where l.staff_id = member
  ) barred
$$;
revoke all on function barred_from from public;
grant execute on function barred_from to throughcare_engine;

-- Whether any of these people are, or ever were, with any of these services.
create function closed_among(people uuid[], services uuid[]) returns boolean language sql stable security definer set search_path = throughcare, pg_temp as $$
  select exists (select from involvement i where i.person_id = any (people) and i.service_id = any (services))
$$;
revoke all on function closed_among from public;
grant execute on function closed_among to throughcare_engine;

create function work_out_rights(member uuid, member_role staff_role, day date, moment timestamptz) returns void
language plpgsql volatile security definer set search_path = throughcare, pg_temp as $$
declare
  theirs uuid[];
  reach text;
  rights record;
  barred uuid[] := barred_from(member);
  opened uuid[];
  guarded boolean;
begin
  perform setval('throughcare.acting_number', ('x' || encode(substr(uuid_send(gen_random_uuid()), 9), 'hex'))::bit(64)::bigint & 9223372036854775806 | 1);
  select coalesce(array_agg(m.service_id), '{}') into theirs
  from membership m join staff s on s.id = m.staff_id and s.active
  where m.staff_id = member and m.role = member_role and m.from_day <= day and (m.to_day is null or m.to_day >= day);
  select scope into reach from role_scope where role = member_role;
  select coalesce(array_agg(class) filter (where may_read), '{}') as reads, coalesce(array_agg(class) filter (where may_write), '{}') as writes,
    coalesce(array_agg(class) filter (where may_write or may_raise), '{}') as raises into rights
  from class_right where role = member_role and theirs <> '{}';
  select coalesce(array_agg(g.person_id), '{}') into opened from glass g
  where g.staff_id = member and g.closes_at > moment and g.opened_at <= moment and g.closed_at is null and g.role = member_role
    and g.person_id <> all (barred) and theirs <> '{}';
  guarded := barred <> '{}' and closed_among(barred, theirs);
  perform set_config('throughcare.guarded', case when guarded then 'yes' else '' end, true);
  perform set_config('throughcare.' || piece, coalesce(held, ''), true), set_config('throughcare.' || piece || '_mark', coalesce(acting_mark(piece, held), ''), true)
  from (values
    ('member', member::text),
    ('member_role', member_role::text),
    ('services', theirs::text),
    ('team_services', case when reach = 'team' then theirs::text else '{}' end),
    ('open_services', case when reach = 'team' and not guarded then theirs::text else '{}' end),
    ('named_services', case when reach = 'theirs' then theirs::text else '{}' end),
    ('reads', rights.reads::text), ('writes', rights.writes::text), ('raises', rights.raises::text),
    ('establishments', (select coalesce(array_agg(establishment_code), '{}')::text from service
      where reach = 'team' and id = any (theirs) and establishment_code is not null)),
    ('keeps', (select coalesce(array_agg(distinct organisation_id), '{}')::text from service
      where id = any (theirs) and member_role in ('team_leader', 'administrator'))),
    ('covers', case when reach = 'theirs' then covers_of(member, member_role, theirs, day)::text else '{}' end),
    ('opened', opened::text),
    ('locked_out', (select coalesce(array_agg(person_id), '{}')::text from lock_out where staff_id = member)),
    -- A long list is looked up where it is asked for.
    ('barred', case when cardinality(barred) <= 64 then barred::text else 'many' end)) as worked_out (piece, held);
end $$;
revoke all on function work_out_rights from public;
grant execute on function work_out_rights to throughcare_actor;

-- Begins a transaction as a member of staff in one role, on a day and at a moment that the application says.
create function act_as(member uuid, member_role staff_role, day date, moment timestamptz) returns void language plpgsql as $$
begin
  perform set_config('role', 'throughcare_actor', true), set_config('throughcare.today', day::text, true), set_config('throughcare.now', moment::text, true);
  perform throughcare.work_out_rights(member, member_role, day, moment);
end $$;
grant usage on schema throughcare to throughcare_web, throughcare_work;
comment on function act_as is 'The first statement of every transaction of a member of staff; the database works out what they may.';

-- The two that every policy asks, without a step between.
create function acting_reads() returns record_class[] language plpgsql stable security definer set search_path = throughcare, pg_temp as $$
declare held text := current_setting('throughcare.reads', true);
begin
  if held is null or held = '' then return '{}'; end if;
  if acting_mark('reads', held) is distinct from current_setting('throughcare.reads_mark', true) then perform acting('reads'); end if;
  return held;
end $$;
-- The services of a team among whose people nobody is closed to the actor; none where anybody is. Then each person is held against the list.
create function actor_open_services() returns uuid[] language plpgsql stable security definer set search_path = throughcare, pg_temp as $$
declare held text := current_setting('throughcare.open_services', true);
begin
  if held is null or held = '' then return '{}'; end if;
  if acting_mark('open_services', held) is distinct from current_setting('throughcare.open_services_mark', true) then perform acting('open_services'); end if;
  return held;
end $$;
create function acting_barred() returns uuid[] language plpgsql stable security definer set search_path = throughcare, pg_temp as $$
declare held text := acting('barred');
begin
  if held = 'many' then return barred_from(acting('member')::uuid); end if;
  return coalesce(held::uuid[], '{}');
end $$;
alter function acting owner to throughcare_engine;
alter function acting_reads owner to throughcare_engine;
alter function acting_barred owner to throughcare_engine;
alter function actor_open_services owner to throughcare_engine;
alter function barred_from owner to throughcare_engine;
alter function work_out_rights owner to throughcare_engine;
alter function covers_of owner to throughcare_engine;
alter function closed_among owner to throughcare_engine;

create or replace function actor_id() returns uuid language sql stable return acting('member')::uuid;
create or replace function actor_role() returns staff_role language sql stable return acting('member_role')::staff_role;

set local role throughcare_auth;
create or replace function actor_services() returns uuid[] language sql stable return coalesce(acting('services')::uuid[], '{}');
create or replace function actor_team_services() returns uuid[] language sql stable return coalesce(acting('team_services')::uuid[], '{}');
create or replace function actor_named_services() returns uuid[] language sql stable return coalesce(acting('named_services')::uuid[], '{}');
create or replace function actor_reads() returns record_class[] language sql stable return acting_reads();
create or replace function actor_writes() returns record_class[] language sql stable return coalesce(acting('writes')::record_class[], '{}');
create or replace function actor_raises() returns record_class[] language sql stable return coalesce(acting('raises')::record_class[], '{}');
create or replace function actor_establishments() returns text[] language sql stable return coalesce(acting('establishments')::text[], '{}');
create or replace function actor_keeps() returns uuid[] language sql stable return coalesce(acting('keeps')::uuid[], '{}');
create or replace function actor_locked_out() returns uuid[] language sql stable return coalesce(acting('locked_out')::uuid[], '{}');
create or replace function actor_glass() returns uuid[] language sql stable return coalesce(acting('opened')::uuid[], '{}');
create or replace function actor_barred() returns uuid[] language sql stable return acting_barred();
set local role throughcare_engine;
create or replace function actor_covers() returns uuid[] language sql stable return coalesce(acting('covers')::uuid[], '{}');
set local role throughcare_owner;

-- What is rare is asked last, and in one call: whether the record is open to the actor through broken glass, or they made it in this very transaction.
create function made_by_actor(person uuid) returns boolean language plpgsql stable security definer set search_path = throughcare, pg_temp as $$
begin
  return exists (select from throughcare.person p where p.id = person and p.created_by = throughcare.actor_id() and p.created_in = pg_current_xact_id_if_assigned());
end $$;
alter function made_by_actor owner to throughcare_engine;
create function actor_opened(person uuid) returns boolean language plpgsql stable as $$
begin
  return coalesce(current_setting('throughcare.opened', true), '') <> '{}' and person = any (throughcare.actor_glass());
end $$;
create function actor_opened_or_made(person uuid) returns boolean language plpgsql stable as $$
begin
  if coalesce(current_setting('throughcare.opened', true), '') <> '{}' and person = any (throughcare.actor_glass()) then return true; end if;
  return pg_current_xact_id_if_assigned() is not null and throughcare.made_by_actor(person);
end $$;
-- Whether somebody is involved by name: who works with the person, or covers for who does.
create function involved_by_name(ground text, member uuid, service uuid, person uuid, since date, until date, lapses_on date) returns boolean language plpgsql stable as $$
begin
  return member = throughcare.actor_id() and person <> all (throughcare.actor_barred()) and case ground
    when 'named' then service = any (throughcare.actor_named_services()) and since <= throughcare.today()
      and (until is null or until >= throughcare.today() - 28) and (lapses_on is null or lapses_on >= throughcare.today())
    else person = any (throughcare.actor_covers()) end;
end $$;

-- What only some kinds of fact ask: whether somebody is with a team that reads what they leave with, or was sent on for direct care.
create function reads_what_they_leave_with(person uuid, recorded timestamptz) returns boolean language plpgsql stable as $$
begin
  return throughcare.actor_role() in ('recovery_worker', 'coordinator', 'team_leader') and exists (select from throughcare.involvement i
    where i.person_id = person and i.classes is null and case when recorded is null then i.until is null or i.until >= throughcare.today()
      else i.until is null or recorded <= throughcare.read_up_to(i.until, i.until_at) end);
end $$;

-- Whom the rule of the policies below asks about is found in the index alone.
drop index involvement_once;
create unique index involvement_once on involvement (person_id, service_id, ground, coalesce(staff_id, '00000000-0000-0000-0000-000000000000'::uuid), coalesce(lapses_on, 'infinity'::date))
  include (since, until, until_at, classes, staff_id, lapses_on);

-- One policy a table decides who reads it: the fewer parts a policy has, the less each statement costs.
drop policy actor_reads on involvement;
drop policy actor_covers on involvement;
create policy actor_reads on involvement for select to throughcare_actor using (
  (ground <> 'named' and since <= (select today())
    and (least(until + 28, lapses_on) is null or least(until + 28, lapses_on) >= today())
    and (service_id = any ((select actor_open_services())::uuid[])
      or (coalesce(current_setting('throughcare.guarded', true), '') <> '' and service_id = any ((select actor_team_services())::uuid[])
        and person_id <> all ((select actor_barred())::uuid[]))))
  or (ground in ('named', 'cover') and involved_by_name(ground, staff_id, service_id, person_id, since, until, lapses_on)));

drop policy actor_reads on person;
drop policy glass_reads on person;
create policy actor_reads on person for select to throughcare_actor using (
  'identity' = any ((select actor_reads())::record_class[]) and (exists (select from involvement i where i.person_id = person.id)
    or actor_opened(id) or (created_in = pg_current_xact_id_if_assigned() and created_by = actor_id())));

do $$
declare
  t text;
  up_to text := 'i.until is null or %1$I.recorded_at <= read_up_to(i.until, i.until_at)';
  shared text := 'i.classes is null or %1$I.class = any (i.classes) or %1$I.service_id = i.service_id';
  involved text := 'exists (select from involvement i where i.person_id = %1$I.person_id and (';
  reads text := 'create policy actor_reads on %1$I for select to throughcare_actor using (class = any ((select actor_reads())::record_class[]) and (';
  rare text := ') or actor_opened_or_made(person_id)';
begin
  foreach t in array array['agreed_summary', 'allocation', 'assessment_section', 'complexity', 'contact', 'contact_change', 'contact_details', 'episode', 'fact',
      'handover', 'handover_offer', 'identifier', 'intervention', 'legal_status', 'location', 'movement', 'note', 'obligation', 'plan_goal', 'plan_step',
      'recovery_plan', 'release_date', 'safety_flag', 'sharing_basis', 'whereabouts'] loop
    execute format('drop policy actor_reads on %I', t);
    execute format('drop policy glass_reads on %I', t);
  end loop;
  drop policy reads_for_direct_care on fact;
  drop policy reads_medicines_for_release on fact;
  drop policy reads_medicines_for_release on obligation;
  drop policy own_prison_reads on movement;

  foreach t in array array['agreed_summary', 'allocation', 'assessment_section', 'complexity', 'contact', 'contact_change', 'contact_details', 'episode',
      'handover', 'intervention', 'note', 'plan_goal', 'plan_step', 'recovery_plan', 'release_date', 'safety_flag'] loop
    execute format(reads || involved || up_to || ') and (' || shared || ')' || rare || '))', t);
  end loop;
  execute format(reads || involved || up_to || ') and (i.classes is null or %1$I.class = any (i.classes))' || rare || '))', 'legal_status');
  execute format(reads || involved || up_to || ') and (i.classes is null or %1$I.service_id = i.service_id or %1$I.to_service_id = i.service_id)' || rare || '))', 'sharing_basis');
  execute format(reads || involved || 'i.until is null or %1$I.sent_at <= read_up_to(i.until, i.until_at)) and (i.classes is null or %1$I.service_id = i.service_id
    or (%1$I.to_service_id = i.service_id and i.ground in (''offer'', ''direct_care'')))' || rare || '))', 'handover_offer');
  -- Of clinical records: what somebody leaves with is read by the recovery team of the prison, and whoever was sent the hand-over for direct care.
  execute format('create policy actor_reads on %1$I for select to throughcare_actor using ((class = any ((select actor_reads())::record_class[]) and ('
    || involved || up_to || ') and (' || shared || ' or (i.ground = ''direct_care'' and %1$I.class = ''clinical''
      and %1$I.kind in (''medicines_bridge'', ''medicines_confirmed'', ''naloxone_issued'')))' || rare || '))
    or (kind in (''medicines_bridge'', ''naloxone_issued'') and class = ''clinical'' and reads_what_they_leave_with(person_id, recorded_at)))', 'fact');
  execute format('create policy actor_reads on %1$I for select to throughcare_actor using ((class = any ((select actor_reads())::record_class[]) and ('
    || involved || 'i.until is null or i.until >= today()) and (' || shared || ')) or actor_opened(person_id)))
    or (standard in (''medicines_bridge'', ''naloxone_in_hand'') and class = ''clinical'' and reads_what_they_leave_with(person_id, null)))', 'obligation');
  -- What a prison's own messages said is told of late, and undone late: also after they have left it.
  execute format(reads || involved || '((' || up_to || ') and (' || shared || ')) or ((i.until is null or %1$I.day <= i.until) and %1$I.establishment_code = any (actor_establishments())))' || rare || '))', 'movement');

  foreach t in array array['identifier', 'whereabouts', 'location'] loop
    execute format('create policy actor_reads on %1$I for select to throughcare_actor using (''identity'' = any ((select actor_reads())::record_class[]) and ('
      || involved || case t when 'identifier' then up_to else 'i.until is null or i.until >= today()' end || ')' || rare || '))', t);
  end loop;
end $$;
