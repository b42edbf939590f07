set search_path = throughcare, public;

-- What a test was asked for decides who reads it (product.md, "Who may see what"): the purposes are never mixed.
alter type record_class add value 'incident';
alter type record_class add value 'voluntary_test';
alter type record_class add value 'court_test';
