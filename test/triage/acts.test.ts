import { describe, expect, it } from '@jest/globals';
import { actsIn } from '../../src/triage/acts.ts';
import type { Act } from '../../src/triage/assistant.ts';

const plainTalk = { isAboutService: false, saysTrouble: false };
const actOf = (text: string, sight = plainTalk) => actsIn(text, sight).act.value;

const said: readonly (readonly [Act, readonly string[]])[] = [
  [
    'greeting',
    [
      'Hello team!',
      'heyyyy',
      'Good morning everyone',
      'Moin zusammen',
      'Guten Tag',
      'Buenas tardes',
      'Bonjour à tous',
      'Bom dia pessoal',
    ],
  ],
  [
    'thanks',
    [
      'Thanks so much!',
      'thx',
      'Vielen Dank euch',
      'danke!',
      'Muchas gracias',
      'merci beaucoup',
      'Muito obrigada',
      'ok thanks',
    ],
  ],
  ['goodbye', ['Goodbye', 'thanks, bye', 'Bis morgen!', 'Tschüss', 'hasta luego', 'au revoir', 'Até logo']],
  ['praise', ['You are the best', 'Great job team', 'Ihr seid super', 'excelente trabajo', 'bravo', 'parabéns']],
  ['smallTalk', ['Is this a computer?', 'am i talking to a machine', 'Bist du ein Roboter?', 'lol', '👍', '...']],
  ['reply', ['yes', 'nope', 'Ja genau', 'No, gracias', 'non', 'sim', 'dana@example.com']],
  [
    'help',
    [
      'Can somebody help me please',
      'Please raise a new request',
      'Ich brauche Hilfe',
      'necesito ayuda',
      "J'ai un problème",
      'Preciso de ajuda',
    ],
  ],
  [
    'human',
    [
      'Let me speak with a technician',
      'Ich will mit einem Menschen sprechen',
      'quiero hablar con una persona',
      'je veux parler à un humain',
      'quero falar com um atendente',
    ],
  ],
  [
    'status',
    [
      'Any news about my ticket?',
      'When will my request be done?',
      'Wie ist der Stand meines Tickets?',
      '¿Cómo va mi incidencia?',
      'Où en est ma demande ?',
      'Como está o meu chamado?',
    ],
  ],
  [
    'outOfScope',
    [
      'Which restaurant is open tonight',
      'Wie wird das Wetter morgen?',
      'cuéntame un chiste',
      'Qual é a capital da Noruega',
    ],
  ],
  [
    'issue',
    [
      'Since this morning I get thrown out of the meeting room booking page again and again',
      'The badge reader at the side entrance stays dark',
      'Beim Speichern in der Buchhaltung erscheint seit gestern eine Meldung',
    ],
  ],
];

describe('what somebody wants with a message', () => {
  it.each(said.flatMap(([act, texts]) => texts.map((text) => [act, text] as const)))('is %s: %s', (act, text) => {
    expect(actOf(text)).toBe(act);
  });

  it('is a greeting with one letter wrong, too', () => {
    expect(actOf('helllo')).toBe('greeting');
    expect(actOf('thnaks')).toBe('thanks');
  });

  it('is an issue as soon as a service of the desk is named, whatever else is said', () => {
    expect(actOf('hi, my pizza oven in the canteen is cold', { isAboutService: true, saysTrouble: true })).toBe(
      'issue',
    );
    expect(actOf('hi', { isAboutService: true, saysTrouble: false })).toBe('greeting');
  });

  it('is an issue in two words when they speak of trouble, and hardly sure when they speak of nothing', () => {
    expect(actOf('screen broken', { isAboutService: false, saysTrouble: true })).toBe('issue');
    expect(actsIn('blue one', plainTalk).act).toEqual({ value: 'reply', confidence: 0.45, by: 'rules' });
  });

  it('is an issue when something is named that desks are asked about', () => {
    for (const text of [
      'jira access',
      'Drucker',
      'écran noir',
      'the weather app is empty',
      'customer support portal is down',
    ])
      expect(actOf(text)).toBe('issue');
    expect(actOf('the weather is bad')).toBe('outOfScope');
  });

  it('is heard in passing in a short message, and with everything else that was in it', () => {
    const { act, traces } = actsIn('hello, this is useless, connect me to a colleague', plainTalk);

    expect(act.value).toBe('human');
    expect(traces).toEqual(expect.arrayContaining(['greeting', 'human']));
  });
});
