-- Roles are the cluster's, so they may be there already (another database, another starter).
do $$
declare name text;
begin
  foreach name in array array['owner','actor','engine','intake','auth','worker','search','audit_append','audit_read'] loop
    if not exists (select from pg_roles where rolname = 'throughcare_' || name) then
      begin
        execute format('create role %I nologin noinherit nosuperuser nobypassrls', 'throughcare_' || name);
      exception when duplicate_object or unique_violation then null;
      end;
    end if;
  end loop;
  foreach name in array array['web','work'] loop
    if not exists (select from pg_roles where rolname = 'throughcare_' || name) then
      begin
        execute format('create role %I login noinherit nosuperuser nobypassrls nocreatedb nocreaterole', 'throughcare_' || name);
      exception when duplicate_object or unique_violation then null;
      end;
    end if;
  end loop;
end $$;

grant throughcare_actor, throughcare_auth to throughcare_web with inherit false, set true;
grant throughcare_worker, throughcare_intake, throughcare_actor to throughcare_work with inherit false, set true;

do $$
declare name text;
begin
  foreach name in array array['actor','engine','intake','auth','worker','search','audit_append','audit_read'] loop
    execute format('grant %I to throughcare_owner with inherit false, set true', 'throughcare_' || name);
  end loop;
  execute format('grant throughcare_owner to %I with inherit true, set true', current_user);
  execute format('grant create on database %I to throughcare_owner', current_database());
  execute format('grant create on database %I to throughcare_worker', current_database());
end $$;

create extension if not exists pg_trgm with schema public;
create extension if not exists unaccent with schema public;

create schema if not exists throughcare authorization throughcare_owner;
set local role throughcare_owner;
grant usage on schema throughcare to throughcare_actor, throughcare_engine, throughcare_intake, throughcare_auth,
  throughcare_worker, throughcare_search, throughcare_audit_append, throughcare_audit_read;
grant create on schema throughcare to throughcare_engine, throughcare_search, throughcare_audit_append, throughcare_auth,
  throughcare_intake, throughcare_worker;

set search_path = throughcare, public;

-- Comments on a table and each of its columns in one call: describe('table', 'what it is', 'column', 'what it holds', …).
create function describe(table_name text, words text, variadic columns text[]) returns void
language plpgsql as $$
begin
  execute format('comment on table throughcare.%I is %L', table_name, words);
  for i in 1 .. coalesce(array_length(columns, 1), 0) by 2 loop
    execute format('comment on column throughcare.%I.%I is %L', table_name, columns[i], columns[i + 1]);
  end loop;
end $$;
comment on function describe is 'Writes the comments of a table and its columns; used by migrations only.';

create type record_class as enum
  ('identity', 'contact_details', 'safety', 'recovery', 'clinical', 'key_work', 'safeguarding', 'handover', 'sharing');
comment on type record_class is 'Classes of record: the class decides who may read or write a row (product.md).';

create type staff_role as enum
  ('recovery_worker', 'coordinator', 'clinical', 'team_leader', 'community_worker', 'key_worker', 'key_work_champion',
   'offender_manager', 'probation', 'court_team', 'facilitator', 'peer_mentor', 'strategy_lead', 'commissioner',
   'administrator');
comment on type staff_role is 'What a member of staff does in a service; they act in one role at a time.';

create type nation as enum ('england', 'wales', 'scotland', 'northern_ireland');
comment on type nation is 'Decides the pack of standards and the bank holidays.';

create type care_setting as enum ('custody', 'community');
comment on type care_setting is 'Where a service works.';

create type movement_type as enum
  ('admission', 'readmission', 'transfer_in', 'transfer_out', 'to_court', 'from_court', 'to_hospital', 'from_hospital',
   'temporary_release', 'temporary_return', 'release', 'removal', 'death', 'unknown');
comment on type movement_type is 'What a movement was, in the words of the service.';

create type contact_outcome as enum
  ('planned', 'kept', 'late', 'refused', 'sick', 'at_court', 'released', 'transferred', 'prison_did_not_unlock',
   'cancelled_by_service', 'no_answer', 'wrong_details', 'not_known');
comment on type contact_outcome is 'Did it happen? (product.md). Planned is still to come.';

create type end_reason as enum
  ('completed_drug_free', 'completed_alcohol_free', 'completed_occasional_user', 'transferred_not_in_custody',
   'transferred_in_custody', 'dropped_out', 'withdrawn_by_provider', 'retained_in_custody', 'declined', 'died');
comment on type end_reason is 'Why an episode ended, as episodes.csv spells it.';
