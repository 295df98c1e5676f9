import { describe, expect, it } from '@jest/globals';
import type { Card } from '../../src/chat/card.ts';
import { type ArticleText, newArticle, revised } from '../../src/knowledge/article.ts';
import { anAssistant, model } from '../help/a-model.ts';
import { aDesk } from '../kit/a-desk.ts';
import { agentsOf, shown } from '../kit/a-talk.ts';
import { ben, cem, dana, eve, hana, lea, max } from '../kit/people.ts';
import type { RecordingTurn } from '../kit/recording-turn.ts';
import type { TestDesk } from '../kit/test-desk.ts';
import { saidBy } from '../views/shown.ts';

async function solved(desk: TestDesk, words: string, note: string): Promise<void> {
  await desk.says(dana, words);
  await desk.settled();
  const { key } = (await desk.tickets()).at(-1) ?? { key: '' };
  await desk.click('ticket.claim', key, { by: ben });
  await desk.submit('ticket.resolve', key, { code: 'fixed', note }, { by: ben });
  await desk.settled();
}

/** INC-1 of Dana was solved; INC-2 of `asker` is like it. */
async function likeOneSolved(desk: TestDesk, asker = max, note = 'Restart the tunnel service') {
  await solved(desk, 'The VPN tunnel drops after a minute', note);
  const { message } = await desk.says(asker, 'My VPN tunnel drops after one minute');
  await desk.settled();
  return message;
}

const cardOf = (turn: RecordingTurn): Card => {
  const [answer] = turn.said;
  if (answer?.how !== 'whisper' && answer?.how !== 'replace') throw new Error('nothing was told privately');
  return answer.card;
};
const carriedBy = (card: Card, label: string) => card.buttons?.find((button) => button.label === label)?.value ?? '';
const suggest = (desk: TestDesk, key: string, by = ben) => desk.click('help.suggest', key, { by });
const use = (desk: TestDesk, value: string, by = ben) => desk.click('help.use', 'INC-2', { by, on: 'whisper', value });

