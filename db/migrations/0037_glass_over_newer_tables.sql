set search_path = throughcare, public;

-- Through the glass one reads what one's role reads, also of the tables that came after it: what is open to a role of an involved team.
do $$
declare t text;
begin
  foreach t in array array['assessment_section', 'complexity', 'legal_status', 'recovery_plan', 'plan_goal', 'plan_step'] loop
    execute format('create policy glass_reads on %I for select to throughcare_actor using (
      class = any ((select actor_reads())::record_class[]) and person_id = any ((select actor_glass())::uuid[]))', t);
  end loop;
end $$;
