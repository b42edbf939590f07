-- 100,000 invented people by SQL alone: prisons and services, then facts of every kind that the engine reads.
-- Run as the administrator, after `throughcare.people` and `throughcare.today` are set; derive with `obligations rebuild`.
set search_path = throughcare, public;
set session_replication_role = replica;

create temp view wanted as select current_setting('throughcare.people')::int as people, current_setting('throughcare.today')::date as today;
create function pg_temp.id(what text, n bigint) returns uuid language sql immutable as $$ select overlay(overlay(md5(what || n) placing '8' from 13) placing 'a' from 17)::uuid $$;
create function pg_temp.noon(d date) returns timestamptz language sql immutable as $$ select (d + time '12:00') at time zone 'Europe/London' $$;

insert into organisation (id, name, created_at) values (pg_temp.id('organisation', 1), 'Invented for measuring', now());

create temp table prison as
  select row_number() over (order by code <> 'LEI', code) - 1 as nth, code from establishment where active and nation = 'england'
  order by code <> 'LEI', code limit 110;
insert into service (id, organisation_id, code, name, setting, kind, establishment_code, nation, created_at)
  select pg_temp.id('team', nth), pg_temp.id('organisation', 1), 'LOAD-' || code, code || ' recovery team', 'custody', 'recovery', code, 'england', now()
  from prison p where not exists (select from service s where s.establishment_code = p.code and s.kind = 'recovery');
alter table prison add team uuid;
update prison p set team = (select s.id from service s where s.establishment_code = p.code and s.kind = 'recovery' order by s.created_at, s.id limit 1);
insert into service (id, organisation_id, code, name, setting, kind, nation, town, created_at)
  select pg_temp.id('community', n), pg_temp.id('organisation', 1), 'LOADC-' || n, 'Community service ' || n, 'community', 'recovery', 'england', 'Town ' || n, now()
  from generate_series(0, 119) n;
-- 119 has no factor 3: of 120 services a third, the first among them, would have nobody with a need.
create temp table community as
  select row_number() over (order by code <> 'COM-BRA', code) - 1 as nth, id from service where setting = 'community' and kind = 'recovery' and nation = 'england'
  order by code <> 'COM-BRA', code limit 119;

insert into staff (id, organisation_id, full_name, created_at)
  select pg_temp.id('staff', n), pg_temp.id('organisation', 1), 'Worker ' || n, now() from generate_series(0, 110 * 10 - 1) n;
insert into membership (id, staff_id, service_id, role, from_day)
  select pg_temp.id('membership', n), pg_temp.id('staff', n), p.team, case when n % 10 < 8 then 'recovery_worker' else 'coordinator' end::staff_role, w.today - 400
  from generate_series(0, 110 * 10 - 1) n join prison p on p.nth = n / 10, wanted w;

-- Two of three are in custody, one of five left in the last year, the rest are known to a community service only.
create temp table one as
  select n, pg_temp.id('person', n) as id, n % 100 as kind, n % 3 <> 0 as need, p.code, p.team, p.nth as prison, c.id as community,
    w.today - (n * 7919 % 900)::int - case when n % 100 between 66 and 85 then 40 else 0 end as came,
    case when n % 100 between 66 and 85 then w.today - (n * 31 % 380)::int end as left_on,
    w.today + (n * 131 % 700)::int - 2 as leaves, w.today as today
  from wanted w, generate_series(1, (select people from wanted)) n
  join prison p on p.nth = n * 17 % 110 join community c on c.nth = n * 13 % 119;
update one set came = left_on - 120 where left_on is not null and came > left_on;

