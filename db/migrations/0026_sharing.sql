set search_path = throughcare, public;

create table sharing_basis (
  id uuid primary key,
  person_id uuid not null references person,
  recorded_under uuid not null,
  class record_class not null default 'sharing' check (class = 'sharing'),
  service_id uuid not null references service,
  purpose text not null check (purpose in ('treatment', 'supervision', 'key_work', 'health', 'family', 'other')),
  to_service_id uuid references service,
  to_body text check (to_body <> ''),
  basis text not null check (basis in ('consent', 'direct_care', 'vital_interests', 'court_order', 'legal_duty', 'safeguarding', 'public_task')),
  state text not null check (state in ('given', 'refused', 'withdrawn')),
  parts text[] not null check (parts <@ array['recovery', 'clinical', 'summary', 'appointments']),
  until_day date,
  how text check (how in ('in_writing', 'spoken', 'on_screen', 'at_triage', 'not_recorded')),
  explained text[] not null default '{}' check (explained <@ array['plain_words', 'own_language', 'interpreter', 'easy_read', 'read_aloud']),
  explained_words text,
  words text,
  opens boolean not null default false,
  day date not null,
  recorded_by uuid references staff,
  recorded_at timestamptz not null,
  check ((to_service_id is null) <> (to_body is null)),
  check (state <> 'refused' or basis = 'consent'),
  check (basis <> 'consent' or state = 'withdrawn' or how is not null),
  check (basis = 'consent' or state <> 'given' or words is not null),
  check (not opens or to_service_id is not null),
  check (until_day is null or until_day >= day)
);
create index sharing_basis_by_person on sharing_basis (person_id, to_service_id, purpose, basis, recorded_at desc, id desc);
select describe('sharing_basis', 'On what basis something about a person may be shared with one recipient for one purpose. The newest row of a recipient, purpose and basis stands; earlier ones are its history. [personal]',
  'id', 'Made by the application (UUIDv7)', 'person_id', 'About whom', 'recorded_under', 'Recorded for', 'class', 'Class of record', 'service_id', 'Recorded by which service',
  'purpose', 'What it is for', 'to_service_id', 'The recipient, where it is a service known here', 'to_body', '[personal] The recipient by name: a GP practice, a pharmacy, a relative',
  'basis', 'Consent, or another basis in law', 'state', 'Given (another basis: it stands), refused, withdrawn (another basis: it ended)', 'parts', 'Which parts of the record',
  'until_day', 'Last day it holds; null: until it is withdrawn', 'how', 'How they said it', 'explained', 'How it was explained', 'explained_words', '[personal] Which language, who interpreted',
  'words', '[personal] The reason, where it is not consent; else what they said about it', 'opens', 'True: the recipient is involved on this alone, without a hand-over',
  'day', 'The day they said it, or from which it stands', 'recorded_by', 'Who recorded it', 'recorded_at', 'When');

alter table handover_offer drop constraint handover_offer_basis_check;
alter table handover_offer add constraint handover_offer_basis_check
  check (basis in ('consent', 'direct_care', 'vital_interests', 'court_order', 'legal_duty', 'safeguarding', 'public_task'));
alter table handover_draft drop constraint handover_draft_basis_check;
alter table handover_draft add constraint handover_draft_basis_check
  check (basis in ('registered', 'agreed_at_triage', 'agreed_now', 'direct_care', 'vital_interests', 'public_task', 'none'));

-- A recipient is told that what was shared with it is closed.
do $$
declare kinds text := (select pg_get_constraintdef(oid) from pg_constraint where conrelid = 'notice'::regclass and conname = 'notice_kind_check');
begin
  alter table notice drop constraint notice_kind_check;
  execute 'alter table notice add constraint notice_kind_check ' || replace(kinds, '])', ', ''sharing_ended''::text])');
end $$;

