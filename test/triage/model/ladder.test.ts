import { describe, expect, it } from '@jest/globals';
import type { OpenaiFault } from '../../../playground/openai/faults.ts';
import type { FallBack, Matter, Passage, Said } from '../../../src/triage/assistant.ts';
import { aModel } from './a-model.ts';

const dana: Matter = { person: 'dana', isConfidential: false };
const words = 'Hi, nobody in the team can use the VPN tunnel since this morning, it is urgent';
const passages: readonly Passage[] = [
  {
    id: 'article-9',
    title: 'Connect to the VPN',
    text: 'If the VPN client shows error 809, switch the client to port 443 in its settings. Then connect the client again.',
  },
  { id: 'article-4', title: 'Badges', text: 'Report a lost badge at the reception, which gives you a new one.' },
];
const talk: readonly Said[] = [
  { by: 'requester', text: 'The VPN client shows error 809 on my laptop. I have restarted it twice already.' },
  { by: 'agent', text: 'Since when does it do that?' },
  { by: 'requester', text: 'The VPN client shows error 809 since Monday. What can I do about it now?' },
];
const german = 'Der Drucker ist seit heute kaputt und die Tastatur ist auch nicht da, bitte helfen Sie mir';

/** Every fault, and how it is told. */
const faults: readonly (readonly [OpenaiFault, FallBack])[] = [
  ['slow', 'timeout'],
  ['busy', 'error'],
  ['error', 'error'],
  ['reset', 'error'],
  ['denied', 'error'],
  ['brokenBody', 'malformed'],
  ['malformed', 'malformed'],
  ['incomplete', 'malformed'],
  ['truncated', 'malformed'],
  ['empty', 'malformed'],
  ['refusal', 'refusal'],
  ['wrongLanguage', 'malformed'],
];
/** Only what nothing answers waits for the end of the time. */
const deadlineFor = (fault: OpenaiFault) => (fault === 'slow' ? { deadlineMs: 250 } : {});

describe('a model that answers', () => {
  it('says what a message is about, from the lists of the desk', async () => {
    const { assistant, emulator } = await aModel();

    const result = await assistant.triage(words, dana);

    expect(result).toMatchObject({
      by: 'openai',
      isIssue: { value: true, by: 'model' },
      service: { value: 'vpn', by: 'model' },
      team: { value: 'it', by: 'model' },
      kind: { value: 'incident' },
      impact: { value: 1 },
      urgency: { value: 1 },
      priority: { value: 'P1' },
      language: { value: 'en' },
      title: 'Nobody in the team can use the VPN tunnel since this morning, it is urgent',
    });
    expect(result.fellBack).toBeUndefined();
    expect(emulator.requests).toHaveLength(1);
    expect(emulator.requests[0]?.key).toBe('a-key');
  });

  it('is asked with a schema that has no other services, teams and kinds than the desk', async () => {
    const { assistant, emulator } = await aModel();

    await assistant.triage(words, dana);

    const { schema } = JSON.parse(emulator.requests[0]?.body ?? '').response_format.json_schema;
    expect(schema.properties.service.anyOf[0].enum).toEqual(['vpn', 'email', 'wifi', 'payroll']);
    expect(schema.properties.team.anyOf[0].enum).toEqual(['it', 'network', 'hr']);
    expect(schema).toMatchObject({ additionalProperties: false, required: expect.arrayContaining(['kind', 'title']) });
  });

  it('is shown how similar tickets were sorted', async () => {
    const examples = async () => [{ text: 'tunnel drops', kind: 'incident' as const, service: 'vpn', team: 'it' }];
    const { assistant, sent } = await aModel({ examples });

    await assistant.triage(words, dana);

    expect(sent()).toContain('tunnel drops');
  });

  it('goes on without examples when they cannot be found', async () => {
    const examples = () => Promise.reject(new Error('the store is gone'));
    const { assistant } = await aModel({ examples });

    expect(await assistant.triage(words, dana)).toMatchObject({ by: 'openai' });
  });

  it('answers from passages, and names them', async () => {
    const { assistant } = await aModel();

    expect(await assistant.answer('What does error 809 of the VPN client mean?', passages, dana)).toEqual({
      text: passages[0]?.text,
      citations: ['article-9'],
      by: 'openai',
    });
  });

  it('does not know what no passage tells', async () => {
    const { assistant } = await aModel();

    expect(await assistant.answer('How do I book the big meeting room?', passages, dana)).toEqual({
      citations: [],
      by: 'openai',
    });
  });

  it('drafts, sums up and translates', async () => {
    const { assistant } = await aModel();

    expect(await assistant.draftReply(talk, passages, 'en', dana)).toEqual({ text: passages[0]?.text, by: 'openai' });
    expect(await assistant.summarise(talk, 'en', dana)).toMatchObject({ text: expect.any(String), by: 'openai' });
    const { text, by } = await assistant.translate('The printer is broken since today, please help', 'de', dana);
    expect([text, by]).toEqual(['Der Drucker ist kaputt seit heute, bitte helfen', 'openai']);
  });

  it.each(['noSchema', 'noJson', 'noMaxTokens', 'noTemperature', 'noCount', 'busyOnce', 'errorOnce'] as const)(
    'may be on a server of another kind, or a busy one: %s',
    async (fault) => {
      const { assistant, emulator } = await aModel();
      emulator.fail(fault);

      expect(await assistant.triage(words, dana)).toMatchObject({ by: 'openai', service: { value: 'vpn' } });
    },
  );

  it('learns once what a server does not understand', async () => {
    const { assistant, emulator } = await aModel();
    emulator.fail('noJson');
    await assistant.triage(words, dana);
    const first = emulator.requests.length;

    await assistant.triage(words, dana);

    expect(first).toBe(3);
    expect(emulator.requests).toHaveLength(4);
  });
});

