set search_path = throughcare, public;

-- Locks people in id order for this transaction, if the actor works with them (or it is the intake); says which.
-- Only an actor's lock is written down: the intake may have anybody derived, and locks thousands at a time.
create function lock_people(ids uuid[]) returns setof uuid language plpgsql security definer set search_path = throughcare, pg_temp as $$
begin
  if current_setting('role') = 'throughcare_intake' then
    return query select q.id from person q where q.id = any (ids) and q.merged_into is null order by q.id for update;
    return;
  end if;
  return query
    update person p set locked_in = pg_current_xact_id()
    from (select q.id from person q where q.id = any (ids) and q.merged_into is null
          and (current_setting('role') <> 'throughcare_actor' or actor_sees(q.id)) order by q.id for update) found
    where p.id = found.id
    returning p.id;
end $$;
grant update (locked_in) on person to throughcare_engine;
create policy engine_locks on person for update to throughcare_engine using (true) with check (true);
revoke all on function lock_people from public;
grant execute on function lock_people to throughcare_actor, throughcare_intake, throughcare_worker;
alter function lock_people owner to throughcare_engine;

-- An actor may have derived only the people that this very transaction has locked.
create function derivable(ids uuid[]) returns uuid[] language sql stable security definer set search_path = throughcare, pg_temp as $$
  select coalesce(array_agg(p.id order by p.id), '{}') from person p
  where p.id = any (ids) and p.merged_into is null
    and (current_setting('role') <> 'throughcare_actor' or p.locked_in = pg_current_xact_id_if_assigned())
$$;
revoke all on function derivable from public;

create function epoch_day(d date) returns integer language sql immutable parallel safe return d - date '1970-01-01';
create function epoch_milliseconds(t timestamptz) returns bigint language sql stable parallel safe return (extract(epoch from t) * 1000)::bigint;
create function london_day(t timestamptz) returns date language sql stable parallel safe return (t at time zone 'Europe/London')::date;

