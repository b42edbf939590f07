set search_path = throughcare, public;

-- Before a service works with Throughcare nothing is owed by it: its first files tell of years of people
-- whom nobody could have screened here.

alter table service add column live_from date;
select describe('service', 'A team that works with people: a recovery team in a prison, a community treatment service.',
  'live_from', 'The day it began to work with Throughcare, before which it owed nothing; null: always');
