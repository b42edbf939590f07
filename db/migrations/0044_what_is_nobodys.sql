set search_path = throughcare, public;

-- ── What is held for nobody ──────────────────────────────────────────────────────────────────────────────────────

-- A line of a run may be about rows that are nobody's: one for all of them.
alter table disposal_line alter column person_id drop not null, alter column recorded_under drop not null,
  add constraint disposal_line_whose check ((person_id is null) = (rule = 'held') and (person_id is null) = (recorded_under is null));
select describe('disposal_line', 'One rule and one record in a run: how much is due, since when and why. No names.',
  'person_id', 'Whose record; null: rows of files and of the feed that are nobody''s', 'last_on', 'The last day anything happened; of what is nobody''s, the newest day of it');

-- Rows that carry numbers, initials or dates of birth of somebody whom nobody has, and since when; those of the organisation that has them,
-- and those that name no prison. Rows of files that were applied say nothing that does not stand elsewhere.
create function nobodys_rows(organisation uuid) returns table (table_name text, id uuid, day date)
language sql stable security definer set search_path = throughcare, pg_temp as $$
  with keeper as (select distinct on (s.establishment_code) s.establishment_code as prison, s.organisation_id as keeps
    from service s where s.kind = 'recovery' and s.establishment_code is not null order by s.establishment_code, s.created_at, s.id),
  found as (
    select 'episode', e.id, greatest(e.end_date, e.treatment_start, e.referral_date, london_day(e.recorded_at)), s.organisation_id as keeps
    from episode e join service s on s.id = e.service_id
    where e.person_id is null and e.likely_person_id is null
      and num_nonnulls(e.given_prison_number, e.given_nhs_number, e.given_initial, e.family_initial, e.date_of_birth, e.sex) > 0
    union all
    select 'feed_message', f.id, greatest(london_day(f.occurred_at), london_day(f.received_at)), k.keeps
    from feed_message f left join keeper k on k.prison = f.establishment_code
    where f.person_id is null and f.state = 'held' and f.raw <> ''
    union all
    select 'held_row', h.id, london_day(h.received_at), k.keeps
    from held_row h left join keeper k on k.prison = h.told ->> 'establishment')
  select f.table_name, f.id, f.day from found f (table_name, id, day, keeps)
  where coalesce(f.keeps, organisation) = organisation
$$;
revoke all on function nobodys_rows from public;
grant execute on function nobodys_rows to throughcare_disposal;
alter function nobodys_rows owner to throughcare_engine;

grant select, delete on held_row to throughcare_disposal;
grant update (prison_number, other_number, raw, told, fingerprint, telling) on feed_message to throughcare_disposal;
do $$
declare
  t text;
  of_a_run text := 'exists (select from disposal_line l join disposal_run r on r.id = l.run_id where r.state = ''running'' and l.outcome = ''waiting'' and l.person_id is null)';
begin
  execute format('create policy nobodys_go on held_row to throughcare_disposal using (%s)', of_a_run);
  foreach t in array array['episode', 'feed_message'] loop
    execute format('create policy nobodys_go on %I to throughcare_disposal using (person_id is null and %s) with check (person_id is null)', t, of_a_run);
  end loop;
end $$;

-- Episodes stay without what they told of whose they are, and the feed's messages without what they said: each unknown number becomes another
-- that says nothing, so that they are still as many, or none where a newer message has it. Rows of files go whole. What was stored since the list was made is left.
create function dispose_of_nobodys(line disposal_line, run disposal_run, at timestamptz) returns void
language plpgsql set search_path = throughcare, pg_temp as $$
declare
  due uuid[];
  taken text[];
begin
  select coalesce(array_agg(n.id), '{}') into due from nobodys_rows(run.organisation_id) n where n.day <= line.last_on;
  with gone as (update episode e set given_prison_number = null, given_nhs_number = null, given_initial = null, family_initial = null, date_of_birth = null, sex = null
      where e.id = any (due) and e.person_id is null and e.recorded_at <= run.listed_at returning e.id::text)
    select coalesce(array_agg(id), '{}') into taken from gone;
  perform log_disposal(run, line.rule, 'episode', taken, at);
  with mine as materialized (select f.id, f.prison_number, f.other_number from feed_message f where f.id = any (due) and f.person_id is null and f.received_at <= run.listed_at),
  staying as materialized (select y.prison_number, y.other_number from feed_message y left join mine m on m.id = y.id where y.state = 'held' and y.raw <> '' and m.id is null),
  another as materialized (select n.number, 'gone ' || gen_random_uuid() as instead
    from (select prison_number as number from mine union select other_number from mine
      except (select prison_number from staying union select other_number from staying)) n where n.number <> ''),
  gone as (update feed_message f set prison_number = coalesce(a.instead, ''), other_number = b.instead, raw = '', told = null, fingerprint = 'gone|' || f.id, telling = ''
      from mine m left join another a on a.number = m.prison_number left join another b on b.number = m.other_number
      where f.id = m.id returning f.id::text)
    select coalesce(array_agg(id), '{}') into taken from gone;
  perform log_disposal(run, line.rule, 'feed_message', taken, at);
  with gone as (delete from held_row h where h.id = any (due) and h.received_at <= run.listed_at returning h.id::text)
    select coalesce(array_agg(id), '{}') into taken from gone;
  perform log_disposal(run, line.rule, 'held_row', taken, at);