insert into person (id, family_name, given_name, date_of_birth, sex, recorded_at)
  select id,
    (array['Ash','Bar','Cal','Dun','El','Far','Gar','Hol','Ing','Jar','Kel','Lan','Mor','Nor','Old','Pen','Ral','Sut','Tem','Und'])[1 + n % 20] ||
    (array['bury','croft','dale','den','field','ford','gate','ham','ing','land','ley','more','shaw','son','stead','ton','well','wick','wood','worth'])[1 + n / 20 % 20],
    (array['Aaron','Ben','Callum','Dale','Ellis','Frank','Gareth','Harry','Ian','Jordan','Kyle','Lee','Marcus','Nathan','Omar','Paul','Ravi','Sean','Tina','Una','Vera','Will','Yusuf','Zoe'])[1 + n / 7 % 24],
    date '1960-01-01' + (n * 37 % 16000)::int, case when n % 20 = 0 then 'F' else 'M' end, now()
  from one;
insert into identifier (id, person_id, recorded_under, type, value, source, recorded_at)
  select pg_temp.id('identifier', n), id, id, 'prison_number',
    'A' || lpad((n % 10000)::text, 4, '0') || chr(65 + (n / 10000 % 26)::int) || chr(65 + (n / 260000)::int), 'load', now() from one;
insert into location (person_id, wing, cell, recorded_at)
  select id, chr(65 + (n % 6)::int), (n % 40)::text, now() from one where kind < 66;

insert into movement (id, person_id, recorded_under, source, type, at, day, time_known, establishment_code, reason, reason_known, recorded_at)
  select pg_temp.id('in', n), id, id, 'feed', 'admission'::movement_type, pg_temp.noon(came), came, true, code, 'ADMISSION', true, pg_temp.noon(came) from one where kind < 86
  union all
  select pg_temp.id('out', n), id, id, 'feed', 'release', pg_temp.noon(left_on), left_on, true, code, 'RELEASED', true, pg_temp.noon(left_on) from one where left_on is not null;
insert into release_date (id, person_id, recorded_under, type, date, source, recorded_at)
  select pg_temp.id('date', n), id, id, 'CRD', leaves, 'load', pg_temp.noon(came) from one where kind < 66;

insert into fact (id, person_id, recorded_under, kind, class, service_id, day, at, answers, reading, recorded_at)
  select pg_temp.id('screen', n), id, id, 'arrival_screen', 'recovery'::record_class, team, came, pg_temp.noon(came) + interval '2 hours', '{}'::jsonb,
    jsonb_build_object('positive', need, 'dependence', case when n % 6 = 1 then '["opioid"]'::jsonb else '[]' end, 'prescribedTreatment', n % 6 = 1,
      'opioidSubstitution', n % 6 = 1, 'naloxoneIndicated', n % 6 = 1, 'safetyConcern', false), pg_temp.noon(came)
  from one where kind < 86 and (came < today - 1 or n % 4 = 0) and n % 200 <> 7
  union all
  select pg_temp.id(kind_of, n), id, id, kind_of, case when kind_of = 'naloxone_training' then 'recovery' else 'clinical' end::record_class, team, came + 1,
    pg_temp.noon(came + 1), '{}', '{"accepted": true}', pg_temp.noon(came + 1)
  from one, unnest(array['seen_by_clinician', 'medicines_confirmed', 'naloxone_training', 'naloxone_issued']) kind_of
  where kind < 86 and n % 6 = 1 and came < today - 1 and n % 50 <> 1;

insert into episode (id, person_id, recorded_under, service_id, setting, local_id, referral_source, substances, referral_date, triage_date, treatment_start, end_date, end_reason, match, recorded_at)
  select pg_temp.id('episode', n), id, id, team, 'custody'::care_setting, 'c' || n, 'reception_screen', case when n % 6 = 1 then 'opiate' else 'alcohol' end,
    least(came + 1, today), case when n % 60 <> 1 then least(came + 2, today) end, case when came < today - 8 and n % 40 <> 1 then came + 8 end,
    case when n % 40 <> 7 then left_on end, case when n % 40 <> 7 and left_on is not null then 'transferred_not_in_custody' end::end_reason, 'recorded', pg_temp.noon(came + 1)
  from one where kind < 86 and need and came < today
  union all
  select pg_temp.id('outside', n), id, id, community, 'community', 'o' || n, 'another_service', 'opiate', coalesce(left_on, today - 200), coalesce(left_on, today - 200),
    case when n % 2 = 0 or left_on is null then least(coalesce(left_on, today - 200) + 5, today) end, null, null, 'recorded', pg_temp.noon(coalesce(left_on, today - 200))
  from one where kind >= 86 or (left_on is not null and need and n % 5 <> 0);
