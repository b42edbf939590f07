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
alter function actor_reads() owner to throughcare_auth;
alter function actor_writes() owner to throughcare_auth;
alter function actor_raises() owner to throughcare_auth;
alter function actor_establishments() owner to throughcare_auth;
alter function actor_barred() owner to throughcare_auth;

-- Whether the actor is involved with a person: the rule of the policies below, for the definer functions.
create function actor_sees(person uuid) returns boolean language sql stable security definer set search_path = throughcare, pg_temp as $$
  select person <> all (actor_barred()) and (
    exists (select from involvement i where i.person_id = person and (i.until is null or i.until >= today() - 28)
      and (i.service_id = any (actor_team_services()) or (i.staff_id = actor_id() and i.service_id = any (actor_services()))))
    or exists (select from person p where p.id = person and p.created_by = actor_id() and p.created_in = pg_current_xact_id_if_assigned()))
$$;
alter function actor_sees(uuid) owner to throughcare_engine;

do $$
declare
  t text;
  sees text := 'person_id <> all ((select actor_barred())::uuid[]) and exists (select from involvement i where i.person_id = %1$I.person_id)';
  made text := 'exists (select from person p where p.id = %1$I.person_id and p.created_by = (select actor_id()) and p.created_in = pg_current_xact_id_if_assigned())';
  within_classes text := 'class = any ((select actor_reads())::record_class[]) and (exists (select from involvement i where i.person_id = %1$I.person_id
      and (i.until is null or %1$I.recorded_at < i.until + 1)
      and (i.classes is null or %1$I.class = any (i.classes) or %1$I.service_id = i.service_id)) or ' || made || ')';
  adds text := 'recorded_by = (select actor_id()) and (exists (select from involvement i where i.person_id = %1$I.person_id and (i.until is null or i.until > (select today()))) or ' || made || ')';
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
  foreach t in array array['contact_details','movement','release_date','episode','intervention','allocation','contact','contact_change','fact','handover'] loop
    execute format('create policy actor_adds on %1$I for insert to throughcare_actor with check (class = any ((select actor_writes())::record_class[]) and
      service_id = any ((select actor_services())::uuid[]) and ' || adds || ')', t);
  end loop;
  foreach t in array array['safety_flag','note'] loop
    execute format('create policy actor_adds on %1$I for insert to throughcare_actor with check (class = any ((select actor_raises())::record_class[]) and
      service_id = any ((select actor_services())::uuid[]) and ' || adds || ')', t);
  end loop;
  -- What may change after it was recorded, and only in these columns.
  foreach t in array array['episode','intervention','allocation','contact','handover','safety_flag'] loop
    execute format('create policy actor_changes on %1$I for update to throughcare_actor
      using (class = any ((select actor_writes())::record_class[]) and service_id = any ((select actor_services())::uuid[])) with check (true)', t);
  end loop;

  -- Identity.
  foreach t in array array['identifier','whereabouts','location'] loop
    execute format('grant select on %I to throughcare_actor', t);
    execute format('create policy actor_reads on %1$I for select to throughcare_actor using (
      ''identity'' = any ((select actor_reads())::record_class[]) and (' || sees || ' or ' || made || '))', t);
  end loop;
  execute format('create policy actor_reads on %1$I for select to throughcare_actor using (
      class = any ((select actor_reads())::record_class[]) and exists (select from involvement i where i.person_id = %1$I.person_id
        and (i.classes is null or %1$I.class = any (i.classes) or %1$I.service_id = i.service_id)))', 'obligation');
end $$;

grant select on obligation to throughcare_actor;

-- Whoever receives a person screens them: a nurse adds that one form to the recovery record, which she may else only read.
create policy clinical_screens on fact for insert to throughcare_actor with check (
  (select actor_role()) = 'clinical' and class = 'recovery' and kind = 'arrival_screen'
  and service_id = any ((select actor_services())::uuid[]) and recorded_by = (select actor_id())
  and exists (select from involvement i where i.person_id = fact.person_id and i.until is null));

-- involvement decides the rest: its own policy holds the rule of who is involved.
grant select on involvement to throughcare_actor;
create policy actor_reads on involvement for select to throughcare_actor using (
  (service_id = any ((select actor_team_services())::uuid[]) or (staff_id = (select actor_id()) and service_id = any ((select actor_services())::uuid[])))
  and (until is null or until >= today() - 28)
  and person_id <> all ((select actor_barred())::uuid[]));

grant select, insert on person to throughcare_actor;
grant update (family_name, given_name, known_as, date_of_birth, sex, interpreter, reading_needs, date_of_death, version) on person to throughcare_actor;
create policy actor_reads on person for select to throughcare_actor using (
  'identity' = any ((select actor_reads())::record_class[])
  and ((id <> all ((select actor_barred())::uuid[]) and exists (select from involvement i where i.person_id = person.id))
    or (created_by = (select actor_id()) and created_in = pg_current_xact_id_if_assigned())));
create policy actor_adds on person for insert to throughcare_actor with check (
  'identity' = any ((select actor_writes())::record_class[]) and created_by = (select actor_id()) and merged_into is null);
create policy actor_changes on person for update to throughcare_actor
  using ('identity' = any ((select actor_writes())::record_class[])) with check (true);

grant insert on identifier to throughcare_actor;
create policy actor_adds on identifier for insert to throughcare_actor with check (
  'identity' = any ((select actor_writes())::record_class[])
  and (exists (select from involvement i where i.person_id = identifier.person_id and i.until is null)
    or exists (select from person p where p.id = identifier.person_id and p.created_by = (select actor_id()) and p.created_in = pg_current_xact_id_if_assigned())));

grant select on person_merge to throughcare_actor;
create policy actor_reads on person_merge for select to throughcare_actor using (
  'identity' = any ((select actor_reads())::record_class[])
  and survivor_id <> all ((select actor_barred())::uuid[])
  and exists (select from involvement i where i.person_id = person_merge.survivor_id));

grant update (triage_date, treatment_start, end_date, end_reason, substances, version) on episode to throughcare_actor;
grant update (ended_on, ended_by) on intervention to throughcare_actor;
grant update (to_day, ended_why) on allocation to throughcare_actor;
grant update (day, starts_at, place, mode, outcome, words, staff_id, version) on contact to throughcare_actor;
grant update (destination, state, closed_on, closed_why, version) on handover to throughcare_actor;
grant update (ended_at, ended_by) on safety_flag to throughcare_actor;

-- Both sides of a hand-over: the sender sees its offers, the receiver the ones made to it.
grant select, insert on handover_offer, handover_message to throughcare_actor;
grant update (seen_at, seen_by, answer, answered_at, answered_by, decline_reason, suggested_service_id, words) on handover_offer to throughcare_actor;
create policy actor_reads on handover_offer for select to throughcare_actor using (
  class = any ((select actor_reads())::record_class[]) and exists (select from involvement i where i.person_id = handover_offer.person_id
    and (i.classes is null or handover_offer.to_service_id = i.service_id or handover_offer.service_id = i.service_id)));
create policy actor_adds on handover_offer for insert to throughcare_actor with check (
  class = any ((select actor_writes())::record_class[]) and service_id = any ((select actor_services())::uuid[]) and sent_by = (select actor_id())
  and exists (select from involvement i where i.person_id = handover_offer.person_id and (i.until is null or i.until > (select today()))));
create policy actor_changes on handover_offer for update to throughcare_actor
  using (class = any ((select actor_writes())::record_class[])
    and (to_service_id = any ((select actor_services())::uuid[]) or service_id = any ((select actor_services())::uuid[]))) with check (true);
create policy actor_reads on handover_message for select to throughcare_actor using (
  class = any ((select actor_reads())::record_class[]) and exists (select from handover_offer o where o.id = handover_message.offer_id));
create policy actor_adds on handover_message for insert to throughcare_actor with check (
  class = any ((select actor_writes())::record_class[]) and service_id = any ((select actor_services())::uuid[]) and recorded_by = (select actor_id())
  and exists (select from handover_offer o where o.id = handover_message.offer_id));
-- The receiving service moves the hand-over on with its answer.
create policy receiver_changes on handover for update to throughcare_actor using (
  class = any ((select actor_writes())::record_class[])
  and exists (select from handover_offer o where o.handover_id = handover.id and o.to_service_id = any ((select actor_services())::uuid[]))) with check (true);

-- A hand-over goes on with the prison that holds them: whoever works there now takes up what another prison began.
grant select, insert on handover_draft to throughcare_actor;
grant update (service_id, to_service_id, ask, parts, basis, basis_reason, version, recorded_by, recorded_at) on handover_draft to throughcare_actor;
do $$
declare
  t text;
  holds text := 'exists (select from involvement i where i.person_id = %1$I.person_id and (i.until is null or i.until > (select today()))
    and i.classes is null and i.ground <> ''allocation'')';
