import { describe, expect, it } from '@jest/globals';
import type { Card } from '../../src/chat/card.ts';
import type { Words } from '../../src/triage/assistant.ts';
import { anAssistant } from '../help/a-model.ts';
import { aConfig } from '../kit/a-config.ts';
import { aDesk } from '../kit/a-desk.ts';
import { agentsOf, shown } from '../kit/a-talk.ts';
import { ben, cem, dana, max } from '../kit/people.ts';
import { helpIt } from '../kit/recording-chat.ts';
import type { TestDesk } from '../kit/test-desk.ts';

const german = 'Mein Drucker druckt seit heute Morgen nur noch leere Seiten';
const says = (text: string): Promise<Words> => Promise.resolve({ text: `«${text}»`, by: 'openai' });

/** INC-1 of Max, who writes German, with a model that puts everything between quotation marks. */
async function aForeignTalk(translate: (text: string) => Promise<Words> = says, facts = {}) {
  const { assistant, asked } = anAssistant({ translate });
  const desk = await aDesk({ assistant, ...facts });
  const { message } = await desk.says(max, german, { in: helpIt });
  await desk.settled();
  const agents = agentsOf(await desk.ticket('INC-1'));
  const translated = () => asked.filter(({ of }) => of === 'translate').map(({ what }) => what.slice(0, 2));
  return { desk, requesters: message, agents, asked, translated };
}

/** What an agent was told alone, the newest last. */
const whispers = (desk: TestDesk): readonly Card[] =>
  desk.chat.turns.flatMap(({ said }) => said.flatMap((one) => (one.how === 'whisper' ? [one.card] : [])));
const offerIn = (desk: TestDesk) =>
  whispers(desk)
    .flatMap(({ buttons = [] }) => buttons)
    .find(({ action }) => action === 'help.sendTranslation');

describe('what a requester writes in another language', () => {
  it('is translated under the original for the agents, marked as such, their first words too', async () => {
    const { desk, requesters, agents } = await aForeignTalk();
    await desk.says(max, 'Er blinkt jetzt auch noch die ganze Zeit', { thread: requesters });
    await desk.settled();

    expect(shown(desk, agents)).toContain(`Max Kern · INC-1\nTranslated from German by a language model:\n«${german}»`);
    expect(shown(desk, agents)).toMatch(
      /Er blinkt jetzt auch noch die ganze Zeit\nTranslated from German by a language model:\n«Er blinkt jetzt/,
    );
    expect(shown(desk, requesters)).not.toContain('«');
    expect((await desk.remarks('INC-1')).at(-1)).toMatchObject({ text: 'Er blinkt jetzt auch noch die ganze Zeit' });
  });

  it('comes at once, however long its translation takes', async () => {
    let deliver: ((words: Words) => void) | undefined;
    const { desk, requesters, agents } = await aForeignTalk((text) =>
      text === german
        ? says(text)
        : new Promise((resolve) => {
            deliver = resolve;
          }),
    );
    await desk.says(max, 'Er blinkt jetzt auch noch die ganze Zeit', { thread: requesters });
    await desk.until(() => shown(desk, agents).includes('Er blinkt'));
    expect(shown(desk, agents)).not.toContain('It is blinking');
    await desk.until(() => deliver !== undefined);

    deliver?.({ text: 'It is blinking', by: 'openai' });
    await desk.settled();

    expect(shown(desk, agents)).toContain('It is blinking');
    expect(shown(desk, agents).match(/Er blinkt/g)).toHaveLength(1);
  });

  it('is translated anew when it is edited, and not at all when it is taken back', async () => {
    const { desk, requesters, agents } = await aForeignTalk();
    const said = await desk.says(max, 'Er blinkt jetzt auch noch die ganze Zeit', { thread: requesters });
    await desk.settled();
    await desk.edits(max, said.message, 'Er blinkt jetzt gar nicht mehr, seit ich ihn neu gestartet habe');
    await desk.settled();

    expect(shown(desk, agents)).toContain('«Er blinkt jetzt gar nicht mehr, seit ich ihn neu gestartet habe»');
    expect(shown(desk, agents)).not.toContain('die ganze Zeit');

    await desk.deletes(max, said.message);
    await desk.settled();
    expect(shown(desk, agents)).not.toContain('gar nicht mehr');
  });

  it('is left alone when whoever works on it reads that language', async () => {
    const { desk, requesters, translated } = await aForeignTalk();
    await desk.click('ticket.claim', 'INC-1', { by: cem });
    const before = translated().length;
    await desk.says(max, 'Er blinkt jetzt auch noch die ganze Zeit', { thread: requesters });
    await desk.settled();

    expect(translated()).toHaveLength(before);
  });

  it.each([
    ['the model does not deliver', async (): Promise<Words> => ({ by: 'local', fellBack: 'timeout' })],
    ['it fails', async (): Promise<Words> => Promise.reject(new Error('away'))],
  ])('stands there as it was written when %s', async (_, translate) => {
    const { desk, requesters, agents } = await aForeignTalk(translate);
    await desk.says(max, 'Er blinkt jetzt auch noch die ganze Zeit', { thread: requesters });
    await desk.settled();

    expect(shown(desk, agents)).toContain('Er blinkt jetzt auch noch die ganze Zeit');
    expect(shown(desk, agents)).not.toContain('Translated');
  });

  it('is not translated where desk.yaml or the want of a model is against it', async () => {
    const { assistant: on } = aConfig();
    const off = { ...on, uses: { ...on.uses, translation: false } };
    const { desk, agents, translated } = await aForeignTalk(says, { config: { assistant: off } });
    expect(translated()).toEqual([]);
    expect(shown(desk, agents)).not.toContain('«');

    const without = await aDesk();
    expect(without.desk.help.translator.isOn).toBe(false);
  });

  it('is translated once after a crash, by whichever process comes first', async () => {
    const { assistant, asked: begun } = anAssistant({ translate: () => new Promise(() => {}) });
    const first = await aDesk({ assistant });
    await first.says(max, german, { in: helpIt });
    await first.until(() => begun.some(({ of }) => of === 'translate'));
    await first.crash();

    const { assistant: next, asked } = anAssistant({ translate: says });
    const { database, chat, clock } = first;
    const lying = () => JSON.stringify(chat.messages.map(({ drawings }) => drawings.at(-1)));
    const [one, two] = [
      await aDesk({ assistant: next, database, chat, clock }),
      await aDesk({ assistant: next, database, chat, clock }),
    ];
    await one.desk.help.translator.sweep();
    await one.settled();
    expect(lying()).not.toContain('«'); // the dead one still has the right
    clock.advance(3 * 60_000);
    await Promise.all([one, two].map(({ desk }) => desk.help.translator.sweep()));
    await Promise.all([one, two].map((desk) => desk.settled()));

    expect(asked.filter(({ of }) => of === 'translate')).toHaveLength(1);
    expect(lying().match(/«/g)).toHaveLength(1);
  });
});

