import { describe, expect } from '@jest/globals';
import type { DeskConfig } from '../../src/config/desk-config.ts';
import type { Actor } from './kit/actor.ts';
import type { Stage } from './kit/stage.ts';
import { story } from './kit/story.ts';

const targetMs = 4_000;

/** Four seconds to resolve. */
const config: Partial<DeskConfig> = {
  serviceLevels: [{ id: 'quick', when: {}, calendar: 'always', resolveMs: targetMs }],
  reminders: [
    { atPercent: 50, tell: ['assignee'] },
    { atPercent: 75, tell: ['team'] },
    { atPercent: 100, tell: ['lead', 'manager'], escalate: 'up' },
  ],
  nudges: {},
};

async function claims(agent: Actor, key: string): Promise<void> {
  await agent.sees(key, { in: '#it-triage', by: 'desk' });
  await agent.clicks('Claim', { about: key });
  await agent.sees(new RegExp(`${key}(.|\\n)*State: in progress`), { in: '#it-triage' });
}

/** How late each ring of a ticket was written, in milliseconds after it was due. */
async function latenesses({ desk }: Stage, key: string): Promise<readonly number[]> {
  const { openedAt, history = [] } = (await desk.ticketStore.find(key)) ?? {};
  return history.flatMap(({ alarm, at }) => {
    const percent = Number(/^sla:resolve@quick:(\d+):/.exec(alarm ?? '')?.[1]);
    return openedAt && percent ? [at.getTime() - openedAt.getTime() - (targetMs * percent) / 100] : [];
  });
}

describe('a target in real time', () => {
  story(
    'is told of once at each threshold, within two seconds, to the people of desk.yaml',
    async (stage) => {
      const { dana, ben, lea, mia } = stage;
      await dana.says('The VPN is down');
      await claims(ben, 'INC-1');

      await ben.sees('INC-1: 50 % of the time to resolve has passed', { in: 'direct' });
      await ben.sees('INC-1: 75 % of the time to resolve has passed', { in: '#it-triage' });
      await lea.sees('INC-1 is overdue', { in: 'direct' });
      await mia.sees('INC-1 is overdue', { in: 'direct' });
      await ben.sees(/INC-1[\s\S]*overdue/, { in: '#it-triage' });
      await stage.settled();

      for (const person of [ben, lea, mia]) expect(person.all({ in: 'direct', by: 'desk' })).toHaveLength(1);
      const late = await latenesses(stage, 'INC-1');
      expect(late).toHaveLength(3);
      expect(Math.min(...late)).toBeGreaterThanOrEqual(0);
      expect(late.toSorted((one, other) => one - other)[1]).toBeLessThan(2_000);
      expect((await stage.desk.ticketStore.find('INC-1'))?.level).toBe(2);
    },
    { config },
  );

  story(
    'is not told of while the ticket is on a paused hold',
    async (stage) => {
      const { dana, eve, ben } = stage;
      await dana.says('The VPN is down');
      await claims(ben, 'INC-1');
      await ben.clicks('Hold', { about: 'INC-1' });
      await ben.fills({ 'What does it wait for?': 'waiting for a supplier', Note: 'A part is on its way' });
      await ben.sees('on hold', { in: '#it-triage' });
      await eve.says('My e-mail does not work');
      await claims(ben, 'INC-2');

      await ben.sees('INC-2: 75 % of the time to resolve has passed', { in: '#it-triage' });
      await stage.settled();

      expect(ben.allWith('INC-1: ')).toEqual([]);
      expect(await latenesses(stage, 'INC-1')).toEqual([]);
    },
    { config },
  );

  story(
    'stands on the cards of both sides, and is explained in words',
    async ({ dana, ben }) => {
      const words = await dana.says('The VPN is down');
      await dana.sees(/INC-1[\s\S]*in time/i, { under: words });
      await ben.sees(/INC-1[\s\S]*in time/i, { in: '#it-triage' });
      await claims(ben, 'INC-1');
      await ben.commands('why INC-1');
      await ben.sees(/INC-1[\s\S]*Resolve/i, { in: 'direct' });
    },
    { config: { ...config, serviceLevels: [{ id: 'slow', when: {}, calendar: 'always', resolveMs: 3_600_000 }] } },
  );
});

describe('a resolved ticket in real time', () => {
  story(
    'closes by itself',
    async (stage) => {
      const { dana, ben } = stage;
      const words = await dana.says('The VPN is down');
      await claims(ben, 'INC-1');
      await ben.clicks('Resolve', { about: 'INC-1' });
      await ben.fills({ Note: 'Restarted' });

      await dana.sees(/INC-1[\s\S]*closed/, { under: words });
      await stage.settled();

      const { status, history = [] } = (await stage.desk.ticketStore.find('INC-1')) ?? {};
      expect(status).toBe('closed');
      expect(history.at(-1)).toMatchObject({ move: 'close', by: 'desk' });
    },
    { config: { ...config, autoCloseAfterMs: 1_000 } },
  );
});

describe('a promised update in real time', () => {
  story(
    'stands on both cards, and is missed aloud',
    async ({ dana, ben }) => {
      const words = await dana.says('The VPN is down');
      await claims(ben, 'INC-1');
      await ben.clicks('Reply', { about: 'INC-1' });
      await ben.fills({ Reply: "I'll get back to you by 23:59" });
      await ben.sees('Shall I remind you?');
      await ben.clicks('Yes, remind me', { about: 'Shall I remind you?' });
      await dana.sees('You will hear from us by', { under: words });
      await ben.sees('promised an update by', { in: '#it-triage' });
    },
    { config: { ...config, serviceLevels: [] } },
  );
});