-- Where the recipient is involved at all: to whom nothing was sent yet, nothing is told.
create function tell_recipient(id uuid, person uuid, recipient uuid, words text, at timestamptz) returns void
language plpgsql security definer set search_path = throughcare, pg_temp as $$
begin
  if actor_sees(person) and 'sharing' = any (actor_writes()) then
    insert into notice (id, person_id, recorded_under, service_id, kind, words, recorded_at)
    select id, person, person, recipient, 'sharing_ended', words, at
    where exists (select from involvement i where i.person_id = person and i.service_id = recipient);
  end if;
end $$;
revoke all on function tell_recipient from public;
grant execute on function tell_recipient to throughcare_actor;
alter function tell_recipient owner to throughcare_intake;

-- What somebody is involved for may rest on an agreement that ends on a day: the clock ends it, with nobody writing anything.
alter table involvement add column lapses_on date;
select describe('involvement', 'Who may see whom, and why: derived from where somebody is, episodes, hand-overs, what is shared and allocations. [personal]',
  'ground', 'Why: here, follow_up, episode, handover, offer, direct_care (an offer between clinicians), shared, allocation, set_aside; named: for one member of staff alone',
  'lapses_on', 'Last day on which the basis behind it holds; after it nothing is read, not even as a former team. Null: it ends with until alone');
drop index involvement_once;
create unique index involvement_once on involvement
  (person_id, service_id, ground, coalesce(staff_id, '00000000-0000-0000-0000-000000000000'::uuid), coalesce(lapses_on, 'infinity'::date));
drop policy actor_reads on involvement;
create policy actor_reads on involvement for select to throughcare_actor using (
  ((ground <> 'named' and service_id = any ((select actor_team_services())::uuid[]))
    or (ground = 'named' and staff_id = (select actor_id()) and service_id = any ((select actor_named_services())::uuid[])))
  and since <= (select today()) and (until is null or until >= (select today()) - 28)
  and (lapses_on is null or lapses_on >= (select today()))
  and person_id <> all ((select actor_barred())::uuid[]));

set local role throughcare_engine;
create or replace function actor_sees(person uuid) returns boolean language sql stable security definer set search_path = throughcare, pg_temp as $$
  select 'identity' = any (actor_reads()) and person <> all (actor_barred()) and (
    exists (select from involvement i where i.person_id = person and i.since <= today() and (i.until is null or i.until >= today() - 28) and (i.lapses_on is null or i.lapses_on >= today())
      and ((i.ground <> 'named' and i.service_id = any (actor_team_services()))
        or (i.ground = 'named' and i.staff_id = actor_id() and i.service_id = any (actor_named_services()))))
    or exists (select from person p where p.id = person and p.created_by = actor_id() and p.created_in = pg_current_xact_id_if_assigned()))
$$;
set local role throughcare_owner;

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
      and (i.lapses_on is null or i.lapses_on >= me.today)
      and ((i.ground <> 'named' and i.service_id = any (me.teams)) or (i.ground = 'named' and i.staff_id = me.staff and i.service_id = any (me.named)))))
  -- Where somebody fits well, those who share only a first name with the question are no answer.
  select m.id, m.likeness from mine m where m.likeness >= (select max(likeness) from mine) - 0.3
  order by m.likeness desc, m.id limit least(most, 100)
$$;
set local role throughcare_owner;

set local role throughcare_search;
create or replace function find_holder(number text, birth date) returns table (person_id uuid, service_id uuid, ring text, restricted boolean)
language sql stable security definer set search_path = throughcare, pg_temp as $$
  select p.id, s.id, coalesce(r.ring_number, s.phone), r.person_id is not null
  from identifier i
  join person p on p.id = i.person_id and p.date_of_birth = birth
  left join restriction r on r.person_id = p.id
  left join lateral (
    select s.id, s.phone from involvement v join service s on s.id = v.service_id and s.registered and s.kind = 'recovery'
    where v.person_id = p.id and (v.lapses_on is null or v.lapses_on >= today()) order by v.until nulls first, v.since desc limit 1) s on true
  where i.value = number and i.type in ('prison_number', 'nhs_number')
    and exists (select from service mine where mine.id = any (actor_team_services()) and mine.registered)
    and not exists (select from lock_out l where l.person_id = p.id and l.staff_id = actor_id())
