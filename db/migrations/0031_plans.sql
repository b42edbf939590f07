set search_path = throughcare, public;

create table recovery_plan (
  id uuid primary key,
  person_id uuid not null references person,
  recorded_under uuid not null,
  class record_class not null default 'recovery' check (class = 'recovery'),
  service_id uuid not null references service,
  want text not null,
  language text not null default 'en' check (language in ('en', 'cy')),
  carried_from uuid references recovery_plan,
  version integer not null default 1,
  agreed_version integer check (agreed_version <= version),
  agreed_on date,
  recorded_by uuid references staff,
  recorded_at timestamptz not null,
  check ((agreed_version is null) = (agreed_on is null))
);
create index recovery_plan_by_person on recovery_plan (person_id, recorded_at desc);
select describe('recovery_plan', 'What somebody wants, and the goals under it. What was agreed each time is kept word for word as a fact. [personal]',
  'id', 'Made by the application (UUIDv7)', 'person_id', 'Whose', 'recorded_under', 'Recorded for', 'class', 'Class of record', 'service_id', 'By which service',
  'want', '[personal] What the person wants, in their own words', 'language', 'Language of the labels on the person''s own copy: en or cy',
  'carried_from', 'The plan of another service whose goals it goes on with', 'version', 'Grows with each change of the plan, its goals and steps',
  'agreed_version', 'The version that was agreed last; null: a draft', 'agreed_on', 'When that was agreed',
  'recorded_by', 'Who began it', 'recorded_at', 'When');

create table plan_goal (
  id uuid primary key,
  plan_id uuid not null references recovery_plan,
  person_id uuid not null references person,
  recorded_under uuid not null,
  class record_class not null default 'recovery' check (class = 'recovery'),
  service_id uuid not null references service,
  area text not null check (area in ('drugs_and_alcohol', 'health', 'mind', 'safety', 'home', 'family', 'work', 'money', 'time', 'community')),
  term text not null check (term in ('short', 'long')),
  words text not null,
  state text not null default 'open' check (state in ('open', 'met', 'dropped', 'reworded')),
  why text,
  opened_on date not null,
  closed_on date,
  reworded_from uuid references plan_goal,
  closed_by uuid references staff,
  recorded_by uuid references staff,
  recorded_at timestamptz not null,
  check ((state = 'open') = (closed_on is null)),
  check (state <> 'dropped' or why is not null)
);
create index plan_goal_by_plan on plan_goal (plan_id);
create index plan_goal_by_person on plan_goal (person_id);
select describe('plan_goal', 'One goal of a recovery plan, in the person''s words. New words are a new goal; the earlier stay readable. [personal]',
  'id', 'Made by the application (UUIDv7)', 'plan_id', 'Of which plan', 'person_id', 'Whose', 'recorded_under', 'Recorded for', 'class', 'Class of record',
  'service_id', 'By which service', 'area', 'Part of life (the service''s own list)', 'term', 'Short or long', 'words', '[personal] The goal, in the person''s words',
  'state', 'Open, met, dropped, or put into other words', 'why', '[personal] How it was met, or why it was dropped', 'opened_on', 'Set on', 'closed_on', 'Met, dropped or reworded on',
  'reworded_from', 'The goal whose words these replace', 'closed_by', 'Who recorded the end', 'recorded_by', 'Who recorded it', 'recorded_at', 'When');

create table plan_step (
  id uuid primary key,
  goal_id uuid not null references plan_goal,
  person_id uuid not null references person,
  recorded_under uuid not null,
  class record_class not null default 'recovery' check (class = 'recovery'),
  service_id uuid not null references service,
  words text not null,
  who text not null check (who in ('person', 'worker', 'key_worker', 'healthcare', 'family', 'someone_else')),
  who_name text,
  by_day date,
  state text not null default 'open' check (state in ('open', 'done', 'dropped')),
  closed_on date,
  closed_by uuid references staff,
  recorded_by uuid references staff,
  recorded_at timestamptz not null,
  check ((state = 'open') = (closed_on is null))
);
create index plan_step_by_goal on plan_step (goal_id);
create index plan_step_by_person on plan_step (person_id);
select describe('plan_step', 'One step towards a goal: who does it, and by when. [personal]',
  'id', 'Made by the application (UUIDv7)', 'goal_id', 'Towards which goal', 'person_id', 'Whose', 'recorded_under', 'Recorded for', 'class', 'Class of record',
  'service_id', 'By which service', 'words', '[personal] What is to be done', 'who', 'Who does it', 'who_name', '[personal] Their name, where it helps',
  'by_day', 'By when', 'state', 'Open, done, or taken off', 'closed_on', 'Done or taken off on', 'closed_by', 'Who recorded that',
  'recorded_by', 'Who recorded it', 'recorded_at', 'When');