-- Everything the engine may know, one row a person: facts of every class without a word of narrative.
create function engine_facts(ids uuid[]) returns table (person_id uuid, facts json, dates json, ties json, seen json, died_on integer, digest text)
language sql stable security definer set search_path = throughcare, pg_temp as $$
  with wanted as materialized (select unnest(derivable(ids)) as id),
  told as (
    select m.person_id, json_build_object('kind', 'movement', 'id', m.id, 'day', epoch_day(m.day), 'at', epoch_milliseconds(m.at),
        'serviceId', m.service_id, 'movement', m.type, 'establishment', m.establishment_code, 'unplanned', m.unplanned, 'reasonKnown', m.reason_known,
        'reason', m.reason, 'reasonCode', m.reason_code, 'timeKnown', m.time_known, 'source', m.source) as told
      from movement m join wanted w on w.id = m.person_id where not m.set_aside
    union all
    select f.person_id, (f.reading || jsonb_build_object('kind', f.kind, 'id', f.id, 'day', epoch_day(f.day), 'at', epoch_milliseconds(f.at), 'serviceId', f.service_id))::json
      from fact f join wanted w on w.id = f.person_id where not exists (select from fact later where later.amends = f.id)
    union all
    select e.person_id, json_build_object('kind', 'referral', 'id', e.id, 'day', epoch_day(e.referral_date), 'at', epoch_day(e.referral_date) * 86400000::bigint,
        'serviceId', e.service_id, 'episodeId', e.id, 'setting', e.setting)
      from episode e join wanted w on w.id = e.person_id
    union all
    select e.person_id, json_build_object('kind', 'triage', 'id', e.id, 'day', epoch_day(e.triage_date), 'at', epoch_day(e.triage_date) * 86400000::bigint,
        'serviceId', e.service_id, 'episodeId', e.id, 'accepted', true, 'agreesToPassOn', false)
      from episode e join wanted w on w.id = e.person_id
      where e.triage_date is not null and not exists (select from fact f where f.episode_id = e.id and f.kind = 'triage')
    union all
    select e.person_id, json_build_object('kind', 'intervention_started', 'id', e.id, 'day', epoch_day(e.treatment_start), 'at', epoch_day(e.treatment_start) * 86400000::bigint,
        'serviceId', e.service_id, 'episodeId', e.id, 'setting', e.setting, 'opioidSubstitution', false)
      from episode e join wanted w on w.id = e.person_id
      where e.treatment_start is not null and not exists (select from intervention v where v.episode_id = e.id)
    union all
    select e.person_id, json_build_object('kind', 'episode_ended', 'id', e.id, 'day', epoch_day(e.end_date), 'at', epoch_day(e.end_date) * 86400000::bigint + 86399999,
        'serviceId', e.service_id, 'episodeId', e.id, 'setting', e.setting, 'reason', e.end_reason)
      from episode e join wanted w on w.id = e.person_id where e.end_date is not null
    union all
    select v.person_id, json_build_object('kind', 'intervention_started', 'id', v.id, 'day', epoch_day(v.started_on), 'at', epoch_day(v.started_on) * 86400000::bigint,
        'serviceId', v.service_id, 'episodeId', v.episode_id, 'setting', s.setting, 'opioidSubstitution', v.kind = 'opioid_substitution')
      from intervention v join wanted w on w.id = v.person_id join service s on s.id = v.service_id
    union all
    select v.person_id, json_build_object('kind', 'intervention_ended', 'id', v.id, 'day', epoch_day(v.ended_on), 'at', epoch_day(v.ended_on) * 86400000::bigint + 86399998,
        'serviceId', v.service_id, 'episodeId', v.episode_id)
      from intervention v join wanted w on w.id = v.person_id where v.ended_on is not null
    union all
    select a.person_id, json_build_object('kind', 'worker_allocated', 'id', a.id, 'day', epoch_day(a.from_day), 'at', epoch_day(a.from_day) * 86400000::bigint,
        'serviceId', a.service_id, 'episodeId', a.episode_id)
      from allocation a join wanted w on w.id = a.person_id where a.episode_id is not null
    union all
    select a.person_id, json_build_object('kind', 'allocation_ended', 'id', a.id, 'day', epoch_day(a.to_day), 'at', epoch_day(a.to_day) * 86400000::bigint + 86399997,
        'serviceId', a.service_id, 'episodeId', a.episode_id)
      from allocation a join wanted w on w.id = a.person_id where a.episode_id is not null and a.to_day is not null
    union all
    select c.person_id, json_build_object('kind', 'contact', 'id', c.id, 'day', epoch_day(c.day), 'at', coalesce(epoch_milliseconds(c.starts_at), epoch_day(c.day) * 86400000::bigint + 43200000),
        'serviceId', c.service_id, 'outcome', c.outcome, 'purpose', c.purpose)
      from contact c join wanted w on w.id = c.person_id where c.outcome <> 'planned'
    union all
    select c.person_id, json_build_object('kind', 'appointment_booked', 'id', c.id, 'day', epoch_day(london_day(c.recorded_at)), 'at', epoch_milliseconds(c.recorded_at),
        'serviceId', c.service_id, 'handoverId', c.handover_id, 'appointmentDay', epoch_day(c.day))
      from contact c join wanted w on w.id = c.person_id where c.purpose = 'appointment' and c.handover_id is not null
    union all
    select c.person_id, json_build_object('kind', 'appointment_cancelled', 'id', c.id, 'day', epoch_day(c.day), 'at', epoch_milliseconds(c.recorded_at) + 1,
        'serviceId', c.service_id, 'handoverId', c.handover_id)
      from contact c join wanted w on w.id = c.person_id where c.purpose = 'appointment' and c.handover_id is not null and c.outcome = 'cancelled_by_service'
    union all
    select h.person_id, json_build_object('kind', 'handover_opened', 'id', h.id, 'day', epoch_day(h.opened_on), 'at', epoch_milliseconds(h.recorded_at),
        'serviceId', h.service_id, 'handoverId', h.id)
      from handover h join wanted w on w.id = h.person_id
    union all
    select h.person_id, json_build_object('kind', 'handover_closed', 'id', h.id, 'day', epoch_day(h.closed_on), 'at', epoch_day(h.closed_on) * 86400000::bigint + 86399999,
        'serviceId', h.service_id, 'handoverId', h.id)
      from handover h join wanted w on w.id = h.person_id where h.closed_on is not null
    union all
    select o.person_id, json_build_object('kind', 'handover_sent', 'id', o.id, 'day', epoch_day(london_day(o.sent_at)), 'at', epoch_milliseconds(o.sent_at),
        'serviceId', o.service_id, 'handoverId', o.handover_id, 'to', o.to_service_id)
      from handover_offer o join wanted w on w.id = o.person_id
    union all
    -- To the engine a withdrawn sending is as lost as a declined one: somebody else must be asked.
    select o.person_id, json_build_object('kind', case o.answer when 'accepted' then 'handover_accepted' else 'handover_declined' end, 'id', o.id, 'day', epoch_day(london_day(o.answered_at)), 'at', epoch_milliseconds(o.answered_at),
        'serviceId', o.to_service_id, 'handoverId', o.handover_id, 'to', o.to_service_id)
      from handover_offer o join wanted w on w.id = o.person_id where o.answer is not null
  ),
  facts_of as (select t.person_id, json_agg(t.told) as facts from told t group by 1),
  dates_of as (
    select r.person_id, json_agg(json_build_object('id', r.id, 'type', r.type, 'day', epoch_day(r.date), 'recordedAt', epoch_milliseconds(r.recorded_at), 'source', r.source)) as dates
    from release_date r join wanted w on w.id = r.person_id group by 1
  ),
  tie as (
    select e.person_id, json_build_object('ground', 'episode', 'serviceId', e.service_id, 'staffId', null, 'since', epoch_day(e.referral_date), 'until', epoch_day(e.end_date)) as tie
      from episode e join wanted w on w.id = e.person_id
    union all
    select a.person_id, json_build_object('ground', case when s.scope = 'theirs' then 'named' else 'allocation' end, 'serviceId', a.service_id, 'staffId', a.staff_id, 'since', epoch_day(a.from_day), 'until', epoch_day(a.to_day))
      from allocation a join wanted w on w.id = a.person_id join role_scope s on s.role = a.as_role and s.scope <> 'none'
    union all
    select h.person_id, json_build_object('ground', 'handover', 'serviceId', h.service_id, 'staffId', null, 'since', epoch_day(h.opened_on), 'until', epoch_day(h.closed_on))
      from handover h join wanted w on w.id = h.person_id
    union all
    select o.person_id, json_build_object('ground', 'offer', 'serviceId', o.to_service_id, 'staffId', null, 'since', epoch_day(london_day(o.sent_at)),
        'until', epoch_day(coalesce(case when o.answer in ('declined', 'withdrawn') then london_day(o.answered_at) end, h.closed_on)),
        'untilAt', case when o.answer in ('declined', 'withdrawn') then epoch_milliseconds(o.answered_at) end, 'parts', o.parts, 'accepted', o.answer is not distinct from 'accepted')
      from handover_offer o join wanted w on w.id = o.person_id join handover h on h.id = o.handover_id
    union all
    select m.person_id, json_build_object('ground', 'set_aside', 'serviceId', s.id, 'staffId', null, 'since', epoch_day(m.day),
        'until', epoch_day(london_day(f.set_aside_at)))
      from movement m join wanted w on w.id = m.person_id join feed_message f on f.id = m.message_id
        join service s on s.establishment_code = m.establishment_code where m.set_aside and f.set_aside_at is not null
  ),
  ties_of as (select person_id, json_agg(tie) as ties from tie group by 1)
  select w.id, coalesce(f.facts, '[]'), coalesce(d.dates, '[]'), coalesce(t.ties, '[]'),
    case when l.seen_at is not null then json_build_object('at', epoch_milliseconds(l.seen_at), 'day', epoch_day(london_day(l.seen_at)), 'direction', l.seen_direction, 'reason', l.seen_reason, 'establishment', l.seen_establishment) end,
    epoch_day(p.date_of_death), wh.digest
  from wanted w join person p on p.id = w.id
    left join facts_of f on f.person_id = w.id left join dates_of d on d.person_id = w.id left join ties_of t on t.person_id = w.id
    left join whereabouts wh on wh.person_id = w.id left join location l on l.person_id = w.id