$$;
set local role throughcare_owner;

set local role throughcare_intake;
create or replace function tell_involved(person uuid, kind text, words text, at timestamptz) returns void
language plpgsql security definer set search_path = throughcare, pg_temp as $$
begin
  if current_setting('role') = 'throughcare_actor' and not (actor_sees(person) and 'identity' = any (actor_writes())) then
    raise exception 'no such person' using errcode = 'no_data_found';
  end if;
  insert into notice (id, person_id, recorded_under, service_id, kind, words, recorded_at)
  select uuidv7(), person, person, told.service_id, kind, words, at
  from (select distinct i.service_id from involvement i
    where i.person_id = person and (i.until is null or i.until > today()) and (i.lapses_on is null or i.lapses_on >= today()) and (kind = 'death' or i.ground <> 'here')) told;
end $$;
set local role throughcare_owner;

alter table sharing_basis enable row level security;
alter table sharing_basis force row level security;
grant select on sharing_basis to throughcare_engine, throughcare_search;
create policy engine_reads on sharing_basis for select to throughcare_engine, throughcare_search using (true);
grant select, insert, update on sharing_basis to throughcare_intake;
create policy intake_works on sharing_basis to throughcare_intake using (true) with check (true);

-- What stands for one recipient, purpose and basis: its parts and last day; null where nothing does.
create function standing_basis(person uuid, to_service uuid, for_purpose text, on_basis text) returns json
language sql stable security definer set search_path = throughcare, pg_temp as $$
  select case when newest.state = 'given' then json_build_object('parts', newest.parts, 'lapsesOn', epoch_day(newest.until_day), 'opens', newest.opens) end
  from (select b.state, b.parts, b.until_day, b.opens from sharing_basis b
    where b.person_id = person and b.to_service_id = to_service and b.purpose = for_purpose and b.basis = on_basis
    order by b.recorded_at desc, b.id desc limit 1) newest
$$;
revoke all on function standing_basis from public;
alter function standing_basis owner to throughcare_engine;

-- Whether a basis for a hand-over stands today and covers what goes with it: asked by the policy of every sending.
create function basis_covers(person uuid, to_service uuid, on_basis text, wanted text[]) returns boolean
language sql stable security definer set search_path = throughcare, pg_temp as $$
  select actor_sees(person) and coalesce((
    select b.state = 'given' and (b.until_day is null or b.until_day >= today())
      and ('recovery' <> all (wanted) or 'recovery' = any (b.parts)) and ('clinical' <> all (wanted) or 'clinical' = any (b.parts))
    from sharing_basis b where b.person_id = person and b.to_service_id = to_service and b.purpose = 'treatment' and b.basis = on_basis
    order by b.recorded_at desc, b.id desc limit 1), false)
$$;
revoke all on function basis_covers from public;
grant execute on function basis_covers to throughcare_actor;
alter function basis_covers owner to throughcare_engine;

-- The team that holds the person keeps the register; a recipient reads what concerns itself.
grant select, insert on sharing_basis to throughcare_actor;
create policy actor_reads on sharing_basis for select to throughcare_actor using (
  class = any ((select actor_reads())::record_class[]) and exists (select from involvement i where i.person_id = sharing_basis.person_id
    and (i.until is null or sharing_basis.recorded_at <= read_up_to(i.until, i.until_at))
    and (i.classes is null or sharing_basis.service_id = i.service_id or sharing_basis.to_service_id = i.service_id)));
create policy glass_reads on sharing_basis for select to throughcare_actor using (
  class = any ((select actor_reads())::record_class[]) and person_id = any ((select actor_glass())::uuid[]));
