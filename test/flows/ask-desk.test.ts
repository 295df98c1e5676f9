import { describe, expect, it } from '@jest/globals';
import { aDesk } from '../kit/a-desk.ts';
import { ben, dana, hana, max } from '../kit/people.ts';
import type { TestDesk } from '../kit/test-desk.ts';
import { anArticle, drucken, locks, printing, withArticles } from '../knowledge/some-articles.ts';
import { labelsOf } from '../views/shown.ts';

const kept = (desk: TestDesk) => desk.connection.collection('askedQuestions').find().toArray();

describe('/desk ask', () => {
  it('quotes articles in private and raises nothing', async () => {
    const desk = await withArticles(await aDesk(), printing);

    const turn = await desk.command(dana, 'ask how do I connect the label printer?');

    expect(turn.said.map(({ how }) => how)).toEqual(['whisper']);
    expect(turn.text).toContain('pick the label printer LP-2');
    expect(turn.text).toContain('Quoted word for word');
    expect(await desk.tickets()).toEqual([]);
    expect(await kept(desk)).toMatchObject([
      { person: dana.id, articles: ['printing'], by: 'local', isConfidential: false },
    ]);
  });

  it('says that it does not know, with the way to a person', async () => {
    const desk = await withArticles(await aDesk(), printing);

    const turn = await desk.command(dana, 'ask who waters the plants?');

    expect(turn.text).toContain('I do not know.');
    expect(turn.said).toMatchObject([
      { how: 'whisper', card: { buttons: [{ action: 'issue.new', label: 'New issue' }] } },
    ]);
    expect(await kept(desk)).toMatchObject([{ text: 'who waters the plants?', articles: [] }]);
  });

  it('speaks the reader’s language', async () => {
    const desk = await withArticles(await aDesk(), printing, drucken);

    const turn = await desk.command(max, 'ask Wie verbinde ich den Etikettendrucker?');

    expect(turn.text).toContain('Das sagen unsere Artikel:');
    expect(turn.text).toContain('nimm den Etikettendrucker LP-2');
  });

  it('quotes what is written for agents to agents only, and of a confidential service to its team only', async () => {
    const pay = anArticle('pay', {
      title: 'Correcting a payslip',
      body: 'A payslip is corrected in the payroll ledger.',
      audience: 'agents',
      service: 'payroll',
    });
    const desk = await withArticles(await aDesk(), locks, pay);
    const ask = async (by: typeof ben, words: string) => (await desk.command(by, `ask ${words}`)).text;

    expect(await ask(ben, 'How is a badge reader unlocked?')).toContain('service code from the vault');
    expect(await ask(dana, 'How is a badge reader unlocked?')).toContain('I do not know.');
    expect(await ask(ben, 'How is a payslip corrected?')).toContain('I do not know.');
    expect(await ask(hana, 'How is a payslip corrected?')).toContain('payroll ledger');
  });

  it('keeps no words about something confidential', async () => {
    const desk = await aDesk();

    await desk.command(dana, 'ask why is my salary so low?');

    const [question] = await kept(desk);
    expect(question).toMatchObject({ isConfidential: true, service: 'payroll' });
    expect(question).not.toHaveProperty('text');
  });

  it('asks for a question when there is none', async () => {
    const desk = await aDesk();

    const turn = await desk.command(dana, 'ask');

    expect(turn.text).toContain('/desk ask how do I reset my password?');
    expect(turn.said.flatMap((one) => ('card' in one ? labelsOf(one.card.buttons) : []))).toEqual([]);
    expect(await desk.tickets()).toEqual([]);
  });
});
