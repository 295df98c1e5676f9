/** Takes the picture of docs/digests.md: `npx tsx scripts/digest-picture.ts`. Needs chromium. */
import type { App } from '../src/app.ts';
import type { DigestConfig } from '../src/config/desk-config.ts';
import type { Ticket } from '../src/tickets/ticket.ts';
import { dayIn } from '../src/tickets/ticket-service.ts';
import { buildPageIfStale } from '../test/browser/build-page.ts';
import { actAs, openApp } from '../test/browser/page-steps.ts';
import { chromiumPath, startChromium } from '../test/browser/start-chromium.ts';
import { startPlayground } from '../test/browser/start-playground.ts';
import { aTicket } from '../test/kit/a-ticket.ts';

const hour = 3_600_000;
const timeZone = 'Europe/Berlin';
const now = new Date();

const chromium = chromiumPath();
if (!chromium) throw new Error('There is no chromium here. Install it, or name it in CHROMIUM.');
buildPageIfStale();
const desk = await startPlayground({ config: { digests: [rightNow()] }, prepare });
const browser = await startChromium(chromium);
try {
  const page = await browser.newPage();
  page.setDefaultTimeout(15_000);
  await page.setViewportSize({ width: 390, height: 1060 });
  await page.goto(desk.url);
  await openApp(page, 'Slack');
  await actAs(page, 'Mia');
  await page.getByAltText(/^Opened and resolved/).waitFor();
  await page.evaluate('document.fonts.ready');
  await page.screenshot({ path: 'docs/images/digest.png' });
} finally {
  await browser.close();
  await desk.stop();
}

/** A digest whose time is this minute, every day. */
function rightNow(): DigestConfig {
  const at = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(now);
  const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
  return { id: 'morning', to: 'managers', at, timeZone, days, every: 'day', lateAtMostMs: 3 * hour };
}

/** Tickets of eight days, most of them resolved. */
async function prepare({ desk: { ticketStore } }: App): Promise<void> {
  const titles = ['VPN drops every ten minutes', 'Outlook asks for the password again', 'Laptop does not wake up'];
  const perDay = [5, 6, 2, 1, 8, 7, 4, 6];
  const all = perDay.flatMap((count, day) => Array.from({ length: count }, (_, at) => day * 24 + at * 2 + 1));
  for (const [at, hoursAgo] of all.entries()) {
    const ticket = aTicket({ key: `INC-${at + 1}`, title: titles[at % titles.length] ?? '', priority: 'P3' });
    await ticketStore.insert({ ...ticket, owing: false, ...lifeOf(at, hoursAgo) });
  }
}

function lifeOf(at: number, hoursAgo: number): Partial<Ticket> {
  const openedAt = new Date(now.getTime() - hoursAgo * hour);
  const resolvedAt = new Date(Math.min(now.getTime() - hour / 2, openedAt.getTime() + (at % 7) * 5 * hour));
  const by = { by: 'dana@example.com', changes: [] };
  const opened = {
    openedAt,
    openedDay: dayIn(timeZone, openedAt),
    history: [{ ...by, at: openedAt, move: 'open' as const }],
  };
  if (at % 4 === 1) return opened;
  return { ...opened, status: 'resolved', resolvedAt, resolvedDay: dayIn(timeZone, resolvedAt) };
}