-- Never for one's own service. Who has an episode and not the whole record prepares its own hand-overs, and opens the record to nobody.
create policy actor_adds on sharing_basis for insert to throughcare_actor with check (
  class = any ((select actor_writes())::record_class[]) and service_id = any ((select actor_services())::uuid[]) and recorded_by = (select actor_id())
  and recorded_under = person_id
  and (state <> 'given' or to_service_id is null or to_service_id <> all ((select actor_services())::uuid[]))
  and (state <> 'given' or 'clinical' <> all (parts) or basis in ('consent', 'vital_interests') or (basis = 'direct_care' and (select actor_role()) = 'clinical'))
  and exists (select from involvement i where i.person_id = sharing_basis.person_id and (i.until is null or i.until > (select today()))
    and (i.classes is null or (i.ground = 'episode' and not opens))));
-- Whoever was told "no more" may give back what was shared with them, whoever they told.
create policy recipient_gives_back on sharing_basis for insert to throughcare_actor with check (
  class = any ((select actor_reads())::record_class[]) and state = 'withdrawn' and not opens
  and service_id = any ((select actor_services())::uuid[]) and to_service_id = any ((select actor_team_services())::uuid[])
  and recorded_by = (select actor_id()) and recorded_under = person_id
  and exists (select from involvement i where i.person_id = sharing_basis.person_id and (i.until is null or i.until > (select today()))));

-- No sending without a basis that stands and covers what goes.
drop policy actor_adds on handover_offer;
create policy actor_adds on handover_offer for insert to throughcare_actor with check (
  class = any ((select actor_writes())::record_class[]) and service_id = any ((select actor_services())::uuid[]) and sent_by = (select actor_id())
  and recorded_under = person_id and is_of(person_id, 'handover', handover_id)
  and answer is null and answered_at is null and answered_by is null and seen_at is null and seen_by is null
  and parts <@ array['identity', 'contact_details', 'safety', 'handover', 'recovery', 'clinical']
  and ('clinical' <> all (parts) or basis in ('consent', 'vital_interests') or (basis = 'direct_care' and (select actor_role()) = 'clinical'))
  and basis_covers(person_id, to_service_id, basis, parts)
  and exists (select from involvement i where i.person_id = handover_offer.person_id and (i.until is null or i.until > (select today()))
    and (i.classes is null or opened_by_actor(handover_id))));
-- The words of a sending are the sender's: a recipient reads them while the sending itself is open to it, not by an episode of its own.
drop policy actor_reads on handover_offer;
create policy actor_reads on handover_offer for select to throughcare_actor using (
  class = any ((select actor_reads())::record_class[]) and exists (select from involvement i where i.person_id = handover_offer.person_id
    and (i.until is null or handover_offer.sent_at <= read_up_to(i.until, i.until_at))
    and (i.classes is null or handover_offer.service_id = i.service_id
      or (handover_offer.to_service_id = i.service_id and i.ground in ('offer', 'direct_care')))));
-- Direct care carries what a prescriber needs to go on safely, and no clinical note or test.
create policy reads_for_direct_care on fact for select to throughcare_actor using (
  kind in ('medicines_bridge', 'medicines_confirmed', 'naloxone_issued') and class = 'clinical' and class = any ((select actor_reads())::record_class[])
  and exists (select from involvement i where i.person_id = fact.person_id and i.ground = 'direct_care'
    and (i.until is null or fact.recorded_at <= read_up_to(i.until, i.until_at))));