$$;
revoke all on function engine_facts from public;
grant execute on function engine_facts to throughcare_actor, throughcare_intake, throughcare_worker;
alter function engine_facts owner to throughcare_engine;

-- Stores what was derived for these people: writes what differs, takes away what is no longer derived, says who changed.
create function engine_store(ids uuid[], places json, ties json, owed json) returns uuid[]
language plpgsql security definer set search_path = throughcare, pg_temp as $$
declare
  mine uuid[] := derivable(ids);
  changed uuid[] := '{}';
  part uuid[];
begin
  with given as (select * from json_populate_recordset(null::whereabouts, places)),
  stored as (
    insert into whereabouts as held select * from given where person_id = any (mine)
    on conflict (person_id) do update set
      (status, establishment_code, since, admitted_on, arrived_on, arrived_at, arrived_by, arrived_from, released_on, released_from, release_unplanned,
       release_reason_known, release_id, working_release_date, calculated_release_date, release_date_type, release_date_warning, onward_need,
       in_treatment_since, digest) =
      (excluded.status, excluded.establishment_code, excluded.since, excluded.admitted_on, excluded.arrived_on, excluded.arrived_at, excluded.arrived_by,
       excluded.arrived_from, excluded.released_on, excluded.released_from, excluded.release_unplanned, excluded.release_reason_known, excluded.release_id,
       excluded.working_release_date, excluded.calculated_release_date, excluded.release_date_type, excluded.release_date_warning, excluded.onward_need,
       excluded.in_treatment_since, excluded.digest)
    where held is distinct from excluded
    returning person_id)
  select coalesce(array_agg(person_id), '{}') into part from stored;
  changed := changed || part;

  with given as (select * from json_populate_recordset(null::involvement, ties) g where g.person_id = any (mine)),
  gone as (
    delete from involvement held where held.person_id = any (mine) and not exists (
      select from given g where g.person_id = held.person_id and g.service_id = held.service_id and g.ground = held.ground and g.staff_id is not distinct from held.staff_id)
    returning held.person_id),
  stored as (
    insert into involvement as held select g.* from given g where not exists (
      select from involvement same where same.person_id = g.person_id and same.service_id = g.service_id and same.ground = g.ground
        and same.staff_id is not distinct from g.staff_id
        and (same.since, same.until, same.until_at, same.classes) is not distinct from (g.since, g.until, g.until_at, g.classes))
    on conflict (person_id, service_id, ground, (coalesce(staff_id, '00000000-0000-0000-0000-000000000000'::uuid)))
    do update set since = excluded.since, until = excluded.until, until_at = excluded.until_at, classes = excluded.classes
    where (held.since, held.until, held.until_at, held.classes) is distinct from (excluded.since, excluded.until, excluded.until_at, excluded.classes)
    returning person_id)
  select coalesce(array_agg(person_id), '{}') into part from (select person_id from gone union select person_id from stored) touched;
  changed := changed || part;

  with given as (select * from json_populate_recordset(null::obligation, owed) g where g.person_id = any (mine)),
  gone as (
    delete from obligation held where held.person_id = any (mine) and not exists (select from given g where g.person_id = held.person_id and g.key = held.key)
    returning held.person_id),
  stored as (
    insert into obligation as held select g.* from given g where not exists (
      select from obligation same where same.person_id = g.person_id and same.key = g.key and row(same.*) is not distinct from row(g.*))
    on conflict (person_id, key) do update set
      (standard, pack, pack_version, class, opens_on, due_on, lapses_on, service_id, owner_role, opened_by, state, closed_by, closed_on, subject_id) =
      (excluded.standard, excluded.pack, excluded.pack_version, excluded.class, excluded.opens_on, excluded.due_on, excluded.lapses_on, excluded.service_id,
       excluded.owner_role, excluded.opened_by, excluded.state, excluded.closed_by, excluded.closed_on, excluded.subject_id)
    where held is distinct from excluded
    returning person_id)
  select coalesce(array_agg(person_id), '{}') into part from (select person_id from gone union select person_id from stored) touched;
  changed := changed || part;
  return (select coalesce(array_agg(distinct who), '{}') from unnest(changed) as who);
