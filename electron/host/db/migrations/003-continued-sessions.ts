/** A session that goes on from a closed one: whoever follows a case up finds where it began, and what became of it. */
export const continuedSessions = /* sql */ `
alter table session add column continues text references session (id) on delete set null;
create index session_continues on session (continues) where continues is not null;
`;