end $$;
comment on function dispose_of_nobodys is 'Runs as the role that disposes, under its policies.';
revoke all on function dispose_of_nobodys from public;
grant execute on function dispose_of_nobodys to throughcare_disposal;

-- What is taken out of which table, as the catalogue has it: worked out once for many records.
create function disposal_plan() returns jsonb language sql stable set search_path = throughcare, pg_temp as $$
  select coalesce(jsonb_agg(jsonb_build_object('name', p.name, 'classed', p.classed, 'key', p.key, 'blanks', c.blanks, 'worded', has_words(p.name))), '[]')
  from person_table p, lateral (select string_agg(format('%I = %s', c.name, c.blank), ', ') as blanks from personal_columns(p.name) c) c
  where (p.whose = 'person_id' or p.name = 'person') and p.name not like 'access\_%' and p.name not in ('identifier', 'legal_hold', 'restriction', 'lock_out')
    and c.blanks is not null
$$;
comment on function disposal_plan is 'For each table: the columns and what each is left with, and the condition that a row still says something, over `t`.';
revoke all on function disposal_plan from public;
grant execute on function disposal_plan to throughcare_disposal;

drop function dispose_line;
create function dispose_line(line disposal_line, run disposal_run, plan jsonb, at timestamptz) returns void
language plpgsql set search_path = throughcare, pg_temp as $$
declare
  t record;
  taken text[];
  blanks text;
begin
  if line.person_id is null then
    perform dispose_of_nobodys(line, run, at);
    return;
  end if;
  -- Of somebody whose name is kept no longer, whose an episode was stays as it was decided: what it was decided from goes.
  update episode e set match = 'confirmed' where (e.person_id = line.person_id and 'recovery' = any (line.classes))
    or (e.likely_person_id = line.person_id and 'identity' = any (line.classes));
  for t in select p.* from jsonb_to_recordset(plan) as p (name text, classed boolean, key text, blanks text, worded text)
      where p.name <> 'person' and (p.classed or 'identity' = any (line.classes)) order by p.name loop
    execute format('with gone as (update throughcare.%I t set %s where t.person_id = $1 and (%s) and (%s) returning t.%I::text as id) select coalesce(array_agg(id), ''{}'') from gone',
      t.name, t.blanks, t.worded, case when t.classed then 't.class = any ($2)' else '$2 is not null' end, t.key) into taken using line.person_id, line.classes;
    perform log_disposal(run, line.rule, t.name, taken, at);
  end loop;
  if 'identity' = any (line.classes) then
    with gone as (delete from identifier i where i.person_id = line.person_id returning i.id::text)
      select coalesce(array_agg(id), '{}') into taken from gone;
    perform log_disposal(run, line.rule, 'identifier', taken, at);
    select p.blanks into blanks from jsonb_to_recordset(plan) as p (name text, blanks text) where p.name = 'person';
    execute format('with gone as (update person t set %s where t.id = $1 or t.merged_into = $1 returning t.id::text as id) select coalesce(array_agg(id), ''{}'') from gone', blanks)
      into taken using line.person_id;
    perform log_disposal(run, line.rule, 'person', taken, at);
    with gone as (update episode e set given_prison_number = null, given_nhs_number = null, given_initial = null, family_initial = null, date_of_birth = null, sex = null
      where e.likely_person_id = line.person_id returning e.id::text)
      select coalesce(array_agg(id), '{}') into taken from gone;
    perform log_disposal(run, line.rule, 'episode', taken, at);
  end if;
end $$;
revoke all on function dispose_line from public;
grant execute on function dispose_line to throughcare_disposal;

