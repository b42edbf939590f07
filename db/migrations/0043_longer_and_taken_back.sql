set search_path = throughcare, public;

alter table access_request
  add column extended_by uuid references staff,
  add column extended_at timestamptz,
  add column told_on date,
  add column told_how text,
  add column withdrawn_on date,
  add column withdrawn_how text,
  add column withdrawn_by uuid references staff,
  add column withdrawn_at timestamptz,
  -- Whoever asked is told of the longer time, and why (UK GDPR article 12(3)); three months at the most, and what follows of days nobody works.
  add constraint access_request_told check ((extended_by is null) = (extended_at is null) and (extended_by is null) = (told_on is null) and told_on >= asked_on),
  add constraint access_request_at_most check (due_on <= asked_on + interval '3 months 7 days'),
  add constraint access_request_taken_back check ((withdrawn_by is null) = (withdrawn_on is null) and (withdrawn_by is null) = (withdrawn_at is null)
    and (state = 'withdrawn') = (withdrawn_by is not null) and withdrawn_on >= asked_on);
select describe('access_request', 'Somebody asked for everything that is held about a person (UK GDPR article 15). [personal]',
  'due_on', 'Answered by: one month, or up to three where it was extended; the next working day where that is none',
  'extended_by', 'Who extended it', 'extended_at', 'When', 'told_on', 'The day on which they were told that it takes longer, and why', 'told_how', '[personal] How they were told',
  'withdrawn_on', 'The day on which it was taken back', 'withdrawn_how', '[personal] Who took it back, and how that is known', 'withdrawn_by', 'Who recorded that', 'withdrawn_at', 'When');

grant update (extended_by, extended_at, told_on, told_how, withdrawn_on, withdrawn_how, withdrawn_by, withdrawn_at) on access_request to throughcare_actor;
-- What was answered or taken back is over: no leader opens it again, and nobody changes what was decided in it.
create policy while_open on access_request as restrictive for update to throughcare_actor
  using (state in ('gathering', 'in_review'))
  with check (state <> 'released'
    and (extended_by is null or state = 'withdrawn' or (extended_by = (select actor_id()) and extended_why is not null and told_how is not null))
    and (withdrawn_by is null or (withdrawn_by = (select actor_id()) and withdrawn_how is not null)));
create policy while_open on access_passage as restrictive for update to throughcare_actor using (
  exists (select from access_request r where r.id = access_passage.request_id and r.state = 'in_review')
  and not exists (select from access_release e where e.request_id = access_passage.request_id and access_passage.class = any (e.classes)));
