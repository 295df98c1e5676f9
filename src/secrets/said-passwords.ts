import { isElsewhere, isMark, looksLikeKey, looksSecret, trimmed, type Written } from './look-of-secret.ts';
import { goesOnAfter, isOrdinary } from './ordinary-words.ts';
import { type Finder, matches, type SecretKind, type Span } from './sensitive.ts';

const notInWord = ['(?<![\\p{L}\\p{N}])', '(?![\\p{L}\\p{N}]|_\\d{1,9}\\])'] as const;
/** Not in what stands where a secret was hidden before. */
const notInMark = '(?<!\\[••••[^\\]\\n]{0,60})';
const said = (words: string) => new RegExp(`${notInWord[0]}(?:${words})${notInWord[1]}${notInMark}`, 'giu');

/** How people call what they then write down; in the languages of triage and those of their neighbours. */
const announcements: readonly (readonly [SecretKind, RegExp])[] = [
  [
    'password',
    said(
      'passwords?|passwor[dt]e?|pas+wor[dt]s?|pass ?phrases?|pass ?words?|pass|passcode|passwd|pswd|pwd|pw|psw|' +
        'kennw[oö]rte?r?|passw[oö]rter|contrase(?:ñ|n|n\u0303)as?|clave|mots? de passe|mdp|senhas?|palavras?[- ]passe|' +
        'wachtwoord|l[öo]senord|adgangskode|passord|has[łl]o|parola|salasana|şifre|пароль|密码|パスワード',
    ),
  ],
  ['pin', said('pins?|pin[- ]?codes?|puk|tan|(?:2fa|mfa|otp|verification|security|sicherheits|einmal)[- ]?codes?|otp')],
  [
    'token',
    said(
      '(?:api|access|secret|private|shared|auth|account|encryption|zugriffs|geheim)[ _-]?(?:keys?|tokens?|schlüssel|secrets?)|apikey|' +
        '(?:client|app|webhook|signing)[ _-]?secrets?|secrets?|tokens?|refresh[ _-]?tokens?|bearer|authorization|auth|clave api|clé api|chave api|' +
        '[a-z0-9]{1,20}(?:_[a-z0-9]{1,20}){0,4}_(?:key|token|secret|password|pwd|pass)',
    ),
  ],
];

/** Passwords, PINs and keys of unknown makers that somebody names as such, wherever in the text they stand again. */
export const findSaid: Finder<SecretKind> = (text) => {
  const found = [...announcements.flatMap(([kind, pattern]) => findAnnounced(text, kind, pattern)), ...findPairs(text)];
  return [...found, ...again(text, found)];
};

function findAnnounced(text: string, kind: SecretKind, pattern: RegExp): readonly Span<SecretKind>[] {
  const found: Span<SecretKind>[] = [];
  let covered = 0;
  for (const { 0: name, index } of text.matchAll(pattern)) {
    if (index < covered) continue;
    found.push(...after(text, index + name.length, kind, name), ...before(text, index, kind));
    covered = found.at(-1)?.end ?? 0;
  }
  return found;
}

const pairs =
  /(?<![\p{L}\p{N}])(?:logins?|log-?in|credentials?|creds|zugangsdaten|anmeldedaten|credenciales|identifiants|credenciais)(?:[ \t]{0,3}[:=]|[ \t]{1,3}(?:is|are|sind|son|sont|são))?[ \t]{1,3}\S{2,64}?[ \t]{0,3}[/|,: ][ \t]{0,3}(?<secret>[^\s/|,:]\S{5,200})/dgiu;

/** "login: dana / Summer2026!": the first word is a name, the second is not. */
function findPairs(text: string): readonly Span<SecretKind>[] {
  return matches(text, 'password' as const, pairs).flatMap(({ kind, start, end }) => {
    const inner = trimmed(text, { written: text.slice(start, end), start, end });
    const value = text.slice(inner.start, inner.end);
    return looksSecret(value) && !isMark(text, { written: value, ...inner }) ? [{ kind, ...inner }] : [];
  });
}

const furthest = 8;
/** Words are read so far at first, for a word may announce many; what is found is followed to its end. */
const longestWord = 1_024;
const word = /\S{1,1024}/y;
const restOfWord = /\S*/y;
const linkers = new Set(
  `is was are were be = : := => -> → ist war lautet sind es era son est était sont é era são to from with zu auf von a à para de`.split(
    ' ',
  ),
);
/** After these a plain word is no password: "change my password to get in". */
const weakLinkers = new Set('to from with zu auf von a à para de be'.split(' '));
const passedOver = new Set(
  'now still currently jetzt nun aktuell ahora maintenant agora this following here : = is'.split(' '),
);

type Link = 'none' | 'weak' | 'strong';