do $$
declare
  t text;
  seen_now text := 'exists (select from involvement i where i.person_id = %1$I.person_id and (i.until is null or i.until > (select today())))';
  holds text := 'exists (select from involvement i where i.person_id = %1$I.person_id and (i.until is null or i.until > (select today())) and i.classes is null)';
begin
  foreach t in array array['recovery_plan', 'plan_goal', 'plan_step'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select on %I to throughcare_engine, throughcare_search', t);
    execute format('create policy engine_reads on %I for select to throughcare_engine, throughcare_search using (true)', t);
    execute format('grant select, insert, update on %I to throughcare_intake', t);
    execute format('create policy intake_works on %I to throughcare_intake using (true) with check (true)', t);
    execute format('grant select, insert on %I to throughcare_actor', t);
    execute format('create policy actor_reads on %1$I for select to throughcare_actor using (class = any ((select actor_reads())::record_class[])
      and exists (select from involvement i where i.person_id = %1$I.person_id
        and (i.until is null or %1$I.recorded_at <= read_up_to(i.until, i.until_at))
        and (i.classes is null or %1$I.class = any (i.classes) or %1$I.service_id = i.service_id)))', t);
    execute format('create policy actor_adds on %1$I for insert to throughcare_actor with check (class = any ((select actor_writes())::record_class[])
      and service_id = any ((select actor_services())::uuid[]) and recorded_by = (select actor_id()) and recorded_under = person_id and ' || seen_now
      || case t
        when 'plan_goal' then ' and exists (select from recovery_plan p where p.id = plan_id and p.person_id = plan_goal.person_id)'
        when 'plan_step' then ' and exists (select from plan_goal g where g.id = goal_id and g.person_id = plan_step.person_id)'
        else '' end || ')', t);
    -- A plan goes on with whoever holds the person: the next prison takes up what another began.
    execute format('create policy actor_changes on %1$I for update to throughcare_actor using (class = any ((select actor_writes())::record_class[])
      and ((service_id = any ((select actor_services())::uuid[]) and ' || seen_now || ') or ' || holds || '))', t);
  end loop;
end $$;
-- The agreed summary (product.md, "Who may see what"): a plan that was agreed, for whom the person said may have it.
create function plan_is_shared(person uuid) returns boolean language sql stable security definer set search_path = throughcare, pg_temp as $$
  select exists (
    select from involvement i join lateral (
      select b.state, b.parts, b.until_day from sharing_basis b
      where b.person_id = i.person_id and b.to_service_id = i.service_id
        and b.purpose = case when actor_role() in ('key_worker', 'key_work_champion') then 'key_work' else 'supervision' end
      order by b.recorded_at desc, b.id desc limit 1) stands on true
    where i.person_id = person and i.ground = 'named' and i.staff_id = actor_id() and i.service_id = any (actor_named_services())
      and (i.until is null or i.until > today()) and person <> all (actor_barred())
      and stands.state = 'given' and 'summary' = any (stands.parts) and (stands.until_day is null or stands.until_day >= today()))
$$;
revoke all on function plan_is_shared from public;
grant execute on function plan_is_shared to throughcare_actor;
alter function plan_is_shared owner to throughcare_engine;
create policy reads_agreed_summary on recovery_plan for select to throughcare_actor using (
  (select actor_role()) in ('key_worker', 'key_work_champion', 'offender_manager', 'probation', 'court_team')
  and agreed_version is not null and plan_is_shared(person_id));
create policy reads_agreed_summary on plan_goal for select to throughcare_actor using (
  (select actor_role()) in ('key_worker', 'key_work_champion', 'offender_manager', 'probation', 'court_team')
  and exists (select from recovery_plan p where p.id = plan_goal.plan_id));
create policy reads_agreed_summary on plan_step for select to throughcare_actor using (
  (select actor_role()) in ('key_worker', 'key_work_champion', 'offender_manager', 'probation', 'court_team')
  and exists (select from plan_goal g where g.id = plan_step.goal_id));

grant update (want, language, version, agreed_version, agreed_on) on recovery_plan to throughcare_actor;
grant update (state, why, closed_on, closed_by) on plan_goal to throughcare_actor;
grant update (state, closed_on, closed_by) on plan_step to throughcare_actor;
