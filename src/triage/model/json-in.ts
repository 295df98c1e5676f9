import type { Json } from './masked-data.ts';

/** The JSON object in a model's words, which may stand in a fence or after a sentence; undefined when there is none. */
export function jsonIn(text: string): Json | undefined {
  return parsed(text) ?? parsed(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1));
}

function parsed(text: string): Json | undefined {
  try {
    const value: Json = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
