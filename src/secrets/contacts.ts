import { isIPv4, isIPv6 } from 'node:net';
import { type Finder, matches } from './sensitive.ts';

const email =
  /(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}._%+'-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}[\p{L}]{2,24}(?![\p{L}\p{N}-])/gu;

export const findEmails: Finder<'email'> = (text) => matches(text, 'email', email);

const addresses =
  /(?<![\w.:])(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,8}(?:\.\d{1,3}){0,3})(?![\w:]|\.\d)/g;

/** IPv4 and IPv6. A version of four numbers looks the same; a time of day does not. */
export const findIpAddresses: Finder<'ipAddress'> = (text) =>
  matches(text, 'ipAddress', addresses).filter(({ start, end }) => isAddress(text.slice(start, end)));

function isAddress(written: string): boolean {
  return isIPv4(written) || (isIPv6(written) && written !== '::');
}

const noDigitBefore = '(?<![\\p{L}\\p{N}_.#-]|\\d[ /])';
const noDigitAfter = '(?![\\p{L}\\p{N}_]|[-./:]\\d)';
const phones = [
  // With the country's code.
  `${noDigitBefore}(?:\\+|00)[1-9](?:[ ()./-]{0,2}\\d){7,14}${noDigitAfter}`,
  // North America.
  `${noDigitBefore}(?:\\([2-9]\\d{2}\\) ?|[2-9]\\d{2}[.-])[2-9]\\d{2}[.-]\\d{4}${noDigitAfter}`,
  // With a leading 0 and a sign or space after the area's code.
  `${noDigitBefore}\\(?0[1-9]\\d{1,4}\\)?[ /-]{1,3}\\d(?:[ -]?\\d){5,9}${noDigitAfter}`,
].map((form) => new RegExp(form, 'gu'));
const announced =
  /(?<![\p{L}\p{N}])(?:phone|telephone|tel|mobile|cell|telefon|handy|mobil|durchwahl|rufnummer|tel[ée]fono|m[óo]vil|t[ée]l[ée]phone|telefone|telem[óo]vel|celular|call me(?: at| on)?|reach me(?: at| on)?)(?: number| nummer| no)?[.: ]{1,3}(?:is |ist |es |est |é |me at |me on )?(?<secret>[+(]{0,2}\d(?:[ ()./-]{0,2}\d){5,14})(?![\p{L}\p{N}_]|[-./:]\d)/dgiu;

/** Numbers that are written as telephone numbers are, or announced as such. Dates and numbers of orders are not. */
export const findPhones: Finder<'phone'> = (text) => [
  ...phones.flatMap((form) => matches(text, 'phone', form)),
  ...matches(text, 'phone', announced),
];
