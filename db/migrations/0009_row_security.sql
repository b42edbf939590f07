set search_path = throughcare, public;

-- Who is acting. Set for one transaction by the application; never trusted further than the memberships bear out.
create function actor_id() returns uuid language sql stable parallel safe
return nullif(current_setting('throughcare.staff', true), '')::uuid;
create function actor_role() returns staff_role language sql stable parallel safe
return nullif(current_setting('throughcare.role', true), '')::staff_role;
create function today() returns date language sql stable parallel safe
return nullif(current_setting('throughcare.today', true), '')::date;

create function actor_services() returns uuid[] language sql stable security definer set search_path = throughcare, pg_temp as $$
  select coalesce(array_agg(m.service_id), '{}')
  from membership m join staff s on s.id = m.staff_id and s.active
  where m.staff_id = actor_id() and m.role = actor_role() and m.from_day <= today() and (m.to_day is null or m.to_day >= today())
$$;
create function actor_team_services() returns uuid[] language sql stable security definer set search_path = throughcare, pg_temp as $$
  select case when (select scope from role_scope where role = actor_role()) = 'team' then actor_services() else '{}' end
$$;
create function actor_named_services() returns uuid[] language sql stable security definer set search_path = throughcare, pg_temp as $$
  select case when (select scope from role_scope where role = actor_role()) = 'theirs' then actor_services() else '{}' end
$$;
create function actor_reads() returns record_class[] language sql stable security definer set search_path = throughcare, pg_temp as $$
  select coalesce(array_agg(class), '{}') from class_right where role = actor_role() and may_read and cardinality(actor_services()) > 0
$$;
create function actor_writes() returns record_class[] language sql stable security definer set search_path = throughcare, pg_temp as $$
  select coalesce(array_agg(class), '{}') from class_right where role = actor_role() and may_write and cardinality(actor_services()) > 0
$$;
create function actor_raises() returns record_class[] language sql stable security definer set search_path = throughcare, pg_temp as $$
  select coalesce(array_agg(class), '{}') from class_right where role = actor_role() and (may_write or may_raise) and cardinality(actor_services()) > 0
$$;
create function actor_establishments() returns text[] language sql stable security definer set search_path = throughcare, pg_temp as $$
  select coalesce(array_agg(establishment_code), '{}') from service where id = any (actor_team_services()) and establishment_code is not null
$$;
create function actor_barred() returns uuid[] language sql stable security definer set search_path = throughcare, pg_temp as $$
  select coalesce(array_agg(person_id), '{}') from (
    select r.person_id from restriction r
    where not exists (select from restricted_access a where a.person_id = r.person_id and a.staff_id = actor_id())
    union all
    select l.person_id from lock_out l where l.staff_id = actor_id()
  ) barred
$$;
alter function actor_services() owner to throughcare_auth;
alter function actor_team_services() owner to throughcare_auth;
alter function actor_named_services() owner to throughcare_auth;
alter function actor_reads() owner to throughcare_auth;
alter function actor_writes() owner to throughcare_auth;
alter function actor_raises() owner to throughcare_auth;
alter function actor_establishments() owner to throughcare_auth;
alter function actor_barred() owner to throughcare_auth;

-- The moment up to which an involvement that is over may be read: where only the day is known, all of it, in London.
create function read_up_to(until date, until_at timestamptz) returns timestamptz language sql immutable parallel safe
return coalesce(until_at + interval '1 millisecond', ((until + 1)::timestamp at time zone 'Europe/London') - interval '1 microsecond');

-- Whether the actor is involved with a person: the rule of the policies below, for the definer functions.
create function actor_sees(person uuid) returns boolean language sql stable security definer set search_path = throughcare, pg_temp as $$
  select 'identity' = any (actor_reads()) and person <> all (actor_barred()) and (
    exists (select from involvement i where i.person_id = person and i.since <= today() and (i.until is null or i.until >= today() - 28)
      and ((i.ground <> 'named' and i.service_id = any (actor_team_services()))
        or (i.ground = 'named' and i.staff_id = actor_id() and i.service_id = any (actor_named_services()))))
    or exists (select from person p where p.id = person and p.created_by = actor_id() and p.created_in = pg_current_xact_id_if_assigned()))