set local role throughcare_disposal;
create or replace function list_disposal(run uuid, rules jsonb, at timestamptz) returns integer
language plpgsql security definer set search_path = throughcare, pg_temp as $$
declare found_lines integer;
begin
  insert into disposal_line (run_id, person_id, recorded_under, rule, classes, last_on, due_since, row_count, recorded_at)
    select r.id, d.person_id, d.person_id, d.rule, d.classes, d.last_on, d.due_since, d.row_count, at
    from disposal_run r, due_for_disposal(r.organisation_id, r.as_of, rules) d where r.id = run and r.state = 'listing';
  get diagnostics found_lines = row_count;
  insert into disposal_line (run_id, rule, classes, last_on, due_since, row_count, recorded_at)
    select r.id, 'held', '{identity}', max(n.day), (min(n.day) + make_interval(years => h.years))::date, count(*)::integer, at
    from disposal_run r, jsonb_to_recordset(rules) as h (rule text, years integer), nobodys_rows(r.organisation_id) n
    where r.id = run and r.state = 'listing' and h.rule = 'held' and (n.day + make_interval(years => h.years))::date <= r.as_of
    group by r.id, h.years;
  if found then found_lines := found_lines + 1; end if;
  update disposal_run set state = 'listed', listed_at = at, lines = found_lines where id = run and state = 'listing';
  return found_lines;
end $$;
create or replace function carry_out_disposal(run_id uuid, most integer, at timestamptz) returns integer
language plpgsql security definer set search_path = throughcare, pg_temp as $$
declare
  run disposal_run;
  line disposal_line;
  became text;
  left_over integer;
  plan jsonb := disposal_plan();
begin
  update disposal_run r set state = 'running' where r.id = carry_out_disposal.run_id and r.state in ('approved', 'running') returning * into run;
  if not found then return 0; end if;
  for line in select * from disposal_line l where l.run_id = run.id and l.outcome = 'waiting' order by l.person_id, l.id limit most loop
    became := case when hold_on(line.person_id) is not null then 'held'
      when is_active_again(line.person_id, run.listed_at) then 'no_longer_due' else 'done' end;
    if became = 'done' then perform dispose_line(line, run, plan, at); end if;
    update disposal_line set outcome = became where id = line.id;
  end loop;
  select count(*) filter (where l.outcome = 'waiting') into left_over from disposal_line l where l.run_id = run.id;
  update disposal_run r set handled = r.lines - left_over, state = case left_over when 0 then 'done' else 'running' end,
    done_at = case left_over when 0 then at end where r.id = run.id;
  return left_over;
end $$;
set local role throughcare_owner;

-- ── What a column is left with ───────────────────────────────────────────────────────────────────────────────────

-- Where a check of the table asks for words (a dropped goal says why, a reviewed item what was found), they become empty ones, or say that
-- they are kept no longer: else one such row would keep a whole run from being carried out.
create or replace function personal_columns(of_table text) returns table (name text, blank text)
language sql stable set search_path = throughcare, pg_temp as $$
  select c.name, case
    when (c.table_name, c.name) in (('sharing_basis', 'to_body'), ('glass', 'reason')) then format($b$case when t.%I is null then null else 'No longer kept' end$b$, c.name)
    when (c.table_name, c.name) in (('plan_goal', 'why'), ('sharing_basis', 'words'), ('involvement_request', 'answer_words'), ('oversight_item', 'words'))
      then format($b$case when t.%I is null then null else '' end$b$, c.name)
    when not c.needed then 'null' when c.type in ('text', 'character varying') then $b$''$b$ when c.type = 'jsonb' then $b$'{}'$b$
    when c.type like '%[]' then $b$'{}'$b$ when c.type = 'bytea' then $b$''$b$ else 'null' end
  from person_column c where c.table_name = of_table and c.personal and not c.generated
    -- The measure needs the day; without a name it is nobody's.
    and not (c.table_name = 'person' and c.name = 'date_of_death')
$$;

select describe('stored_search', 'What somebody typed into a search: the address of the result and the audit log carry its id and no name. Cleared after 28 days. [personal]',
  'words', '[personal] What they typed');

-- ── One human with two accounts ──────────────────────────────────────────────────────────────────────────────────

-- Whether two accounts bear one name: the same words, in any order and spelt with any capitals. Two who share a name have a third decide.
create function bear_one_name(one uuid, other uuid) returns boolean language sql stable set search_path = throughcare, pg_temp as $$
  select one = other or exists (
    select from staff a, staff b where a.id = one and b.id = other and
      (select string_agg(w, ' ' order by w) from regexp_split_to_table(lower(a.full_name), '[^[:alnum:]]+') w where w <> '')
      = (select string_agg(w, ' ' order by w) from regexp_split_to_table(lower(b.full_name), '[^[:alnum:]]+') w where w <> ''))
$$;
revoke all on function bear_one_name from public;
grant execute on function bear_one_name to throughcare_actor;
create policy of_another_name on disposal_run as restrictive for update to throughcare_actor
  using (true) with check (approved_by is null or not bear_one_name(made_by, approved_by));
create policy of_another_name on access_reviewer as restrictive for insert to throughcare_actor
  with check (not bear_one_name(named_by, staff_id));
