import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { WebClient } from '@slack/web-api';
import { aSlackWorkspace } from '../../../playground/slack/workspace.ts';
import { impatient } from './a-bolt-app.ts';

let slack: Awaited<ReturnType<typeof aSlackWorkspace>>;
let client: WebClient;
beforeEach(async () => {
  slack = await aSlackWorkspace();
  client = new WebClient(slack.botToken, { slackApiUrl: slack.apiUrl, ...impatient });
});
afterEach(() => slack.stop());

describe('an upload', () => {
  it("through Slack's SDK lands in the thread as a file message", async () => {
    const { message } = await slack.says('dana', '#help-it', 'which chart?');
    const file = Buffer.from([0x89, 0x50, 0x0d, 0x0a, 0x00, 0x2d, 0x2d]);
    await client.filesUploadV2({
      channel_id: 'C0HELPIT',
      thread_ts: message.ts,
      initial_comment: 'this one',
      file,
      filename: 'chart.png',
    });
    const [, shared] = slack.messages('#help-it', { threadTs: message.ts });
    expect(shared).toMatchObject({
      subtype: 'file_share',
      text: 'this one',
      user: slack.botUserId,
      files: [{ name: 'chart.png', mimetype: 'image/png', size: 7 }],
    });
    expect(slack.files.map(({ content }) => content)).toEqual([file]);
  });

  it('takes the bytes as they are, when they are as many as announced', async () => {
    const announced = await client.files.getUploadURLExternal({ filename: 'a.txt', length: 3 });
    const send = (body: string) => fetch(announced.upload_url ?? '', { method: 'POST', body });
    expect((await send('ab')).status).toBe(400);
    const files: [{ id: string; title: string }] = [{ id: announced.file_id ?? '', title: 'A' }];
    await expect(client.files.completeUploadExternal({ files })).rejects.toThrow('file_not_found');
    expect((await send('abc')).status).toBe(200);
    await client.files.completeUploadExternal({ files });
    expect(await client.files.info({ file: announced.file_id ?? '' })).toMatchObject({ file: { title: 'A', size: 3 } });
    expect((await fetch(`${announced.upload_url}x`, { method: 'POST', body: 'abc' })).status).toBe(404);
  });

  it('is refused when it is empty, or meant for a channel without the app', async () => {
    await expect(client.files.getUploadURLExternal({ filename: 'a', length: 0 })).rejects.toThrow('missing_argument');
    const { upload_url: url = '', file_id: id = '' } = await client.files.getUploadURLExternal({
      filename: 'a',
      length: 1,
    });
    await fetch(url, { method: 'POST', body: 'a' });
    await slack.leaves('bot', '#general');
    const complete = client.files.completeUploadExternal({ files: [{ id, title: 'a' }], channel_id: 'C0GENERAL' });
    await expect(complete).rejects.toThrow('not_in_channel');
  });
});
