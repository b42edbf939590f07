set search_path = throughcare, public;

-- A nightly job clears drafts that nobody has touched for some weeks.
grant delete on draft to throughcare_intake;
create index draft_by_day on draft (saved_at);

-- Whoever is named for somebody may give them back, also in a role that names nobody else.
create policy own_given_back on allocation for update to throughcare_actor
  using (staff_id = (select actor_id()) and to_day is null and service_id = any ((select actor_services())::uuid[])
    and exists (select from involvement i where i.person_id = allocation.person_id and (i.until is null or i.until > (select today()))))
  with check (staff_id = (select actor_id()) and handed_back and to_day is not null and ended_why is not null
    and service_id = any ((select actor_services())::uuid[]));