describe('what an agent answers in another language', () => {
  it('is shown to them in the requester’s, and stands under the original when they send it, once', async () => {
    const { desk, requesters, agents } = await aForeignTalk();
    const note = await desk.says(ben, 'Please switch the printer off and on again.', { thread: agents });
    const send = note.said.flatMap((one) => (one.how === 'whisper' ? (one.card.buttons ?? []) : []))[0];
    await desk.click('ticket.send', 'INC-1', { by: ben, on: 'whisper', value: send?.value ?? '' });
    await desk.settled();
    expect(shown(desk, requesters)).toContain('Please switch the printer off and on again.');
    expect(shown(desk, requesters)).not.toContain('«');

    // The button is on the turn of the click, which is not kept.
    const remark = (await desk.remarks('INC-1')).at(-1);
    const [draft] = await desk.connection.collection<{ _id: string }>('helpDrafts').find().toArray();
    expect(draft).toMatchObject({ text: '«Please switch the printer off and on again.»', language: 'de' });
    const value = `INC-1 ${draft?._id}`;
    const sent = await desk.click('help.sendTranslation', 'INC-1', { by: ben, on: 'whisper', value });
    await desk.click('help.sendTranslation', 'INC-1', { by: ben, on: 'whisper', value });
    await desk.settled();

    expect(sent.text).toContain('INC-1: sent in German too.');
    expect(shown(desk, requesters)).toContain(
      'Please switch the printer off and on again.\nÜbersetzt aus: Englisch, von einem Sprachmodell\n«Please switch',
    );
    expect(shown(desk, requesters).match(/«/g)).toHaveLength(1);
    expect((await desk.remarks('INC-1')).at(-1)).toMatchObject({ text: remark?.text });
  });

  it('in the requester’s own thread gets its translation as a message of its own', async () => {
    const { desk, requesters } = await aForeignTalk();
    await desk.says(ben, 'Please switch the printer off and on again.', { thread: requesters });
    await desk.settled();
    const offer = offerIn(desk);
    expect(offer?.label).toBe('Send in German too');

    await desk.click('help.sendTranslation', 'INC-1', { by: ben, on: 'whisper', value: offer?.value ?? '' });
    await desk.settled();

    expect(shown(desk, requesters)).toContain('Ben Ito · INC-1\nÜbersetzt aus: Englisch, von einem Sprachmodell\n«');
    expect(shown(desk, requesters).match(/Please switch/g)).toHaveLength(1);
  });

  it('is not sent when the words have changed since, nor by somebody who may not answer', async () => {
    const { desk, requesters } = await aForeignTalk();
    const said = await desk.says(ben, 'Please switch the printer off and on again.', { thread: requesters });
    await desk.settled();
    const value = offerIn(desk)?.value ?? '';
    await desk.click('help.sendTranslation', 'INC-1', { by: dana, on: 'whisper', value });
    await desk.edits(ben, said.message, 'Please leave the printer alone.');
    await desk.settled();

    const late = await desk.click('help.sendTranslation', 'INC-1', { by: ben, on: 'whisper', value });
    await desk.settled();

    expect(late.text).toContain('your words have changed since');
    expect(shown(desk, requesters)).not.toContain('«');
  });

  it('in the same language is offered nothing', async () => {
    const { desk, requesters, translated } = await aForeignTalk();
    const before = translated().length;
    await desk.says(cem, 'Bitte schalte den Drucker einmal aus und wieder ein.', { thread: requesters });
    await desk.settled();

    expect(translated()).toHaveLength(before);
    expect(offerIn(desk)).toBeUndefined();
  });
});