set local role throughcare_engine;
create or replace function engine_facts(ids uuid[]) returns table (person_id uuid, facts json, dates json, ties json, seen json, died_on integer, digest text)
language sql stable security definer set search_path = throughcare, pg_temp as $$
  with wanted as materialized (select unnest(derivable(ids)) as id),
  told as (
    select m.person_id, json_build_object('kind', 'movement', 'id', m.id, 'day', epoch_day(m.day), 'at', epoch_milliseconds(m.at),
        'serviceId', m.service_id, 'movement', m.type, 'establishment', m.establishment_code, 'unplanned', m.unplanned, 'reasonKnown', m.reason_known,
        'reason', m.reason, 'reasonCode', m.reason_code, 'timeKnown', m.time_known, 'source', m.source) as told
      from movement m join wanted w on w.id = m.person_id where not m.set_aside
    union all
    select f.person_id, (f.reading || jsonb_build_object('kind', f.kind, 'id', f.id, 'day', epoch_day(f.day), 'at', epoch_milliseconds(f.at), 'serviceId', f.service_id))::json
      from fact f join wanted w on w.id = f.person_id where not exists (select from fact later where later.amends = f.id)
    union all
    select e.person_id, json_build_object('kind', 'referral', 'id', e.id, 'day', epoch_day(e.referral_date), 'at', epoch_day(e.referral_date) * 86400000::bigint,
        'serviceId', e.service_id, 'episodeId', e.id, 'setting', e.setting)
      from episode e join wanted w on w.id = e.person_id
    union all
    select e.person_id, json_build_object('kind', 'triage', 'id', e.id, 'day', epoch_day(e.triage_date), 'at', epoch_day(e.triage_date) * 86400000::bigint,
        'serviceId', e.service_id, 'episodeId', e.id, 'accepted', true, 'agreesToPassOn', false)
      from episode e join wanted w on w.id = e.person_id
      where e.triage_date is not null and not exists (select from fact f where f.episode_id = e.id and f.kind = 'triage')
    union all
    select e.person_id, json_build_object('kind', 'intervention_started', 'id', e.id, 'day', epoch_day(e.treatment_start), 'at', epoch_day(e.treatment_start) * 86400000::bigint,
        'serviceId', e.service_id, 'episodeId', e.id, 'setting', e.setting, 'opioidSubstitution', false)
      from episode e join wanted w on w.id = e.person_id
      where e.treatment_start is not null and not exists (select from intervention v where v.episode_id = e.id)
    union all
    select e.person_id, json_build_object('kind', 'episode_ended', 'id', e.id, 'day', epoch_day(e.end_date), 'at', epoch_day(e.end_date) * 86400000::bigint + 86399999,
        'serviceId', e.service_id, 'episodeId', e.id, 'setting', e.setting, 'reason', e.end_reason)
      from episode e join wanted w on w.id = e.person_id where e.end_date is not null
    union all
    select v.person_id, json_build_object('kind', 'intervention_started', 'id', v.id, 'day', epoch_day(v.started_on), 'at', epoch_day(v.started_on) * 86400000::bigint,
        'serviceId', v.service_id, 'episodeId', v.episode_id, 'setting', s.setting, 'opioidSubstitution', v.kind = 'opioid_substitution')
      from intervention v join wanted w on w.id = v.person_id join service s on s.id = v.service_id
    union all
    select v.person_id, json_build_object('kind', 'intervention_ended', 'id', v.id, 'day', epoch_day(v.ended_on), 'at', epoch_day(v.ended_on) * 86400000::bigint + 86399998,
        'serviceId', v.service_id, 'episodeId', v.episode_id)
      from intervention v join wanted w on w.id = v.person_id where v.ended_on is not null
    union all
    select a.person_id, json_build_object('kind', 'worker_allocated', 'id', a.id, 'day', epoch_day(a.from_day), 'at', epoch_day(a.from_day) * 86400000::bigint,
        'serviceId', a.service_id, 'episodeId', a.episode_id)
      from allocation a join wanted w on w.id = a.person_id where a.episode_id is not null
    union all
    select a.person_id, json_build_object('kind', 'allocation_ended', 'id', a.id, 'day', epoch_day(a.to_day), 'at', epoch_day(a.to_day) * 86400000::bigint + 86399997,
        'serviceId', a.service_id, 'episodeId', a.episode_id)
      from allocation a join wanted w on w.id = a.person_id where a.episode_id is not null and a.to_day is not null
    union all
    select c.person_id, json_build_object('kind', 'contact', 'id', c.id, 'day', epoch_day(c.day), 'at', coalesce(epoch_milliseconds(c.starts_at), epoch_day(c.day) * 86400000::bigint + 43200000),
        'serviceId', c.service_id, 'outcome', c.outcome, 'purpose', c.purpose)
      from contact c join wanted w on w.id = c.person_id where c.outcome <> 'planned'
    union all
    select c.person_id, json_build_object('kind', 'appointment_booked', 'id', c.id, 'day', epoch_day(london_day(c.recorded_at)), 'at', epoch_milliseconds(c.recorded_at),
        'serviceId', c.service_id, 'handoverId', c.handover_id, 'appointmentDay', epoch_day(c.day))
      from contact c join wanted w on w.id = c.person_id where c.purpose = 'appointment' and c.handover_id is not null
    union all
    select c.person_id, json_build_object('kind', 'appointment_cancelled', 'id', c.id, 'day', epoch_day(c.day), 'at', epoch_milliseconds(c.recorded_at) + 1,
        'serviceId', c.service_id, 'handoverId', c.handover_id)
      from contact c join wanted w on w.id = c.person_id where c.purpose = 'appointment' and c.handover_id is not null and c.outcome = 'cancelled_by_service'
    union all
    select h.person_id, json_build_object('kind', 'handover_opened', 'id', h.id, 'day', epoch_day(h.opened_on), 'at', epoch_milliseconds(h.recorded_at),
        'serviceId', h.service_id, 'handoverId', h.id)
      from handover h join wanted w on w.id = h.person_id
    union all
    select h.person_id, json_build_object('kind', 'handover_closed', 'id', h.id, 'day', epoch_day(h.closed_on), 'at', epoch_day(h.closed_on) * 86400000::bigint + 86399999,
        'serviceId', h.service_id, 'handoverId', h.id)
      from handover h join wanted w on w.id = h.person_id where h.closed_on is not null
    union all
    select o.person_id, json_build_object('kind', 'handover_sent', 'id', o.id, 'day', epoch_day(london_day(o.sent_at)), 'at', epoch_milliseconds(o.sent_at),
        'serviceId', o.service_id, 'handoverId', o.handover_id, 'to', o.to_service_id)
      from handover_offer o join wanted w on w.id = o.person_id
    union all
    -- To the engine a withdrawn sending is as lost as a declined one: somebody else must be asked.
    select o.person_id, json_build_object('kind', case o.answer when 'accepted' then 'handover_accepted' else 'handover_declined' end, 'id', o.id, 'day', epoch_day(london_day(o.answered_at)), 'at', epoch_milliseconds(o.answered_at),
        'serviceId', o.to_service_id, 'handoverId', o.handover_id, 'to', o.to_service_id)
      from handover_offer o join wanted w on w.id = o.person_id where o.answer is not null
  ),
  facts_of as (select t.person_id, json_agg(t.told) as facts from told t group by 1),
  dates_of as (
    select r.person_id, json_agg(json_build_object('id', r.id, 'type', r.type, 'day', epoch_day(r.date), 'recordedAt', epoch_milliseconds(r.recorded_at), 'source', r.source)) as dates
    from release_date r join wanted w on w.id = r.person_id group by 1
  ),
  tie as (
    select e.person_id, json_build_object('ground', 'episode', 'serviceId', e.service_id, 'staffId', null, 'since', epoch_day(e.referral_date), 'until', epoch_day(e.end_date)) as tie
      from episode e join wanted w on w.id = e.person_id
    union all
    select a.person_id, json_build_object('ground', case when s.scope = 'theirs' then 'named' else 'allocation' end, 'serviceId', a.service_id, 'staffId', a.staff_id, 'since', epoch_day(a.from_day), 'until', epoch_day(a.to_day))
      from allocation a join wanted w on w.id = a.person_id join role_scope s on s.role = a.as_role and s.scope <> 'none'
    union all
    select h.person_id, json_build_object('ground', 'handover', 'serviceId', h.service_id, 'staffId', null, 'since', epoch_day(h.opened_on), 'until', epoch_day(h.closed_on))
      from handover h join wanted w on w.id = h.person_id
    union all
    select o.person_id, json_build_object('ground', 'offer', 'serviceId', o.to_service_id, 'staffId', null, 'since', epoch_day(london_day(o.sent_at)),
        'until', epoch_day(coalesce(case when o.answer in ('declined', 'withdrawn') then london_day(o.answered_at) end, h.closed_on)),
        'untilAt', case when o.answer in ('declined', 'withdrawn') then epoch_milliseconds(o.answered_at) end, 'parts', o.parts, 'accepted', o.answer is not distinct from 'accepted',
        'basis', o.basis, 'standing', standing_basis(o.person_id, o.to_service_id, 'treatment', o.basis))
      from handover_offer o join wanted w on w.id = o.person_id join handover h on h.id = o.handover_id
    union all
    select b.person_id, json_build_object('ground', 'shared', 'serviceId', b.to_service_id, 'staffId', null,
        'since', epoch_day(london_day(min(b.recorded_at))), 'until', null, 'standing', standing_basis(b.person_id, b.to_service_id, b.purpose, b.basis))
      from sharing_basis b join wanted w on w.id = b.person_id where b.opens group by b.person_id, b.to_service_id, b.purpose, b.basis
    union all
    select m.person_id, json_build_object('ground', 'set_aside', 'serviceId', s.id, 'staffId', null, 'since', epoch_day(m.day),
        'until', epoch_day(london_day(f.set_aside_at)))
      from movement m join wanted w on w.id = m.person_id join feed_message f on f.id = m.message_id
        join service s on s.establishment_code = m.establishment_code where m.set_aside and f.set_aside_at is not null
  ),
  ties_of as (select person_id, json_agg(tie) as ties from tie group by 1)
  select w.id, coalesce(f.facts, '[]'), coalesce(d.dates, '[]'), coalesce(t.ties, '[]'),
    case when l.seen_at is not null then json_build_object('at', epoch_milliseconds(l.seen_at), 'day', epoch_day(london_day(l.seen_at)), 'direction', l.seen_direction, 'reason', l.seen_reason, 'establishment', l.seen_establishment) end,
    epoch_day(p.date_of_death), wh.digest
  from wanted w join person p on p.id = w.id
    left join facts_of f on f.person_id = w.id left join dates_of d on d.person_id = w.id left join ties_of t on t.person_id = w.id
    left join whereabouts wh on wh.person_id = w.id left join location l on l.person_id = w.id
