import * as field from './desk-file-fields.ts';
import { says, section } from './desk-file-fields.ts';

/** What is put otherwise before a text leaves the machine; see docs/secrets.md. */
export const masking = section(
  {
    emails: field.yesOrNo.meta({ description: 'Whether e-mail addresses are masked for a model.' }).default(true),
    phones: field.yesOrNo.meta({ description: 'Whether telephone numbers are masked for a model.' }).default(true),
    ipAddresses: field.yesOrNo.meta({ description: 'Whether IP addresses are masked for a model.' }).default(false),
  },
  'What is masked before a text leaves the machine, besides secrets, account numbers and national ids, which always are.',
);

const longestMs = 30 * 24 * 3600_000;

const expiresAfter = field.duration.refine((ms) => ms <= longestMs, {
  error: () => says('A secret does not lie about for longer than 30 days.', 'Write a shorter time, such as 24h.'),
});

/** Secrets that are handed over by a link that opens once. */
export const secrets = section(
  {
    expiresAfter: expiresAfter.prefault('24h').meta({
      description: 'How long the link to a secret opens; at most 30d.',
    }),
  },
  'Secrets that are handed over by a link that opens once.',
);
