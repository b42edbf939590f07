set search_path = throughcare, public;

-- A team leader of the team that holds somebody decides who alone may open the record, and who never may (product.md, "Who may see what").
create function protects(person uuid) returns boolean language sql stable security definer set search_path = throughcare, pg_temp as $$
  select actor_role() = 'team_leader' and actor_sees(person) and exists (
    select from involvement i where i.person_id = person and i.classes is null and i.ground <> 'named'
      and i.service_id = any (actor_team_services()) and i.since <= today() and (i.until is null or i.until > today()))
$$;
revoke all on function protects from public;
grant execute on function protects to throughcare_actor, throughcare_intake;

-- Staff who could come upon the record: of the leader's own services and of those in the same prisons.
create function staff_around() returns table (id uuid, full_name text, service text) language sql stable security definer set search_path = throughcare, pg_temp as $$
  select t.id, t.full_name, string_agg(distinct s.name, ', ')
  from membership m join staff t on t.id = m.staff_id and t.active join service s on s.id = m.service_id
  where actor_role() = 'team_leader' and m.from_day <= today() and (m.to_day is null or m.to_day >= today())
    and (s.id = any (actor_services()) or s.establishment_code = any (actor_establishments()))
  group by t.id, t.full_name order by t.full_name, t.id limit 300
$$;
revoke all on function staff_around from public;
grant execute on function staff_around to throughcare_actor;

create function protection_of(person uuid) returns table (ring_number text, reason text, named uuid[], locked_out uuid[])
language sql stable security definer set search_path = throughcare, pg_temp as $$
  select r.ring_number, r.reason,
    array(select a.staff_id from restricted_access a where a.person_id = person),
    array(select l.staff_id from lock_out l where l.person_id = person)
  from (select person) asked left join restriction r on r.person_id = person
  where protects(person)
$$;
revoke all on function protection_of from public;
grant execute on function protection_of to throughcare_actor;

grant delete on restriction, restricted_access, lock_out to throughcare_intake;
-- Names who alone may open a record; its leader is always among them, or nobody could undo it.
create function restrict_person(person uuid, ring text, why text, named uuid[], at timestamptz) returns boolean
language plpgsql security definer set search_path = throughcare, pg_temp as $$
begin
  if not protects(person) then return false; end if;
  insert into restriction (person_id, ring_number, reason, restricted_by, restricted_at) values (person, ring, why, actor_id(), at)
    on conflict (person_id) do update set ring_number = excluded.ring_number, reason = excluded.reason,
      restricted_by = excluded.restricted_by, restricted_at = excluded.restricted_at;
  delete from restricted_access a where a.person_id = person and a.staff_id <> all (named) and a.staff_id <> actor_id();
  insert into restricted_access (person_id, staff_id, granted_at) select person, s, at from unnest(named || actor_id()) s on conflict do nothing;
  return true;
end $$;
revoke all on function restrict_person from public;
grant execute on function restrict_person to throughcare_actor;

create function lift_restriction(person uuid) returns boolean language plpgsql security definer set search_path = throughcare, pg_temp as $$
begin
  if not protects(person) then return false; end if;
  delete from restricted_access a where a.person_id = person;
  delete from restriction r where r.person_id = person;
  return true;
end $$;
revoke all on function lift_restriction from public;
grant execute on function lift_restriction to throughcare_actor;

-- Who may never open a record, whatever their team: those named here and no others. Nobody locks themself out.
create function lock_out_staff(person uuid, members uuid[], why text, at timestamptz) returns boolean
language plpgsql security definer set search_path = throughcare, pg_temp as $$
begin
  if not protects(person) then return false; end if;
  delete from lock_out l where l.person_id = person and l.staff_id <> all (members);
  insert into lock_out (person_id, staff_id, reason, locked_at)
    select person, s, why, at from unnest(members) s where s <> actor_id() on conflict do nothing;
  return true;
end $$;
revoke all on function lock_out_staff from public;
grant execute on function lock_out_staff to throughcare_actor;

alter function protects owner to throughcare_engine;
alter function staff_around owner to throughcare_auth;
alter function protection_of owner to throughcare_intake;
alter function restrict_person owner to throughcare_intake;
alter function lift_restriction owner to throughcare_intake;
alter function lock_out_staff owner to throughcare_intake;
