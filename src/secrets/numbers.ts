/** Luhn's check (ISO/IEC 7812), over digits alone. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const weighed = index % 2 === 1 ? digit * 2 : digit;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return sum % 10 === 0;
}

/** The remainder of a long number, digit by digit; letters count from A = 10 to Z = 35 (ISO 7064, as IBANs do). */
export function mod97(alphanumeric: string): number {
  let rest = 0;
  for (const sign of alphanumeric.toUpperCase()) {
    const value = Number.parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest;
}

/** The sum of digits, each with its weight. */
export function weighedSum(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * Number(digits[index] ?? 0), 0);
}

/** What a number is written with besides its digits. */
export function bare(written: string): string {
  return written.replace(/[\s./-]/g, '');
}
