import type Database from 'better-sqlite3';
import type { StoredOffice, StoreMethods } from '../hub-store.ts';

type OfficeRow = { id: string; name: string; phone: string | null; external_link: string | null; topics: string; languages: string };

const fromRow = (row: OfficeRow): StoredOffice => ({
  id: row.id,
  name: row.name,
  phone: row.phone,
  externalLink: row.external_link,
  topics: JSON.parse(row.topics),
  languages: JSON.parse(row.languages),
});

export function officeRows(db: Database.Database): Pick<StoreMethods, 'putOffice' | 'offices' | 'latestWaits'> {
  const put = db.prepare(
    `insert into office (id, name, phone, external_link, topics, languages) values (@id, @name, @phone, @externalLink, @topics, @languages)
     on conflict (id) do update set name = @name, phone = @phone, external_link = @externalLink, topics = @topics, languages = @languages`,
  );
  const all = db.prepare<[], OfficeRow>('select * from office order by name, id');
  const waits = db.prepare<[string, number], number>('select seconds from answered_wait where office_id = ? order by claimed_at desc limit ?').pluck();
  return {
    putOffice: (office) => void put.run({ ...office, topics: JSON.stringify(office.topics), languages: JSON.stringify(office.languages) }),
    offices: () => all.all().map(fromRow),
    latestWaits: ({ officeId, most }) => waits.all(officeId, most),
  };
}
