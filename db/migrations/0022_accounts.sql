set search_path = throughcare, public;

-- Who keeps accounts (product.md): a team leader those of the team, the service administrator those of the organisation.
create function keeps_accounts_of(service uuid) returns boolean language sql stable security definer set search_path = throughcare, pg_temp as $$
  select case actor_role()
    when 'team_leader' then service = any (actor_services())
    when 'administrator' then exists (select from service kept join service own on own.organisation_id = kept.organisation_id
      where kept.id = keeps_accounts_of.service and own.id = any (actor_services()))
    else false end
$$;
revoke all on function keeps_accounts_of from public;
grant execute on function keeps_accounts_of to throughcare_actor;

create function keeps_account(member uuid) returns boolean language sql stable security definer set search_path = throughcare, pg_temp as $$
  select exists (select from membership m where m.staff_id = member and keeps_accounts_of(m.service_id))
$$;
revoke all on function keeps_account from public;
grant execute on function keeps_account to throughcare_actor;

-- Nobody gives themself a role, and a team leader gives none that reaches beyond the team.
create function may_give(role staff_role) returns boolean language sql stable
return actor_role() = 'administrator' or role not in ('administrator', 'commissioner', 'strategy_lead');

alter table staff enable row level security;
alter table staff force row level security;
alter table membership enable row level security;
alter table membership force row level security;
do $$
declare r text;
begin
  foreach r in array array['actor', 'engine', 'intake', 'auth', 'worker', 'search'] loop
    execute format('create policy %1$s_reads on staff for select to throughcare_%1$s using (true)', r);
    execute format('create policy %1$s_reads on membership for select to throughcare_%1$s using (true)', r);
  end loop;
  foreach r in array array['intake', 'auth'] loop
    execute format('create policy %1$s_works on staff to throughcare_%1$s using (true) with check (true)', r);
    execute format('create policy %1$s_works on membership to throughcare_%1$s using (true) with check (true)', r);
  end loop;
end $$;
grant insert on staff, membership to throughcare_actor;
grant update (active) on staff to throughcare_actor;
grant update (to_day) on membership to throughcare_actor;
create policy keeper_adds on staff for insert to throughcare_actor with check (
  active and (select actor_role()) in ('team_leader', 'administrator')
  and organisation_id in (select s.organisation_id from service s where s.id = any ((select actor_services())::uuid[])));
create policy keeper_changes on staff for update to throughcare_actor using (id <> (select actor_id()) and keeps_account(id));
create policy keeper_adds on membership for insert to throughcare_actor with check (
  staff_id <> (select actor_id()) and keeps_accounts_of(service_id) and may_give(role));
create policy keeper_changes on membership for update to throughcare_actor using (
  staff_id <> (select actor_id()) and keeps_accounts_of(service_id) and may_give(role));

create table invitation (
  id uuid primary key,
  staff_id uuid not null references staff,
  code_hash text not null unique,
  made_by uuid not null references staff,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index invitation_by_staff on invitation (staff_id, made_at desc);
select describe('invitation', 'A code with which somebody chooses their sign-in name and password, once. The newest of somebody counts.',
  'id', 'Made by the application (UUIDv7)', 'staff_id', 'For whom', 'code_hash', 'SHA-256 of the code, which has over 70 random bits: shown once, kept nowhere',
  'made_by', 'Who made it', 'made_at', 'When', 'expires_at', 'Works until', 'used_at', 'When it was used');
alter table invitation enable row level security;
alter table invitation force row level security;
grant select (id, staff_id, made_by, made_at, expires_at, used_at), insert on invitation to throughcare_actor;
create policy keeper_reads on invitation for select to throughcare_actor using (keeps_account(staff_id));
create policy keeper_adds on invitation for insert to throughcare_actor with check (
  made_by = (select actor_id()) and staff_id <> (select actor_id()) and used_at is null and keeps_account(staff_id));
grant select, update (used_at) on invitation to throughcare_auth;
create policy auth_works on invitation to throughcare_auth using (true) with check (true);
grant insert, update (sign_in_name, password_hash, changed_at) on credential to throughcare_auth;

-- The organisation's last administrator stays: two who would remove each other wait here.
create function keep_an_administrator() returns trigger language plpgsql security definer set search_path = throughcare, pg_temp as $$
declare organisation uuid;
begin
  if old.role <> 'administrator' or old.to_day is not null or new.to_day is null then return new; end if;
  select s.organisation_id into organisation from service s where s.id = old.service_id;
  perform pg_advisory_xact_lock(hashtextextended('administrators of ' || organisation, 0));
  if not exists (select from membership m join service s on s.id = m.service_id and s.organisation_id = organisation join staff t on t.id = m.staff_id and t.active
    where m.role = 'administrator' and m.to_day is null and m.id <> old.id) then
    raise exception 'the last administrator' using errcode = 'TC001';
  end if;
  return new;
end $$;
revoke all on function keep_an_administrator from public;
create trigger keep_an_administrator before update of to_day on membership for each row execute function keep_an_administrator();

-- Sessions of somebody who holds the role of that session no longer.
create function end_sessions_of(member uuid) returns void language plpgsql security definer set search_path = throughcare, pg_temp as $$
begin
  if not keeps_account(member) then return; end if;
  delete from session s where s.staff_id = member and not exists (
    select from membership m join staff t on t.id = m.staff_id and t.active
    where m.staff_id = member and m.role = s.role and m.from_day <= today() and (m.to_day is null or m.to_day >= today()));
end $$;
revoke all on function end_sessions_of from public;
grant execute on function end_sessions_of to throughcare_actor;

-- Whether somebody has chosen a sign-in name and a password; how many people they work with by name: for whoever keeps their account.
create function has_account(member uuid) returns boolean language sql stable security definer set search_path = throughcare, pg_temp as $$
  select keeps_account(member) and exists (select from credential c where c.staff_id = member)
$$;
revoke all on function has_account from public;
grant execute on function has_account to throughcare_actor;
create function people_of_worker(member uuid) returns integer language sql stable security definer set search_path = throughcare, pg_temp as $$
  select count(distinct a.person_id)::integer from allocation a where a.staff_id = member and a.to_day is null and keeps_account(member)
$$;
revoke all on function people_of_worker from public;
grant execute on function people_of_worker to throughcare_actor;
grant execute on function keeps_account to throughcare_engine;
alter function people_of_worker owner to throughcare_engine;
alter function has_account owner to throughcare_auth;

alter function keeps_accounts_of owner to throughcare_auth;
alter function keeps_account owner to throughcare_auth;
alter function keep_an_administrator owner to throughcare_auth;
alter function end_sessions_of owner to throughcare_auth;
