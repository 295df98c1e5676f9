import { describe, expect, it } from '@jest/globals';
import { Chat } from '../../src/chat/chat.ts';
import { PlacesService } from '../../src/places/places-service.ts';
import { aConfig } from '../kit/a-config.ts';
import { general, helpIt, itTriage, RecordingChat, random } from '../kit/recording-chat.ts';

function places(chat = new RecordingChat()) {
  return { chat, places: new PlacesService({ chat: new Chat([chat]), config: () => aConfig() }) };
}

describe('the places of desk.yaml', () => {
  it('are found by name', async () => {
    const { places: found } = places();

    expect(await found.triage('it')).toBe(itTriage);
    expect(await found.triage('nobody')).toBeUndefined();
    expect(await found.channel(helpIt)).toMatchObject({ team: 'it', open: 'message' });
    expect(await found.channel(general)).toMatchObject({ open: 'reaction' });
    expect(await found.channel(random)).toBeUndefined();
  });

  it('are looked up at the start, so that what is missing is told', async () => {
    const { chat, places: found } = places();
    chat.channels.delete(itTriage);

    expect(await found.visitAll()).toEqual(['slack: #it-triage']);
  });

  it('are found again once the desk was let in', async () => {
    const { chat, places: found } = places();
    chat.channels.delete(itTriage);
    await found.triage('it');
    chat.open('it-triage', []);

    expect(await found.triage('it')).toBeUndefined();
    found.forgetMissing();
    expect(await found.triage('it')).toBe(itTriage);
  });

  it('are asked for once', async () => {
    const { chat, places: found } = places();
    await found.triage('it');
    chat.faults.order('permanent', ({ method }) => method === 'find');

    expect(await found.triage('it')).toBe(itTriage);
  });
});
