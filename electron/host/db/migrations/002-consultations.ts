/** The virtual counter: what was asked of INPS offices, how it was talked over, and this desk's place at its hub. */
export const consultations = /* sql */ `
-- Who this desk is at a hub. The private key is why it is in here: it opens connections in the desk's name.
create table hub_identity (
  address text primary key,
  desk_id text not null,
  private_key text not null,
  enrolled_at text not null
) strict, without rowid;

-- One request to an office. The question and the official's words are wiped by retention; the rest is closed lists.
create table consultation (
  id text primary key,
  session_id text not null references session (id),
  run_id text references run (id),
  hub_address text not null,
  office_id text not null,
  office_name text not null,
  question_json text not null check (json_valid(question_json)),
  -- the official's words come sealed for this key; gone once they are wiped
  sealing_public_key text not null,
  sealing_private_key text,
  stage text not null check (stage in ('asking', 'waiting', 'promised', 'ringing', 'active', 'ended', 'lost')),
  asked_at text not null,
  call_back_at text,
  claimed_at text,
  official_name text,
  ended_at text,
  end_reason text,
  decline text,
  wrap_up_at text,
  outcome text,
  standard_route integer check (standard_route in (0, 1)),
  words_json text check (json_valid(words_json)),
  follow_up_id text references follow_up (id),
  check ((stage in ('ended', 'lost')) = (ended_at is not null)),
  check ((wrap_up_at is null) = (outcome is null))
) strict;
create index consultation_session on consultation (session_id);
create index consultation_live on consultation (hub_address) where stage not in ('ended', 'lost');

-- One stretch of a consultation by one medium. An open one of another process was cut off by its end.
create table call_leg (
  id text primary key,
  consultation_id text not null references consultation (id),
  process_id text not null,
  medium text not null check (medium in ('video', 'audio', 'phone', 'link')),
  opened_at text not null,
  closed_at text,
  reason text,
  summary_json text check (json_valid(summary_json)),
  check ((closed_at is null) = (reason is null))
) strict;
create index call_leg_consultation on call_leg (consultation_id);
create unique index call_leg_open on call_leg (consultation_id) where closed_at is null;

-- Consents, comparisons of the short code, papers the official has seen, guests: in the order they were noted.
create table call_note (
  id integer primary key,
  consultation_id text not null references consultation (id),
  at text not null,
  note_json text not null check (json_valid(note_json))
) strict;
create index call_note_consultation on call_note (consultation_id);

-- What the one-minute test of the network found, the latest for each day of the week: 1 Monday to 7 Sunday.
create table network_passport (
  weekday integer primary key check (weekday between 1 and 7),
  at text not null,
  results_json text not null check (json_valid(results_json))
) strict;
`;
