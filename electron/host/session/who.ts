/**
 * SQL for the name a list shows of a session `s`: the main person's, surname first; nothing for an anonymous or confidential
 * session.
 */
export const whoOf = `case when s.privacy <> 'named' then '' else coalesce((
  select trim(coalesce(r.surname, '') || ' ' || coalesce(r.given_name, ''))
  from session_person m join resident r on r.id = m.resident_id where m.session_id = s.id and m.role = 'main'), '') end`;
