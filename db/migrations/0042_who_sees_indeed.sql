set search_path = throughcare, public;

-- Who can see somebody's record now, for the person to be told. A service is named only where somebody of it sees its people: whoever works
-- for key work, groups or strategy sees those they are named for, or nobody.
set local role throughcare_engine;
create or replace function who_sees(person uuid) returns table (service text, kind text, setting care_setting, ground text, role staff_role, name text,
  classes record_class[], until date)
language sql stable security definer set search_path = throughcare, pg_temp as $$
  select s.name, s.kind, s.setting, i.ground, a.as_role, f.full_name, i.classes, coalesce(i.lapses_on, i.until)
  from involvement i join service s on s.id = i.service_id left join staff f on f.id = i.staff_id
    left join lateral (select a.as_role from allocation a where i.ground in ('named', 'cover') and a.person_id = i.person_id and a.service_id = i.service_id
      and (a.staff_id = i.staff_id or i.ground = 'cover') order by a.from_day desc limit 1) a on true
  where i.person_id = who_sees.person and actor_sees(who_sees.person) and 'sharing' = any (actor_writes())
    and i.since <= today() and (i.until is null or i.until >= today() - 28) and (i.lapses_on is null or i.lapses_on >= today())
    and (i.ground in ('named', 'cover') or exists (select from membership m join role_scope r on r.role = m.role and r.scope = 'team'
      where m.service_id = i.service_id and m.from_day <= today() and (m.to_day is null or m.to_day >= today())))
  order by i.ground in ('named', 'cover'), s.setting, s.name, f.full_name limit 200
$$;
set local role throughcare_owner;