begin
  execute format('create policy actor_reads on %1$I for select to throughcare_actor using (class = any ((select actor_reads())::record_class[]) and ' || holds || ')', 'handover_draft');
  execute format('create policy actor_adds on %1$I for insert to throughcare_actor with check (class = any ((select actor_writes())::record_class[])
    and service_id = any ((select actor_services())::uuid[]) and recorded_by = (select actor_id()) and ' || holds || ')', 'handover_draft');
  execute format('create policy actor_changes on %1$I for update to throughcare_actor using (class = any ((select actor_writes())::record_class[]) and ' || holds || ')
    with check (service_id = any ((select actor_services())::uuid[]))', 'handover_draft');
  foreach t in array array['handover','handover_offer'] loop
    execute format('create policy holders_change on %1$I for update to throughcare_actor using (class = any ((select actor_writes())::record_class[]) and ' || holds || ') with check (true)', t);
  end loop;
end $$;
-- The first appointment belongs to the receiving service, whichever side books it; both sides may move it and say what became of it.
create policy sender_books on contact for insert to throughcare_actor with check (
  purpose = 'appointment' and class = 'handover' and class = any ((select actor_writes())::record_class[]) and recorded_by = (select actor_id())
  and exists (select from handover_offer o where o.handover_id = contact.handover_id and o.to_service_id = contact.service_id
    and o.answer is distinct from 'declined' and o.answer is distinct from 'withdrawn' and o.person_id = contact.person_id));
create policy either_side_changes on contact for update to throughcare_actor using (
  purpose = 'appointment' and class = 'handover' and class = any ((select actor_writes())::record_class[])
  and exists (select from handover_offer o where o.handover_id = contact.handover_id
    and o.answer is distinct from 'declined' and o.answer is distinct from 'withdrawn')) with check (true);
-- "Medicines for release only": the recovery team of the prison reads this one kind of clinical fact (product.md, "Who may see what").
create policy reads_medicines_for_release on fact for select to throughcare_actor using (
  kind = 'medicines_bridge' and (select actor_role()) in ('recovery_worker', 'coordinator', 'team_leader')
  and exists (select from involvement i where i.person_id = fact.person_id and i.classes is null and i.ground <> 'allocation'
    and (i.until is null or fact.recorded_at < i.until + 1)));

grant select, update (seen_at, seen_by) on notice to throughcare_actor;
create policy actor_reads on notice for select to throughcare_actor using (
  service_id = any ((select actor_team_services())::uuid[]) and person_id <> all ((select actor_barred())::uuid[]));
create policy actor_changes on notice for update to throughcare_actor using (service_id = any ((select actor_team_services())::uuid[])) with check (true);

-- What the feed said, for the teams of the prison it concerns.
grant select on feed_message, work_item to throughcare_actor;
grant insert on feed_message to throughcare_actor;
grant update (state, set_aside_at, set_aside_by, set_aside_why) on feed_message to throughcare_actor;
grant update (set_aside) on movement to throughcare_actor;
grant update (closed_at, closed_by, decision) on work_item to throughcare_actor;
create policy actor_reads on feed_message for select to throughcare_actor using (
  'identity' = any ((select actor_reads())::record_class[]) and (
    (person_id is null and establishment_code = any ((select actor_establishments())::text[]))
    or (person_id <> all ((select actor_barred())::uuid[]) and exists (select from involvement i where i.person_id = feed_message.person_id))));
create policy actor_adds on feed_message for insert to throughcare_actor with check (
  source = 'hand' and 'identity' = any ((select actor_writes())::record_class[]) and person_id is not null
  and (exists (select from involvement i where i.person_id = feed_message.person_id and i.until is null)
    or exists (select from person p where p.id = feed_message.person_id and p.created_by = (select actor_id()) and p.created_in = pg_current_xact_id_if_assigned())));
create policy actor_changes on feed_message for update to throughcare_actor
  using ('identity' = any ((select actor_writes())::record_class[])) with check (true);
create policy actor_changes on movement for update to throughcare_actor
  using ('identity' = any ((select actor_writes())::record_class[])) with check (true);
create policy actor_reads on work_item for select to throughcare_actor using (
  'identity' = any ((select actor_reads())::record_class[])
  and (person_id is null or (person_id <> all ((select actor_barred())::uuid[]) and exists (select from involvement i where i.person_id = work_item.person_id)))
  and (establishment_code = any ((select actor_establishments())::text[]) or service_id = any ((select actor_team_services())::uuid[])));
create policy actor_changes on work_item for update to throughcare_actor
  using ('identity' = any ((select actor_writes())::record_class[])) with check (true);

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
grant select, delete on idempotency to throughcare_auth;
alter table kept_filter enable row level security;
alter table kept_filter force row level security;
create policy own on kept_filter to throughcare_actor using (staff_id = (select actor_id())) with check (staff_id = (select actor_id()));
alter table idempotency enable row level security;
alter table idempotency force row level security;
create policy clears on idempotency to throughcare_auth using (true);
create policy own on idempotency to throughcare_actor using (staff_id = (select actor_id())) with check (staff_id = (select actor_id()));

-- The audit log: appended through one function, read by its own role, changed by nobody.
alter table audit_event enable row level security;
alter table audit_event force row level security;
grant insert on audit_event to throughcare_audit_append;
create policy append on audit_event for insert to throughcare_audit_append with check (true);
grant select on audit_event to throughcare_audit_read;
create policy reads on audit_event for select to throughcare_audit_read using (true);
create function append_audit(id uuid, at timestamptz, staff uuid, role text, services uuid[], action text, outcome text, people uuid[],
  subject text, address text, request text) returns void language sql security definer set search_path = throughcare, pg_temp as $$
  insert into audit_event (id, at, staff_id, role, service_ids, action, outcome, person_ids, subject, address, request_id)
  values (id, at, staff, role, services, action, outcome, people, subject, address, request)
$$;
alter function append_audit owner to throughcare_audit_append;
revoke all on function append_audit from public;
grant execute on function append_audit to throughcare_actor, throughcare_auth, throughcare_intake, throughcare_worker;