describe('a suggested reply', () => {
  it('is told to the agent alone, with its source and who spoke, and is not sent', async () => {
    const desk = await aDesk();
    const requesters = await likeOneSolved(desk, eve);

    const card = cardOf(await suggest(desk, 'INC-2'));

    expect(saidBy(card)).toContain('INC-2: a reply to Eve Stone could be this. Nothing is sent before you click.');
    expect(saidBy(card)).toContain('Restart the tunnel service');
    expect(saidBy(card)).toContain('Source: INC-1 The VPN tunnel drops after a minute');
    expect(saidBy(card)).toContain('Put together without a language model.');
    expect(card.buttons?.map(({ label }) => label)).toEqual(['Use', 'Edit']);
    await desk.settled();
    expect(shown(desk, requesters)).not.toContain('Restart the tunnel service');
  });

  it('is in the language that the requester writes, and told in the agent’s', async () => {
    const desk = await aDesk();
    await likeOneSolved(desk);
    await solved(desk, 'Der VPN-Tunnel bricht nach einer Minute ab', 'Den Tunneldienst neu starten');
    await desk.says(max, 'Mein VPN-Tunnel bricht nach einer Minute immer wieder ab');
    await desk.settled();

    const card = cardOf(await suggest(desk, 'INC-4', cem));

    expect(saidBy(card)).toContain('Das Gleiche wurde schon einmal so gelöst:');
    expect(saidBy(card)).toContain('Ohne Sprachmodell zusammengestellt.');
    expect(card.buttons?.map(({ label }) => label)).toEqual(['Verwenden', 'Bearbeiten']);
  });

  it('is sent by Use exactly as it is shown, once', async () => {
    const desk = await aDesk();
    const requesters = await likeOneSolved(desk);
    const card = cardOf(await suggest(desk, 'INC-2'));
    const quote = card.blocks.find((block) => block.kind === 'text' && block.style === 'quote');

    const sent = await use(desk, carriedBy(card, 'Use'));
    await use(desk, carriedBy(card, 'Use'));
    await desk.settled();

    const [remark, ...others] = (await desk.remarks('INC-2')).filter(({ side }) => side === 'agent');
    expect(others).toEqual([]);
    expect(remark).toMatchObject({ visibility: 'public', author: ben.id, text: quote?.kind === 'text' && quote.text });
    expect(shown(desk, requesters).match(/Restart the tunnel service/g)).toHaveLength(1);
    expect(shown(desk, agentsOf(await desk.ticket('INC-2')))).toContain('Restart the tunnel service');
    expect(sent.said).toMatchObject([{ how: 'replace' }]);
    const ticket = await desk.ticket('INC-2');
    expect(ticket.respondedAt).toEqual(desk.clock.now());
    expect(ticket.history.filter(({ move }) => move === 'reply')).toHaveLength(1);
  });

  it('opens by Edit in the form for a reply, and what is sent in goes out', async () => {
    const desk = await aDesk();
    const requesters = await likeOneSolved(desk);
    const card = cardOf(await suggest(desk, 'INC-2'));

    const edit = await desk.click('help.edit', 'INC-2', { by: ben, on: 'whisper', value: carriedBy(card, 'Edit') });
    const form = edit.said[0]?.how === 'form' ? edit.said[0].form : undefined;
    expect(form).toMatchObject({ id: 'ticket.reply', value: 'INC-2' });
    expect(form?.fields.find((field) => field.kind === 'text' && field.name === 'note')).toMatchObject({
      value: expect.stringContaining('Restart the tunnel service'),
    });
    await desk.submit('ticket.reply', 'INC-2', { note: 'Please restart it.' }, { by: ben });
    await desk.settled();

    expect(shown(desk, requesters)).toContain('Please restart it.');
    expect(shown(desk, requesters)).not.toContain('Restart the tunnel service');
  });

  it('shows first what was said since it was made', async () => {
    const desk = await aDesk();
    const message = await likeOneSolved(desk);
    const card = cardOf(await suggest(desk, 'INC-2'));
    await desk.says(max, 'Forget it, it works again', { thread: message });
    await desk.settled();

    const again = cardOf(await use(desk, carriedBy(card, 'Use')));
    expect(saidBy(again)).toContain('INC-2: something was said since this was suggested.\nForget it, it works again');
    expect((await desk.remarks('INC-2')).filter(({ side }) => side === 'agent')).toEqual([]);

    await use(desk, carriedBy(again, 'Use'));
    expect((await desk.remarks('INC-2')).filter(({ side }) => side === 'agent')).toHaveLength(1);
  });

  it('is nobody’s who may not answer, and nothing any more once the ticket is closed', async () => {
    const desk = await aDesk();
    await likeOneSolved(desk);
    const card = cardOf(await suggest(desk, 'INC-2'));

    expect((await suggest(desk, 'INC-2', eve)).text).toContain('INC-2');
    expect((await use(desk, carriedBy(card, 'Use'), eve)).said).not.toMatchObject([{ how: 'replace' }]);
    expect((await use(desk, carriedBy(card, 'Use').replace('INC-2', 'INC-1'))).text).not.toContain('sent');
    await desk.submit('ticket.cancel', 'INC-2', { reason: 'Not ours' }, { by: ben });
    const refused = await use(desk, carriedBy(card, 'Use'));

    expect(refused.said).toMatchObject([{ how: 'whisper' }]);
    expect((await desk.remarks('INC-2')).filter(({ side }) => side === 'agent')).toEqual([]);
    expect((await desk.remarks('INC-1')).filter(({ side }) => side === 'agent')).toEqual([]);
  });

  it('says honestly that there is nothing to suggest', async () => {
    const desk = await aDesk();
    await desk.says(dana, 'The coffee machine on floor two leaks');
    await desk.settled();

    const card = cardOf(await suggest(desk, 'INC-1'));

    expect(saidBy(card)).toContain('INC-1: nothing to suggest. No solved ticket and no article fits.');
    expect(card.buttons ?? []).toEqual([]);
  });

  it('quotes an article that carries an answer, one for agents for those alone who may read it', async () => {
    const desk = await aDesk();
    const text: ArticleText = {
      title: 'The coffee machine leaks',
      body: 'When the coffee machine leaks, close the blue valve behind the coffee machine and call the floor keeper.',
      state: 'published',
      audience: 'agents',
      service: 'payroll',
    };
    await desk.desk.articles.add(newArticle('coffee', text, { by: ben.id, now: desk.clock.now() }));
    await desk.desk.knowledge.changed();
    await desk.says(dana, 'The coffee machine leaks, what shall I do?');
    await desk.settled();
    // What is written for the agents of a confidential service is no other agent's business.
    expect(saidBy(cardOf(await suggest(desk, 'INC-1')))).toContain('nothing to suggest');

    const open = revised(
      newArticle('coffee', text, { by: ben.id, now: desk.clock.now() }),
      { ...text, service: 'vpn' },
      {
        ...{ by: ben.id, now: desk.clock.now() },
      },
    );
    const before = await desk.desk.articles.find('coffee');
    if (before && open) await desk.desk.articles.write(before, open);
    await desk.desk.knowledge.changed();
    const card = cardOf(await suggest(desk, 'INC-1'));

    expect(saidBy(card)).toContain(
      'From “The coffee machine leaks”:\n\nWhen the coffee machine leaks, close the blue valve',
    );
    expect(saidBy(card)).toContain('Source: article “The coffee machine leaks”');
  });

  it('is made by the model where there is one, from the talk and what is known, in the requester’s language', async () => {
    const { assistant, asked } = anAssistant({ draftReply: model('Bitte starte den Tunneldienst neu.') });
    const desk = await aDesk({ assistant });
    await likeOneSolved(desk);
    const { message } = await desk.says(max, 'Der VPN tunnel bricht ab, er drops nach einer Minute, was soll ich tun?');
    await desk.settled();
    await desk.says(max, 'Es eilt', { thread: message });
    await desk.settled();

    const card = cardOf(await suggest(desk, 'INC-3'));

    expect(saidBy(card)).toContain('Bitte starte den Tunneldienst neu.');
    expect(saidBy(card)).toContain('Written by a language model. Check it.');
    const [talk, passages, language, matter] = asked.find(({ of }) => of === 'draftReply')?.what ?? [];
    expect(talk).toEqual([
      { by: 'requester', text: 'Der VPN tunnel bricht ab, er drops nach einer Minute, was soll ich tun?' },
      { by: 'requester', text: 'Es eilt' },
    ]);
    expect(passages).toMatchObject([{ id: 'INC-1', text: 'Restart the tunnel service' }]);
    expect(language).toBe('de');
    expect(matter).toMatchObject({ person: ben.id, isConfidential: false, service: 'vpn', ticket: 'INC-3' });
  });

  it('says why the model did not speak', async () => {
    const { assistant } = anAssistant({ draftReply: async () => ({ by: 'local', fellBack: 'timeout' }) });
    const desk = await aDesk({ assistant });
    await likeOneSolved(desk);

    const card = cardOf(await suggest(desk, 'INC-2'));

    expect(saidBy(card)).toContain('Put together without a language model, which took too long.');
    expect(saidBy(card)).toContain('Restart the tunnel service');
  });

  it('tells the assistant when a ticket is confidential, and shows its talk to its own team alone', async () => {
    const { assistant, asked } = anAssistant({ draftReply: async () => ({ by: 'local', fellBack: 'private' }) });
    const desk = await aDesk({ assistant });
    await desk.says(dana, 'My salary is wrong');
    await desk.settled();

    const card = cardOf(await suggest(desk, 'INC-1', hana));
    const other = await suggest(desk, 'INC-1', lea);

    expect(saidBy(card)).toContain('what is confidential does not go there');
    expect(asked.filter(({ of }) => of === 'draftReply')).toHaveLength(1);
    expect(asked.find(({ of }) => of === 'draftReply')?.what[3]).toMatchObject({ isConfidential: true });
    expect(other.text).not.toContain('salary');
  });

  it('is plain words, whatever stands in it', async () => {
    const words = '<!channel> [click](https://evil.example) <at>everyone</at> close INC-2';
    const { assistant } = anAssistant({ draftReply: model(words) });
    const desk = await aDesk({ assistant });
    const requesters = await likeOneSolved(desk);
    const card = cardOf(await suggest(desk, 'INC-2'));
    await use(desk, carriedBy(card, 'Use'));
    await desk.settled();

    const copy = desk.chat.shownIn(requesters).find((one) => saidBy(one).includes('evil'));
    expect(copy?.blocks.at(-1)).toEqual({ kind: 'text', text: words });
    expect(await desk.ticket('INC-2')).toMatchObject({ status: 'new' });
  });
});
