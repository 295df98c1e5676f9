import { describe, expect, it } from '@jest/globals';
import { parseDeskFile } from '../../src/config/read-desk-file.ts';

const desk = (rest: string) =>
  parseDeskFile(`teams: [{ id: it, agents: [ben@example.com] }]\nservices: [{ id: vpn }]\n${rest}`);

describe('replies of desk.yaml', () => {
  it('are taken with what stands for the ticket in them', () => {
    const text = 'Hello {{requester}}, {{ key }}: {{service}}, {{agent}}, {{due}}';

    expect(desk(`replies: [{ id: hello, title: Hello, text: "${text}", service: vpn, language: de }]`)).toMatchObject({
      config: { replies: [{ id: 'hello', title: 'Hello', text, service: 'vpn', language: 'de' }] },
    });
  });

  it('are refused when something in them stands for nothing, with the line', () => {
    const read = desk('replies:\n  - id: hello\n    title: Hello\n    text: Hello {{requestor}} of {{company}}');

    expect(read).toEqual({
      faults: [
        expect.objectContaining({
          where: 'desk.yaml:6 (replies[0].text)',
          problem: '{{requestor}} stands for nothing.',
          advice: expect.stringContaining('Did you mean "requester"?'),
        }),
        expect.objectContaining({ problem: '{{company}} stands for nothing.' }),
      ],
    });
  });

  it('are refused when two have one id, or a service is unknown', () => {
    const read = desk('replies: [{ id: a, title: A, text: A }, { id: a, title: B, text: B, service: wifi }]');

    expect(read).toEqual({
      faults: [
        expect.objectContaining({ problem: 'There is no "wifi" among the services.' }),
        expect.objectContaining({ problem: '"a" is already the id of another reply.' }),
      ],
    });
  });
});

describe('knowledge of desk.yaml', () => {
  it('has a folder, answers, and a time after which articles are stale', () => {
    expect(desk('')).toMatchObject({
      config: {
        knowledge: { folder: 'knowledge', synonyms: [], isAnswering: true, staleAfterMs: 180 * 86_400_000 },
        replies: [],
      },
    });
  });

  it('wants at least two words that mean the same', () => {
    expect(desk('knowledge: { synonyms: [[vpn]] }')).toEqual({
      faults: [expect.objectContaining({ problem: 'One word alone has no synonym.' })],
    });
  });
});
