import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { aSlackStage } from '../scenarios/kit/slack-stage.ts';
import { aStoreThatCanGoAway } from './kit/a-store.ts';
import { counted } from './kit/cards-on-slack.ts';

describe('a store that goes away and comes back', () => {
  it('makes the desk not ready; nothing that came meanwhile is lost, doubled or drawn as it was before', async () => {
    const store = await aStoreThatCanGoAway();
    const stage = await aSlackStage({
      mongodbUri: store.uri,
      slack: { retryDelaysMs: Array.from({ length: 200 }, () => 250) },
    });
    const isReady = async () => (await fetch(`${stage.app.url}/readyz`)).ok;
    try {
      const { dana, ben } = stage;
      await dana.says('The VPN is slow, case before');
      const card = await ben.sees('INC-1', { in: '#it-triage' });
      for (let at = 0; at < 10; at += 1) void dana.says(`The VPN is slow, case during ${at}`);
      store.goAway();
      expect(await isReady()).toBe(false);
      for (let at = 10; at < 20; at += 1) void dana.says(`The VPN is slow, case during ${at}`);
      void ben.clicksOn(card, 'Claim');
      await pause(1_000);
      store.comeBack();
      await stage.slack.until(() => counted(stage.slack).tickets === 21 && counted(stage.slack).wrong.length === 0, {
        timeoutMs: 100_000,
      });
      await stage.settled();

      expect(await isReady()).toBe(true);
      expect(counted(stage.slack)).toEqual({ tickets: 21, wrong: [] });
      await ben.sees(/State: in progress/, { about: 'INC-1 ' }, 100_000);
    } finally {
      await stage.close();
      await store.stop();
    }
  }, 240_000);
});
