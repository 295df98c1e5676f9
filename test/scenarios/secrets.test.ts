import { describe, expect } from '@jest/globals';
import type { Sight } from './kit/stage.ts';
import { story } from './kit/story.ts';

const secret = 'Sommer2026!x';

describe('a password in a message', () => {
  story('is nowhere in what the desk shows, and its author hears at once what to do', async (stage) => {
    const { dana, ben } = stage;
    const words = await dana.says(`the vpn is down, my password is ${secret}`);
    await ben.sees('INC-1', { in: '#it-triage' });
    const told = await dana.sees('I hid a secret that you wrote');
    expect(told.text).toContain('Change it now');
    expect(told.text).toContain('⋯');
    const reply = await dana.says('It still does not work', { under: words });
    await dana.edits(reply, `It still does not work, password: ${secret}`);
    await ben.sees('[•••• password hidden]', { in: '#it-triage', by: 'desk' });
    await ben.clicks('Reply', { in: '#it-triage' });
    await ben.fills({ Reply: `Try password ${secret}` });
    await dana.sees('Try password [•••• password hidden]', { under: words });
    await ben.clicks('Resolve', { in: '#it-triage' });
    await ben.fills({ Note: `The password was ${secret}` });
    await dana.sees('The password was [•••• password hidden]', { under: words });
    await stage.settled();

    const ticket = await stage.desk.ticketStore.find('INC-1');
    expect(ticket?.description).toBe('the vpn is down, my password is [•••• password hidden]');
    expect(JSON.stringify([ticket, await stage.desk.remarks.of('INC-1', 100)])).not.toContain(secret);
    expect(stage.posted().filter(({ text }) => text.includes(secret))).toEqual([]);
  });

  story('is hidden when somebody else raises the message, too', async (stage) => {
    const { dana, eve, ben } = stage;
    const words = await dana.says(`outlook is down, my password is ${secret}`, { in: '#general' });
    await eve.raises(words);
    const card = await ben.sees('INC-1', { in: '#it-triage' });

    expect(card.text).toContain('my password is [•••• password hidden]');
    await dana.sees('Somebody has brought your message to the desk', { in: 'direct' });
  });
});

describe('a secret that is sent', () => {
  story('is asked for by an agent, entered on a page, and opened once', async (stage) => {
    const { dana, ben } = stage;
    await dana.says('the vpn is down');
    await ben.clicks('Send a secret', { in: '#it-triage' });
    const wanted = await dana.sees('asks you for a secret for INC-1');
    const enter = linkTo(wanted, 'enter');
    expect(await read(enter)).toContain('Send a secret');
    expect(await send(enter, { secret })).toContain('It is on its way');

    await ben.clicks('Open the secret', { in: '#it-triage' });
    const open = linkTo(await ben.sees('open the secret on this page'), 'open');
    expect(await read(open)).not.toContain(secret);
    expect(await send(open)).toContain(secret);
    expect(await send(open)).toContain('This link opens nothing');
    await ben.sees(/INC-1: the secret was opened by .*[Bb]en/, { in: '#it-triage' });
    await dana.seesBecome(wanted, /INC-1: the secret was opened by .*[Bb]en/);
    await stage.settled();

    const moves = (await stage.desk.ticketStore.find('INC-1'))?.history.map(({ move }) => move);
    expect(moves).toEqual(expect.arrayContaining(['askSecret', 'sendSecret', 'openSecret']));
  });

  story('is offered by an employee, by a command', async (stage) => {
    const { dana, ben } = stage;
    await dana.says('the vpn is down');
    await ben.sees('INC-1', { in: '#it-triage' });
    await dana.commands('secret');
    const enter = linkTo(await dana.sees('enter it on this page'), 'enter');
    await send(enter, { secret });
    await ben.clicks('Open the secret', { in: '#it-triage' });
    const open = linkTo(await ben.sees('open the secret on this page'), 'open');

    expect(await send(open)).toContain(secret);
    await dana.sees(/INC-1: the secret was opened by .*[Bb]en/);
  });
});

function linkTo({ links = [] }: Sight, page: 'enter' | 'open'): string {
  const found = links.find((link) => link.includes(`/secret/${page}/`));
  if (!found) throw new Error(`no link to ${page}: ${links.join(' ')}`);
  return found;
}

const english = { 'accept-language': 'en' };
const read = async (url: string) => (await fetch(url, { headers: english })).text();
const send = async (url: string, form: Record<string, string> = {}) =>
  (await fetch(url, { method: 'POST', body: new URLSearchParams(form), headers: english })).text();
