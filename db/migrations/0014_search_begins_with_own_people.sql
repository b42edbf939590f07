set search_path = throughcare, public;

-- Person search, as 0011, but from whichever end is shorter. A team works with some hundreds of people: comparing their names takes a few
-- milliseconds, where a common name in the trigram index has thousands of candidates, each of them to be compared and then looked up.
-- Only where a reader works with more than two thousand people does it begin with the index.
-- The function's owner alone may replace it.
set local role throughcare_search;
create or replace function search_people(names text, number text, birth date, most integer) returns table (person_id uuid, likeness real)
language sql stable security definer set search_path = throughcare, public, pg_temp set pg_trgm.word_similarity_threshold = 0.45 as $$
  with me as materialized (
    select actor_team_services() as teams, actor_named_services() as named, actor_id() as staff, actor_barred() as barred, today() as today,
      plain_words(names) as words
    where 'identity' = any (actor_reads())),
  some_of_mine as materialized (
    select i.person_id from involvement i
      where names is not null and number is null and i.service_id = any ((select teams from me)::uuid[]) and i.ground <> 'named'
        and i.since <= (select today from me) and (i.until is null or i.until >= (select today from me) - 28)
    union all
    select i.person_id from involvement i
      where names is not null and number is null and i.staff_id = (select staff from me) and i.ground = 'named' and i.service_id = any ((select named from me)::uuid[])
        and i.since <= (select today from me) and (i.until is null or i.until >= (select today from me) - 28)
    limit 2001),
  few as materialized (select count(*) <= 2000 as few from some_of_mine),
  mine_once as materialized (select distinct s.person_id from some_of_mine s where (select few from few)),
  near as (
    select c.id, c.likeness from (
      select p.id, p.date_of_birth, public.word_similarity((select words from me), p.search_words) as likeness from mine_once m join person p on p.id = m.person_id
      union all
      select p.merged_into, p.date_of_birth, public.word_similarity((select words from me), p.search_words) from mine_once m join person p on p.merged_into = m.person_id
      ) c where c.likeness >= 0.45 and (birth is null or c.date_of_birth = birth)
    union all
    select coalesce(p.merged_into, p.id), public.word_similarity((select words from me), p.search_words)
      from person p
      where names is not null and number is null and not (select few from few)
        and plain_words(names) operator(public.<%) p.search_words and (birth is null or p.date_of_birth = birth)
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
set local role throughcare_owner;
