/** Hides what must not leave the machine in texts that go together; see `src/secrets/masking.ts`. */
export type Mask = (texts: readonly string[]) => {
  readonly texts: readonly string[];
  readonly unmask: (text: string) => string;
};

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Masks every text of some data; keys are the desk's own. */
export function maskedData(data: Json, mask: Mask): { readonly data: Json; readonly unmask: (data: Json) => Json } {
  const found: string[] = [];
  mapTexts(data, (text) => {
    found.push(text);
    return text;
  });
  const { texts, unmask } = mask(found);
  if (texts.length !== found.length) throw new Error('masking lost a text');
  let at = 0;
  const masked = mapTexts(data, () => texts[at++] ?? '');
  return { data: masked, unmask: (answer) => mapTexts(answer, unmask) };
}

function mapTexts(data: Json, change: (text: string) => string): Json {
  if (typeof data === 'string') return change(data);
  if (typeof data !== 'object' || data === null) return data;
  if (isList(data)) return data.map((entry) => mapTexts(entry, change));
  return Object.fromEntries(Object.entries(data).map(([key, entry]) => [key, mapTexts(entry, change)]));
}

function isList(data: object): data is readonly Json[] {
  return Array.isArray(data);
}
