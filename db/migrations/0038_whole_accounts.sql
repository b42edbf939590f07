set search_path = throughcare, public;

-- A code gives the whole account: only who keeps every role that its owner holds, now or from a day to come, makes one or closes it.
-- Else a team leader could sign in as an administrator of the team, or as somebody who works elsewhere by now.
create function keeps_whole_account(member uuid) returns boolean language sql stable security definer set search_path = throughcare, pg_temp as $$
  select keeps_account(member) and not exists (
    select from membership m where m.staff_id = member and (m.to_day is null or m.to_day >= today())
      and not (keeps_accounts_of(m.service_id) and may_give(m.role)))
$$;
revoke all on function keeps_whole_account from public;
grant execute on function keeps_whole_account to throughcare_actor;
alter function keeps_whole_account owner to throughcare_auth;

drop policy keeper_changes on staff;
create policy keeper_changes on staff for update to throughcare_actor using (id <> (select actor_id()) and keeps_whole_account(id));
drop policy keeper_adds on invitation;
create policy keeper_adds on invitation for insert to throughcare_actor with check (
  made_by = (select actor_id()) and staff_id <> (select actor_id()) and used_at is null and keeps_whole_account(staff_id));
