import { describe, expect, it } from '@jest/globals';
import { impactIn } from '../../src/triage/impact-words.ts';
import { kindIn } from '../../src/triage/kind-of.ts';
import { actOfIntent, kindOfType } from '../../src/triage/labels.ts';
import { languageOf, languagesFor, loadLanguageDetector } from '../../src/triage/language-of.ts';
import { missingFacts } from '../../src/triage/missing-facts.ts';
import { isWithinOneEdit, plainly } from '../../src/triage/plain-words.ts';
import { serviceIn } from '../../src/triage/service-of.ts';
import { urgencyIn } from '../../src/triage/urgency-words.ts';
import { aConfig } from '../kit/a-config.ts';

describe('the kind of an issue', () => {
  it.each([
    ['incident', 'The wiki shows an error and nothing loads', 'en'],
    ['incident', 'Der Beamer ist kaputt', 'de'],
    ['incident', 'La pantalla no funciona', 'es'],
    ['incident', "L'imprimante est en panne", 'fr'],
    ['incident', 'O projetor não liga', 'pt'],
    ['request', 'I would like to have a second monitor, please', 'en'],
    ['request', 'Ich bräuchte bitte eine Lizenz', 'de'],
    ['request', 'Solicito acceso a la carpeta de ventas', 'es'],
    ['request', "J'ai besoin d'une licence", 'fr'],
    ['request', 'Preciso de acesso à pasta de vendas', 'pt'],
    ['question', 'How do I share a folder?', 'en'],
    ['question', 'Wie kann ich einen Ordner teilen?', 'de'],
    ['problem', 'Root cause of the nightly outages', 'en'],
    ['change', 'Change window on Saturday: migration of the file server', 'en'],
  ] as const)('is %s: %s', (kind, text, language) => {
    expect(kindIn(text, [language]).kind.value).toBe(kind);
  });

  it('is hardly sure where no word tells', () => {
    expect(kindIn('projector in room 4').kind).toEqual({ value: 'incident', confidence: 0.45, by: 'rules' });
  });
});

describe('how pressing it is and how many it concerns', () => {
  it.each([
    [1, 'we need this ASAP'],
    [1, 'Bitte sofort!'],
    [1, 'es urgente'],
    [1, "c'est urgent"],
    [1, 'preciso disto o quanto antes'],
    [3, 'not urgent at all, no rush'],
    [3, 'Das ist nicht dringend'],
    [3, 'no es urgente'],
    [3, "ce n'est pas urgent"],
    [3, 'não é urgente'],
    [2, 'the lamp is dark'],
  ])('is urgency %s: %s', (level, text) => {
    expect(urgencyIn(text).value).toBe(level);
  });

  it.each([
    [1, 'the whole office is without power'],
    [1, 'Niemand kann drucken'],
    [1, 'nadie puede entrar'],
    [1, 'tout le monde est bloqué'],
    [1, 'ninguém consegue entrar'],
    [2, 'several colleagues see it, too'],
    [2, 'unser Team wartet'],
    [3, 'my mouse'],
  ])('is impact %s: %s', (level, text) => {
    expect(impactIn(text).value).toBe(level);
  });
});

describe('the service of a message', () => {
  const { services } = aConfig();

  it('is found by its keywords as whole words', () => {
    expect(serviceIn('The VPN, again', services)).toMatchObject({ value: 'vpn', confidence: 0.85 });
    expect(serviceIn('vpnx', services)).toBeUndefined();
    expect(serviceIn('the wi fi is slow', services)).toMatchObject({ value: 'wifi' });
  });

  it('is found with one letter wrong in a long keyword, not in a short one', () => {
    expect(serviceIn('my outlok hangs', services)).toMatchObject({ value: 'email', confidence: 0.75 });
    expect(serviceIn('the vpm hangs', services)).toBeUndefined();
  });

  it('is the one with most keywords, and less sure between two', () => {
    expect(serviceIn('vpn tunnel and wifi', services)?.value).toBe('vpn');
    expect(serviceIn('vpn or wifi', services)?.confidence).toBe(0.6);
  });
});