$$;
set local role throughcare_owner;

set local role throughcare_engine;
create or replace function engine_store(ids uuid[], places json, ties json, owed json) returns uuid[]
language plpgsql security definer set search_path = throughcare, pg_temp as $$
declare
  mine uuid[] := derivable(ids);
  changed uuid[] := '{}';
  part uuid[];
begin
  with given as (select * from json_populate_recordset(null::whereabouts, places)),
  stored as (
    insert into whereabouts as held select * from given where person_id = any (mine)
    on conflict (person_id) do update set
      (status, establishment_code, since, admitted_on, arrived_on, arrived_at, arrived_by, arrived_from, released_on, released_from, release_unplanned,
       release_reason_known, release_id, working_release_date, calculated_release_date, release_date_type, release_date_warning, onward_need,
       in_treatment_since, digest) =
      (excluded.status, excluded.establishment_code, excluded.since, excluded.admitted_on, excluded.arrived_on, excluded.arrived_at, excluded.arrived_by,
       excluded.arrived_from, excluded.released_on, excluded.released_from, excluded.release_unplanned, excluded.release_reason_known, excluded.release_id,
       excluded.working_release_date, excluded.calculated_release_date, excluded.release_date_type, excluded.release_date_warning, excluded.onward_need,
       excluded.in_treatment_since, excluded.digest)
    where held is distinct from excluded
    returning person_id)
  select coalesce(array_agg(person_id), '{}') into part from stored;
  changed := changed || part;

  with given as (select * from json_populate_recordset(null::involvement, ties) g where g.person_id = any (mine)),
  gone as (
    delete from involvement held where held.person_id = any (mine) and not exists (
      select from given g where g.person_id = held.person_id and g.service_id = held.service_id and g.ground = held.ground and g.staff_id is not distinct from held.staff_id
        and g.lapses_on is not distinct from held.lapses_on)
    returning held.person_id),
  stored as (
    insert into involvement as held select g.* from given g where not exists (
      select from involvement same where same.person_id = g.person_id and same.service_id = g.service_id and same.ground = g.ground
        and same.staff_id is not distinct from g.staff_id and same.lapses_on is not distinct from g.lapses_on
        and (same.since, same.until, same.until_at, same.classes) is not distinct from (g.since, g.until, g.until_at, g.classes))
    on conflict (person_id, service_id, ground, (coalesce(staff_id, '00000000-0000-0000-0000-000000000000'::uuid)), (coalesce(lapses_on, 'infinity'::date)))
    do update set since = excluded.since, until = excluded.until, until_at = excluded.until_at, classes = excluded.classes
    where (held.since, held.until, held.until_at, held.classes) is distinct from (excluded.since, excluded.until, excluded.until_at, excluded.classes)
    returning person_id)
  select coalesce(array_agg(person_id), '{}') into part from (select person_id from gone union select person_id from stored) touched;
  changed := changed || part;

  with given as (select * from json_populate_recordset(null::obligation, owed) g where g.person_id = any (mine)),
  gone as (
    delete from obligation held where held.person_id = any (mine) and not exists (select from given g where g.person_id = held.person_id and g.key = held.key)
    returning held.person_id),
  stored as (
    insert into obligation as held select g.* from given g where not exists (
      select from obligation same where same.person_id = g.person_id and same.key = g.key and row(same.*) is not distinct from row(g.*))
    on conflict (person_id, key) do update set
      (standard, pack, pack_version, class, opens_on, due_on, lapses_on, service_id, owner_role, opened_by, state, closed_by, closed_on, subject_id) =
      (excluded.standard, excluded.pack, excluded.pack_version, excluded.class, excluded.opens_on, excluded.due_on, excluded.lapses_on, excluded.service_id,
       excluded.owner_role, excluded.opened_by, excluded.state, excluded.closed_by, excluded.closed_on, excluded.subject_id)
    where held is distinct from excluded
    returning person_id)
  select coalesce(array_agg(person_id), '{}') into part from (select person_id from gone union select person_id from stored) touched;
  changed := changed || part;
  return (select coalesce(array_agg(distinct who), '{}') from unnest(changed) as who);
end $$;
set local role throughcare_owner;

-- What was sent before there was a register stands in it as it was sent.
set local role throughcare_intake;
insert into sharing_basis (id, person_id, recorded_under, service_id, purpose, to_service_id, basis, state, parts, how, words, day, recorded_by, recorded_at)
select distinct on (o.person_id, o.to_service_id, o.basis) uuidv7(), o.person_id, o.recorded_under, o.service_id, 'treatment', o.to_service_id, o.basis, 'given',
  array(select distinct part from handover_offer same, unnest(same.parts) part
    where same.person_id = o.person_id and same.to_service_id = o.to_service_id and same.basis = o.basis and part in ('recovery', 'clinical') order by 1),
  case when o.basis = 'consent' then 'not_recorded' end, coalesce(o.basis_reason, case when o.basis <> 'consent' then 'No reason was recorded' end),
  (o.sent_at at time zone 'Europe/London')::date, o.sent_by, o.sent_at
from handover_offer o order by o.person_id, o.to_service_id, o.basis, o.sent_at desc;
set local role throughcare_owner;
