set search_path = throughcare, public;

-- Roles that a login may become make and replace nothing here: some of them own functions that decide who may see what,
-- and whoever may create in a schema may replace what they own. A migration that gives them a function grants it for as long.
revoke create on schema throughcare from throughcare_auth, throughcare_intake, throughcare_worker;