describe('words made plain', () => {
  it('have one form for what is never twice the same', () => {
    expect(plainly('Mail <mailto:Dana@Example.com|Dana@Example.com> isn’t on https://a.example/x since 17:05!!')).toBe(
      "mail @mail isn't on @link since 0:0!!",
    );
    expect(plainly('Hellooooo')).toBe('hello');
  });

  it.each([
    ['printer', 'printer', true],
    ['printer', 'printr', true],
    ['printer', 'prinnter', true],
    ['printer', 'pritner', true],
    ['printer', 'pranter', true],
    ['printer', 'pantre', false],
    ['printer', 'print', false],
  ])('%s and %s are one edit apart: %s', (one, other, isNear) => {
    expect(isWithinOneEdit(one, other)).toBe(isNear);
    expect(isWithinOneEdit(other, one)).toBe(isNear);
  });
});

describe('the language of a message', () => {
  it.each([
    ['en', 'The meeting room display stays black'],
    ['de', 'Der Bildschirm im Besprechungsraum bleibt schwarz'],
    ['es', 'La pantalla de la sala de reuniones sigue apagada'],
    ['fr', "L'écran de la salle de réunion reste noir"],
    ['pt', 'A tela da sala de reunião continua apagada, não sei porquê'],
  ])('is %s: %s', async (language, text) => {
    expect(languageOf(text, 'en', await loadLanguageDetector()).value).toBe(language);
  });

  it('is that of the desk where a word tells nothing', async () => {
    expect(languageOf('hey', 'de', await loadLanguageDetector())).toEqual({
      value: 'de',
      confidence: 0.5,
      by: 'rules',
    });
    expect(languageOf('und dann', 'en')).toMatchObject({ value: 'de' });
    expect(languageOf('no internet', 'en', await loadLanguageDetector()).value).toBe('en');
  });

  it('decides whose words are tried', () => {
    expect(languagesFor({ value: 'de', confidence: 0.9, by: 'rules' })).toEqual(['de', 'en']);
    expect(languagesFor({ value: 'de', confidence: 0.5, by: 'rules' })).toHaveLength(5);
    expect(languagesFor({ value: 'nl', confidence: 0.9, by: 'rules' })).toHaveLength(5);
  });
});

describe('what is missing in a message', () => {
  const issue = { act: 'issue', kind: 'incident', hasService: true, languages: ['en'] } as const;

  it('is what an agent would have to ask', () => {
    expect(missingFacts('the shared drive is gone', issue)).toEqual(['errorText', 'since', 'affected']);
    expect(missingFacts('the shared drive is gone', { ...issue, hasService: false })[0]).toBe('service');
    expect(missingFacts('since Monday my drive says "path not found"', issue)).toEqual([]);
    expect(missingFacts('a licence', { ...issue, kind: 'request' })).toEqual(['what', 'forWhom']);
  });

  it('is everything when somebody only asks for help, and nothing when they only talk', () => {
    expect(missingFacts('help me', { ...issue, act: 'help' })).toEqual(['what']);
    expect(missingFacts('thanks', { ...issue, act: 'thanks' })).toEqual([]);
  });
});

describe('the labels of a file', () => {
  it('stand for acts by their usual names, however they are written', () => {
    expect(
      ['greet', 'thank_you', 'HumanHandoff', 'ticket-status', 'out of scope', 'smalltalk'].map(actOfIntent),
    ).toEqual(['greeting', 'thanks', 'human', 'status', 'outOfScope', 'smallTalk']);
    expect(actOfIntent('reset_badge')).toBe('issue');
  });

  it('name our kinds', () => {
    expect(['Incident', 'Service Request', 'QUESTION', 'gossip'].map(kindOfType)).toEqual([
      'incident',
      'request',
      'question',
      undefined,
    ]);
  });
});
