/** What a platform sends, before anything about it is believed. */
export type Payload = Readonly<Record<string, unknown>>;

/** The object under a key; an empty one when there is none, so that reading on is safe. */
export function part(of: Payload, key: string): Payload {
  const value = of[key];
  return isPayload(value) ? value : nothing;
}

/** The non-empty string under a key. */
export function word(of: Payload, key: string): string | undefined {
  const value = of[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The objects in the list under a key. */
export function parts(of: Payload, key: string): readonly Payload[] {
  const value = of[key];
  return Array.isArray(value) ? value.filter(isPayload) : [];
}

export function isPayload(value: unknown): value is Payload {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const nothing: Payload = {};
