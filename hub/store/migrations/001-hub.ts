/** The state of a hub, as released first. */
export const hub = /* sql */ `
-- Offices, desks, officials and the questions under way. Instants are UTC ISO 8601 text with milliseconds, ids are UUIDs
-- unless said otherwise. Codes, tokens and cookies are here as SHA-256 alone. Never edited after release: a change is a new file.

create table office (
  id text primary key, -- chosen by whoever set the hub up: inps-lecco
  name text not null,
  phone text,
  external_link text,
  topics text not null check (json_valid(topics)),
  languages text not null check (json_valid(languages))
) strict;

create table desk (
  id text primary key,
  public_key text not null unique, -- raw Ed25519 key, base64url
  name text not null,
  phone text,
  enrolled_at text not null,
  revoked_at text
) strict;

create table enrolment_code (
  hash text primary key,
  created_at text not null,
  expires_at text not null,
  used_at text,
  desk_id text references desk (id),
  check ((used_at is null) = (desk_id is null))
) strict, without rowid;

create table official (
  id text primary key,
  name text not null,
  office_id text not null references office (id),
  available integer not null default 0 check (available in (0, 1)),
  topics text not null check (json_valid(topics)),
  languages text not null check (json_valid(languages)),
  added_at text not null,
  disabled_at text
) strict;

create table invitation (
  hash text primary key,
  official_id text not null references official (id),
  expires_at text not null,
  used_at text
) strict, without rowid;

create table official_session (
  hash text primary key,
  official_id text not null references official (id),
  expires_at text not null,
  ended_at text
) strict, without rowid;
create index official_session_expiry on official_session (expires_at);

create table consultation (
  id text primary key, -- made by the desk
  desk_id text not null references desk (id),
  office_id text not null references office (id),
  question text not null check (json_valid(question)),
  checklist text check (json_valid(checklist)),
  desk_sealing_key text not null,
  asked_at text not null,
  claimed_at text, -- by an official, for the first time
  state text not null check (state in ('waiting', 'promised', 'ringing', 'active', 'ended')),
  state_since text not null,
  call_back_at text,
  official_id text references official (id),
  taken_at text, -- by the official of official_id
  call_id text unique,
  medium text not null default 'video' check (medium in ('video', 'audio', 'phone', 'link')),
  end_reason text,
  decline text,
  wrap_up text check (json_valid(wrap_up)), -- sealed words; gone once the desk has kept them
  outcome text,
  wrap_up_kept_at text,
  check ((state = 'active') = (call_id is not null)),
  check ((state in ('promised', 'ringing')) = (call_back_at is not null)),
  check ((state = 'ended') = (end_reason is not null)),
  check (state not in ('active', 'ringing') or official_id is not null),
  check (state not in ('waiting', 'promised') or official_id is null),
  check (wrap_up_kept_at is null or wrap_up is null)
) strict;
create index consultation_desk on consultation (desk_id);
create index consultation_queue on consultation (office_id) where state in ('waiting', 'promised');
create index consultation_official on consultation (official_id) where official_id is not null;
create index consultation_ended on consultation (state_since) where state = 'ended';
-- An official is in one call at a time.
create unique index consultation_one_call on consultation (official_id) where state in ('active', 'ringing');

-- How long each answered question had waited, for the wait told to others.
create table answered_wait (
  office_id text not null references office (id),
  claimed_at text not null,
  seconds integer not null check (seconds >= 0)
) strict;
create index answered_wait_latest on answered_wait (office_id, claimed_at);

-- What is left of a consultation a day after its end.
create table consultation_count (
  day text not null,
  office_id text not null references office (id),
  topic text not null,
  end_reason text not null,
  outcome text not null, -- empty when the official left none
  count integer not null check (count > 0),
  primary key (day, office_id, topic, end_reason, outcome)
) strict, without rowid;

create table guest (
  hash text primary key, -- of the token in the link
  call_id text not null,
  party text not null check (party in ('guest-1', 'guest-2')),
  role text not null,
  expires_at text not null,
  used_at text,
  cookie_hash text unique,
  check ((used_at is null) = (cookie_hash is null))
) strict, without rowid;
create unique index guest_place on guest (call_id, party);
`;
