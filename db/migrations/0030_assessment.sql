set search_path = throughcare, public;

create table assessment_section (
  id uuid primary key,
  person_id uuid not null references person,
  recorded_under uuid not null,
  class record_class not null default 'recovery' check (class = 'recovery'),
  service_id uuid not null references service,
  assessment_id uuid not null,
  form_version integer not null,
  section text not null,
  answers jsonb not null,
  recorded_by uuid references staff,
  recorded_at timestamptz not null
);
create index assessment_section_by_person on assessment_section (person_id, assessment_id, section, recorded_at desc);
select describe('assessment_section', 'One section of a comprehensive assessment as somebody saved it; the newest stands, and the earlier stay. The whole becomes a fact when it is completed. [personal]',
  'id', 'Made by the application (UUIDv7)', 'person_id', 'About whom', 'recorded_under', 'Recorded for', 'class', 'Class of record', 'service_id', 'By which service',
  'assessment_id', 'Which assessment: the completed one names it in its reading', 'form_version', 'The version of the questions', 'section', 'Which section',
  'answers', '[personal] The answers as given', 'recorded_by', 'Who saved it', 'recorded_at', 'When');

alter table assessment_section enable row level security;
alter table assessment_section force row level security;
grant select on assessment_section to throughcare_engine, throughcare_search;
create policy engine_reads on assessment_section for select to throughcare_engine, throughcare_search using (true);
grant select, insert, update on assessment_section to throughcare_intake;
create policy intake_works on assessment_section to throughcare_intake using (true) with check (true);

grant select, insert on assessment_section to throughcare_actor;
create policy actor_reads on assessment_section for select to throughcare_actor using (
  class = any ((select actor_reads())::record_class[]) and exists (select from involvement i where i.person_id = assessment_section.person_id
    and (i.until is null or assessment_section.recorded_at <= read_up_to(i.until, i.until_at))
    and (i.classes is null or assessment_section.class = any (i.classes) or assessment_section.service_id = i.service_id)));
create policy actor_adds on assessment_section for insert to throughcare_actor with check (
  class = any ((select actor_writes())::record_class[]) and service_id = any ((select actor_services())::uuid[])
  and recorded_by = (select actor_id()) and recorded_under = person_id
  and exists (select from involvement i where i.person_id = assessment_section.person_id and (i.until is null or i.until > (select today()))));

-- Whoever hears of a danger to life says what was done about it, also where they may only raise safety, not write it.
create policy says_what_was_done on fact for insert to throughcare_actor with check (
  class = 'safety' and kind = 'safety_response' and class = any ((select actor_raises())::record_class[])
  and service_id = any ((select actor_services())::uuid[]) and recorded_by = (select actor_id()) and recorded_under = person_id
  and is_of(person_id, 'episode', episode_id) and may_amend(person_id, 'fact', amends, class)
  and exists (select from involvement i where i.person_id = fact.person_id and (i.until is null or i.until > (select today()))));
