set search_path = throughcare, public;

-- Words within one person's notes, by the index on them: row security keeps the planner from it, so that the rule
-- is applied here, and again by the policies of whoever reads the notes that it names.
create function search_notes(of_person uuid, sought text, most integer) returns table (note_id uuid)
language sql stable security definer set search_path = throughcare, pg_temp as $$
  select n.id from note n
  where actor_sees(of_person) and n.person_id = of_person and n.class = any (actor_reads())
    and n.search_words @@ websearch_to_tsquery('english', sought)
    and not exists (select from note later where later.amends = n.id)
  order by n.day desc, n.id desc limit least(most, 100)
$$;
grant create on schema throughcare to throughcare_search;
revoke all on function search_notes from public;
grant execute on function search_notes to throughcare_actor;
alter function search_notes owner to throughcare_search;
