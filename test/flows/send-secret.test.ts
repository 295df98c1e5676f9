import { describe, expect, it } from '@jest/globals';
import {
  aDeskWithPages,
  asked,
  cardsOf,
  day,
  handedOver,
  historyOf,
  inTriage,
  linkIn,
  openValue,
  secret,
  shownNow,
  stored,
  threadOf,
} from '../http/a-desk-with-pages.ts';
import { aDesk } from '../kit/a-desk.ts';
import { ben, cem, dana, eve, nia } from '../kit/people.ts';
import { directOf, itTriage } from '../kit/recording-chat.ts';
import { labelsOf, saidBy } from '../views/shown.ts';

describe('a secret that an agent asks for', () => {
  it('is a rare button on the agents’ card, and gives the requester a link', async () => {
    const { desk } = await aDeskWithPages();

    const [card] = desk.chat.shownIn(itTriage);
    const turn = await desk.click('secret.ask', 'INC-1', { by: ben });
    await desk.settled();

    expect(labelsOf(card?.more)).toContain('Send a secret');
    expect(turn.text).toContain('INC-1: Dana Lee was asked for a secret');
    const wanted = asked(desk);
    expect(wanted && saidBy(wanted)).toMatch(/^INC-1 The vpn is down\nBen Ito asks you for a secret for INC-1/);
    expect(await historyOf(desk)).toContain('askSecret ben@example.com');
    expect(JSON.stringify(await desk.only())).not.toContain(linkIn(wanted));
  });

  it('is entered once, opened once by whoever may, and told on both sides and in the history without its content', async () => {
    const { desk, pages, enter, value, link } = await handedOver();
    expect((await inTriage(desk)).map(saidBy).join()).toContain('INC-1: Dana Lee has sent a secret. It opens once.');
    expect((await pages.post(enter, { secret: 'another' })).status).toBe(404);

    const open = await link();
    const looked = await pages.get(open);
    const opened = await pages.post(open);
    const again = await pages.post(open);
    await desk.until(
      () => shownNow(desk).filter((said) => said.includes('the secret was opened by Ben Ito')).length === 2,
    );

    expect(looked.text).not.toContain('zweite');
    expect(opened.text).toContain('Sommer2026!x &lt;b&gt;&amp;amp;\n&quot;zweite&quot; Zeile</pre>');
    expect(again.status).toBe(404);
    expect(again.text).toContain('This link opens nothing');
    expect(await historyOf(desk)).toEqual(
      expect.arrayContaining(['sendSecret dana@example.com', 'openSecret ben@example.com']),
    );
    expect((await inTriage(desk)).map(saidBy).join()).toContain('INC-1: the secret was opened by Ben Ito');
    expect(saidBy(asked(desk) ?? { blocks: [] })).toContain('INC-1: the secret was opened by Ben Ito');
    expect(JSON.stringify(desk.chat.messages.map(({ drawings }) => drawings.at(-1)))).not.toContain(value);
    const late = await desk.click('secret.open', 'INC-1', { by: cem, value });
    expect(late.text).toMatch(/cannot be opened any more|lässt sich nicht mehr öffnen/);
  });

  it('is in the store in no form that the store alone could open', async () => {
    const { desk, pages, enter, value, link } = await handedOver();
    const open = await link();
    const [, key = ''] = value.split(' ');

    for (const word of [key, enter.split('.')[1] ?? '', open.split('.')[1] ?? '', 'zweite']) {
      expect(word).not.toBe('');
      expect(await stored(desk)).not.toContain(word);
    }
    expect(await stored(desk)).toContain('sealed');
    await pages.post(open);
    expect(await stored(desk)).not.toContain('"sealed"');
  });

  it('opens for one of two who open it in the same instant', async () => {
    const { desk, pages, value, link } = await handedOver();
    const bens = await link();
    const cems = linkIn(cardsOf(await desk.click('secret.open', 'INC-1', { by: cem, value }))[0]);

    const answers = await Promise.all([bens, cems, bens, cems].map((path) => pages.post(path)));

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404, 404]);
    expect(answers.filter(({ text }) => text.includes('zweite'))).toHaveLength(1);
  });

  it('is not opened by looking, as programs do that preview links', async () => {
    const { pages, link } = await handedOver();
    const open = await link();

    for (let times = 0; times < 5; times += 1) expect((await pages.get(open)).status).toBe(200);
    await pages.head(open);

    expect((await pages.post(open)).text).toContain('zweite');
  });

  it('opens for nobody outside the team', async () => {
    const { desk, value } = await handedOver();

    for (const by of [eve, dana, nia]) {
      const { said, text } = await desk.click('secret.open', 'INC-1', { by, value });
      expect(said).toHaveLength(1);
      expect(text).not.toContain('desk.example');
      expect(JSON.stringify(said)).not.toContain('/secret/open');
    }
  });

  it('expires: nothing opens it, nothing of it is kept, and both sides hear so', async () => {
    const { desk, pages, link } = await handedOver();
    const open = await link();

    desk.clock.advance(day);
    expect((await pages.get(open)).status).toBe(404);
    expect((await pages.post(open)).status).toBe(404);
    await desk.desk.secrets.teller.sweep();
    await desk.desk.secrets.teller.sweep();
    await desk.settled();

    expect(await stored(desk)).not.toContain('"sealed"');
    expect((await historyOf(desk)).filter((entry) => entry === 'loseSecret desk')).toHaveLength(1);
    expect((await inTriage(desk)).map(saidBy).join()).toContain('INC-1: the link for a secret has expired');
    expect(saidBy(asked(desk) ?? { blocks: [] })).toContain('INC-1: the link for a secret has expired');
  });

  it('is taken away by the database itself a day after its time', async () => {
    const { desk } = await handedOver();

    const indexes = await desk.connection.collection('secretDrops').indexes();
    const [drop] = await desk.connection.collection('secretDrops').find().toArray();

    expect(indexes).toContainEqual(expect.objectContaining({ key: { removeAt: 1 }, expireAfterSeconds: 0 }));
    expect(drop?.removeAt.getTime() - drop?.expiresAt.getTime()).toBe(day);
  });

  it('can be entered again when nobody could be told of it', async () => {
    const { desk, pages } = await aDeskWithPages();
    await desk.click('secret.ask', 'INC-1', { by: ben });
    await desk.settled();
    const enter = linkIn(asked(desk));
    const thread = await threadOf(desk);
    desk.chat.faults.order('transient', ({ method, at }) => method === 'post' && at === thread, 1);

    const failed = await pages.post(enter, { secret });
    const sent = await pages.post(enter, { secret });

    expect(failed.status).toBe(503);
    expect(failed.text).toContain('Nothing was kept');
    expect(sent.status).toBe(200);
  });

  it('is refused plainly where nobody has said where browsers reach the desk', async () => {
    const desk = await aDesk();
    await desk.says(dana, 'the vpn is down');
    await desk.settled();

    const agents = await desk.click('secret.ask', 'INC-1', { by: ben });
    const requesters = await desk.command(dana, 'secret');

    expect(agents.text).toContain('Ask your admin to set PUBLIC_URL');
    expect(requesters.text).toContain('Ask your admin to set PUBLIC_URL');
    expect(await historyOf(desk)).not.toContain('askSecret ben@example.com');
  });
});