$$;
alter function actor_sees(uuid) owner to throughcare_engine;

-- Whether a record that a new row points to is about the same person (and of the same class): no row may reach into somebody else's record.
create function is_of(person uuid, what text, thing uuid, of_class record_class default null) returns boolean
language plpgsql stable security definer set search_path = throughcare, pg_temp as $$
begin
  return thing is null or case what
    when 'episode' then exists (select from episode e where e.id = thing and e.person_id = person)
    when 'handover' then exists (select from handover h where h.id = thing and h.person_id = person)
    when 'contact' then exists (select from contact c where c.id = thing and c.person_id = person and c.class = of_class)
    else false end;
end $$;
alter function is_of owner to throughcare_engine;

-- Words are put right by the service that wrote them, or by the team that holds the person now; never those of another class or person.
create function may_amend(person uuid, what text, thing uuid, of_class record_class) returns boolean
language plpgsql stable security definer set search_path = throughcare, pg_temp as $$
declare written_by uuid;
begin
  if thing is null then return true; end if;
  if what = 'fact' then select f.service_id into written_by from fact f where f.id = thing and f.person_id = person and f.class = of_class;
  else select n.service_id into written_by from note n where n.id = thing and n.person_id = person and n.class = of_class; end if;
  return found and (written_by = any (actor_services()) or (person <> all (actor_barred()) and exists (
    select from involvement i where i.person_id = person and i.classes is null and (i.until is null or i.until > today())
      and i.ground <> 'named' and i.service_id = any (actor_team_services()))));
end $$;
alter function may_amend owner to throughcare_engine;

-- Which service a hand-over is with: the newest sending decides, unless it was taken back.
create function offered_to(handover uuid) returns uuid language sql stable security definer set search_path = throughcare, pg_temp as $$
  select case when answer is distinct from 'withdrawn' then to_service_id end
  from handover_offer where handover_id = handover order by sent_at desc, id desc limit 1
$$;
alter function offered_to owner to throughcare_engine;
create function opened_by_actor(handover uuid) returns boolean language sql stable security definer set search_path = throughcare, pg_temp as $$
  select exists (select from handover h where h.id = handover and h.service_id = any (actor_services()))
$$;
alter function opened_by_actor owner to throughcare_engine;

do $$
declare
  t text;
  made text := 'exists (select from person p where p.id = %1$I.person_id and p.created_by = (select actor_id()) and p.created_in = pg_current_xact_id_if_assigned())';
  seen text := 'exists (select from involvement i where i.person_id = %1$I.person_id)';
  seen_now text := 'exists (select from involvement i where i.person_id = %1$I.person_id and (i.until is null or i.until > (select today())))';
  -- A team that is no longer involved reads what was recorded up to its end; a community service only the classes that were shared, and what it wrote.
  within_classes text := 'class = any ((select actor_reads())::record_class[]) and (exists (select from involvement i where i.person_id = %1$I.person_id
      and (i.until is null or %1$I.recorded_at <= read_up_to(i.until, i.until_at))
      and (i.classes is null or %1$I.class = any (i.classes) or %1$I.service_id = i.service_id)) or ' || made || ')';
  adds text := 'service_id = any ((select actor_services())::uuid[]) and recorded_by = (select actor_id()) and recorded_under = person_id and ('
    || seen_now || ' or ' || made || ')';
