import { z } from 'zod';
import { nonEmpty, says, section, show } from './desk-file-fields.ts';

const email = /^[^\s@:,<>]+@[^\s@:,<>]+$/;
const slackUser = /^slack:(?:[TE][A-Z0-9]+\/)?[UW][A-Z0-9]+$/;
const teamsUser = /^teams:(?:[0-9a-f-]{36}\/)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const personAdvice =
  'Name a person by e-mail (ben@example.com), or by slack:<member id> (slack:U024BE7LH), or by teams:<object id of Entra>.';

/** A person: an e-mail or a Teams id in lower case, or a Slack id. */
export const person = z
  .string({ error: ({ input }) => says(`${show(input)} names nobody.`, personAdvice) })
  .meta({ description: personAdvice, pattern: '^(slack:|teams:).+$|^[^@\\s]+@[^@\\s]+$' })
  .transform((text, context) => {
    if (slackUser.test(text)) return text;
    if (email.test(text) || teamsUser.test(text)) return text.toLowerCase();
    context.issues.push({ code: 'custom', input: text, message: says(`${show(text)} names nobody.`, personAdvice) });
    return z.NEVER;
  });

const channelName = /^#[\p{Ll}\p{Lo}\p{Lm}\p{N}_-]{1,80}$/u;
const channelId = /^(?:[TE][A-Z0-9]+\/)?[CGD][A-Z0-9]{6,}$/;

const slackAdvice =
  'Give the channel\'s name with # in quotes, "#help-it", or its id, C024BE91L. Without quotes YAML takes # for a comment.';

const slackPlace = z
  .string({ error: ({ input }) => says(`${show(input)} is not a Slack channel.`, slackAdvice) })
  .meta({ description: slackAdvice, pattern: '^#\\S+$|^[A-Z0-9/]+$' })
  .refine((text) => channelName.test(text) || channelId.test(text), {
    error: ({ input }) => says(`${show(input)} is not a Slack channel.`, slackAdvice),
  });

const teamsPlace = nonEmpty('a Teams channel', 'Give the channel\'s id in quotes, "19:abc@thread.tacv2", or its name.');

/** The keys that name a place, one for each platform. */
export const placeShape = { slack: slackPlace.exactOptional(), teams: teamsPlace.exactOptional() };

export const place = section(placeShape, 'A channel on each platform, by name or id.');
