import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mayHaveToken } from '../../../adapters/slack/fetch-file.ts';
import { aConnectedDesk, type ConnectedDesk } from './connected-desk.ts';

let desk: ConnectedDesk;
let place: string;
beforeEach(async () => {
  desk = await aConnectedDesk();
  place = `slack:${desk.slack.teamId}/C0HELPIT`;
});
afterEach(async () => {
  await desk.stop();
});

const file = { name: 'trace.txt', mimeType: 'text/plain', content: new TextEncoder().encode('one\ntwo\n') };
const shared = () => desk.slack.allMessages('help-it').filter(({ files }) => (files?.length ?? 0) > 0);

describe('a file', () => {
  it('goes into a thread and comes out the same', async () => {
    const { message } = await desk.slack.says('dana', 'help-it', 'my VPN is down');

    const ref = await desk.adapter.upload(`${place}/${message.ts}`, file, 'upload 1');
    const quoted = await desk.adapter.message(ref ?? '');
    const [attachment] = quoted?.files ?? [];
    if (!attachment) throw new Error('the file is missing');

    expect(shared()).toMatchObject([{ thread_ts: message.ts }]);
    expect(attachment).toMatchObject({ name: 'trace.txt', mimeType: 'text/plain', bytes: 8 });
    expect(new TextDecoder().decode(await desk.adapter.download(attachment, 100))).toBe('one\ntwo\n');
  });

  it('goes in once, though it is asked for twice and answers get lost', async () => {
    desk.slack.faults.set({ method: 'files.completeUploadExternal', kind: 'reset-after', next: 1 });
    desk.slack.faults.set({ method: 'upload', kind: '500', next: 1 });

    const first = await desk.adapter.upload(place, file, 'upload 1');
    const second = await desk.adapter.upload(place, file, 'upload 1');

    expect(first).toBeDefined();
    expect(second).toBe(first);
    expect(shared()).toHaveLength(1);
  });

  it('is not fetched when it is larger than asked for', async () => {
    const ref = await desk.adapter.upload(place, file, 'upload 1');
    const [attachment] = (await desk.adapter.message(ref ?? ''))?.files ?? [];
    if (!attachment) throw new Error('the file is missing');

    await expect(desk.adapter.download(attachment, 7)).rejects.toMatchObject({ platformCode: 'file_too_large' });
    await expect(
      desk.adapter.download({ ...attachment, ref: `slack:${desk.slack.teamId}/F0NONE` }, 7),
    ).rejects.toMatchObject({
      platformCode: 'file_not_found',
      isPermanent: true,
    });
  });
});

describe('the token', () => {
  it.each([
    ['https://files.slack.com/files-pri/T1-F1/x.png', true],
    ['https://example.slack.com/files/x', true],
    ['https://slack.com/x', true],
    ['http://files.slack.com/x', false],
    ['https://files.slack.com.evil.example/x', false],
    ['https://evilslack.com/x', false],
    ['https://files.slack.com@evil.example/x', false],
    ['https://drive.example/x', false],
    ['not a url', false],
    ['http://127.0.0.1:4000/files-pri/F1', false],
  ])('is shown to %s: %s', (url, isShown) => {
    expect(mayHaveToken(url, 'https://slack.com/api/')).toBe(isShown);
  });

  it('is shown to the host that the desk was told to call', () => {
    expect(mayHaveToken('http://127.0.0.1:4000/files-pri/F1', 'http://127.0.0.1:4000/api/')).toBe(true);
    expect(mayHaveToken('http://127.0.0.1:4001/files-pri/F1', 'http://127.0.0.1:4000/api/')).toBe(false);
  });
});
