import type { JsonObject } from '../json.ts';
import type { SlackFile } from '../model.ts';

/** A file as Slack describes it; its bytes come from url_private, to who shows a token. */
export function wireFile(file: SlackFile, slack: { baseUrl: () => string }): JsonObject {
  const created = Math.floor(file.createdAt.getTime() / 1000);
  const address = `${slack.baseUrl()}/files-pri/${file.id}`;
  const name = encodeURIComponent(file.name);
  return {
    id: file.id,
    created,
    timestamp: created,
    name: file.name,
    title: file.title,
    mimetype: file.mimetype,
    filetype: file.name.includes('.') ? (file.name.split('.').pop() ?? '') : 'binary',
    user: file.user,
    size: file.content.length,
    mode: 'hosted',
    is_external: false,
    is_public: false,
    url_private: `${address}/${name}`,
    url_private_download: `${address}/download/${name}`,
    ...(file.altText ? { alt_txt: file.altText } : {}),
    channels: file.channels,
    file_access: 'visible',
  };
}
