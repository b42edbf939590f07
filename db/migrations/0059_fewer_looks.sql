set search_path = throughcare, public;

-- Of what a team owes, that of a few standards, without a look at all that is not due yet; and what is owed to one person.
create index obligation_owed_of on obligation (service_id, standard, due_on) where state = 'owed';
create index obligation_owed_to on obligation (person_id, due_on) where state = 'owed';

-- Who is in a prison now, of its teams.
create index involvement_here on involvement (service_id, person_id) include (ground, since, until, lapses_on, staff_id)
  where ground = 'here' and until is null;

-- What is recorded of one kind about somebody, the newest first.
create index fact_of_kind on fact (person_id, kind, day desc);

-- What of somebody's was amended.
create index note_amended on note (person_id) where amends is not null;
create index fact_amended on fact (person_id) where amends is not null;

-- A policy that reads another table brings that table's policies into every statement, whether a row asks for them or
-- not. What is asked of few rows is asked in a function, as the actor and under the same row security.
create function reads_offer(offer uuid) returns boolean language plpgsql stable as $$
begin
  return exists (select from throughcare.handover_offer o where o.id = offer);
end $$;
comment on function reads_offer is 'Whether the actor reads this sending of a hand-over, by its own policies.';

create function reads_goals_of(plan uuid) returns boolean language plpgsql stable as $$
begin
  return throughcare.actor_role() in ('key_worker', 'key_work_champion', 'offender_manager', 'probation', 'court_team')
    and exists (select from throughcare.recovery_plan p where p.id = plan);
end $$;
comment on function reads_goals_of is 'Whether the actor reads the goals of a plan with the summary that was agreed.';

create function reads_agreed_of(person uuid) returns boolean language plpgsql stable as $$
begin
  return throughcare.actor_role() in ('key_worker', 'key_work_champion', 'offender_manager', 'probation', 'court_team')
    and throughcare.plan_is_shared(person);
end $$;
comment on function reads_agreed_of is 'Whether the actor reads the summary of a plan that was agreed with this person.';

create function reads_guarded(service uuid, person uuid) returns boolean language plpgsql stable as $$
begin
  return service = any (throughcare.actor_team_services()) and person <> all (throughcare.actor_barred());
end $$;
comment on function reads_guarded is 'Whether a team with somebody among its people who is closed to the actor works with this person, who is not.';

create function reviews_glass(glass uuid) returns boolean language plpgsql stable as $$
begin
  return throughcare.actor_role() in ('team_leader', 'administrator')
    and exists (select from throughcare.oversight_item i where i.glass_id = glass);
end $$;
comment on function reviews_glass is 'Whether the broken glass is before the actor for review.';

revoke all on function reads_offer, reads_goals_of, reads_agreed_of, reads_guarded, reviews_glass from public;
grant execute on function reads_offer, reads_goals_of, reads_agreed_of, reads_guarded, reviews_glass to throughcare_actor;

alter policy actor_reads on handover_message using (class = any ((select actor_reads())::record_class[]) and reads_offer(offer_id));
alter policy reads_agreed_summary on plan_goal using (reads_goals_of(plan_id));
alter policy reads_agreed_summary on recovery_plan using (agreed_version is not null and reads_agreed_of(person_id));
alter policy actor_reads on involvement using (
  (ground <> 'named' and since <= (select today())
    and (least(until + 28, lapses_on) is null or least(until + 28, lapses_on) >= today())
    and (service_id = any ((select actor_open_services())::uuid[])
      or (coalesce(current_setting('throughcare.guarded', true), '') <> '' and reads_guarded(service_id, person_id))))
  or (ground in ('named', 'cover') and involved_by_name(ground, staff_id, service_id, person_id, since, until, lapses_on)));
drop policy leaders_read on glass;
drop policy administrators_read on glass;
create policy reviewers_read on glass for select to throughcare_actor using (reviews_glass(id));
