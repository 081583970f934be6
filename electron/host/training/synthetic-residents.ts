import { composeCodiceFiscale } from '../../../shared/person/name-codes.ts';
import type { PersonDetails } from '../../../shared/person/person-schema.ts';
import type { Chance } from './chance.ts';
import { birthPlaces, foreignGivenNames, foreignSurnames, givenNames, italianSurnames } from './synthetic-names.ts';

/** How many of a hundred residents were born abroad. */
const bornAbroad = 28;

/** Makes people who do not exist, no two with one codice fiscale; the code is made of the name, as it should be. */
export function createResidents(chance: Chance, year: number): () => PersonDetails {
  const given = new Set<string>();
  const make = (): PersonDetails => {
    const sex = chance.percent(54) ? 'F' : 'M';
    const birthDate = birthDay(chance, year);
    const { surname, givenName, place } = nameOf(chance, sex);
    const codiceFiscale = composeCodiceFiscale({ surname, givenName, birthDate, sex, place });
    if (given.has(codiceFiscale)) return make();
    given.add(codiceFiscale);
    return { surname, givenName, codiceFiscale, birthDate, sex };
  };
  return make;
}

function nameOf(chance: Chance, sex: 'F' | 'M'): { surname: string; givenName: string; place: string } {
  if (!chance.percent(bornAbroad)) {
    return { surname: commonest(chance, italianSurnames), givenName: commonest(chance, givenNames[sex]), place: chance.pick(birthPlaces) };
  }
  const { place, surnames } = chance.pick(foreignSurnames);
  return { surname: chance.pick(surnames), givenName: chance.pick(foreignGivenNames[sex]), place };
}

/** The first names of a list come up more often than the last. */
const commonest = (chance: Chance, items: readonly [string, ...string[]]): string =>
  items[Math.floor(chance.next() ** 1.6 * items.length)] ?? items[0];

/** Grown up, often old: between 19 and 94 in the year given. */
function birthDay(chance: Chance, year: number): string {
  const age = chance.percent(60) ? chance.between(60, 94) : chance.between(19, 59);
  const [month, day] = [chance.between(1, 12), chance.between(1, 28)].map((part) => String(part).padStart(2, '0'));
  return `${year - age}-${month}-${day}`;
}
