set search_path = throughcare, public;

-- Person search: one definer function, because row security keeps the planner from the trigram index; it applies the access rule itself.
-- Names may be misspelt, and a birth date narrows them; a number is exact, in its normal form. Names of before a merge find the survivor.
-- Each way of searching is a branch of its own, so that every plan, also a kept one, goes by its index.
create function search_people(names text, number text, birth date, most integer) returns table (person_id uuid, likeness real)
language sql stable security definer set search_path = throughcare, public, pg_temp set pg_trgm.word_similarity_threshold = 0.45 as $$
  with me as materialized (
    select actor_team_services() as teams, actor_named_services() as named, actor_id() as staff, actor_barred() as barred, today() as today
    where 'identity' = any (actor_reads())),
  near as (
    select coalesce(p.merged_into, p.id) as id, public.word_similarity(plain_words(names), p.search_words) as likeness
      from person p
      where names is not null and number is null and plain_words(names) operator(public.<%) p.search_words and (birth is null or p.date_of_birth = birth)
    union all
    select coalesce(p.merged_into, p.id), 1::real from person p
      where names is null and number is null and birth is not null and p.date_of_birth = birth
    union all
    select i.person_id, 1::real from identifier i join person p on p.id = i.person_id
      where number is not null and i.value = number and (birth is null or p.date_of_birth = birth)),
  each_once as (select n.id, max(n.likeness) as likeness from near n group by n.id),
  mine as (
    select n.id, n.likeness from each_once n, me
    where n.id <> all (me.barred) and exists (select from involvement i where i.person_id = n.id and i.since <= me.today and (i.until is null or i.until >= me.today - 28)
      and ((i.ground <> 'named' and i.service_id = any (me.teams)) or (i.ground = 'named' and i.staff_id = me.staff and i.service_id = any (me.named)))))
  -- Where somebody fits well, those who share only a first name with the question are no answer.
  select m.id, m.likeness from mine m where m.likeness >= (select max(likeness) from mine) - 0.3
  order by m.likeness desc, m.id limit least(most, 100)
$$;
grant create on schema throughcare to throughcare_search;
revoke all on function search_people from public;
grant execute on function search_people to throughcare_actor;
alter function search_people owner to throughcare_search;

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
  where i.value = number and i.type in ('prison_number', 'nhs_number')
    and exists (select from service mine where mine.id = any (actor_team_services()) and mine.registered)
    and not exists (select from lock_out l where l.person_id = p.id and l.staff_id = actor_id())
$$;
revoke all on function find_holder from public;
grant execute on function find_holder to throughcare_actor;

-- Whether any record carries one of these numbers: adding such a person leads to connect, never to a twin.
create function number_is_known(numbers text[]) returns boolean
language sql stable security definer set search_path = throughcare, pg_temp as $$
  select cardinality(actor_team_services()) > 0 and cardinality(numbers) <= 10 and exists (select from identifier i where i.value = any (numbers))
$$;
revoke all on function number_is_known from public;
grant execute on function number_is_known to throughcare_actor;
alter function number_is_known owner to throughcare_search;

-- How often the actor asked to connect since a moment: the limit counts across every copy of the service.
create function connects_since(moment timestamptz) returns integer
language sql stable security definer set search_path = throughcare, pg_temp as $$
  select count(*)::integer from audit_event where staff_id = actor_id() and action = 'connect' and at > moment
$$;
grant create on schema throughcare to throughcare_audit_read;
revoke all on function connects_since from public;
grant execute on function connects_since to throughcare_actor;
alter function connects_since owner to throughcare_audit_read;
revoke create on schema throughcare from throughcare_audit_read;

-- Tells the holder of a record, found as find_holder finds it, who looked and what they ask.
create function tell_holder(id uuid, number text, birth date, words text, at timestamptz) returns void
language plpgsql security definer set search_path = throughcare, pg_temp as $$
begin
  insert into notice (id, person_id, recorded_under, service_id, kind, words, recorded_at)
  select tell_holder.id, h.person_id, h.person_id, h.service_id, 'connect', tell_holder.words, tell_holder.at
  from find_holder(number, birth) h where h.service_id is not null;
end $$;
grant execute on function find_holder to throughcare_intake;
alter function find_holder owner to throughcare_search;
revoke all on function tell_holder from public;
grant execute on function tell_holder to throughcare_actor;
alter function tell_holder owner to throughcare_intake;

-- Tells every service that works with somebody: a death all of them, a moved date those beyond the prison. Its writer sees none of the others.
create function tell_involved(person uuid, kind text, words text, at timestamptz) returns void
language plpgsql security definer set search_path = throughcare, pg_temp as $$
begin
  if current_setting('role') = 'throughcare_actor' and not (actor_sees(person) and 'identity' = any (actor_writes())) then
    raise exception 'no such person' using errcode = 'no_data_found';
  end if;
  insert into notice (id, person_id, recorded_under, service_id, kind, words, recorded_at)
  select uuidv7(), person, person, told.service_id, kind, words, at
  from (select distinct i.service_id from involvement i
    where i.person_id = person and (i.until is null or i.until > today()) and (kind = 'death' or i.ground <> 'here')) told;
end $$;
revoke all on function tell_involved from public;
grant execute on function tell_involved to throughcare_actor;
alter function tell_involved owner to throughcare_intake;

-- Asks that two joined records be taken apart, with why: a job does it, since it moves records that no actor may see.
create function ask_to_undo_merge(merge uuid, why text) returns boolean
language plpgsql security definer set search_path = throughcare, pg_temp as $$
begin
  update person_merge m set undone_by = actor_id(), undone_why = why
  where m.id = merge and m.undone_at is null and m.undone_why is null
    and 'identity' = any (actor_writes()) and cardinality(actor_establishments()) > 0 and actor_sees(m.survivor_id);
  return found;
end $$;
revoke all on function ask_to_undo_merge from public;
grant execute on function ask_to_undo_merge to throughcare_actor;
alter function ask_to_undo_merge owner to throughcare_intake;
