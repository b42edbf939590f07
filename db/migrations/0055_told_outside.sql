set search_path = throughcare, public;

-- An organisation may be told outside Throughcare that something waits for one of its teams. The table has no rows before this.
alter table outbox
  add column organisation_id uuid not null references organisation,
  add column tries integer not null default 0 check (tries >= 0),
  add column tried_at timestamptz,
  add column came_of text check (came_of in ('taken', 'not_taken', 'no_answer', 'too_slow', 'not_allowed', 'stopped', 'unreadable')),
  add column status smallint,
  add column given_up_at timestamptz,
  alter column subject_id drop not null,
  add check (delivered_at is null or given_up_at is null),
  add check ((topic = 'try') = (subject_id is null));
drop index outbox_waiting;
create index outbox_by_organisation on outbox (organisation_id, recorded_at desc);
create index outbox_by_age on outbox (recorded_at);
select describe('outbox', 'What an organisation is to hear outside Throughcare: that something waits for one of its teams, and never about whom. Delivered by a job, kept for 30 days.',
  'id', 'Made when it is written (UUIDv7); the message bears it, so that a repeat is known', 'topic', 'What waits: the kind of a notice, handover_sent, or a try',
  'subject_id', 'Which notice or sending; null: a try', 'service_id', 'The team for which it waits; null: a try', 'organisation_id', 'Who is told',
  'recorded_at', 'When', 'delivered_at', 'When the other system took it', 'tries', 'How often it was tried', 'tried_at', 'When it was tried last',
  'came_of', 'What came of the last try', 'status', 'What the other system answered to it, as HTTP has it', 'given_up_at', 'When it was given up');

create table outside_address (
  organisation_id uuid primary key references organisation,
  url text not null check (url ~ '^https?://' and char_length(url) <= 500),
  secret text not null,
  set_by uuid not null references staff,
  set_at timestamptz not null
);
select describe('outside_address', 'Where an organisation wants to be told, outside Throughcare, that something waits for one of its teams.',
  'organisation_id', 'Who is told', 'url', 'The address that is called', 'secret', 'What messages are signed with; encrypted with the service''s own secret, which is not in the database',
  'set_by', 'Who set it', 'set_at', 'When');

create function administers(organisation uuid) returns boolean language sql stable
return actor_role() = 'administrator'
  and exists (select from service s where s.organisation_id = organisation and s.id = any (actor_services()));

alter table outside_address enable row level security;
alter table outside_address force row level security;
-- The secret can be written by who sets the address, and read by the job that signs alone.
grant select (organisation_id, url, set_by, set_at), insert, update, delete on outside_address to throughcare_actor;
create policy administrators on outside_address to throughcare_actor using (administers(organisation_id))
  with check (administers(organisation_id) and set_by = (select actor_id()));
grant select, insert on outside_address to throughcare_intake;
grant select on outside_address to throughcare_worker;
create policy intake_works on outside_address to throughcare_intake using (true) with check (true);
create policy worker_reads on outside_address for select to throughcare_worker using (true);

-- Before, whoever was signed in could add any row: now it is a notice or a sending that adds one, and an administrator a try.
drop policy actor_adds on outbox;
revoke insert on outbox from throughcare_actor;
grant insert (id, topic, organisation_id, recorded_at) on outbox to throughcare_actor;
grant select (id, topic, service_id, organisation_id, recorded_at, delivered_at, tries, tried_at, came_of, status, given_up_at) on outbox to throughcare_actor;
create policy administrators_read on outbox for select to throughcare_actor using (administers(organisation_id));
create policy administrators_try on outbox for insert to throughcare_actor with check (
  topic = 'try' and subject_id is null and service_id is null and administers(organisation_id));
grant select, update (delivered_at, tries, tried_at, came_of, status, given_up_at), delete on outbox to throughcare_worker;
create policy worker_works on outbox to throughcare_worker using (true) with check (true);

-- In the transaction of the notice or the sending: rolled back with it, delivered after it.
create function tell_outside(service uuid, topic text, subject uuid, at timestamptz) returns void
language plpgsql set search_path = throughcare, pg_temp as $$
declare
  told uuid := (select s.organisation_id from service s join outside_address a on a.organisation_id = s.organisation_id where s.id = service);
  message uuid := uuidv7();
begin
  if told is null then return; end if;
  insert into outbox (id, topic, subject_id, service_id, organisation_id, recorded_at) values (message, topic, subject, service, told, at);
  perform enqueue('deliver_outside', json_build_object('id', message));
end $$;
create function notice_tells_outside() returns trigger language plpgsql security definer set search_path = throughcare, pg_temp as $$
begin
  perform tell_outside(new.service_id, new.kind, new.id, new.recorded_at);
  return null;
end $$;
create function sending_tells_outside() returns trigger language plpgsql security definer set search_path = throughcare, pg_temp as $$
begin
  perform tell_outside(new.to_service_id, 'handover_sent', new.id, new.sent_at);
  return null;
end $$;
revoke all on function tell_outside, notice_tells_outside, sending_tells_outside from public;
grant execute on function tell_outside to throughcare_intake;
create trigger tells_outside after insert on notice for each row execute function notice_tells_outside();
create trigger tells_outside after insert on handover_offer for each row execute function sending_tells_outside();
grant create on schema throughcare to throughcare_intake;
alter function notice_tells_outside owner to throughcare_intake;
alter function sending_tells_outside owner to throughcare_intake;
revoke create on schema throughcare from throughcare_intake;