describe('a secret that somebody offers', () => {
  it('goes from an employee to the team by /desk secret', async () => {
    const { desk, pages } = await aDeskWithPages();

    const enter = linkIn(cardsOf(await desk.command(dana, 'secret'))[0]);
    await pages.post(enter, { secret });
    const value = await openValue(desk);
    const open = linkIn(cardsOf(await desk.click('secret.open', 'INC-1', { by: ben, value }))[0]);

    expect((await pages.post(open)).text).toContain('zweite');
    await desk.until(
      () => shownNow(desk).filter((said) => said.includes('the secret was opened by Ben Ito')).length === 2,
    );
  });

  it('goes from an agent to the requester, who alone opens it', async () => {
    const { desk, pages } = await aDeskWithPages();

    const enter = linkIn(cardsOf(await desk.click('secret.offer', 'INC-1', { by: ben }))[0]);
    await pages.post(enter, { secret });
    const card = desk.chat.messages
      .flatMap(({ drawings }) => drawings)
      .findLast(({ mark }) => mark?.id.endsWith(':open'));
    const value = card?.buttons?.[0]?.value ?? '';

    expect(card && saidBy(card)).toContain('INC-1: Ben Ito has sent you a secret');
    const others = await desk.click('secret.open', 'INC-1', { by: cem, value });
    expect(JSON.stringify(others.said)).not.toContain('/secret/open');
    const open = linkIn(cardsOf(await desk.click('secret.open', 'INC-1', { by: dana, value }))[0]);
    expect((await pages.post(open)).text).toContain('zweite');
  });

  it('reaches the agents of the ticket that goes on, when it was merged meanwhile', async () => {
    const { desk, pages } = await aDeskWithPages();
    const enter = linkIn(cardsOf(await desk.command(dana, 'secret'))[0]);
    await desk.says(dana, 'outlook is slow');
    await desk.settled();
    await desk.submit('ticket.merge', 'INC-1', { key: 'INC-2' }, { by: ben });
    await desk.settled();

    expect((await pages.post(enter, { secret })).status).toBe(200);

    const thread = (await desk.ticket('INC-2')).cards.find(({ card }) => card === 'agent')?.thread ?? '';
    const value = desk.chat.shownIn(thread).at(-1)?.buttons?.[0]?.value ?? '';
    const open = linkIn(cardsOf(await desk.click('secret.open', 'INC-2', { by: ben, value }))[0]);
    expect((await pages.post(open)).text).toContain('zweite');
  });

  it('asks for which ticket when there are several, and tells who has none', async () => {
    const { desk } = await aDeskWithPages();
    await desk.says(dana, 'outlook is slow');
    await desk.settled();

    const several = await desk.command(dana, 'secret');
    const chosen = await desk.command(dana, 'secret INC-2');
    const none = await desk.command(eve, 'secret');

    expect(several.text).toMatch(/For which ticket\?[\s\S]*INC-1[\s\S]*INC-2/);
    expect(chosen.text).toContain('INC-2');
    expect(none.text).toContain('You have no open ticket');
  });

  it('is not offered for other people’s tickets', async () => {
    const { desk } = await aDeskWithPages();

    const { said } = await desk.command(eve, 'secret INC-1');

    expect(JSON.stringify(said)).not.toContain('/secret/');
  });

  it('is never written into the command itself: that is hidden, and the link given all the same', async () => {
    const { desk } = await aDeskWithPages();

    const { text } = await desk.command(dana, 'secret hunterzwei');
    await desk.settled();

    expect(text).toContain('I hid a secret that you wrote');
    expect(text).toContain('enter it on this page');
    expect(await stored(desk)).not.toContain('hunterzwei');
    expect(await desk.tickets()).toHaveLength(1);
    expect(desk.chat.shownIn(directOf(dana.ref)).map(saidBy).join()).not.toContain('hunterzwei');
  });
});
