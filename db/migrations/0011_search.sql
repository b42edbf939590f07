set search_path = throughcare, public;

-- Person search: one definer function, because row security keeps the planner from the trigram index; it applies the access rule itself.
-- kind: 'name' (needle is plain words), 'number' (exact, normalised), 'birth' (ISO date), or name and birth together.
create function search_people(names text, number text, birth date, most integer) returns table (person_id uuid, likeness real)
language sql stable security definer set search_path = throughcare, public, pg_temp as $$
  with near as (
    select p.id, case when names is null then 1::real else public.word_similarity(plain_words(names), p.search_words) end as likeness
    from person p
    where p.merged_into is null
      and (names is null or plain_words(names) operator(public.<%) p.search_words)
      and (birth is null or p.date_of_birth = birth)
      and (number is null or p.id in (select i.person_id from identifier i where i.value = number))
      and (names is not null or birth is not null or number is not null)
    order by 2 desc
    limit 400
  )
  select n.id, n.likeness from near n where actor_sees(n.id) order by n.likeness desc, n.id limit least(most, 100)
$$;
grant create on schema throughcare to throughcare_search;
alter function search_people owner to throughcare_search;
revoke all on function search_people from public;
grant execute on function search_people to throughcare_actor;

-- Connect: an exact number and date of birth tell a registered service which team to ring, and nothing else.
create function find_holder(number text, birth date) returns table (person_id uuid, service_id uuid, ring text, restricted boolean)
language sql stable security definer set search_path = throughcare, pg_temp as $$
  select p.id, s.id, coalesce(r.ring_number, s.phone), r.person_id is not null
  from identifier i
  join person p on p.id = i.person_id and p.date_of_birth = birth
  left join restriction r on r.person_id = p.id
  left join lateral (
    select s.id, s.phone from involvement v join service s on s.id = v.service_id and s.registered and s.kind = 'recovery'
    where v.person_id = p.id order by v.until nulls first, v.since desc limit 1) s on true
  where i.value = number and i.type in ('prison_number', 'nhs_number') and cardinality(actor_team_services()) > 0
$$;
alter function find_holder owner to throughcare_search;
revoke all on function find_holder from public;
grant execute on function find_holder to throughcare_actor;
