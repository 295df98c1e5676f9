import { createRequire } from 'node:module';
import { type Found, textsAt, valuesAt } from './desk-file-values.ts';
import type { YamlText } from './desk-file-yaml.ts';
import type { Fault } from './faults.ts';
import { didYouMean } from './nearest-word.ts';

/** Finds countries and regions of which no public holidays are known. */
export function holidayFaults(yaml: YamlText): Fault[] {
  const sections = valuesAt(yaml.value, ['calendars', '*', 'holidays']).flatMap((found) => asked(found) ?? []);
  if (sections.length === 0) return [];
  const places = readPlaces();
  return sections.flatMap(({ path, country, region }) => {
    const fault = (key: string, place: string, advice: string): Fault => ({
      where: yaml.locate([...path, key]),
      problem: `No public holidays are known for ${place}.`,
      advice,
    });
    if (!Object.hasOwn(places.getCountries(), country)) return [fault('country', `"${country}"`, countryAdvice)];
    const advice = region === undefined ? undefined : regionAdvice(places, country, region);
    return advice === undefined ? [] : [fault('region', `"${region}" in ${country}`, advice)];
  });
}

const countryAdvice = 'Use two capitals: DE, US, GB; or leave the country out and list the days under dates.';

/** What can be looked up; a country or region of another shape is refused elsewhere. */
function asked({ path, value }: Found) {
  const [country] = textsAt(value, ['country']);
  const [region] = textsAt(value, ['region']);
  if (country === undefined || !/^[A-Z]{2}$/.test(country.value)) return undefined;
  return { path, country: country.value, region: region?.value.trim() };
}

interface Places {
  getCountries(): Record<string, string>;
  getStates(country: string): Record<string, string> | undefined;
  getRegions(country: string, state: string): Record<string, string> | undefined;
}

/** The data take a fifth of a second to load: only a desk whose calendar names a country pays for them. */
function readPlaces(): Places {
  const Holidays: typeof import('date-holidays').default = createRequire(import.meta.url)('date-holidays');
  return new Holidays();
}

/** What to write instead; undefined when the region is known: a state, `BE`, or with a part of it, `BY-A`. */
function regionAdvice(places: Places, country: string, region: string): string | undefined {
  const [state = '', part] = region.split('-', 2);
  const states = places.getStates(country) ?? {};
  if (!Object.hasOwn(states, state)) return choice(region, Object.keys(states));
  if (part === undefined) return undefined;
  const parts = places.getRegions(country, state) ?? {};
  if (Object.hasOwn(parts, part)) return undefined;
  return choice(region, [state, ...Object.keys(parts).map((one) => `${state}-${one}`)]);
}

function choice(region: string, known: readonly string[]): string {
  if (known.length === 0) return 'Leave the region out.';
  return `${didYouMean(region, known)}Use one of: ${known.join(', ')}.`;
}