insert into intervention (id, person_id, recorded_under, service_id, episode_id, kind, started_on, recorded_at)
  select pg_temp.id('intervention', row_number() over ()), person_id, person_id, service_id, id, 'psychosocial', treatment_start, pg_temp.noon(treatment_start)
  from episode where treatment_start is not null and local_id ~ '^[co]\d+$';
insert into allocation (id, person_id, recorded_under, service_id, episode_id, staff_id, as_role, from_day, recorded_at)
  select pg_temp.id('allocation', n), id, id, team, pg_temp.id('episode', n), pg_temp.id('staff', prison * 10 + n % 8), 'recovery_worker', least(came + 3, today), pg_temp.noon(came + 3)
  from one where kind < 66 and need and came < today - 2 and n % 25 <> 3;

insert into contact (id, person_id, recorded_under, class, service_id, staff_id, purpose, mode, day, starts_at, outcome, recorded_at)
  select pg_temp.id('contact', n * 40 + k), id, id, 'recovery'::record_class, team, pg_temp.id('staff', prison * 10 + n % 8), 'one_to_one', 'in_person',
    today - (n % 14)::int - k * 13, pg_temp.noon(today - (n % 14)::int - k * 13), 'kept'::contact_outcome, pg_temp.noon(today - (n % 14)::int - k * 13)
  from one, generate_series(0, 9) k where kind < 66 and need and n % 30 <> 2 and today - (n % 14)::int - k * 13 > came + 3
  union all
  select pg_temp.id('planned', n), id, id, 'recovery', team, pg_temp.id('staff', prison * 10 + n % 8), 'one_to_one', 'in_person', today, pg_temp.noon(today), 'planned', pg_temp.noon(today - 2)
  from one where kind < 66 and need and n % 12 = 4
  union all
  select pg_temp.id('followed', n * 40 + k), id, id, 'handover', community, null, 'follow_up', 'phone', left_on + k, pg_temp.noon(left_on + k), 'no_answer', pg_temp.noon(left_on + k)
  from one, unnest(array[1, 3, 7, 14, 28, 35, 42, 49, 56, 63, 70, 77, 84]) k where left_on is not null and need and n % 5 <> 0 and left_on + k <= today and (n % 9 <> 1 or left_on < today - 30)
  union all
  select pg_temp.id('called', n * 40 + k), id, id, 'handover', team, null, 'call_sheet', 'phone', left_on + k, pg_temp.noon(left_on + k), 'no_answer', pg_temp.noon(left_on + k)
  from one, unnest(array[1, 3, 7, 14, 28, 35, 42, 49, 56, 63, 70, 77, 84]) k where left_on is not null and need and (n % 5 = 0 or n % 20 = 9) and left_on + k <= today and (n % 9 <> 1 or left_on < today - 30);
insert into fact (id, person_id, recorded_under, kind, class, service_id, day, at, answers, reading, recorded_at)
  select pg_temp.id('closed', n), id, id, 'follow_up_closed', 'handover', case when n % 5 = 0 then team else community end, left_on + 85, pg_temp.noon(left_on + 85), '{}', '{}', pg_temp.noon(left_on + 85)
  from one where left_on is not null and need and left_on + 85 < today;
