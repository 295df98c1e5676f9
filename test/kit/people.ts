import type { Profile } from '../../src/chat/adapter.ts';

/** Somebody of the test's company, as their platform knows them. `id` is what tickets carry. */
export interface Somebody extends Profile {
  readonly id: string;
  readonly email: string;
}

/** Everybody is reached on the recording platform and known by their e-mail. */
export function somebody(name: string, facts: Partial<Profile> = {}): Somebody {
  const user = name.split(' ')[0]?.toLowerCase() ?? name;
  const id = `${user}@example.com`;
  return { id, ref: `slack:T1/${user}`, name, email: id, locale: 'en-GB', isActive: true, isBot: false, ...facts };
}

export const dana = somebody('Dana Lee');
/** Reads German. */
export const max = somebody('Max Kern', { locale: 'de-DE', timeZone: 'Europe/Berlin' });
/** Nobody in the desk: an employee who has nothing to do with other people's tickets. */
export const eve = somebody('Eve Stone');
/** Agents of IT support. */
export const ben = somebody('Ben Ito');
export const cem = somebody('Cem Acar', { locale: 'de-DE', timeZone: 'Europe/Berlin' });
/** Leads IT support and Network. */
export const lea = somebody('Lea Roy');
/** Agent of Network. */
export const nia = somebody('Nia Cole');
/** Agents of HR, whose services are confidential; Hugo leads it. */
export const hana = somebody('Hana Sato');
export const hugo = somebody('Hugo Blum');
export const mia = somebody('Mia Wolf');
export const ada = somebody('Ada Byron');

export const everybody = [dana, max, eve, ben, cem, lea, nia, hana, hugo, mia, ada] as const;