const gluedLink = /["'`)\]]{0,2}(?::=|=>|->|[:=])/y;

/** What stands behind the announcement, as far as it is read: on the same line, or on the next one after a colon. */
function after(text: string, from: number, kind: SecretKind, name: string): readonly Span<SecretKind>[] {
  gluedLink.lastIndex = from;
  const glued = gluedLink.exec(text)?.[0] ?? '';
  let link: Link = glued ? 'strong' : 'none';
  let at = from + glued.length;
  const found: Span<SecretKind>[] = [];
  for (let distance = 1; distance <= furthest && found.length < mostValues; distance += 1) {
    const next = wordAt(text, at, link === 'strong');
    if (!next) break;
    at = next.end;
    const plain = next.written.toLowerCase();
    if (linkers.has(plain)) link = weakLinkers.has(plain) && link !== 'strong' ? 'weak' : 'strong';
    else if (link === 'none' || !passedOver.has(plain)) {
      const value = secretIn(text, next, { kind, link, isNear: distance <= (link === 'none' ? 1 : 2), name });
      if (value) found.push(wholeWord(text, value, next));
      else if (/[.!?;]$/.test(next.written)) break;
      at = Math.max(at, found.at(-1)?.end ?? 0);
      link = /[:=]$/.test(next.written) && !value ? 'strong' : link === 'none' ? 'none' : 'weak';
      if (value) link = 'weak';
    }
  }
  return found;
}

/** The old one and the new one, and what they were tried on. */
const mostValues = 4;

/** A word that was too long to be read at once, to its end. */
function wholeWord(text: string, value: Span<SecretKind>, { start, end }: Written): Span<SecretKind> {
  if (end - start < longestWord) return value;
  restOfWord.lastIndex = end;
  return { ...value, end: end + (restOfWord.exec(text)?.[0].length ?? 0) };
}

function wordAt(text: string, at: number, mayTurnLine: boolean): Written | undefined {
  let start = at;
  let lines = 0;
  while (start < text.length && /\s/.test(text[start] ?? '')) {
    if (text[start] === '\n') lines += 1;
    start += 1;
    if (start - at > 40) return undefined;
  }
  if (lines > (mayTurnLine ? 1 : 0)) return undefined;
  word.lastIndex = start;
  const written = word.exec(text)?.[0];
  return written === undefined ? undefined : { written, start, end: start + written.length };
}

interface Announced {
  readonly kind: SecretKind;
  readonly link: Link;
  /** Whether nothing but the link stands between. */
  readonly isNear: boolean;
  readonly name: string;
}

function secretIn(text: string, next: Written, announced: Announced): Span<SecretKind> | undefined {
  const { start, end } = trimmed(text, next);
  const value = text.slice(start, end);
  if (value === '' || isMark(text, next) || isElsewhere(value)) return undefined;
  const { kind, link, isNear, name } = announced;
  const isSaid = link === 'strong' && isNear;
  const span = { kind, start, end };
  if (kind === 'pin') return isNear && link !== 'weak' && /^\d{4,8}$/.test(value) ? span : undefined;
  if (kind === 'token') {
    if (looksLikeKey(value) || (link === 'strong' && looksSecret(value) && value.length >= 8)) return span;
    return isSaid && /^token$/i.test(name) && /^\d{6,8}$/.test(value) ? span : undefined;
  }
  if (looksSecret(value) && (link !== 'none' || name.toLowerCase() !== 'pass')) return span;
  if (!isSaid || alsoMeansOther.test(name)) return undefined;
  const phraseEnd = endOfPhrase(text, start);
  if (phraseEnd !== undefined) return { kind, start, end: phraseEnd };
  return couldBePassword(text, value, next) ? span : undefined;
}

const alsoMeansOther = /^(?:clave|pass|parola)$/i;
const afterACount =
  /^(?:char|sign|letter|digit|day|week|month|year|hour|minute|second|time|zeichen|stelle|tage|d[ií]as|caract|jours)/i;

/** A plain word or number, said to be the password: it is one unless it is a word of a complaint. */
function couldBePassword(text: string, value: string, next: Written): boolean {
  if (value.length < 3 || isOrdinary(value) || /^\d{1,3}$/.test(value)) return false;
  const following = wordAt(text, next.end, false)?.written ?? '';
  if (afterACount.test(following)) return false;
  const isLast = following === '' || /[.,;!?)]$/.test(next.written);
  return isLast || goesOnAfter(following.replace(/[.,;!?]{1,9}$/, '')) || /[^\p{L}'’-]/u.test(value);
}

const phrase = /[\p{L}]{3,40}(?:[ -][\p{L}]{3,40}){3,7}(?=[.!]?[ \t]{0,9}(?:\n|$))/uy;

/** Four words or more that make no sentence, to the line's end: "correct horse battery staple". */
function endOfPhrase(text: string, start: number): number | undefined {
  phrase.lastIndex = start;
  const written = phrase.exec(text)?.[0];
  if (
    written === undefined ||
    written.split(/[ -]/).some((word) => word !== 'correct' && (isOrdinary(word) || goesOnAfter(word)))
  )
    return;
  return start + written.length;
}

const leadsBack =
  /([^\s]{6,200})[ \t]{1,3}(?:is|was|ist|war|es|est|é)[ \t]{1,3}(?:my|the|our|his|her|mein|das|unser|mi|la|mon|le|a|minha)[ \t]{1,3}(?:new |old |neues |altes )?$/iu;

/** "Summer2026! is my password". */
function before(text: string, index: number, kind: SecretKind): readonly Span<SecretKind>[] {
  const begin = Math.max(0, index - 240);
  const match = leadsBack.exec(text.slice(begin, index));
  const written = match?.[1];
  if (!match || written === undefined || isMark(text, { written, start: begin + match.index, end: index })) return [];
  const at = begin + match.index;
  const { start, end } = trimmed(text, { written, start: at, end: at + written.length });
  return looksSecret(text.slice(start, end)) ? [{ kind, start, end }] : [];
}

/** The same words where nothing announces them: "is Summer2026! I typed Summer2026! ten times". */
function again(text: string, found: readonly Span<SecretKind>[]): readonly Span<SecretKind>[] {
  if (found.length === 0) return [];
  const values = new Map(found.map(({ kind, start, end }) => [text.slice(start, end), kind]));
  return Array.from(text.matchAll(/\S+/g)).flatMap(({ 0: written, index }) => {
    const { start, end } = trimmed(text, { written, start: index, end: index + written.length });
    const kind = values.get(text.slice(start, end)) ?? values.get(written);
    if (kind === undefined) return [];
    return [values.has(written) ? { kind, start: index, end: index + written.length } : { kind, start, end }];
  });
}
