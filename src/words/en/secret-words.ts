import type { Text } from '../../chat/text.ts';
import { link } from '../../chat/text.ts';
import type { SecretKind } from '../../secrets/sensitive.ts';

/** Each kind: what it is called, what stands in its place, and how one gets rid of it. */
const kinds: Readonly<Record<SecretKind, { readonly name: string; readonly mark: string; readonly rotate: string }>> = {
  password: {
    name: 'Password',
    mark: '[•••• password hidden]',
    rotate: 'Change it now, wherever you use it. Nobody in IT ever needs it.',
  },
  pin: { name: 'PIN or code', mark: '[•••• PIN hidden]', rotate: 'Set another PIN. A one-time code: let it expire.' },
  privateKey: {
    name: 'Private key',
    mark: '[•••• private key hidden]',
    rotate: 'Make a new pair of keys, put the new public key where the old one is, and remove the old one there.',
  },
  connection: {
    name: 'Address with a password',
    mark: '[•••• password hidden]',
    rotate: 'Give that account another password on the server, then change it where it is used.',
  },
  awsKey: {
    name: 'AWS key',
    mark: '[•••• AWS key hidden]',
    rotate: 'In IAM → Users → Security credentials, make a new access key, then deactivate and delete this one.',
  },
  azureKey: {
    name: 'Azure key',
    mark: '[•••• Azure key hidden]',
    rotate: 'In the Azure portal, regenerate the key of that resource, or add a new client secret and delete this one.',
  },
  googleKey: {
    name: 'Google key',
    mark: '[•••• Google key hidden]',
    rotate: 'In Google Cloud → APIs & Services → Credentials, make a new key and delete this one.',
  },
  githubToken: {
    name: 'GitHub token',
    mark: '[•••• GitHub token hidden]',
    rotate: 'In GitHub → Settings → Developer settings → Tokens, revoke this one and make another.',
  },
  gitlabToken: {
    name: 'GitLab token',
    mark: '[•••• GitLab token hidden]',
    rotate: 'In GitLab → Preferences → Access tokens, revoke this one and make another.',
  },
  slackToken: {
    name: 'Slack token',
    mark: '[•••• Slack token hidden]',
    rotate: 'At api.slack.com/apps, open the app and rotate or revoke its tokens and webhooks.',
  },
  openaiKey: {
    name: 'API key',
    mark: '[•••• API key hidden]',
    rotate: 'On the page for API keys of its maker, delete this key and make another.',
  },
  stripeKey: {
    name: 'Stripe key',
    mark: '[•••• Stripe key hidden]',
    rotate: 'In Stripe → Developers → API keys, roll this key.',
  },
  jwt: {
    name: 'Sign-in token',
    mark: '[•••• token hidden]',
    rotate: 'Sign out everywhere, so that it is worth nothing any more.',
  },
  token: {
    name: 'Key or token',
    mark: '[•••• key hidden]',
    rotate: 'Revoke it where it was made, and make another.',
  },
  recoveryKey: {
    name: 'Recovery key',
    mark: '[•••• recovery key hidden]',
    rotate: 'Ask IT to rotate the recovery key of this device.',
  },
  cardNumber: {
    name: 'Card number',
    mark: '[•••• card number hidden]',
    rotate: 'Watch the account, and ask your bank for a new card when others may have seen it.',
  },
};

/** About secrets: what was hidden, and what is handed over by a link that opens once. */
export const secretWords = {
  kinds,
  hiddenTitle: 'I hid a secret that you wrote',
  hidden:
    'What you wrote looked as if it had a secret in it. It is not stored here: where it stood, a mark stands now.',
  /** Where the message itself is still there for others. */
  deleteHow: (url: string): Text => [
    'Your message still shows it, and I cannot delete what others write: ',
    link('Delete my message', url),
    '. In its menu (⋯), choose Delete. If you may not delete it, edit the secret out. Your ticket stays as it is.',
  ],
  deleteHowHere:
    'Your message still shows it, and I cannot delete what others write. In its menu (⋯), choose Delete. If you may not delete it, edit the secret out. Your ticket stays as it is.',
  hiddenByOther:
    'Somebody has brought your message to the desk. What looked like a secret in it is not stored here: where it stood, a mark stands now.',
  noSecret: 'If it was none, write the same in other words.',
};
