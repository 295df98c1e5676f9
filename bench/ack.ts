import { anApp, type BenchApp } from './ack/bench-app.ts';
import { claims, directMessages, type Load } from './ack/load.ts';
import { aSlackStub } from './ack/slack-stub.ts';

/**
 * How fast clicks and messages are acknowledged. In turn, in one run, the same claims go to the desk (permission, one
 * atomic write to the embedded store, card redraws at Slack's pace) and to a bare Bolt app that only acknowledges; then
 * direct messages that become tickets; then 50 events a second for the 99th percentile.
 */
const rounds = 9;
const claimsARound = 1_000;
const messagesARound = 1_000;
const steady = { perSecond: 50, seconds: 20 };

const stub = await aSlackStub();
const bare = await anApp('bare-bolt', stub.apiUrl);
const desk = await anApp('desk', stub.apiUrl);
try {
  await warmUp();
  const pairs: { readonly desk: number; readonly bare: number }[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const cards = await desk.prepare(claimsARound);
    const pair = { desk: await perSecond(desk, claims(cards)), bare: await perSecond(bare, claims(cards)) };
    pairs.push(pair);
    console.log(
      `round ${round}: desk ${pair.desk.toFixed(0)} claims/s, bare Bolt ${pair.bare.toFixed(0)}/s, ratio ${(pair.desk / pair.bare).toFixed(2)}`,
    );
  }
  console.log(
    `claims: median ratio ${median(pairs.map((pair) => pair.desk / pair.bare)).toFixed(2)} of bare Bolt, median ${median(pairs.map((pair) => pair.desk)).toFixed(0)} a second`,
  );
  const { acknowledged, handled } = await messages();
  console.log(
    `direct messages: ${acknowledged.toFixed(0)} acknowledged a second, ${handled.toFixed(0)} become tickets a second`,
  );
  const waits = await desk.steady(directMessages(steady.perSecond * steady.seconds), steady.perSecond);
  console.log(
    `${steady.perSecond} messages a second for ${steady.seconds} s: acknowledged in ${percentile(waits, 50).toFixed(1)} ms (median), ${percentile(waits, 99).toFixed(1)} ms (99th percentile)`,
  );
} finally {
  await Promise.all([bare.stop(), desk.stop()]);
  await stub.stop();
}

async function warmUp(): Promise<void> {
  const cards = await desk.prepare(1_000);
  await perSecond(desk, claims(cards));
  await perSecond(bare, claims(cards));
}

async function perSecond(app: BenchApp, load: Load): Promise<number> {
  const began = performance.now();
  await app.send(load);
  return (load.length * 1000) / (performance.now() - began);
}

async function messages(): Promise<{ readonly acknowledged: number; readonly handled: number }> {
  const load = directMessages(messagesARound);
  const began = performance.now();
  await desk.send(load);
  const acknowledgedMs = performance.now() - began;
  await desk.handled();
  const handledMs = performance.now() - began;
  return { acknowledged: (load.length * 1000) / acknowledgedMs, handled: (load.length * 1000) / handledMs };
}

function median(numbers: readonly number[]): number {
  return percentile(numbers, 50);
}

function percentile(numbers: readonly number[], percent: number): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? 0;
}