begin
  -- Everything that holds anything about a person: row security on and forced.
  foreach t in array array['person','identifier','person_merge','contact_details','safety_flag','restriction','restricted_access','lock_out',
      'feed_message','held_row','movement','release_date','location','whereabouts','work_item','episode','intervention','allocation','contact',
      'contact_change','note','fact','handover','handover_draft','handover_offer','handover_message','notice','obligation','involvement'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select on %I to throughcare_engine, throughcare_search', t);
    execute format('create policy engine_reads on %I for select to throughcare_engine, throughcare_search using (true)', t);
  end loop;

  -- Tables that the intake fills from files and the feed.
  foreach t in array array['person','identifier','person_merge','contact_details','safety_flag','feed_message','held_row','movement','release_date','location',
      'work_item','episode','intervention','allocation','contact','contact_change','note','fact','handover','handover_draft','handover_offer','handover_message','notice'] loop
    execute format('grant select, insert, update on %I to throughcare_intake', t);
    execute format('create policy intake_works on %I to throughcare_intake using (true) with check (true)', t);
  end loop;
  foreach t in array array['obligation','whereabouts','involvement'] loop
    execute format('grant select on %I to throughcare_intake', t);
    execute format('create policy intake_reads on %I for select to throughcare_intake using (true)', t);
    execute format('grant insert, update, delete on %I to throughcare_engine', t);
    execute format('create policy engine_writes on %I to throughcare_engine using (true) with check (true)', t);
  end loop;

  -- Facts with a class: read by class and involvement, added by those who may write (or raise) the class.
  foreach t in array array['contact_details','safety_flag','movement','release_date','episode','intervention','allocation','contact',
      'contact_change','note','fact','handover'] loop
    execute format('grant select, insert on %I to throughcare_actor', t);
    execute format('create policy actor_reads on %1$I for select to throughcare_actor using (' || within_classes || ')', t);
  end loop;
  foreach t in array array['contact_details','movement','release_date','episode','intervention','contact','contact_change','fact','handover'] loop
    execute format('create policy actor_adds on %1$I for insert to throughcare_actor with check (class = any ((select actor_writes())::record_class[]) and ' || adds
      || case t
        -- By hand, and of prisons where the actor works, alone: a movement decides who sees the person next.
        when 'movement' then ' and source = ''hand'' and (type = ''death'' or establishment_code = any ((select actor_establishments())::text[]))'
        when 'release_date' then ' and cardinality((select actor_establishments())::text[]) > 0'
        when 'intervention' then ' and is_of(person_id, ''episode'', episode_id)'
        when 'contact' then ' and is_of(person_id, ''handover'', handover_id)'
        when 'contact_change' then ' and is_of(person_id, ''contact'', contact_id, class)'
        when 'fact' then ' and is_of(person_id, ''episode'', episode_id) and may_amend(person_id, ''fact'', amends, class)'
        else '' end || ')', t);
  end loop;
  foreach t in array array['safety_flag','note'] loop
    execute format('create policy actor_adds on %1$I for insert to throughcare_actor with check (class = any ((select actor_raises())::record_class[]) and ' || adds
      || case t when 'note' then ' and may_amend(person_id, ''note'', amends, class)' else '' end || ')', t);
  end loop;
  -- A team names who of its own works with somebody, in a role that they hold there.
  execute format('create policy team_names on %1$I for insert to throughcare_actor with check (service_id = any ((select actor_team_services())::uuid[])
    and is_of(person_id, ''episode'', episode_id) and ' || adds || '
    and exists (select from membership m where m.staff_id = %1$I.staff_id and m.service_id = %1$I.service_id and m.role = %1$I.as_role))', 'allocation');
  execute format('create policy team_changes on %1$I for update to throughcare_actor using (service_id = any ((select actor_team_services())::uuid[]) and ' || seen || ')', 'allocation');
  -- What may change after it was recorded, and only in these columns: one's own, of somebody one may see. Policies without a check hold the new row to the same.
  foreach t in array array['episode','intervention','contact','handover'] loop
    execute format('create policy actor_changes on %1$I for update to throughcare_actor
      using (class = any ((select actor_writes())::record_class[]) and service_id = any ((select actor_services())::uuid[]) and ' || seen || ')', t);
  end loop;

  -- Identity. Where somebody is and what is owed to them is of today: a team of before reads neither.
  execute format('grant select on %I to throughcare_actor', 'identifier');
  execute format('create policy actor_reads on %1$I for select to throughcare_actor using (''identity'' = any ((select actor_reads())::record_class[])
    and (exists (select from involvement i where i.person_id = %1$I.person_id and (i.until is null or %1$I.recorded_at <= read_up_to(i.until, i.until_at))) or ' || made || '))', 'identifier');
  foreach t in array array['whereabouts','location'] loop
    execute format('grant select on %I to throughcare_actor', t);
    execute format('create policy actor_reads on %1$I for select to throughcare_actor using (''identity'' = any ((select actor_reads())::record_class[])
      and (exists (select from involvement i where i.person_id = %1$I.person_id and (i.until is null or i.until >= (select today()))) or ' || made || '))', t);
  end loop;
  execute format('create policy actor_reads on %1$I for select to throughcare_actor using (
      class = any ((select actor_reads())::record_class[]) and exists (select from involvement i where i.person_id = %1$I.person_id
        and (i.until is null or i.until >= (select today()))
        and (i.classes is null or %1$I.class = any (i.classes) or %1$I.service_id = i.service_id)))', 'obligation');
end $$;

grant select on obligation to throughcare_actor;

-- Whoever receives a person screens them: a nurse adds that one form to the recovery record, which she may else only read.
create policy clinical_screens on fact for insert to throughcare_actor with check (
  (select actor_role()) = 'clinical' and class = 'recovery' and kind = 'arrival_screen'
  and service_id = any ((select actor_services())::uuid[]) and recorded_by = (select actor_id()) and recorded_under = person_id
  and is_of(person_id, 'episode', episode_id) and may_amend(person_id, 'fact', amends, class)
  and exists (select from involvement i where i.person_id = fact.person_id and (i.until is null or i.until > (select today()))));

-- involvement decides the rest: its own policy holds the rule of who is involved.
grant select on involvement to throughcare_actor;
create policy actor_reads on involvement for select to throughcare_actor using (
  ((ground <> 'named' and service_id = any ((select actor_team_services())::uuid[]))
    or (ground = 'named' and staff_id = (select actor_id()) and service_id = any ((select actor_named_services())::uuid[])))
  and since <= (select today()) and (until is null or until >= (select today()) - 28)
  and person_id <> all ((select actor_barred())::uuid[]));

grant select, insert on person to throughcare_actor;
grant update (family_name, given_name, known_as, date_of_birth, sex, interpreter, reading_needs, date_of_death, version) on person to throughcare_actor;
create policy actor_reads on person for select to throughcare_actor using (
  'identity' = any ((select actor_reads())::record_class[])
  and ((id <> all ((select actor_barred())::uuid[]) and exists (select from involvement i where i.person_id = person.id))
    or (created_by = (select actor_id()) and created_in = pg_current_xact_id_if_assigned())));
create policy actor_adds on person for insert to throughcare_actor with check (
  'identity' = any ((select actor_writes())::record_class[]) and created_by = (select actor_id()) and created_in = pg_current_xact_id() and merged_into is null);
-- Prison teams of those they hold; a community service of its own.
create policy actor_changes on person for update to throughcare_actor using ('identity' = any ((select actor_writes())::record_class[])
  and (exists (select from involvement i where i.person_id = person.id and (i.until is null or i.until > (select today())) and (i.classes is null or i.ground = 'episode'))
    or (created_by = (select actor_id()) and created_in = pg_current_xact_id_if_assigned())));

grant insert on identifier to throughcare_actor;
create policy actor_adds on identifier for insert to throughcare_actor with check (
  'identity' = any ((select actor_writes())::record_class[]) and recorded_under = person_id
  and (exists (select from involvement i where i.person_id = identifier.person_id and (i.until is null or i.until > (select today())) and (i.classes is null or i.ground = 'episode'))
    or exists (select from person p where p.id = identifier.person_id and p.created_by = (select actor_id()) and p.created_in = pg_current_xact_id_if_assigned())));

grant select on person_merge to throughcare_actor;
create policy actor_reads on person_merge for select to throughcare_actor using (
  'identity' = any ((select actor_reads())::record_class[])
  and merged_id <> all ((select actor_barred())::uuid[])
  and exists (select from involvement i where i.person_id = person_merge.survivor_id and (i.until is null or person_merge.merged_at <= read_up_to(i.until, i.until_at))));

grant update (triage_date, treatment_start, end_date, end_reason, substances, version) on episode to throughcare_actor;
grant update (ended_on, ended_by) on intervention to throughcare_actor;
grant update (to_day, ended_why) on allocation to throughcare_actor;
grant update (day, starts_at, place, mode, outcome, words, staff_id, version) on contact to throughcare_actor;
grant update (destination, state, closed_on, closed_why, version) on handover to throughcare_actor;
grant update (ended_at, ended_by) on safety_flag to throughcare_actor;
-- A flag is everybody's: whoever writes safety and works with the person now may take it down, whoever raised it.
create policy actor_changes on safety_flag for update to throughcare_actor using (class = any ((select actor_writes())::record_class[])
  and exists (select from involvement i where i.person_id = safety_flag.person_id and (i.until is null or i.until > (select today()))));

-- Both sides of a hand-over: the sender sees its offers, the receiver the ones made to it.
grant select, insert on handover_offer, handover_message to throughcare_actor;
grant update (seen_at, seen_by, answer, answered_at, answered_by, decline_reason, suggested_service_id, words) on handover_offer to throughcare_actor;
create policy actor_reads on handover_offer for select to throughcare_actor using (
  class = any ((select actor_reads())::record_class[]) and exists (select from involvement i where i.person_id = handover_offer.person_id
    and (i.until is null or handover_offer.sent_at <= read_up_to(i.until, i.until_at))
    and (i.classes is null or handover_offer.to_service_id = i.service_id or handover_offer.service_id = i.service_id)));
-- Sent by the team that holds the person or opened the hand-over, unanswered, with nothing that its basis does not carry.
create policy actor_adds on handover_offer for insert to throughcare_actor with check (
  class = any ((select actor_writes())::record_class[]) and service_id = any ((select actor_services())::uuid[]) and sent_by = (select actor_id())
  and recorded_under = person_id and is_of(person_id, 'handover', handover_id)
  and answer is null and answered_at is null and answered_by is null and seen_at is null and seen_by is null
  and parts <@ array['identity', 'contact_details', 'safety', 'handover', 'recovery', 'clinical']
  and ('clinical' <> all (parts) or basis in ('consent', 'vital_interests') or (basis = 'direct_care' and (select actor_role()) = 'clinical'))
  and exists (select from involvement i where i.person_id = handover_offer.person_id and (i.until is null or i.until > (select today()))
    and (i.classes is null or opened_by_actor(handover_id))));
-- The service it was sent to answers it, once; the side that sent it takes it back.
create policy receiver_answers on handover_offer for update to throughcare_actor
  using (class = any ((select actor_writes())::record_class[]) and to_service_id = any ((select actor_services())::uuid[]) and answer is null
    and exists (select from involvement i where i.person_id = handover_offer.person_id))
  with check (to_service_id = any ((select actor_services())::uuid[])
    and (answer is null or (answer in ('accepted', 'declined') and answered_by = (select actor_id()))));
create policy sender_withdraws on handover_offer for update to throughcare_actor
  using (class = any ((select actor_writes())::record_class[]) and (answer is null or answer = 'accepted')
    and exists (select from involvement i where i.person_id = handover_offer.person_id and (i.until is null or i.until > (select today()))
      and (i.classes is null or i.service_id = handover_offer.service_id)))
  with check (answer = 'withdrawn' and answered_by = (select actor_id()) and to_service_id <> all ((select actor_services())::uuid[]));
create policy actor_reads on handover_message for select to throughcare_actor using (
  class = any ((select actor_reads())::record_class[]) and exists (select from handover_offer o where o.id = handover_message.offer_id));
create policy actor_adds on handover_message for insert to throughcare_actor with check (
  class = any ((select actor_writes())::record_class[]) and service_id = any ((select actor_services())::uuid[]) and recorded_by = (select actor_id())
  and recorded_under = person_id
  and exists (select from handover_offer o where o.id = handover_message.offer_id and o.handover_id = handover_message.handover_id
    and o.person_id = handover_message.person_id and (o.answer is null or o.answer = 'accepted')));
-- The receiving service moves the hand-over on with its answer.
create policy receiver_changes on handover for update to throughcare_actor using (
  class = any ((select actor_writes())::record_class[]) and offered_to(id) = any ((select actor_services())::uuid[])
  and exists (select from involvement i where i.person_id = handover.person_id));

-- A hand-over goes on with the prison that holds them: whoever works there now takes up what another prison began.
grant select, insert on handover_draft to throughcare_actor;
grant update (service_id, to_service_id, ask, parts, basis, basis_reason, version, recorded_by, recorded_at) on handover_draft to throughcare_actor;
do $$
declare
  holds text := 'exists (select from involvement i where i.person_id = %1$I.person_id and (i.until is null or i.until > (select today()))
    and i.classes is null)';
begin
  execute format('create policy actor_reads on %1$I for select to throughcare_actor using (class = any ((select actor_reads())::record_class[]) and ' || holds || ')', 'handover_draft');
  execute format('create policy actor_adds on %1$I for insert to throughcare_actor with check (class = any ((select actor_writes())::record_class[])
    and service_id = any ((select actor_services())::uuid[]) and recorded_by = (select actor_id()) and recorded_under = person_id
    and is_of(person_id, ''handover'', handover_id) and ' || holds || ')', 'handover_draft');
  execute format('create policy actor_changes on %1$I for update to throughcare_actor using (class = any ((select actor_writes())::record_class[]) and ' || holds || ')
    with check (service_id = any ((select actor_services())::uuid[]) and recorded_by = (select actor_id()))', 'handover_draft');
  execute format('create policy holders_change on %1$I for update to throughcare_actor using (class = any ((select actor_writes())::record_class[]) and ' || holds || ')', 'handover');
end $$;
-- The first appointment belongs to the receiving service, whichever side books it; both sides may move it and say what became of it.
create policy sender_books on contact for insert to throughcare_actor with check (
  purpose = 'appointment' and class = 'handover' and class = any ((select actor_writes())::record_class[]) and recorded_by = (select actor_id())
  and recorded_under = person_id
  and exists (select from handover_offer o where o.handover_id = contact.handover_id and o.to_service_id = contact.service_id
    and o.answer is distinct from 'declined' and o.answer is distinct from 'withdrawn' and o.person_id = contact.person_id));
create policy either_side_changes on contact for update to throughcare_actor using (
  purpose = 'appointment' and class = 'handover' and class = any ((select actor_writes())::record_class[])
  and exists (select from handover_offer o where o.handover_id = contact.handover_id and o.person_id = contact.person_id
    and o.answer is distinct from 'declined' and o.answer is distinct from 'withdrawn'));
-- "Medicines for release only": of clinical records the recovery team of the prison reads what somebody leaves with (product.md, "Who may see what").
create policy reads_medicines_for_release on fact for select to throughcare_actor using (
  kind in ('medicines_bridge', 'naloxone_issued') and class = 'clinical' and (select actor_role()) in ('recovery_worker', 'coordinator', 'team_leader')
  and exists (select from involvement i where i.person_id = fact.person_id and i.classes is null
    and (i.until is null or fact.recorded_at <= read_up_to(i.until, i.until_at))));
create policy reads_medicines_for_release on obligation for select to throughcare_actor using (
  standard in ('medicines_bridge', 'naloxone_in_hand') and class = 'clinical' and (select actor_role()) in ('recovery_worker', 'coordinator', 'team_leader')
  and exists (select from involvement i where i.person_id = obligation.person_id and i.classes is null
    and (i.until is null or i.until >= (select today()))));

grant select, update (seen_at, seen_by) on notice to throughcare_actor;
create policy actor_reads on notice for select to throughcare_actor using (
  service_id = any ((select actor_team_services())::uuid[]) and person_id <> all ((select actor_barred())::uuid[]));
create policy actor_changes on notice for update to throughcare_actor using (
  service_id = any ((select actor_team_services())::uuid[]) and person_id <> all ((select actor_barred())::uuid[]));

-- What the feed said, for the teams of the prison it concerns.
grant select on feed_message, work_item to throughcare_actor;
grant insert on feed_message to throughcare_actor;
grant update (state, set_aside_at, set_aside_by, set_aside_why) on feed_message to throughcare_actor;
grant update (set_aside) on movement to throughcare_actor;
grant update (closed_at, closed_by, decision) on work_item to throughcare_actor;
create policy actor_reads on feed_message for select to throughcare_actor using (
  'identity' = any ((select actor_reads())::record_class[]) and (
    (person_id is null and establishment_code = any ((select actor_establishments())::text[]))
    or exists (select from person p where p.id = feed_message.person_id and p.created_by = (select actor_id()) and p.created_in = pg_current_xact_id_if_assigned())
    or (cardinality((select actor_establishments())::text[]) > 0
      and exists (select from involvement i where i.person_id = feed_message.person_id
        and (i.until is null or feed_message.establishment_code = any ((select actor_establishments())::text[])
          or feed_message.received_at <= read_up_to(i.until, i.until_at))))));
create policy actor_adds on feed_message for insert to throughcare_actor with check (
  source = 'hand' and 'identity' = any ((select actor_writes())::record_class[]) and person_id is not null
  and (cardinality((select actor_establishments())::text[]) > 0 or event_type = 'death_recorded_by_hand')
  and (exists (select from involvement i where i.person_id = feed_message.person_id and (i.until is null or i.until > (select today())))
    or exists (select from person p where p.id = feed_message.person_id and p.created_by = (select actor_id()) and p.created_in = pg_current_xact_id_if_assigned())));
-- What a prison's own messages said is told of late, and undone late: also after they have left it.
create policy own_prison_reads on movement for select to throughcare_actor using (
  'identity' = any ((select actor_reads())::record_class[]) and establishment_code = any ((select actor_establishments())::text[])
  and exists (select from involvement i where i.person_id = movement.person_id and (i.until is null or movement.day <= i.until)));
do $$
declare
  t text;
  decides text := '''identity'' = any ((select actor_writes())::record_class[]) and (establishment_code = any ((select actor_establishments())::text[])
    or (establishment_code is null and cardinality((select actor_establishments())::text[]) > 0)) and (';
begin
  foreach t in array array['feed_message','movement'] loop
    execute format('create policy actor_changes on %1$I for update to throughcare_actor using (' || decides
      || case t when 'feed_message' then '(person_id is null and establishment_code is not null) or ' else '' end
      || 'exists (select from involvement i where i.person_id = %1$I.person_id)))', t);
  end loop;
end $$;
create policy actor_reads on work_item for select to throughcare_actor using (
  'identity' = any ((select actor_reads())::record_class[])
  and (person_id is null or exists (select from involvement i where i.person_id = work_item.person_id))
  and (establishment_code = any ((select actor_establishments())::text[]) or service_id = any ((select actor_team_services())::uuid[])));
create policy actor_changes on work_item for update to throughcare_actor
  using ('identity' = any ((select actor_writes())::record_class[])
    and (person_id is null or exists (select from involvement i where i.person_id = work_item.person_id))
    and (establishment_code = any ((select actor_establishments())::text[]) or service_id = any ((select actor_team_services())::uuid[])))
  with check (closed_by = (select actor_id()));

-- Directory and settings hold nothing about a person.
grant select on establishment, organisation, service, staff, membership, class_right, role_scope, setting_period
  to throughcare_actor, throughcare_engine, throughcare_intake, throughcare_auth, throughcare_worker, throughcare_search;
grant insert, update on establishment, organisation, service, staff, membership, setting_period, credential, restriction, restricted_access, lock_out to throughcare_intake;
grant select on restriction, restricted_access, lock_out to throughcare_auth, throughcare_intake;
create policy auth_reads on restriction for select to throughcare_auth using (true);
create policy auth_reads on restricted_access for select to throughcare_auth using (true);
create policy auth_reads on lock_out for select to throughcare_auth using (true);
create policy intake_works on restriction to throughcare_intake using (true) with check (true);
create policy intake_works on restricted_access to throughcare_intake using (true) with check (true);
create policy intake_works on lock_out to throughcare_intake using (true) with check (true);
grant select, insert, update, delete on session to throughcare_auth;
grant select, update on credential to throughcare_auth;
grant select on credential to throughcare_intake;
grant select, insert on idempotency to throughcare_actor;
grant update (location, flash) on idempotency to throughcare_actor;
grant select, insert, update on kept_filter to throughcare_actor;
grant insert on outbox to throughcare_actor, throughcare_intake;
grant select, update on outbox to throughcare_intake;
alter table outbox enable row level security;
alter table outbox force row level security;
create policy intake_works on outbox to throughcare_intake using (true) with check (true);
create policy actor_adds on outbox for insert to throughcare_actor with check (delivered_at is null and cardinality((select actor_services())::uuid[]) > 0);
grant select, delete on idempotency to throughcare_auth;
alter table kept_filter enable row level security;
alter table kept_filter force row level security;
create policy own on kept_filter to throughcare_actor using (staff_id = (select actor_id())) with check (staff_id = (select actor_id()));
alter table idempotency enable row level security;
alter table idempotency force row level security;
create policy clears on idempotency to throughcare_auth using (true);
create policy own on idempotency to throughcare_actor using (staff_id = (select actor_id())) with check (staff_id = (select actor_id()));

-- The audit log: appended through one function, read by its own role, changed by nobody. An actor writes as nobody but themself.
alter table audit_event enable row level security;
alter table audit_event force row level security;
grant insert on audit_event to throughcare_audit_append;
create policy append on audit_event for insert to throughcare_audit_append with check (true);
grant select on audit_event to throughcare_audit_read;
create policy reads on audit_event for select to throughcare_audit_read using (true);
create function append_audit(id uuid, at timestamptz, staff uuid, role text, services uuid[], action text, outcome text, people uuid[],
  subject text, address text, request text) returns void language sql security definer set search_path = throughcare, pg_temp as $$
  insert into audit_event (id, at, staff_id, role, service_ids, action, outcome, person_ids, subject, address, request_id)
  select id, at, case when acting then actor_id() else staff end, case when acting then actor_role()::text else role end,
    case when acting then actor_services() else services end, action, outcome, people, subject, address, request
  from (select current_setting('role') = 'throughcare_actor' as acting) as who
$$;
revoke all on function append_audit from public;
grant execute on function append_audit to throughcare_actor, throughcare_auth, throughcare_intake, throughcare_worker;
alter function append_audit owner to throughcare_audit_append;
-- The owner comes last: who no longer owns a function cannot revoke it from everybody, and is only warned.
