/** A telephone number as Italians write it: a line that begins with 0 or a mobile with 3, in groups or not. */
const phone = /(?:\+39[\s./-]?)?(?:0\d|3\d{2})(?:[\s./-]?\d){5,9}(?!\d)/;

/** The desk's telephone, from the lines that are printed for residents; null where none is in them. */
export const phoneIn = (deskContact: string): string | null => phone.exec(deskContact)?.[0].trim().slice(0, 30) ?? null;