insert into fact (id, person_id, recorded_under, kind, class, service_id, day, at, answers, reading, recorded_at)
  select pg_temp.id(kind_of, n), id, id, kind_of, case when kind_of = 'medicines_bridge' then 'clinical' else 'handover' end::record_class, team, greatest(came + 9, leaves - 20),
    pg_temp.noon(greatest(came + 9, leaves - 20)), '{}', '{"known": true}', pg_temp.noon(greatest(came + 9, leaves - 20))
  from one, unnest(array['accommodation_recorded', 'medicines_bridge']) kind_of where kind < 66 and need and leaves - 20 < today and n % 15 <> 4;

-- Assessed, planned with and reviewed in time, but for a few.
insert into fact (id, person_id, recorded_under, kind, class, service_id, day, at, answers, reading, recorded_at)
  select pg_temp.id(told.kind, n * 100 + told.nth), id, id, told.kind, 'recovery'::record_class, team, told.day, pg_temp.noon(told.day), '{}', told.reading, pg_temp.noon(told.day)
  from one cross join lateral (
    select 'assessment_completed' as kind, 0 as nth, came + 12 as day, jsonb_build_object('episodeId', pg_temp.id('episode', n)) as reading where n % 30 <> 5
    union all select 'risk_plan_agreed', 0, came + 12, '{"lookAgainOn": null}' where n % 30 <> 5
    union all select 'recovery_plan_agreed', 0, came + 16, '{}' where n % 30 <> 5 and n % 40 <> 9
    union all select 'plan_reviewed', k, came + 16 + 84 * k, '{}' from generate_series(1, 11) k where n % 30 <> 5 and n % 40 <> 9 and n % 50 <> 8
    union all select 'top_recorded', k, came + 14 + 170 * k, jsonb_build_object('stage', case k when 0 then 'start' else 'review' end) from generate_series(0, 5) k where n % 40 <> 3) told
  where one.kind < 86 and need and told.day < least(today, coalesce(left_on, today));

insert into handover (id, person_id, recorded_under, service_id, kind, opened_on, state, recorded_at)
  select pg_temp.id('handover', n), id, id, team, 'release', greatest(came + 9, coalesce(left_on, leaves) - 80),
    case when n % 10 < 7 then 'accepted' when n % 10 = 7 then 'sent' else 'open' end, pg_temp.noon(greatest(came + 9, coalesce(left_on, leaves) - 80))
  from one where need and ((kind < 66 and leaves - 78 < today and came + 9 < today) or (left_on is not null and n % 5 <> 0)) and n % 20 <> 9;
insert into sharing_basis (id, person_id, recorded_under, service_id, purpose, to_service_id, basis, state, parts, how, day, recorded_at)
  select pg_temp.id('basis', n), o.id, o.id, team, 'treatment', community, 'consent', 'given', '{recovery}', 'at_triage', h.opened_on, pg_temp.noon(h.opened_on)
  from one o join handover h on h.id = pg_temp.id('handover', o.n) where n % 10 <= 7;
insert into handover_offer (id, handover_id, person_id, recorded_under, service_id, to_service_id, basis, parts, sent_at, answer_due, answer, answered_at)
  select pg_temp.id('offer', n), h.id, o.id, o.id, team, community, 'consent', '{recovery}', pg_temp.noon(h.opened_on), h.opened_on + 7,
    case when n % 10 < 7 then 'accepted' end, case when n % 10 < 7 then pg_temp.noon(h.opened_on + 1) end
  from one o join handover h on h.id = pg_temp.id('handover', o.n) where n % 10 <= 7;
insert into contact (id, person_id, recorded_under, class, service_id, handover_id, purpose, mode, day, starts_at, outcome, recorded_at)
  select pg_temp.id('appointment', n), o.id, o.id, 'handover', community, h.id, 'appointment', 'in_person', coalesce(left_on, leaves) + 2, pg_temp.noon(coalesce(left_on, leaves) + 2),
    'planned', pg_temp.noon(h.opened_on + 2)
  from one o join handover h on h.id = pg_temp.id('handover', o.n) where n % 10 < 5;

set session_replication_role = origin;
