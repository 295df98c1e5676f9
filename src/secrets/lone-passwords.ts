import { looksSecret } from './look-of-secret.ts';
import type { Finder } from './sensitive.ts';

/**
 * A message that is nothing but one word with capitals, small letters, digits and signs in it: who was asked for their password,
 * or announced it in the message before, writes it like this.
 */
export const findLonePassword: Finder<'password'> = (text) => {
  const [, before = '', word = ''] = /^(\s{0,20})(\S{8,64})\s*$/.exec(text.length > longest ? '' : text) ?? [];
  const start = before.length;
  const isMixed = [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[!@#$%^&*+=?~§€£]/].every((sign) => sign.test(word));
  if (!isMixed || !looksSecret(word) || hasMark.test(word)) return [];
  return [{ kind: 'password', start, end: start + word.length }];
};

const longest = 100;
const hasMark = /\[(?:[A-Z_]{2,11}_\d{1,9}\]|••••)/;
