import { z } from 'zod';

/**
 * The parts of a manifest that have to fit together, read from any JSON at all: what is missing or of another kind counts
 * as empty, so that faults in single fields hide none between them.
 */
const words = z.string().catch('');
const list = <T extends z.ZodType>(of: T) => z.array(of).catch([]);
const some = <T extends z.ZodRawShape>(shape: T) => z.object(shape).optional().catch(undefined);

const commandList = z.object({ scopes: list(words), commands: list(z.object({ title: words })) });
const bot = z.object({ botId: words, scopes: list(words), commandLists: list(commandList) });

const command = z.object({
  id: words,
  type: z.enum(['query', 'action']).catch('query'),
  context: list(words),
  fetchTask: z.boolean().catch(false),
  parameters: list(z.unknown()),
});
const extension = z.object({ botId: words, commands: list(command) });

const permission = z.object({ name: words, type: words });
const permissions = some({ resourceSpecific: list(permission) });

export const manifestShape = z.object({
  $schema: words,
  manifestVersion: words,
  id: words,
  name: some({ short: words, full: words }),
  description: some({ short: words, full: words }),
  icons: some({ color: words, outline: words }),
  bots: list(bot),
  composeExtensions: list(extension),
  authorization: some({ permissions }),
  webApplicationInfo: some({ id: words, resource: words }),
});

export type ManifestShape = z.infer<typeof manifestShape>;
