/** The records of one desk, as released first. */
export const records = /* sql */ `
-- The records of one desk. Instants are UTC ISO 8601 text, days are YYYY-MM-DD, ids are UUIDv7 unless said otherwise.
-- Never edited after release: a change is a new numbered file.

-- The latest instant ever recorded, so that a clock set back is noticed at the next sign-in; and, while it is, since when.
create table latest_instant (
  id integer primary key check (id = 1),
  at text not null,
  behind_since text
) strict;

-- The calendar days somebody worked at the desk: what retention counts by, for a clock alone may be years wrong.
create table desk_day (
  day text primary key check (day glob '????-??-??')
) strict, without rowid;

create table settings (
  id integer primary key check (id = 1),
  json text not null check (json_valid(json))
) strict;

create table clerk (
  id text primary key, -- random UUID: the same one as in the keyring
  display_name text not null unique collate nocase,
  role text not null check (role in ('clerk', 'supervisor')),
  enabled integer not null check (enabled in (0, 1)),
  added_at text not null,
  last_sign_in_at text
) strict;

-- What opens these records, as it lies in the folder beside them: an older file put back there is found out by this row.
create table keyring (
  id integer primary key check (id = 1),
  json text not null check (json_valid(json))
) strict;

-- A person, once, however many sessions. All personal data of residents is in this row, in name_token, and in free text.
create table resident (
  id text primary key,
  surname text,
  given_name text,
  codice_fiscale text,
  birth_date text,
  sex text check (sex in ('F', 'M')),
  created_at text not null,
  last_activity_at text not null,
  wiped_at text,
  check (wiped_at is null or coalesce(surname, given_name, codice_fiscale, birth_date, sex) is null)
) strict;
-- Not unique: whoever came to a confidential session is another resident to a clerk who may not know of it.
create index resident_codice_fiscale on resident (codice_fiscale) where codice_fiscale is not null;
create index resident_last_activity on resident (last_activity_at) where wiped_at is null;

-- Words of names, folded to plain lower-case letters, and every spelling of them with one letter left out:
-- two words one typo apart (letter changed, added, left out, two swapped) share a row here.
create table name_token (
  id integer primary key,
  token text not null unique
) strict;
create table name_token_deletion (
  spelling text not null,
  token_id integer not null references name_token (id) on delete cascade,
  primary key (spelling, token_id)
) strict, without rowid;
create table resident_token (
  token_id integer not null references name_token (id),
  resident_id text not null references resident (id) on delete cascade,
  primary key (token_id, resident_id)
) strict, without rowid;
create index resident_token_resident on resident_token (resident_id);

create table session (
  id text primary key,
  -- running number within the year: 2026-00017
  number text not null unique,
  privacy text not null check (privacy in ('named', 'anonymous', 'confidential')),
  state text not null check (state in ('open', 'suspended', 'interrupted', 'closed')),
  clerk_id text not null references clerk (id),
  -- the desk process that last worked on it: an open session of another process was interrupted
  process_id text not null,
  opened_at text not null,
  -- to the minute: the journal has it to the millisecond
  last_activity_at text not null,
  closed_at text,
  outcome text,
  autonomy integer check (autonomy between 1 and 3),
  useful text check (useful in ('yes', 'unknown', 'no')),
  referral text,
  wiped_at text,
  check ((state = 'closed') = (closed_at is not null))
) strict;
create index session_opened on session (opened_at);
create index session_closed on session (closed_at) where closed_at is not null;
create index session_unwiped on session (opened_at) where wiped_at is null;
create index session_unfinished on session (state) where state <> 'closed';
create index session_clerk on session (clerk_id, opened_at);

create table session_person (
  id text primary key,
  session_id text not null references session (id),
  resident_id text not null references resident (id),
  role text not null check (role in ('main', 'partner', 'child', 'parent', 'delegate', 'companion')),
  relation text,
  identity_document text,
  identity_in_date integer check (identity_in_date in (0, 1)),
  identity_seen_at text,
  added_at text not null,
  unique (session_id, resident_id)
) strict;
create unique index session_main_person on session_person (session_id) where role = 'main';
create index session_person_resident on session_person (resident_id, session_id);

-- The definition a run began with, kept for as long as a run needs it, whatever the catalogue becomes.
create table procedure_version (
  content_hash text primary key check (length(content_hash) = 64),
  procedure_id text not null,
  version text not null,
  title text not null,
  definition_json text not null check (json_valid(definition_json)),
  texts_json text not null check (json_valid(texts_json))
) strict, without rowid;

create table run (
  id text primary key,
  session_id text not null references session (id),
  procedure_id text not null,
  content_hash text not null references procedure_version (content_hash),
  started_at text not null,
  ended_at text,
  outcome text,
  note text not null default '' check (length(note) <= 500),
  check ((ended_at is null) = (outcome is null))
) strict;
create index run_session on run (session_id);
create index run_procedure on run (procedure_id, started_at);

-- One row a step saved: its answers as JSON, whether the clerk went on, and the step shown next. The next_step of a run's
-- highest visit is on screen: saving and moving on is one row, and pages touched are what an encrypted save costs.
create table run_step (
  run_id text not null references run (id),
  step_id text not null,
  facts_json text not null check (json_valid(facts_json)),
  done integer not null check (done in (0, 1)),
  next_step text not null,
  visit integer not null,
  saved_at text not null,
  primary key (run_id, step_id)
) strict, without rowid;

create table run_document (
  run_id text not null references run (id),
  document_id text not null,
  subject text not null,
  state text not null check (state in ('seen', 'missing', 'cannot-find', 'cannot-get', 'not-needed')),
  marked_at text not null,
  primary key (run_id, document_id, subject)
) strict, without rowid;

create table run_block (
  run_id text not null references run (id),
  block_id text not null,
  passed_at text not null,
  primary key (run_id, block_id)
) strict, without rowid;

-- Intent before act: the row is there before the clerk presses the portal's button.
create table submission (
  id text primary key,
  run_id text not null references run (id),
  step_id text not null,
  portal text not null,
  intended_at text not null,
  settled_at text,
  sent integer check (sent in (0, 1)),
  check ((settled_at is null) = (sent is null))
) strict;
create index submission_run on submission (run_id);

create table issued_number (
  id text primary key,
  run_id text not null references run (id),
  kind text not null check (kind in ('domus', 'protocollo', 'certificate', 'other')),
  value text not null check (length(value) between 1 and 50),
  -- upper case without spaces and punctuation, for searching
  normalised text not null,
  added_at text not null
) strict;
create index issued_number_run on issued_number (run_id);
create index issued_number_normalised on issued_number (normalised);

create table follow_up (
  id text primary key,
  session_id text not null references session (id),
  due text not null,
  what text not null check (length(what) <= 200),
  state text not null check (state in ('open', 'done', 'cancelled')),
  settled_at text
) strict;
create index follow_up_session on follow_up (session_id);
create index follow_up_open on follow_up (due) where state = 'open';

create table print_job (
  id text primary key,
  session_id text not null references session (id),
  state text not null check (state in ('queued', 'printed', 'failed')),
  at text not null
) strict;
create index print_job_session on print_job (session_id);

-- What happened, in a closed vocabulary, each line sealed with the hash of the one before. No personal data.
create table journal (
  seq integer primary key,
  at text not null,
  clerk_id text,
  event text not null,
  session_id text,
  data_json text not null check (json_valid(data_json)),
  previous_hash text not null,
  hash text not null
) strict;
create index journal_session on journal (session_id) where session_id is not null;
create trigger journal_never_updated before update on journal begin select raise(abort, 'the journal is append-only'); end;
create trigger journal_never_deleted before delete on journal begin select raise(abort, 'the journal is append-only'); end;
`;
