-- What runs with the rights of a role that a login may become belonged to that role: whoever became it could drop a door, rename it, or change
-- the path on which it looks for its tables. From here on each such role has another beside it, which has its rights by membership, none more,
-- and which no login may become: that one owns its doors. What runs with the rights of whoever asks is the owner's.
set local role none;
do $$
declare
  name text;
  plain_migrator boolean := not (select rolsuper from pg_roles where rolname = current_user);
begin
  foreach name in array array['auth', 'intake', 'worker'] loop
    if not exists (select from pg_roles where rolname = 'throughcare_' || name || '_doors') then
      begin
        execute format('create role %I nologin noinherit nosuperuser nobypassrls', 'throughcare_' || name || '_doors');
      exception when duplicate_object or unique_violation then null;
      end;
    end if;
    execute format('grant %I to %I with inherit true, set false', 'throughcare_' || name, 'throughcare_' || name || '_doors');
    execute format('grant %I to throughcare_owner with inherit false, set true', 'throughcare_' || name || '_doors');
    -- A migrator that is no superuser gives away only what the owner has the rights of; it has them until the end of this migration.
    if plain_migrator then execute format('grant %I to throughcare_owner with inherit true, set true', 'throughcare_' || name); end if;
  end loop;
end $$;

do $$
declare
  f record;
  becomes text;
  migrator text := case when (select rolsuper from pg_roles where rolname = current_user) then 'none' else 'throughcare_owner' end;
begin
  execute format('set local role %s', migrator);
  grant create on schema throughcare to throughcare_auth_doors, throughcare_intake_doors, throughcare_worker_doors;
  for f in select p.oid::regprocedure::text as signature, p.prosecdef as door, r.rolname::text as owner
      from pg_proc p join pg_roles r on r.oid = p.proowner
      where p.pronamespace = 'throughcare'::regnamespace and r.rolname in ('throughcare_auth', 'throughcare_intake', 'throughcare_worker') loop
    becomes := case when f.door then f.owner || '_doors' else 'throughcare_owner' end;
    execute format('alter function %s owner to %I', f.signature, becomes);
    execute format('set local role %I', becomes);
    execute format('grant execute on function %s to %I', f.signature, f.owner);
    execute format('set local role %s', migrator);
  end loop;
  revoke create on schema throughcare from throughcare_auth_doors, throughcare_intake_doors, throughcare_worker_doors;
end $$;

set local role none;
do $$
declare name text;
begin
  foreach name in array array['auth', 'intake', 'worker'] loop
    execute format('grant %I to throughcare_owner with inherit false, set true', 'throughcare_' || name);
  end loop;
end $$;
set local role throughcare_owner;