end $$;
revoke all on function engine_store from public;
grant execute on function engine_store to throughcare_actor, throughcare_intake, throughcare_worker;
alter function engine_store owner to throughcare_engine;
grant execute on function derivable to throughcare_engine;
alter function derivable owner to throughcare_engine;

-- Nothing is derived for somebody whose record was joined with another.
create function engine_forget(ids uuid[]) returns void language plpgsql security definer set search_path = throughcare, pg_temp as $$
declare
  joined uuid[] := (select coalesce(array_agg(id), '{}') from person where id = any (ids) and merged_into is not null);
begin
  delete from obligation where person_id = any (joined);
  delete from involvement where person_id = any (joined);
  delete from whereabouts where person_id = any (joined);
end $$;
revoke all on function engine_forget from public;
grant execute on function engine_forget to throughcare_intake;
alter function engine_forget owner to throughcare_engine;

-- Moves what stands under one person to another, in every table that says for whom it was recorded:
-- all of it, or (to undo a merge) what was recorded for these people.
create function move_records(holder uuid, target uuid, recorded_for uuid[] default null) returns void
language plpgsql set search_path = throughcare, pg_temp as $$
declare t regclass;
begin
  for t in select attrelid::regclass from pg_attribute a join pg_class c on c.oid = a.attrelid and c.relkind = 'r'
      where attname = 'recorded_under' and c.relnamespace = 'throughcare'::regnamespace order by 1 loop
    execute format('update %s set person_id = $2 where person_id = $1 and ($3 is null or recorded_under = any ($3))', t)
      using holder, target, recorded_for;
  end loop;
