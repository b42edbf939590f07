set search_path = throughcare, public;

-- What continuity is measured from, of everybody whom the actor's team released or received between two days. The figure of a
-- team stands over all of them, also those whose record the team may no longer open, so it is read here and not through
-- row security; names are read through row security, person by person. Nobody whom the actor is barred from is counted.
create function team_records(from_day date, to_day date)
returns table (person_id uuid, died_on integer, movements json, episodes json, accepted json)
language sql stable security definer set search_path = throughcare, pg_temp as $$
  with teams as materialized (
    select actor_team_services() as services, actor_establishments() as prisons, actor_barred() as barred
    where 'recovery' = any (actor_reads())),
  released as (
    select m.person_id from movement m, teams t
      where m.type = 'release' and not m.set_aside and m.day between from_day and to_day and m.establishment_code = any (t.prisons)),
  received as (
    select coalesce(e.person_id, e.likely_person_id) as person_id from episode e, teams t
      where e.setting = 'community' and e.service_id = any (t.services)
    union
    select o.person_id from handover_offer o, teams t where o.to_service_id = any (t.services) and o.answer = 'accepted'),
  wanted as materialized (
    select person_id from released where person_id <> all ((select barred from teams)::uuid[])
    union
    select r.person_id from received r
      where r.person_id is not null and r.person_id <> all ((select barred from teams)::uuid[]) and exists (
        select from movement m where m.person_id = r.person_id and m.type = 'release' and not m.set_aside and m.day between from_day and to_day))
  select p.id, (select epoch_day(min(q.date_of_death)) from person q where q.id = p.id or q.merged_into = p.id),
    (select coalesce(json_agg(json_build_object('source', m.source, 'type', m.type, 'at', epoch_milliseconds(m.at), 'day', epoch_day(m.day),
        'timeKnown', m.time_known, 'establishment', m.establishment_code, 'reason', m.reason, 'reasonCode', m.reason_code,
        'reasonKnown', m.reason_known)), '[]')
      from movement m where m.person_id = p.id and not m.set_aside
        and m.type in ('admission', 'readmission', 'release', 'removal', 'death')),
    (select coalesce(json_agg(json_build_object('id', e.id, 'serviceId', e.service_id, 'setting', e.setting, 'referral', epoch_day(e.referral_date),
        'start', epoch_day(e.treatment_start), 'end', epoch_day(e.end_date), 'endReason', e.end_reason, 'confirmed', e.person_id is not null)), '[]')
      from episode e where e.person_id = p.id or (e.person_id is null and e.likely_person_id = p.id)),
    (select coalesce(json_agg(json_build_object('serviceId', o.to_service_id, 'day', epoch_day(london_day(o.answered_at)))), '[]')
      from handover_offer o where o.person_id = p.id and o.answer = 'accepted')
  from person p join wanted w on w.person_id = p.id where p.merged_into is null
$$;
revoke all on function team_records from public;
grant execute on function team_records to throughcare_actor;
alter function team_records owner to throughcare_engine;

-- What nobody can measure, cut by no date: episodes that are nobody's yet, and numbers in the feed that nobody has. Counts alone.
create function measure_unknowns() returns table (nobody bigint, ambiguous bigint, unknown_people bigint)
language sql stable security definer set search_path = throughcare, pg_temp as $$
  select (select count(*) from episode where person_id is null and match = 'nobody'),
    (select count(*) from episode where person_id is null and match = 'ambiguous'),
    (select count(*) from (
        select prison_number as number from feed_message where state = 'held' and source = 'feed'
        union select other_number from feed_message where state = 'held' and other_number is not null) told
      where number <> '' and not exists (select from identifier i where i.type = 'prison_number' and i.value = number))
$$;
revoke all on function measure_unknowns from public;
grant execute on function measure_unknowns to throughcare_actor, throughcare_intake;
alter function measure_unknowns owner to throughcare_engine;
