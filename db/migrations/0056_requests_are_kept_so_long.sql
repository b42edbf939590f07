set search_path = throughcare, public;

-- Who asked for records, how that was checked and to whom the answer went is kept so long after the request was over, and no longer. A request that
-- waits for its answer is not over; whether the person is with a service again makes no difference to one that is.
create function over_requests(organisation uuid) returns table (id uuid, person_id uuid, day date, worded integer)
language plpgsql stable security definer set search_path = throughcare, pg_temp as $$
begin
  return query execute format('
    with ended as (
      select r.id, r.person_id, case r.state when ''withdrawn'' then r.withdrawn_on
          else coalesce((select max(london_day(e.recorded_at)) from access_release e where e.request_id = r.id), r.due_on) end as day,
        (select count(*) from access_request t where t.id = r.id and (%s)) + (select count(*) from access_release t where t.request_id = r.id and (%s)) as worded
      from access_request r join service s on s.id = r.service_id
      where s.organisation_id = $1 and r.state in (''released'', ''withdrawn''))
    select e.id, e.person_id, e.day, e.worded::integer from ended e where e.worded > 0', has_words('access_request'), has_words('access_release'))
    using organisation;
end $$;
revoke all on function over_requests from public;
grant execute on function over_requests to throughcare_disposal;
alter function over_requests owner to throughcare_engine;

-- Opens every table of a person to the disposal, those of requests among them: for people of a run that is under way alone.
create or replace function open_to_disposal() returns void language plpgsql set search_path = throughcare, pg_temp as $$
declare
  t record;
  columns text;
begin
  for t in select * from person_table p where p.name not in ('access_reviewer', 'legal_hold') loop
    execute format('grant select on %I to throughcare_disposal', t.name);
    select string_agg(format('%I', c.name), ', ') into columns from personal_columns(t.name) c;
    if columns is not null then execute format('grant update (%s) on %I to throughcare_disposal', columns, t.name); end if;
    if not exists (select from pg_policy p where p.polrelid = t.name::regclass and p.polname = 'disposal_works') then
      execute format('create policy disposal_works on %1$I to throughcare_disposal using (exists (select from disposal_line l join disposal_run r on r.id = l.run_id
        where r.state = ''running'' and l.outcome = ''waiting'' and (l.person_id = %1$I.%2$I %3$s))) with check (true)', t.name,
        t.whose, case t.name when 'person' then 'or l.person_id = person.merged_into' when 'episode' then 'or l.person_id = episode.likely_person_id' else '' end);
    end if;
  end loop;
  grant delete on identifier to throughcare_disposal;
  grant update (match) on episode to throughcare_disposal;
end $$;

-- With who somebody was goes what is left of their requests, of whatever class.
create or replace function disposal_plan() returns jsonb language sql stable set search_path = throughcare, pg_temp as $$
  select coalesce(jsonb_agg(jsonb_build_object('name', p.name, 'classed', p.classed and p.name not like 'access\_%', 'key', p.key, 'blanks', c.blanks,
    'worded', has_words(p.name))), '[]')
  from person_table p, lateral (select string_agg(format('%I = %s', c.name, c.blank), ', ') as blanks from personal_columns(p.name) c) c
  where (p.whose = 'person_id' or p.name = 'person') and p.name not in ('identifier', 'legal_hold', 'restriction', 'lock_out')
    and c.blanks is not null
$$;

create function dispose_of_requests(line disposal_line, run disposal_run, at timestamptz) returns void
language plpgsql set search_path = throughcare, pg_temp as $$
declare
  due uuid[];
  t record;
  taken text[];
begin
  select coalesce(array_agg(q.id), '{}') into due from over_requests(run.organisation_id) q where q.person_id = line.person_id and q.day <= line.last_on;
  for t in select w.name, w.whose, string_agg(format('%I = %s', c.name, c.blank), ', ') as blanks
      from (values ('access_release', 'request_id'), ('access_request', 'id')) w (name, whose), personal_columns(w.name) c group by 1, 2 order by 1 loop
    execute format('with gone as (update throughcare.%I t set %s where t.%I = any ($1) and (%s) returning t.id::text as id) select coalesce(array_agg(id), ''{}'') from gone',
      t.name, t.blanks, t.whose, has_words(t.name)) into taken using due;
    perform log_disposal(run, line.rule, t.name, taken, at);
  end loop;
end $$;
comment on function dispose_of_requests is 'Runs as the role that disposes, under its policies.';
revoke all on function dispose_of_requests from public;
grant execute on function dispose_of_requests to throughcare_disposal;

set local role throughcare_disposal;
create or replace function list_disposal(run uuid, rules jsonb, at timestamptz) returns integer
language plpgsql security definer set search_path = throughcare, pg_temp as $$
declare
  found_lines integer;
  further integer;
begin
  insert into disposal_line (run_id, person_id, recorded_under, rule, classes, last_on, due_since, row_count, recorded_at)
    select r.id, d.person_id, d.person_id, d.rule, d.classes, d.last_on, d.due_since, d.row_count, at
    from disposal_run r, due_for_disposal(r.organisation_id, r.as_of, rules) d where r.id = run and r.state = 'listing';
  get diagnostics found_lines = row_count;
  insert into disposal_line (run_id, person_id, recorded_under, rule, classes, last_on, due_since, row_count, recorded_at)
    select r.id, q.person_id, q.person_id, k.rule, '{sharing}', max(q.day), (min(q.day) + make_interval(years => k.years))::date, sum(q.worded)::integer, at
    from disposal_run r, jsonb_to_recordset(rules) as k (rule text, years integer), over_requests(r.organisation_id) q
    where r.id = run and r.state = 'listing' and k.rule = 'request' and (q.day + make_interval(years => k.years))::date <= r.as_of and hold_on(q.person_id) is null
    group by r.id, q.person_id, k.rule, k.years;
  get diagnostics further = row_count;
  found_lines := found_lines + further;
  insert into disposal_line (run_id, rule, classes, last_on, due_since, row_count, recorded_at)
    select r.id, 'held', '{identity}', max(n.day), (min(n.day) + make_interval(years => h.years))::date, count(*)::integer, at
    from disposal_run r, jsonb_to_recordset(rules) as h (rule text, years integer), nobodys_rows(r.organisation_id) n
    where r.id = run and r.state = 'listing' and h.rule = 'held' and (n.day + make_interval(years => h.years))::date <= r.as_of
    group by r.id, h.years;
  get diagnostics further = row_count;
  found_lines := found_lines + further;
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
      when line.rule <> 'request' and is_active_again(line.person_id, run.listed_at) then 'no_longer_due' else 'done' end;
    if became = 'done' and line.rule = 'request' then perform dispose_of_requests(line, run, at);
    elsif became = 'done' then perform dispose_line(line, run, plan, at); end if;
    update disposal_line set outcome = became where id = line.id;
  end loop;
  select count(*) filter (where l.outcome = 'waiting') into left_over from disposal_line l where l.run_id = run.id;
  update disposal_run r set handled = r.lines - left_over, state = case left_over when 0 then 'done' else 'running' end,
    done_at = case left_over when 0 then at end where r.id = run.id;
  return left_over;
end $$;
set local role throughcare_owner;

select describe('disposal_line', 'One rule and one record in a run: how much is due, since when and why. No names.',
  'last_on', 'The last day anything happened; of what is nobody''s, the newest day of it; of requests, the newest day on which one was over');