end $$;
revoke all on function move_records from public;
grant execute on function move_records to throughcare_intake;

-- Jobs are added in the transaction of the fact; the payload carries ids only.
create function enqueue(task text, payload json) returns void language plpgsql security definer set search_path = throughcare, pg_temp as $$
begin
  if task !~ '^[a-z_]{1,60}$' or json_typeof(payload) <> 'object' or exists (select from json_each(payload) e where json_typeof(e.value) <> 'string')
      or exists (select from json_each_text(payload) e where e.value !~ '^[A-Za-z0-9_-]{1,60}$') then
    raise exception 'a job carries ids only' using errcode = 'invalid_parameter_value';
  end if;
  perform graphile_worker.add_job(task, payload);
end $$;
revoke all on function enqueue from public;
grant execute on function enqueue to throughcare_actor, throughcare_intake, throughcare_worker;
alter function enqueue owner to throughcare_worker;

-- A notice goes to a service that its writer may not otherwise write to: one that works with the person too.
create function give_notice(id uuid, person uuid, to_service uuid, kind text, words text, at timestamptz) returns void
language plpgsql security definer set search_path = throughcare, pg_temp as $$
begin
  if current_setting('role') = 'throughcare_actor' and not (actor_sees(person)
      and exists (select from involvement i where i.person_id = person and i.service_id = to_service)) then
    raise exception 'no such person' using errcode = 'no_data_found';
  end if;
  insert into notice (id, person_id, recorded_under, service_id, kind, words, recorded_at) values (id, person, person, to_service, kind, words, at);
end $$;
revoke all on function give_notice from public;
grant execute on function give_notice to throughcare_actor, throughcare_intake, throughcare_worker;
alter function give_notice owner to throughcare_intake;
