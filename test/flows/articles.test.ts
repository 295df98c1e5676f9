import { describe, expect, it } from '@jest/globals';
import type { Form } from '../../src/chat/form.ts';
import type { Said } from '../../src/triage/assistant.ts';
import { aDesk } from '../kit/a-desk.ts';
import { aConfidentialTicket, aTicket } from '../kit/a-ticket.ts';
import { ben, dana, hana, nia } from '../kit/people.ts';
import type { RecordingTurn } from '../kit/recording-turn.ts';
import type { TestDesk } from '../kit/test-desk.ts';
import { anArticle, withArticles } from '../knowledge/some-articles.ts';

const solved = (facts = {}) =>
  aTicket({
    title: 'Dana cannot print labels',
    description: 'Hi Ben, the label printer LP-2 prints nothing. Call me: dana@example.com. Dana Lee',
    status: 'resolved',
    resolvedAt: new Date('2026-03-02T09:00:00Z'),
    resolution: { code: 'fixed', note: 'Hello Dana, take out the roll and put it in again. Best regards', by: ben.id },
    ...facts,
  });

function formIn(turn: RecordingTurn): Form {
  const found = turn.said.find((answer) => answer.how === 'form');
  if (found?.how !== 'form') throw new Error('no form was opened');
  return found.form;
}

function valueIn(form: Form, name: string): unknown {
  const field = form.fields.find((one) => one.kind !== 'note' && one.name === name);
  return field && 'value' in field ? field.value : undefined;
}

const labelsIn = (turn: RecordingTurn) =>
  turn.said.flatMap((answer) =>
    'card' in answer
      ? [
          ...(answer.card.buttons ?? []).map(({ label }) => label),
          ...answer.card.blocks.flatMap((block) => (block.kind === 'row' && block.button ? [block.button.label] : [])),
        ]
      : [],
  );

async function made(desk: TestDesk, publish: boolean) {
  const form = formIn(await desk.click('article.make', 'INC-42', { by: ben }));
  return desk.submit(
    'article.keep',
    form.value,
    {
      title: 'Labels do not print',
      body: 'Take out the roll and put it in again.',
      audience: 'public',
      reviewOn: '2026-12-31',
      publish,
    },
    { by: ben },
  );
}

describe('making an article of a resolved ticket', () => {
  it('begins with a draft of what was wrong and what helped, without who asked', async () => {
    const desk = await aDesk({ tickets: [solved()] });

    const form = formIn(await desk.click('article.make', 'INC-42', { by: ben }));

    const body = String(valueIn(form, 'body'));
    expect(body).toContain('the label printer LP-2 prints nothing');
    expect(body).toContain('take out the roll and put it in again');
    expect(`${body} ${valueIn(form, 'title')}`).not.toMatch(/dana|ben\b|lee|regards|hello/i);
    expect(valueIn(form, 'service')).toBe('vpn');
  });

  it('puts many answers into the few words of a model, if there is one', async () => {
    const asked: unknown[] = [];
    const assistant = {
      ...(await aDesk()).desk.assistant,
      summarise: async (talk: readonly Said[]) => {
        asked.push(talk);
        return { by: 'openai', text: 'Clean the rollers.' } as const;
      },
    };
    const desk = await aDesk({ assistant, tickets: [aTicket()] });
    for (const note of ['Try the other tray.', 'Then clean the rollers, Dana.'])
      await desk.submit('ticket.reply', 'INC-42', { note }, { by: ben });
    await desk.submit('ticket.resolve', 'INC-42', { code: 'fixed', note: 'Clean rollers.' }, { by: ben });

    const body = valueIn(formIn(await desk.click('article.make', 'INC-42', { by: ben })), 'body');

    expect(body).toContain('Clean the rollers.');
    expect(body).not.toContain('tray');
    expect(asked).toHaveLength(1);
  });

  it('keeps a draft, from which nothing is answered', async () => {
    const desk = await aDesk({ tickets: [solved()] });

    const turn = await made(desk, false);

    expect(await desk.desk.articles.find('from-inc-42')).toMatchObject({
      version: 1,
      by: ben.id,
      text: { state: 'draft', owner: ben.email, reviewOn: '2026-12-31', title: 'Labels do not print' },
    });
    expect(turn.text).toContain('“Labels do not print” is kept as a draft.');
    expect((await desk.command(dana, 'ask labels do not print')).text).toContain('I do not know');
  });

  it('publishes it at once, and the next question is answered from it', async () => {
    const desk = await aDesk({ tickets: [solved()] });

    await made(desk, true);

    expect((await desk.command(dana, 'ask my labels do not print')).text).toContain('Take out the roll');
  });

  it('opens the one that was made before', async () => {
    const desk = await aDesk({ tickets: [solved()] });
    await made(desk, false);

    const form = formIn(await desk.click('article.make', 'INC-42', { by: ben }));

    expect(form.title).toBe('Edit an article');
    expect(valueIn(form, 'title')).toBe('Labels do not print');
  });

  it('is not for the requester, for open tickets and for confidential ones', async () => {
    const open = aTicket({ key: 'INC-43' });
    const secret = aConfidentialTicket({ status: 'resolved', resolvedAt: new Date('2026-03-02T09:00:00Z') });
    const desk = await aDesk({ tickets: [solved(), open, secret] });

    const turns = [
      await desk.click('article.make', 'INC-42', { by: dana }),
      await desk.click('article.make', 'INC-43', { by: ben }),
      await desk.click('article.make', 'INC-66', { by: hana }),
    ];

    for (const turn of turns) expect(turn.said.map(({ how }) => how)).toEqual(['whisper']);
  });

  it('says beside its field what is wrong', async () => {
    const desk = await aDesk({ tickets: [solved()] });

    const turn = await desk.submit(
      'article.keep',
      '0 from-inc-42',
      { title: 'Labels', body: 'Roll.', audience: 'public', reviewOn: 'soon', url: 'ftp://x' },
      { by: ben },
    );

    expect(turn.said).toMatchObject([{ field: 'reviewOn' }, { field: 'url' }]);
    expect(await desk.desk.articles.find('from-inc-42')).toBeUndefined();
  });
});

