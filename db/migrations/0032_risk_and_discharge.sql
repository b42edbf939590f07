set search_path = throughcare, public;

-- Why an intervention ended, beside why the episode did: the two go together only in some ways.
alter table intervention add column end_reason text check (end_reason in ('planned', 'unplanned', 'withdrawn', 'transferred', 'retained', 'died'));
alter table intervention add constraint ended_for_a_reason check (end_reason is null or ended_on is not null);
comment on column intervention.end_reason is 'Why it ended: agreed and planned, left by the person, withdrawn by the service, carried on elsewhere, kept in custody, died';
grant update (end_reason) on intervention to throughcare_actor;

-- The engine hears of an ACCT as a pointer: that it is open, and since when. Added to the function as it stands.
set local role throughcare_engine;
do $body$
declare
  stands text := pg_get_functiondef('engine_facts(uuid[])'::regprocedure);
  place text := E'    union all\n    select e.person_id, json_build_object(''kind'', ''referral'',';
begin
  if position(place in stands) = 0 then raise exception 'engine_facts has no place for an ACCT'; end if;
  execute replace(stands, place, $added$    union all
    select g.person_id, json_build_object('kind', 'acct_opened', 'id', g.id, 'day', epoch_day(g.day), 'at', epoch_milliseconds(g.recorded_at), 'serviceId', g.service_id)
      from safety_flag g join wanted w on w.id = g.person_id where g.kind = 'acct_open'
$added$ || place);
end $body$;
set local role throughcare_owner;
