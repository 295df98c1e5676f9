import { describe, expect, it } from '@jest/globals';
import type { Passage, Said } from '../../src/triage/assistant.ts';
import { LocalAssistant } from '../../src/triage/local-assistant.ts';
import { LocalTriage } from '../../src/triage/local-triage.ts';
import { aConfig } from '../kit/a-config.ts';

const config = aConfig();
const assistant = new LocalAssistant(new LocalTriage(() => config));

const passages: readonly Passage[] = [
  {
    id: 'vpn#1',
    title: 'Connect to the VPN',
    text: 'If the VPN client shows error 809, switch the client to port 443 in its settings.',
  },
  { id: 'badge#1', title: 'Lost badges', text: 'Report a lost badge at the reception, which gives you a new one.' },
];

describe('the assistant without a model', () => {
  it('looks at a message with the rules, and says who spoke', async () => {
    expect(await assistant.triage('the vpn is down')).toMatchObject({ service: { value: 'vpn' }, by: 'local' });
  });

  it('answers with passages that have the words of the question, and names them', async () => {
    expect(await assistant.answer('vpn client shows error 809', passages)).toEqual({
      text: 'If the VPN client shows error 809, switch the client to port 443 in its settings.',
      citations: ['vpn#1'],
      by: 'local',
    });
  });

  it.each(['How do I book a meeting room?', 'vpn', ''])('does not know "%s"', async (question) => {
    expect(await assistant.answer(question, passages)).toEqual({ citations: [], by: 'local' });
  });

  it('drafts what an article says about what the requester said last', async () => {
    const talk: readonly Said[] = [
      { by: 'requester', text: 'Something is wrong' },
      { by: 'agent', text: 'What is it?' },
      { by: 'requester', text: 'I lost my badge, who gives me a new badge?' },
    ];

    expect(await assistant.draftReply(talk, passages)).toEqual({ text: passages[1]?.text, by: 'local' });
    expect(await assistant.draftReply(talk, [])).toEqual({ by: 'local' });
  });

  it('shortens a talk to its own sentences: how it began, what it is about, how it stands', async () => {
    const talk: readonly Said[] = [
      { by: 'requester', text: 'The scanner on floor two makes grey stripes. It is the big one.' },
      { by: 'agent', text: 'Hello! Did you clean the glass of the scanner? Stripes come from dust.' },
      { by: 'requester', text: 'Lovely weather, by the way. Cleaning the glass changed nothing, still grey stripes.' },
      { by: 'agent', text: 'A technician comes on Tuesday.' },
    ];

    const { text = '', by } = await assistant.summarise(talk);

    expect(by).toBe('local');
    const sentences = text.split('\n');
    expect(sentences).toHaveLength(4);
    expect(sentences[0]).toBe('The scanner on floor two makes grey stripes.');
    expect(sentences[3]).toBe('A technician comes on Tuesday.');
    expect(text).not.toContain('weather');
  });

  it('leaves a short talk as it is, and translates nothing', async () => {
    expect(await assistant.summarise([{ by: 'requester', text: 'The scanner is broken.' }])).toEqual({ by: 'local' });
    expect(await assistant.translate()).toEqual({ by: 'local' });
  });
});