describe('/desk articles', () => {
  const mine = anArticle('mine', { title: 'Mine', owner: ben.email });
  const draft = anArticle('draft', { title: 'A draft', state: 'draft' });
  const other = anArticle('other', { title: 'Somebody else’s' });
  const pay = anArticle('pay', { title: 'Pay', state: 'draft', service: 'payroll', audience: 'agents' });

  it('lists one’s own and all drafts, with what can be done', async () => {
    const desk = await withArticles(await aDesk(), mine, draft, other, pay);

    const turn = await desk.command(ben, 'articles');

    expect(turn.text).toContain('Mine');
    expect(turn.text).toContain('A draft');
    expect(turn.text).not.toMatch(/Somebody|Pay/);
    expect(labelsIn(turn).sort()).toEqual(['Edit', 'Edit', 'Publish', 'Retire']);
  });

  it('lists nothing of others to an employee', async () => {
    const desk = await withArticles(await aDesk(), mine, draft);

    expect((await desk.command(dana, 'articles')).text).toContain('You own no article');
  });

  it('publishes and retires, once for two clicks, and keeps every version', async () => {
    const desk = await withArticles(await aDesk(), draft);

    await Promise.all([1, 2].map(() => desk.click('article.publish', 'draft', { by: ben, on: 'whisper' })));
    await desk.click('article.retire', 'draft', { by: nia, on: 'whisper' });

    expect(await desk.desk.articles.find('draft')).toMatchObject({
      version: 3,
      by: nia.id,
      text: { state: 'retired' },
      history: [
        { version: 1, text: { state: 'draft' } },
        { version: 2, text: { state: 'published' } },
      ],
    });
  });

  it('loses nothing that somebody else wrote meanwhile', async () => {
    const desk = await withArticles(await aDesk(), mine);
    const form = formIn(await desk.click('article.edit', 'mine', { by: ben, on: 'whisper' }));
    await desk.click('article.retire', 'mine', { by: nia, on: 'whisper' });

    const turn = await desk.submit(
      'article.keep',
      form.value,
      { title: 'Mine', body: 'New', audience: 'public' },
      { by: ben },
    );

    expect(turn.said).toMatchObject([{ how: 'problem', text: expect.stringContaining('Somebody has changed') }]);
    expect(await desk.desk.articles.find('mine')).toMatchObject({ version: 2, text: { body: 'mine' } });
  });

  it('does not let employees change what is not theirs', async () => {
    const desk = await withArticles(await aDesk(), draft, pay);

    await desk.click('article.publish', 'draft', { by: dana, on: 'whisper' });
    await desk.submit(
      'article.keep',
      '1 draft',
      { title: 'X', body: 'X', audience: 'public', publish: true },
      { by: dana },
    );
    await desk.submit(
      'article.keep',
      '0 new',
      { title: 'X', body: 'X', audience: 'public', publish: true },
      { by: dana },
    );
    await desk.click('article.publish', 'pay', { by: ben, on: 'whisper' });

    expect(await desk.desk.articles.find('draft')).toMatchObject({ version: 1 });
    expect(await desk.desk.articles.find('pay')).toMatchObject({ version: 1 });
    expect(await desk.desk.articles.find('new')).toBeUndefined();
  });
});
