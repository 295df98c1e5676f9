import { z } from 'zod';

/**
 * Microsoft's app manifest 1.17, the sections that a bot with a message extension has. What is not listed here is refused,
 * as Microsoft's own schema does with what it does not know.
 * Sources: https://developer.microsoft.com/json-schemas/teams/v1.17/MicrosoftTeams.schema.json,
 * https://learn.microsoft.com/microsoftteams/platform/resources/schema/manifest-schema
 */
export const manifestVersion = '1.17';

const text = (most: number) => z.string().min(1, 'It is empty.').max(most, `It is longer than ${most} characters.`);

const guid = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'It is no GUID (8-4-4-4-12 hexadecimal digits).');

/** The schema would take http, the page about it and Teams do not. */
const httpsUrl = text(2048).refine(isHttps, 'It is no address that begins with https://.');

/** Without scheme, port and path; a star may stand for the first part, but not for everything under `com` or `co.uk`. */
const domain = text(2048).refine(isDomain, 'It is no domain. Write it without https:// and path: desk.example.com.');

const scopes = z
  .array(z.enum(['personal', 'team', 'groupChat'], 'It is no scope: personal, team or groupChat.'))
  .min(1, 'It names no scope.')
  .max(3, 'It names more than 3 scopes.');

const commandOfBot = z.strictObject({ title: text(32), description: text(128) });

const bot = z.strictObject({
  botId: guid,
  scopes,
  needsChannelSelector: z.boolean().optional(),
  isNotificationOnly: z.boolean().optional(),
  supportsFiles: z.boolean().optional(),
  supportsCalling: z.boolean().optional(),
  supportsVideo: z.boolean().optional(),
  commandLists: z
    .array(z.strictObject({ scopes, commands: z.array(commandOfBot).max(10, 'It holds more than 10 commands.') }))
    .max(3, 'There are more than 3 lists of commands.')
    .optional(),
});

const parameter = z.strictObject({
  name: text(64),
  title: text(32),
  description: text(128).optional(),
  inputType: z.enum(['text', 'textarea', 'number', 'date', 'time', 'toggle', 'choiceset']).optional(),
  value: z.string().max(512, 'It is longer than 512 characters.').optional(),
  choices: z
    .array(z.strictObject({ title: text(128), value: text(512) }))
    .max(10, 'There are more than 10 choices.')
    .optional(),
});

const commandOfExtension = z.strictObject({
  id: text(64),
  type: z.enum(['query', 'action']).optional(),
  title: text(32),
  description: text(128).optional(),
  context: z
    .array(z.enum(['compose', 'commandBox', 'message']))
    .max(3, 'It names more than 3 places.')
    .optional(),
  initialRun: z.boolean().optional(),
  fetchTask: z.boolean().optional(),
  parameters: z
    .array(parameter)
    .min(1, 'Leave it out when there is no parameter.')
    .max(5, 'There are more than 5 parameters.')
    .optional(),
});

const extension = z.strictObject({
  botId: guid,
  canUpdateConfiguration: z.boolean().optional(),
  commands: z.array(commandOfExtension).min(1, 'It has no command.').max(10, 'It holds more than 10 commands.'),
});

const permission = z.strictObject({ name: text(128), type: z.enum(['Application', 'Delegated']) });

export const manifestSchema = z.strictObject({
  $schema: httpsUrl.optional(),
  manifestVersion: z.literal(manifestVersion, `The package is checked by the rules of ${manifestVersion}.`),
  version: text(256).regex(
    /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/,
    'It is no semantic version: three numbers, as 1.4.0.',
  ),
  id: guid,
  developer: z.strictObject({
    name: text(32),
    websiteUrl: httpsUrl,
    privacyUrl: httpsUrl,
    termsOfUseUrl: httpsUrl,
    mpnId: text(10).optional(),
  }),
  name: z.strictObject({ short: text(30), full: text(100) }),
  description: z.strictObject({ short: text(80), full: text(4000) }),
  icons: z.strictObject({ color: text(2048), outline: text(2048) }),
  accentColor: z.string().regex(/^#[0-9a-f]{6}$/i, 'It is no colour: # and six hexadecimal digits.'),
  defaultInstallScope: z.enum(['personal', 'team', 'groupChat', 'meetings']).optional(),
  bots: z.array(bot).max(1, 'An app may have one bot.').optional(),
  composeExtensions: z.array(extension).max(1, 'An app may have one message extension.').optional(),
  supportedChannelTypes: z
    .array(z.enum(['sharedChannels', 'privateChannels']))
    .max(2)
    .optional(),
  authorization: z
    .strictObject({
      permissions: z
        .strictObject({
          resourceSpecific: z.array(permission).max(16, 'There are more than 16 permissions.').optional(),
        })
        .optional(),
    })
    .optional(),
  webApplicationInfo: z.strictObject({ id: guid, resource: text(2048).optional() }).optional(),
  validDomains: z.array(domain).max(16, 'There are more than 16 domains.').optional(),
});

export type Manifest = z.infer<typeof manifestSchema>;

function isHttps(url: string): boolean {
  return URL.canParse(url) && /^https:\/\/[^/]/i.test(url);
}

function isDomain(name: string): boolean {
  return (
    name.length <= 253 && /^(\*\.(?=[^.]+\.[^.]+))?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i.test(name)
  );
}
