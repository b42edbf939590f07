set search_path = throughcare, public;

alter table feed_message add column taken_back_at timestamptz, add column taken_back_by uuid references staff, add column taken_back_why text;
select describe('feed_message', 'Inbox: what a feed, a spreadsheet or a person said about movements, stored before it counts. [personal]',
  'taken_back_at', 'When the setting aside was taken back: the message counts again', 'taken_back_by', 'By whom', 'taken_back_why', 'Why');
create index feed_message_held_here on feed_message (establishment_code, occurred_at desc) where state = 'held';
create index movement_set_aside on movement (person_id) where set_aside;

grant update (taken_back_at, taken_back_by, taken_back_why) on feed_message to throughcare_actor;
-- A human has looked at a release whose reason nobody knew.
grant update (reason_known) on movement to throughcare_actor;

-- A question that a member of staff opens with their own team, about somebody they may see.
grant insert on work_item to throughcare_actor;
create policy actor_adds on work_item for insert to throughcare_actor with check (
  'identity' = any ((select actor_writes())::record_class[])
  and establishment_code = any ((select actor_establishments())::text[])
  and exists (select from involvement i where i.person_id = work_item.person_id));
-- Asked again after it was answered.
create policy actor_asks_again on work_item for update to throughcare_actor using (
  kind = 'set_aside_acted_on' and 'identity' = any ((select actor_writes())::record_class[])
  and establishment_code = any ((select actor_establishments())::text[])
  and exists (select from involvement i where i.person_id = work_item.person_id))
  with check (kind = 'set_aside_acted_on' and closed_at is null and closed_by is null);

-- Whether anybody has since done something that rests on what a message told: met what it made owed, rung or met those who left by it,
-- handed them over. Of every class of record, so it says no more than yes or no.
create function is_acted_on(message uuid) returns boolean
language sql stable security definer set search_path = throughcare, pg_temp as $$
  select exists (
    select from feed_message f join movement m on m.message_id = f.id
    where f.id = message and actor_sees(m.person_id) and (
      exists (select from obligation o where o.person_id = m.person_id and o.opened_by = m.id and o.state = 'met'
        and not exists (select from movement closing where closing.id = o.closed_by))
      or exists (select from contact c where c.person_id = m.person_id and c.recorded_at >= f.received_at and c.day >= m.day and c.outcome <> 'planned'
        and c.purpose in ('follow_up', 'call_sheet', 'appointment') and m.type = 'release')
      or exists (select from handover h where h.person_id = m.person_id and h.recorded_at >= f.received_at and h.recorded_by is not null
        and h.kind in ('call_sheet', 'transfer'))
      or exists (select from episode e where e.person_id = m.person_id and e.setting = 'community' and e.treatment_start >= m.day and m.type = 'release')))
$$;
revoke all on function is_acted_on from public;
grant execute on function is_acted_on to throughcare_actor, throughcare_intake;
alter function is_acted_on owner to throughcare_engine;

-- The services that were told of a death: they are to be told where it turns out to be wrong.
create function told_of_death(person uuid) returns setof uuid
language sql stable security definer set search_path = throughcare, pg_temp as $$
  select distinct n.service_id from notice n where n.person_id = person and n.kind = 'death' and actor_sees(person)
$$;
revoke all on function told_of_death from public;
grant execute on function told_of_death to throughcare_actor;
alter function told_of_death owner to throughcare_engine;

-- What a movement was, where a human found out that it was something else: told by hand at the same moment, in place of the message
-- that is set aside. The team may write it although the message may have ended their involvement.
create function tell_instead(message uuid, new_message uuid, new_id uuid, as_service uuid, new_type movement_type, at_moment timestamptz) returns void
language plpgsql security definer set search_path = throughcare, pg_temp as $$
declare told movement;
begin
  select m.* into told from movement m where m.message_id = message and actor_sees(m.person_id) and 'identity' = any (actor_writes())
    and m.establishment_code = any (actor_establishments()) and as_service = any (actor_services());
  if not found then
    raise exception 'no such movement' using errcode = 'no_data_found';
  end if;
  insert into feed_message (id, source, fingerprint, event_type, prison_number, occurred_at, raw, received_at, state, person_id, establishment_code, effect)
    select new_message, 'hand', 'hand|' || new_message, 'recorded_by_hand', f.prison_number, f.occurred_at,
      json_build_object('in_place_of', message, 'what', new_type)::text, at_moment, 'applied', told.person_id, told.establishment_code, 'movement'
    from feed_message f where f.id = message;
  insert into movement (id, person_id, recorded_under, service_id, source, type, at, day, time_known, establishment_code, reason, reason_known,
      message_id, recorded_by, recorded_at)
    values (new_id, told.person_id, told.person_id, as_service, 'hand', new_type, told.at, told.day, told.time_known, told.establishment_code,
      upper(new_type::text), true, new_message, actor_id(), at_moment);
end $$;
revoke all on function tell_instead from public;
grant execute on function tell_instead to throughcare_actor;
alter function tell_instead owner to throughcare_intake;
