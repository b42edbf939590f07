set search_path = throughcare, public;

create table provider_link (
  issuer text not null,
  subject text not null,
  staff_id uuid not null references staff,
  provider text not null,
  linked_at timestamptz not null,
  used_at timestamptz not null,
  primary key (issuer, subject)
);
create index provider_link_by_staff on provider_link (staff_id);
select describe('provider_link', 'Somebody who signs in with another service (OpenID Connect): who they are there, and here.',
  'issuer', 'The service’s address, as it signs', 'subject', 'Who they are there, for ever', 'staff_id', 'Who they are here',
  'provider', 'What our configuration calls the service', 'linked_at', 'First signed in with it', 'used_at', 'Last signed in with it');
alter table provider_link enable row level security;
alter table provider_link force row level security;
grant select on provider_link to throughcare_auth;
grant select, insert, update on provider_link to throughcare_intake;
create policy auth_reads on provider_link for select to throughcare_auth using (true);
create policy intake_works on provider_link to throughcare_intake using (true) with check (true);

alter table membership add column given_by text;
comment on column membership.given_by is 'The other service whose claims gave it, and whose claims end it; null: given here';

-- What another service says of somebody at sign-in becomes their account here. It touches nobody who did not come through
-- that service, and ends no role that was given here.
create function provided_account(link_issuer text, link_subject text, link_provider text, given_name text, wanted jsonb,
  new_id uuid, on_day date, at timestamptz)
returns table (member uuid, made boolean, began text[], ended text[])
language plpgsql security definer set search_path = throughcare, pg_temp as $$
declare
  who uuid;
  is_new boolean := false;
  begun text[] := '{}';
  over text[] := '{}';
  posts jsonb;
  post record;
begin
  perform pg_advisory_xact_lock(hashtextextended(link_issuer || ' ' || link_subject, 0));
  select coalesce(jsonb_agg(distinct jsonb_build_object('role', r.role, 'service_id', s.id, 'organisation_id', s.organisation_id, 'name', s.name)), '[]')
    into posts from jsonb_to_recordset(wanted) as r (role staff_role, service text, organisation text)
    join organisation o on r.organisation is null or o.name = r.organisation
    join service s on s.organisation_id = o.id and s.registered and (r.service is null or s.code = r.service)
    where r.service is not null or r.organisation is not null;
  select l.staff_id into who from provider_link l where l.issuer = link_issuer and l.subject = link_subject;
  if who is null then
    if posts = '[]' then return; end if;
    who := new_id;
    is_new := true;
    insert into staff (id, organisation_id, full_name, created_at)
      select new_id, p.organisation_id, given_name, at
      from jsonb_to_recordset(posts) as p (organisation_id uuid, name text) order by p.name limit 1;
    insert into provider_link values (link_issuer, link_subject, who, link_provider, at, at);
  else
    if not exists (select from staff s where s.id = who and s.active) then
      return query select who, false, begun, over;
      return;
    end if;
    update staff set full_name = given_name where id = who and full_name <> given_name;
    update provider_link l set used_at = at, provider = link_provider where l.issuer = link_issuer and l.subject = link_subject;
  end if;
  for post in
    insert into membership (id, staff_id, service_id, role, from_day, given_by)
    select uuidv7(), who, p.service_id, p.role, on_day, link_provider
    from jsonb_to_recordset(posts) as p (role staff_role, service_id uuid)
    where not exists (select from membership m where m.staff_id = who and m.service_id = p.service_id and m.role = p.role
      and m.from_day <= on_day and (m.to_day is null or m.to_day >= on_day))
    returning role, service_id
  loop
    begun := begun || (select post.role || ' in ' || s.code from service s where s.id = post.service_id);
  end loop;
  for post in
    select m.id, m.role, s.code from membership m join service s on s.id = m.service_id
    where m.staff_id = who and m.given_by = link_provider and (m.to_day is null or m.to_day >= on_day)
      and not exists (select from jsonb_to_recordset(posts) as p (role staff_role, service_id uuid) where p.service_id = m.service_id and p.role = m.role)
  loop
    begin
      update membership set to_day = on_day - 1 where id = post.id;
      over := over || (post.role || ' in ' || post.code);
    exception when sqlstate 'TC001' then null; -- The organisation's last administrator stays until there is another.
    end;
  end loop;
  return query select who, is_new, begun, over;
end $$;
revoke all on function provided_account from public;
grant execute on function provided_account to throughcare_auth;
alter function provided_account owner to throughcare_intake;
