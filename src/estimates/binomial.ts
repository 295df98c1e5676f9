/**
 * The probability of at most so many successes in independent trials, exactly (the binomial distribution).
 * @param chance of one success, above 0 and below 1
 */
export function atMost(successes: number, trials: number, chance: number): number {
  const oddsLog = Math.log(chance) - Math.log1p(-chance);
  let termLog = trials * Math.log1p(-chance);
  let sum = 0;
  for (let count = 0; count <= Math.min(successes, trials); count += 1) {
    sum += Math.exp(termLog);
    termLog += Math.log((trials - count) / (count + 1)) + oddsLog;
  }
  return Math.min(1, sum);
}
