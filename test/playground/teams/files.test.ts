import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { askForToken, aTenantWithPlainBot, type Loose, type World } from './a-plain-bot.ts';

let world: World;
beforeEach(async () => {
  world = await aTenantWithPlainBot();
});
afterEach(() => world.close());

const attachments = () => (world.heard.at(-1)?.activity.attachments ?? []) as readonly Loose[];

describe('a file', () => {
  it('given in a chat comes with a link that serves its bytes without a token', async () => {
    const { teams } = world;
    await teams.tells('dana', 'the log', { files: [{ name: 'vpn.log', content: 'line 1' }] });
    const [file] = attachments();
    expect(file).toMatchObject({
      contentType: 'application/vnd.microsoft.teams.file.download.info',
      name: 'vpn.log',
      content: { fileType: 'log' },
    });
    const response = await fetch(String((file?.content as Loose | undefined)?.downloadUrl));
    expect([response.headers.get('content-type'), await response.text()]).toEqual(['text/plain', 'line 1']);
  });

  it('given in a channel lies with the team: the bot gets the words alone', async () => {
    await world.teams.says('dana', '#help-it', '<@bot> see', { files: [{ name: 'vpn.log', content: 'x' }] });
    expect(attachments().map(({ contentType }) => contentType)).toEqual(['text/html']);
  });

  it("pasted as a picture lies with the connector and needs the bot's token", async () => {
    const { teams } = world;
    const content = Buffer.from([0x89, 0x50, 0x0d]);
    await teams.says('dana', '#help-it', '<@bot> see', { files: [{ name: 'a.png', content, inline: true }] });
    const [picture] = attachments();
    expect(picture?.contentType).toBe('image/*');
    const url = String(picture?.contentUrl);
    expect((await fetch(url)).status).toBe(401);
    const { access_token: token } = (await askForToken(teams.environment)).body;
    const response = await fetch(url, { headers: { authorization: `Bearer ${String(token)}` } });
    expect(Buffer.from(await response.arrayBuffer())).toEqual(content);
  });

  it('of the bot is laid down and described', async () => {
    const { teams, call } = world;
    const body = { type: 'image/png', name: 'chart.png', originalBase64: Buffer.from('png').toString('base64') };
    const { body: made } = await call('POST', `conversations/${teams.chatOf('dana')}/attachments`, body);
    expect((await call('GET', `attachments/${String(made.id)}`)).body).toEqual({
      name: 'chart.png',
      type: 'image/png',
      views: [{ viewId: 'original', size: 3 }],
    });
    expect((await call('GET', 'attachments/none')).status).toBe(404);
  });
});
