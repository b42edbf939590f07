set search_path = throughcare, public;

alter table organisation add column second_step_required boolean not null default false;
comment on column organisation.second_step_required is 'A password alone does not let its staff in: a code or a passkey is asked for too';
grant update (second_step_required) on organisation to throughcare_auth;

alter table session
  add column id uuid not null default uuidv7() unique,
  add column means text not null default 'password',
  add column address text,
  add column browser text,
  add column limited boolean not null default false,
  add column ended_at timestamptz,
  add column ended_how text check (ended_how in ('signed_out', 'elsewhere', 'replaced', 'password_changed'));
comment on column session.id is 'What its own member of staff calls it when ending it';
comment on column session.means is 'How they signed in: password, password_and_code, password_and_recovery_code, passkey, or the identifier of another service';
comment on column session.address is 'The address it was begun from [personal]';
comment on column session.browser is 'What the browser said it was when it was begun [personal]';
comment on column session.limited is 'Only for setting up a second step, which their organisation asks for';
comment on column session.ended_at is 'When it was ended; kept for a day, so that words sent after it are not lost';
comment on column session.ended_how is 'By whom or what it was ended before its time';

alter table credential drop column failed_count, drop column locked_until;
grant update (password_hash, changed_at) on credential to throughcare_auth;

create table throttle (
  key text primary key,
  tries integer not null,
  until timestamptz not null
);
select describe('throttle', 'How often something was tried, by account, address, code or passkey: counted before the try, so that many at once are all counted.',
  'key', 'What is counted and whose, as a keyed hash: a name typed wrongly may be a password',
  'tries', 'Tries since the count began', 'until', 'When the count begins again; while the tries are used up, nothing more is tried');
grant select, insert, update, delete on throttle to throughcare_auth;

create table sign_in_step (
  token_hash text primary key,
  staff_id uuid not null references staff,
  leads_to text not null,
  expires_at timestamptz not null
);
create index sign_in_step_by_staff on sign_in_step (staff_id);
select describe('sign_in_step', 'A right password that waits for its second step.',
  'token_hash', 'SHA-256 of the cookie', 'staff_id', 'Who', 'leads_to', 'The page they wanted', 'expires_at', 'The password is asked for again after it');
grant select, insert, update, delete on sign_in_step to throughcare_auth;

create table second_step (
  staff_id uuid primary key references staff,
  secret text not null,
  last_step bigint not null,
  added_at timestamptz not null
);
select describe('second_step', 'The one-time codes of a member of staff (RFC 6238).',
  'staff_id', 'Who', 'secret', 'The key, sealed with the service’s own secret', 'last_step', 'The half-minute of the last code that was taken: it and earlier ones are never taken again',
  'added_at', 'When it was set up');
grant select, insert, update, delete on second_step to throughcare_auth;

create table recovery_code (
  staff_id uuid not null references staff,
  code_hash text not null,
  form_key uuid not null,
  made_at timestamptz not null,
  used_at timestamptz,
  primary key (staff_id, code_hash)
);
select describe('recovery_code', 'Codes on paper, for when the telephone is lost; each lets in once.',
  'staff_id', 'Whose', 'code_hash', 'SHA-256 of the code, which has 80 random bits', 'form_key', 'The form that made them: sent twice, it makes the same ones',
  'made_at', 'When', 'used_at', 'When it was used');
grant select, insert, update, delete on recovery_code to throughcare_auth;

create table passkey (
  id text primary key,
  staff_id uuid not null references staff,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  name text not null,
  backed_up boolean not null,
  added_at timestamptz not null,
  used_at timestamptz
);
create index passkey_by_staff on passkey (staff_id);
select describe('passkey', 'A passkey of a member of staff: it lets them in by itself.',
  'id', 'Identifier of the credential, as the browser knows it', 'staff_id', 'Whose', 'public_key', 'Checks what the passkey signs', 'counter', 'Signatures so far, where the device counts them',
  'transports', 'How the browser reaches it', 'name', 'What its owner calls it', 'backed_up', 'Kept in their account with the maker too', 'added_at', 'When it was added', 'used_at', 'When it was last used');
grant select, insert, update, delete on passkey to throughcare_auth;

create table sign_in_challenge (
  hash text primary key,
  kind text not null check (kind in ('passkey_sign_in', 'passkey_add', 'provider')),
  staff_id uuid references staff,
  sealed text,
  expires_at timestamptz not null
);
create index sign_in_challenge_by_staff on sign_in_challenge (staff_id) where staff_id is not null;
create index sign_in_challenge_old on sign_in_challenge (expires_at);
select describe('sign_in_challenge', 'What a passkey or another service has to answer: once, and soon.',
  'hash', 'SHA-256 of the challenge or state', 'kind', 'What it is for', 'staff_id', 'Who adds a passkey; null when signing in',
  'sealed', 'What has to be remembered until the answer, sealed', 'expires_at', 'No answer is taken after it');
grant select, insert, update, delete on sign_in_challenge to throughcare_auth;

create table kept_form (
  id uuid primary key,
  staff_id uuid not null references staff,
  role staff_role not null,
  path text not null,
  sealed text not null,
  kept_at timestamptz not null,
  expires_at timestamptz not null
);
create index kept_form_by_staff on kept_form (staff_id);
select describe('kept_form', 'What was typed into a form that was sent after its session had ended, until its writer has signed in again.',
  'id', 'Made by the application (UUIDv7)', 'staff_id', 'Whose words: shown to nobody else', 'role', 'The role they acted in, and act in again', 'path', 'The form’s address', 'sealed', 'The words, sealed [personal]',
  'kept_at', 'When', 'expires_at', 'Forgotten after it');
grant select, insert, delete on kept_form to throughcare_auth;

create table secret_check (
  single boolean primary key default true check (single),
  digest text not null
);
select describe('secret_check', 'A digest made with the service’s secret, so that a copy that was given another one does not start.',
  'single', 'There is one row', 'digest', 'The digest');
grant select, insert on secret_check to throughcare_auth;

-- What keeps sign-ins safe is the account keeper's alone.
do $$
declare name text;
begin
  foreach name in array array['throttle', 'sign_in_step', 'second_step', 'recovery_code', 'passkey', 'sign_in_challenge', 'kept_form', 'secret_check'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy keeps on %I to throughcare_auth using (true) with check (true)', name);
  end loop;
end $$;
