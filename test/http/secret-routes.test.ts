import { describe, expect, it } from '@jest/globals';
import { dana } from '../kit/people.ts';
import { aDeskWithPages, cardsOf, handedOver, linkIn } from './a-desk-with-pages.ts';

describe('the pages of a secret', () => {
  it('are kept by nobody, pass nothing on, load nothing, and run no script', async () => {
    const { pages, link } = await handedOver();
    const open = await link();

    for (const answer of [await pages.get(open), await pages.post(open), await pages.get('/secret/nothing')]) {
      expect(answer.headers).toMatchObject({
        'cache-control': 'no-store, max-age=0',
        'referrer-policy': 'no-referrer',
        'x-robots-tag': 'noindex, nofollow',
        'x-frame-options': 'DENY',
      });
      expect(answer.headers['content-security-policy']).toMatch(
        /^default-src 'none'; style-src 'sha256-[^;]+'; form-action 'self'/,
      );
      expect(answer.text).not.toMatch(/<script|src=|href=/);
      expect(answer.text).toContain('width=device-width');
    }
  });

  it('speak the browser’s language, else the desk’s', async () => {
    const { desk, pages } = await aDeskWithPages();
    const enter = linkIn(cardsOf(await desk.command(dana, 'secret'))[0]);

    expect((await pages.get(enter, 'de-AT,de;q=0.9')).text).toContain('Geheimnis senden');
    expect((await pages.get(enter, 'fr')).text).toContain('Send a secret');
  });

  it('take no empty secret and none that is too long, and leave the link as it was', async () => {
    const { desk, pages } = await aDeskWithPages();
    const enter = linkIn(cardsOf(await desk.command(dana, 'secret'))[0]);

    expect((await pages.post(enter, { secret: '  ' })).status).toBe(400);
    expect((await pages.post(enter, { secret: 'x'.repeat(8_001) })).status).toBe(400);
    expect((await pages.post(enter, { secret: 'x'.repeat(100_000) })).status).toBe(413);
    expect((await pages.post(enter, { secret: 'x'.repeat(8_000) })).status).toBe(200);
  });

  it('turn away who tries too often', async () => {
    const { desk, pages } = await aDeskWithPages();
    const wrong = `/secret/open/${'a'.repeat(16)}.${'b'.repeat(43)}`;

    for (let times = 0; times < 60; times += 1) expect((await pages.post(wrong)).status).toBe(404);
    expect((await pages.post(wrong)).status).toBe(429);
    desk.clock.advance(60_000);
    expect((await pages.post(wrong)).status).toBe(404);
  });
});
