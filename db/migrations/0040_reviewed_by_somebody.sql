set search_path = throughcare, public;

-- What nobody leads is reviewed too: by the administrators of the organisations concerned, else by whoever comes to lead one of the services.
alter table oversight_item add column for_role staff_role not null default 'team_leader' check (for_role in ('team_leader', 'administrator'));
select describe('oversight_item', 'Something in the audit log that a team leader is to look at, and what became of it; where no team has a leader beside whoever looked, an administrator. Nobody reviews themself. [personal]',
  'for_role', 'Who is to review it: team leaders; administrators where the services have no leader beside whoever looked');

-- The services in which an organisation of these has an administrator beside one member of staff.
create function administered_services(services uuid[], beside uuid) returns uuid[] language sql stable set search_path = throughcare, pg_temp as $$
  select coalesce(array_agg(distinct m.service_id), '{}') from service asked join service its on its.organisation_id = asked.organisation_id
    join membership m on m.service_id = its.id and m.role = 'administrator' and m.staff_id is distinct from beside
      and m.from_day <= today() and (m.to_day is null or m.to_day >= today())
    join staff s on s.id = m.staff_id and s.active
  where asked.id = any (services)
$$;
revoke all on function administered_services from public;
grant execute on function administered_services to throughcare_intake, throughcare_audit_read;

create function review_falls_to() returns trigger language plpgsql set search_path = throughcare, pg_temp as $$
declare
  asked uuid[] := new.service_ids || case when new.person_id is null then '{}'::uuid[] else holders(new.person_id) end;
begin
  if cardinality(new.for_services) > 0 then
    return new;
  end if;
  new.for_services := administered_services(asked, new.staff_id);
  if cardinality(new.for_services) > 0 then
    new.for_role := 'administrator';
  else
    new.for_services := asked;
  end if;
  return new;
end $$;
revoke all on function review_falls_to from public;
create trigger review_falls_to before insert on oversight_item for each row execute function review_falls_to();

-- An administrator reads no record: of what falls to them they see who looked, when and why, and never whom.
create policy administrators_read on oversight_item for select to throughcare_actor using (
  (select actor_role()) = 'administrator' and for_role = 'administrator' and for_services && (select actor_services())::uuid[]
  and (person_id is null or person_id <> all ((select actor_locked_out())::uuid[])));
create policy administrators_review on oversight_item for update to throughcare_actor using (
  (select actor_role()) = 'administrator' and for_role = 'administrator' and for_services && (select actor_services())::uuid[]
  and reviewed_at is null and staff_id <> (select actor_id()))
  with check (reviewed_by = (select actor_id()) and reviewed_at = (select actor_now()));
create policy administrators_read on glass for select to throughcare_actor using (
  (select actor_role()) = 'administrator' and exists (select from oversight_item i where i.glass_id = glass.id));

-- What has waited for nobody so far.
do $$ begin perform set_config('throughcare.today', current_date::text, true); end $$;
set local role throughcare_intake;
update oversight_item o set
  for_services = case when cardinality(a.services) > 0 then a.services else q.asked end,
  for_role = case when cardinality(a.services) > 0 then 'administrator' else 'team_leader' end::staff_role
from (select i.id, i.service_ids || case when i.person_id is null then '{}'::uuid[] else holders(i.person_id) end as asked
      from oversight_item i where i.reviewed_at is null and cardinality(i.for_services) = 0) q
  cross join lateral (select administered_services(q.asked, (select w.staff_id from oversight_item w where w.id = q.id)) as services) a
where o.id = q.id;
set local role throughcare_owner;

-- How often the actor met a number that a record has already: guessing by adding is limited as guessing by connecting is.
create function known_numbers_met_since(moment timestamptz) returns integer
language sql stable security definer set search_path = throughcare, pg_temp as $$
  select count(*)::integer from audit_event where staff_id = actor_id() and at > moment
    and ((action = 'add_identifier' and outcome = 'refused') or (action = 'add_person' and subject = 'known_number'))
$$;
revoke all on function known_numbers_met_since from public;
grant execute on function known_numbers_met_since to throughcare_actor;
grant create on schema throughcare to throughcare_audit_read;
alter function known_numbers_met_since owner to throughcare_audit_read;
revoke create on schema throughcare from throughcare_audit_read;
