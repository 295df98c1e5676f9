const forms: Readonly<Record<string, RegExp>> = {
  email: /[\w.+-]+@[\w-]+\.[a-z]{2,}/i,
  key: /\b(?:sk-[\w-]{16,}|xox[abp]-[\w-]{10,}|ghp_\w{20,}|AKIA[0-9A-Z]{16})\b/,
  privateKey: /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  password: /\b(?:password|passwort|contraseña|senha|mot de passe)\s*(?:is|ist|es|est|é|:|=)\s*(?!\[)\S{4,}/i,
  iban: /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b/,
  phone: /\+\d[\d ()/-]{7,}\d/,
};

/** Kinds of what should have been hidden before it was sent; the emulator looks as anybody on the way could. */
export function leaksIn(text: string): readonly string[] {
  const found = Object.entries(forms).flatMap(([kind, form]) => (form.test(text) ? [kind] : []));
  return hasCard(text) ? [...found, 'card'] : found;
}

function hasCard(text: string): boolean {
  const candidates = text.match(/\b\d(?:[ -]?\d){12,18}\b/g) ?? [];
  return candidates.some((candidate) => isLuhn(candidate.replace(/\D/g, '')));
}

function isLuhn(digits: string): boolean {
  const sum = [...digits].toReversed().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
