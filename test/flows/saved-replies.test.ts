import { describe, expect, it } from '@jest/globals';
import type { Field, Form } from '../../src/chat/form.ts';
import { aDesk } from '../kit/a-desk.ts';
import { aConfidentialTicket, aTicket } from '../kit/a-ticket.ts';
import { ben, hana, max } from '../kit/people.ts';
import type { RecordingTurn } from '../kit/recording-turn.ts';

const restart = {
  id: 'restart',
  title: 'Restart',
  text: 'Hello {{requester}}, restart {{service}} ({{key}}). {{agent}}',
};
const neustart = { id: 'neustart', title: 'Neustart', text: 'Hallo {{requester}}', language: 'de' } as const;
const wifi = { id: 'wifi', title: 'Wi-Fi only', text: 'Forget the network.', service: 'wifi' };
const replies = [restart, neustart, wifi];

function formIn(turn: RecordingTurn): Form {
  const found = turn.said.find((answer) => answer.how === 'form');
  if (found?.how !== 'form') throw new Error(`no form was opened: ${turn.text}`);
  return found.form;
}

function fieldOf(form: Form, name: string): Field | undefined {
  return form.fields.find((field) => field.kind !== 'note' && field.name === name);
}

describe('a saved reply', () => {
  it('is found in the reply form: those of the ticket’s service or of all, in the requester’s language first', async () => {
    const desk = await aDesk({
      config: { replies },
      tickets: [aTicket(), aTicket({ key: 'INC-43', requester: max.id })],
    });

    const labels = async (key: string) => {
      await desk.says(max, 'Hallo');
      const field = fieldOf(formIn(await desk.click('ticket.reply', key, { by: ben })), 'saved');
      return field?.kind === 'choice' ? field.options.map(({ label }) => label) : [];
    };

    expect(await labels('INC-42')).toEqual(['Restart', 'Neustart']);
    expect(await labels('INC-43')).toEqual(['Restart', 'Neustart']);
    expect(fieldOf(formIn(await desk.click('ticket.reply', 'INC-42', { by: ben })), 'saved')).toMatchObject({
      isSearched: true,
    });
  });

  it('is filled in after what was typed, for the agent to send, and is never sent by itself', async () => {
    const desk = await aDesk({ config: { replies }, tickets: [aTicket()] });

    const turn = await desk.submit('ticket.reply', 'INC-42', { note: 'One moment.', saved: 'restart' }, { by: ben });

    const form = formIn(turn);
    expect(fieldOf(form, 'filled')).toMatchObject({
      label: 'Reply',
      value: 'One moment.\n\nHello Dana, restart VPN (INC-42). Ben Ito',
    });
    expect(await desk.remarks('INC-42')).toEqual([]);

    await desk.submit('ticket.reply', 'INC-42', { filled: 'Hello Dana, restart it.' }, { by: ben });
    expect(await desk.remarks('INC-42')).toMatchObject([{ text: 'Hello Dana, restart it.', visibility: 'public' }]);
  });

  it('needs words or a saved reply', async () => {
    const desk = await aDesk({ config: { replies }, tickets: [aTicket()] });

    const turn = await desk.submit('ticket.reply', 'INC-42', { saved: 'gone' }, { by: ben });

    expect(turn.said).toMatchObject([{ how: 'problem', field: 'note' }]);
  });

  it('is saved by an agent, without the name and the key, once', async () => {
    const desk = await aDesk({ tickets: [aTicket(), aTicket({ key: 'INC-43' })] });
    const text = 'Dana, please restart the tunnel for INC-42.';

    const turn = await desk.submit('ticket.reply', 'INC-42', { note: text, save: true }, { by: ben });
    await desk.submit('ticket.reply', 'INC-42', { note: text, save: true }, { by: ben });

    expect(turn.text).toContain('Saved as “{{requester}}, please restart the tunnel for {{key}}.”');
    const form = formIn(
      await desk.submit('ticket.reply', 'INC-43', { saved: (await savedIds(desk)).join() }, { by: ben }),
    );
    expect(fieldOf(form, 'filled')).toMatchObject({ value: 'Dana, please restart the tunnel for INC-43.' });
  });

  it('is not saved from a confidential ticket', async () => {
    const desk = await aDesk({ tickets: [aConfidentialTicket()] });

    const form = formIn(await desk.click('ticket.reply', 'INC-66', { by: hana }));
    await desk.submit('ticket.reply', 'INC-66', { note: 'Your salary is 5.', save: true }, { by: hana });

    expect(fieldOf(form, 'save')).toBeUndefined();
    expect(await savedIds(desk)).toEqual([]);
  });
});

async function savedIds(desk: Awaited<ReturnType<typeof aDesk>>): Promise<readonly string[]> {
  const found = await desk.connection.collection<{ _id: string }>('savedReplies').find().toArray();
  return found.map(({ _id }) => _id);
}
