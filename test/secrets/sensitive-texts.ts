import fc from 'fast-check';
import type { SensitiveKind } from '../../src/secrets/sensitive.ts';

/** A secret and a sentence that somebody could say it in. */
export interface Said {
  readonly kind: SensitiveKind;
  readonly secret: string;
  readonly text: string;
}

const signs = (alphabet: string, length: number | readonly [number, number]) =>
  fc
    .array(fc.constantFrom(...alphabet), {
      minLength: typeof length === 'number' ? length : length[0],
      maxLength: typeof length === 'number' ? length : length[1],
    })
    .map((letters) => letters.join(''));
const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const digits = '0123456789';
const word = upper + upper.toLowerCase() + digits;
const hex = '0123456789abcdef';

const announcements = [
  ...['my password is ', 'password: ', 'Password=', 'the pw is now ', 'pwd: ', 'I changed my password to '],
  ...['Passwort: ', 'mein Passwort lautet ', 'das Kennwort für das WLAN ist ', 'contraseña: ', 'mi contraseña es '],
  ...['mon mot de passe est ', 'mdp : ', 'minha senha é ', 'a palavra-passe: ', 'wachtwoord: ', 'passphrase: '],
];

/** Six signs or more with a letter and a digit among them, and no sign that a sentence puts around a word. */
const password = fc
  .tuple(signs(upper.toLowerCase(), [2, 8]), signs(digits, [1, 4]), signs(`${word}!#$%&?~@-`, [3, 12]))
  .map(([letters, number, rest]) => letters + rest + number);

const known: readonly (readonly [SensitiveKind, fc.Arbitrary<string>])[] = [
  ['awsKey', signs(upper + digits, 16).map((rest) => `AKIA${rest}`)],
  ['githubToken', signs(word, 36).map((rest) => `ghp_${rest}`)],
  ['githubToken', signs(word, 60).map((rest) => `github_pat_${rest}`)],
  ['gitlabToken', signs(word, 20).map((rest) => `glpat-${rest}`)],
  ['slackToken', signs(word, 24).map((rest) => `xoxb-1234567890-${rest}`)],
  ['slackToken', signs(hex, 40).map((rest) => `xapp-1-A0123-123-${rest}`)],
  ['openaiKey', signs(word, 40).map((rest) => `sk-proj-${rest}`)],
  ['stripeKey', signs(word, 24).map((rest) => `sk_live_${rest}`)],
  ['googleKey', signs(word, 35).map((rest) => `AIza${rest}`)],
  ['azureKey', signs(`${word}+/`, 86).map((rest) => `AccountKey=${rest}==`)],
  ['azureKey', signs(word, 31).map((rest) => `abc8Q~${rest}`)],
  ['jwt', signs(word, 30).map((rest) => `eyJhbGciOiJIUzI1NiJ9.eyJ${rest}.${rest}`)],
  ['token', signs(word, 36).map((rest) => `npm_${rest}`)],
  ['token', signs(word, 64).map((rest) => `pypi-${rest}`)],
  ['recoveryKey', signs(digits, 48).map((all) => all.match(/.{6}/g)?.join('-') ?? '')],
  [
    'privateKey',
    signs(word, 200).map((key) => `-----BEGIN RSA PRIVATE KEY-----\n${key}\n-----END RSA PRIVATE KEY-----`),
  ],
  ['connection', signs(word, [4, 30]).map((secret) => `postgres://dana:${secret}@db.example.com/tickets`)],
];

/** A number with the digit behind it that makes Luhn's sum end in 0. */
function withLuhnDigit(number: string): string {
  const sum = [...number].toReversed().reduce((all, sign, index) => {
    const digit = Number(sign) * (index % 2 === 0 ? 2 : 1);
    return all + (digit > 9 ? digit - 9 : digit);
  }, 0);
  return number + ((10 - (sum % 10)) % 10);
}

