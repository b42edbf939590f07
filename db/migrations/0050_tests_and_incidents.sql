set search_path = throughcare, public;

-- Incidents and mandatory tests; voluntary and compact tests; tests that a court ordered. Clinical tests stay clinical records.
-- The table of product.md says "read" where the prison's own system is typed into elsewhere; what is typed here, its teams write.
-- A community service reads and writes what its court ordered of it: its involvement carries no other class but its own rows.
insert into class_right (role, class, may_read, may_write, may_raise)
select r::staff_role, c::record_class, true, rights = 'rw', false
from (values
  ('recovery_worker','incident','rw'), ('coordinator','incident','rw'), ('team_leader','incident','rw'), ('clinical','incident','rw'),
  ('key_worker','incident','r'), ('key_work_champion','incident','r'), ('offender_manager','incident','r'), ('probation','incident','r'), ('court_team','incident','r'),
  ('recovery_worker','voluntary_test','rw'), ('coordinator','voluntary_test','rw'), ('team_leader','voluntary_test','rw'), ('clinical','voluntary_test','r'),
  ('recovery_worker','court_test','rw'), ('coordinator','court_test','rw'), ('team_leader','court_test','rw'), ('clinical','court_test','r'),
  ('key_worker','court_test','r'), ('key_work_champion','court_test','r'), ('offender_manager','court_test','r'), ('probation','court_test','r'), ('court_team','court_test','r'),
  ('community_worker','court_test','rw')
) as rights_of (r, c, rights);

create index fact_of_safety on fact (service_id, day) where kind in ('incident', 'test_result');