describe('a model that does not deliver', () => {
  it.each(faults)('leaves triage to this machine: %s', async (fault, fellBack) => {
    const { assistant, emulator } = await aModel(deadlineFor(fault));
    emulator.fail(fault);

    expect(await assistant.triage(words, dana)).toMatchObject({ by: 'local', fellBack, service: { value: 'vpn' } });
  });

  it('leaves it, too, when it names a service, team and kind that the desk does not have', async () => {
    const { assistant, emulator } = await aModel();
    emulator.fail('unknownService');

    expect(await assistant.triage(words, dana)).toMatchObject({
      ...{ by: 'local', fellBack: 'malformed' },
      ...{ service: { value: 'vpn' }, team: { value: 'it' }, kind: { value: 'incident' } },
    });
  });

  it.each(faults)('leaves answers to this machine: %s', async (fault, fellBack) => {
    const { assistant, emulator } = await aModel(deadlineFor(fault));
    emulator.fail(fault);

    expect(await assistant.answer('VPN client shows error 809', passages, dana)).toEqual({
      ...{ by: 'local', fellBack },
      text: passages[0]?.text,
      citations: ['article-9'],
    });
  });

  it.each(faults)('leaves drafts, summaries and translations: %s', async (fault, fellBack) => {
    const { assistant, emulator } = await aModel(deadlineFor(fault));
    emulator.fail(fault);

    expect(await assistant.draftReply(talk, [], 'en', dana)).toEqual({ by: 'local', fellBack });
    expect(await assistant.summarise(talk, 'en', dana)).toMatchObject({ by: 'local', fellBack });
    expect(await assistant.translate(german, 'en', dana)).toEqual({ by: 'local', fellBack });
  });

  it('is not believed when what it says does not stand in what it cites', async () => {
    const { assistant, emulator, records, idle } = await aModel();
    emulator.fail('unsupported');

    const answer = await assistant.answer('What does error 809 of the VPN client mean?', passages, dana);
    const draft = await assistant.draftReply(talk, [], 'en', dana);
    await idle();

    expect(answer).toEqual({ citations: [], by: 'openai' });
    expect(draft).toEqual({ by: 'local', fellBack: 'malformed' });
    expect(records.map(({ outcome }) => outcome)).toEqual(['unsupported', 'malformed']);
  });

  it('is asked again once, and only while there is time for what the server asks for', async () => {
    const { assistant, emulator } = await aModel();
    emulator.fail('error');
    await assistant.triage(words, dana);
    expect(emulator.requests).toHaveLength(2);

    emulator.fail('busy');
    await assistant.triage(words, dana);
    expect(emulator.requests).toHaveLength(3);
  });

  it('costs one ticket its time, and not each, when it gives no sign at all', async () => {
    const { assistant, emulator, clock } = await aModel({ deadlineMs: 600 });
    emulator.fail('slow');
    await assistant.triage(words, dana);
    const asked = emulator.requests.length;
    expect(await assistant.triage(words, dana)).toMatchObject({ by: 'local', fellBack: 'timeout' });
    expect(await assistant.answer('What is error 809?', passages, dana)).toMatchObject({ fellBack: 'timeout' });
    expect(emulator.requests).toHaveLength(asked);

    clock.advance(11_000);
    await Promise.all([assistant.triage(words, dana), assistant.triage(words, dana)]);
    expect(emulator.requests.length).toBeLessThanOrEqual(asked + 1);

    clock.advance(15_000);
    const before = emulator.requests.length;
    await assistant.triage(words, dana);
    expect(emulator.requests).toHaveLength(before);
  });

  it('is left alone after three errors, and tried again after a pause', async () => {
    const { assistant, emulator, clock, records, idle } = await aModel();
    emulator.fail('error');
    for (let time = 0; time < 3; time += 1) await assistant.triage(words, dana);
    const asked = emulator.requests.length;

    const meanwhile = await assistant.triage(words, dana);
    emulator.fail(undefined);
    const stillWaiting = await assistant.triage(words, dana);
    clock.advance(31_000);
    const again = await assistant.triage(words, dana);
    await idle();

    expect([meanwhile, stillWaiting]).toMatchObject([
      { by: 'local', fellBack: 'error' },
      { by: 'local', fellBack: 'error' },
    ]);
    expect(emulator.requests).toHaveLength(asked + 1);
    expect(again).toMatchObject({ by: 'openai' });
    expect(records.map(({ outcome }) => outcome)).toContain('paused');
  });

  it('tells the admins when the server does not take the key', async () => {
    const { assistant, emulator, news, idle } = await aModel();
    emulator.fail('denied');

    await assistant.triage(words, dana);
    await idle();

    expect(news).toEqual(['refused 401']);
  });

  it('is not asked for what desk.yaml turns off, and then nothing has fallen back', async () => {
    const uses = { triage: false, answers: true, drafts: true, summaries: true, translation: true, embeddings: true };
    const { assistant, emulator } = await aModel({ assistant: { uses } });

    const result = await assistant.triage(words, dana);

    expect(result.by).toBe('local');
    expect(result.fellBack).toBeUndefined();
    expect(emulator.requests).toEqual([]);
    expect(await assistant.answer('What does error 809 of the VPN client mean?', passages, dana)).toMatchObject({
      by: 'openai',
    });
  });

  it('is not asked at all when desk.yaml says so', async () => {
    const { assistant, embedder, emulator } = await aModel({ assistant: { isEnabled: false } });

    await assistant.triage(words, dana);
    await assistant.answer('What does error 809 mean?', passages, dana);
    await assistant.summarise(talk, 'en', dana);
    await assistant.draftReply(talk, passages, 'en', dana);
    await assistant.translate(german, 'en', dana);

    expect(await embedder.embed(['words'], dana)).toBeUndefined();
    expect(emulator.requests).toEqual([]);
  });
});