const card = fc.tuple(fc.constantFrom('4', '51', '55'), signs(digits, 14), fc.constantFrom('', ' ', '-')).map(
  ([issuer, rest, between]) =>
    withLuhnDigit((issuer + rest).slice(0, 15))
      .match(/.{4}/g)
      ?.join(between) ?? '',
);

const iban = fc.tuple(signs(digits, 18), fc.boolean()).map(([account, isGrouped]) => {
  const check = 98n - (BigInt(`${account}131400`) % 97n);
  const whole = `DE${String(check).padStart(2, '0')}${account}`;
  return isGrouped ? (whole.match(/.{1,4}/g)?.join(' ') ?? '') : whole;
});

const email = fc
  .tuple(signs(word, [1, 12]), signs(upper.toLowerCase(), [2, 10]), fc.constantFrom('com', 'de', 'co.uk'))
  .map(([name, host, end]) => `${name}@${host}.${end}`);

const phone = fc
  .tuple(fc.constantFrom('+49 171 ', '+1 415-555-', '0049 30 ', '+44 20 '), signs(digits, [5, 7]))
  .map(([begin, rest]) => begin + rest);

const around = fc.constantFrom(
  ['', ''],
  ['Hello, ', ' and nothing works.'],
  ['Bitte helfen: ', '\nDanke!'],
  ['it says\n', ', what now?'],
);

const inSentence = (kind: SensitiveKind, arbitrary: fc.Arbitrary<string>): fc.Arbitrary<Said> =>
  fc.tuple(arbitrary, around).map(([secret, [before, after]]) => ({ kind, secret, text: before + secret + after }));

/** What a desk must never store. */
export const secretsSaid: fc.Arbitrary<Said> = fc.oneof(
  fc.tuple(fc.constantFrom(...announcements), password, around).map(([announced, secret, [before, after]]) => ({
    kind: 'password' as const,
    secret,
    text: before + announced + secret + after,
  })),
  ...known.map(([kind, arbitrary]) => inSentence(kind, arbitrary)),
  inSentence('cardNumber', card),
);

/** What tells of a person. */
export const personalSaid: fc.Arbitrary<Said> = fc.oneof(
  inSentence('iban', iban),
  inSentence('email', email),
  inSentence('phone', phone),
  inSentence('ipAddress', fc.ipV4()),
);

/** Ordinary talk of a service desk, in which nothing is to be hidden. */
export const ordinaryTalk: readonly string[] = [
  ...['I forgot my password', 'password reset does not work', 'my password expired', 'my password is expired again'],
  ...['the password is not accepted', 'password for the vpn is wrong', 'Password: how do I change it?'],
  ...['Password: Outlook asks again and again', 'password must be 12 characters long', 'password is 8-16 characters'],
  ...[
    'Passwort vergessen',
    'das Passwort ist abgelaufen',
    'mein Passwort wird nicht akzeptiert',
    'Kennwort zurücksetzen',
  ],
  ...['olvidé mi contraseña', 'la contraseña no funciona', 'mot de passe oublié', 'mon mot de passe est expiré'],
  ...['esqueci minha senha', 'minha senha expirou', 'change my password to get in', 'the login page is down'],
  ...['my login dana123 does not work', 'token is expired', 'my 2FA code is not arriving', 'pass me the printer'],
  ...['API key rotation failed', 'error code: 12345', '0x80070005 in Windows 11 version 10.0.19045.3693'],
  ...['order 4500012345 from 2026-11-24, 10:30', 'INC-42 and REQ-7 please', '10.0.0.1 is not reachable'],
  ...[
    'invoice 2026/000123, room 4.12, extension 4711',
    'https://wiki.example.com/vpn?page=2#password',
    '31.12.2026 17:00',
  ],
  ...['serial number 5CG1234XYZ', 'commit 36ba852 broke it', 'the secret is out', 'Basic authentication is off'],
];
