import type { Clock } from '../clock.ts';
import type { DeskConfig } from '../config/desk-config.ts';
import type { Environment } from '../config/environment.ts';
import { describeFaults } from '../config/faults.ts';
import { readDeskFile } from '../config/read-desk-file.ts';
import { readEnvironment } from '../config/read-environment.ts';
import { DeskError } from '../errors.ts';
import {
  crossJudged,
  folds,
  type JudgedItem,
  judged,
  type LabelledItem,
  reportsOn,
  walked,
} from '../triage/backtest.ts';
import { loadLanguageDetector } from '../triage/language-of.ts';
import { LocalTriage } from '../triage/local-triage.ts';
import type { Terminal } from './sla.ts';
import { itemsSince } from './stored-triage-items.ts';
import { readLabelled } from './triage-file.ts';
import { jsonLine, reportLines } from './triage-lines.ts';
import { here, refuse, type World } from './world.ts';

export interface TriageBacktestOptions {
  /** Of the desk's own tickets; 90 when no file is named either. */
  readonly days?: number;
  readonly file?: string;
  readonly train?: string;
  readonly dayOne?: boolean;
  /** Asks the model of the environment, too. */
  readonly model?: boolean;
  /** The desk as it is; DESK_FILE when left out. */
  readonly desk?: string;
  readonly format: 'table' | 'json';
}

/**
 * Says how well the desk would have judged messages whose truth is known. Writes nothing.
 * @returns the exit code: 0, or 2 when a file or the store cannot be read
 */
export async function triageBacktest(
  options: TriageBacktestOptions,
  terminal: Terminal,
  world: World = here(),
): Promise<number> {
  const read = readEnvironment(world.variables);
  if ('faults' in read) return refuse(describeFaults(read.faults, nothing), terminal);
  const desk = await readDeskFile(options.desk ?? read.environment.deskFile);
  if ('faults' in desk) return refuse(describeFaults(desk.faults, nothing), terminal);
  try {
    const { items, preface } = await itemsFor(options, read.environment, world.clock.now());
    const local = await outcomeOf(options, items, desk.config);
    const { outcome, how, cost } = options.model
      ? await withModel(local, { config: desk.config, environment: read.environment, clock: world.clock })
      : { ...local, cost: undefined };
    if (options.format === 'json') for (const one of outcome) terminal.say(jsonLine(one));
    else for (const line of reportLines(reportsOn(outcome), [...preface, ...how], cost)) terminal.say(line);
    return 0;
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    return refuse(error.message, terminal);
  }
}

/** @throws DeskError `invalid` when the environment names no model */
async function withModel(
  { outcome, how }: Judged,
  {
    config,
    environment,
    clock,
  }: { readonly config: DeskConfig; readonly environment: Environment; readonly clock: Clock },
): Promise<Judged & { readonly cost: readonly string[] }> {
  const { openai } = environment;
  if (!openai) throw new DeskError('invalid', 'No model is set. Set OPENAI_API_KEY, see docs/ai.md.');
  const { costLines, judgedByModel } = await import('./triage-model.ts');
  const asked = await judgedByModel(outcome, { config, openai, clock });
  const said = `${openai.model} was asked about each; where it did not deliver, this machine spoke.`;
  return { outcome: asked.outcome, how: [...how, said], cost: costLines(asked.calls) };
}

interface Judged {
  readonly outcome: readonly JudgedItem[];
  readonly how: readonly string[];
}

const nothing = 'Triage cannot be tested';
const dayMs = 86_400_000;
const usualDays = 90;

interface Found {
  readonly items: readonly LabelledItem[];
  readonly preface: readonly string[];
}

async function itemsFor(options: TriageBacktestOptions, environment: Environment, now: Date): Promise<Found> {
  if (options.file !== undefined) {
    const items = await readLabelled(options.file);
    return { items, preface: [`${items.length} messages of ${options.file}. Nothing was written.`] };
  }
  const { days = usualDays } = options;
  const { items, corrected, confidential } = await itemsSince(new Date(now.getTime() - days * dayMs), environment);
  const preface = [
    `${items.length} tickets, opened in the last ${days} days, as of ${now.toISOString()}. Nothing was written.`,
    `${corrected} of them were corrected by people; the others were resolved as they were.`,
    ...(confidential > 0 ? [`${confidential} confidential tickets were not looked at.`] : []),
  ];
  return { items, preface };
}

async function outcomeOf(
  { file, train, dayOne }: TriageBacktestOptions,
  items: readonly LabelledItem[],
  config: DeskConfig,
): Promise<Judged> {
  const detect = await loadLanguageDetector();
  const untaught = () => new LocalTriage(() => config, detect);
  if (dayOne) return { outcome: judged(untaught(), items), how: ['Nothing was learnt: rules alone.'] };
  if (train !== undefined) {
    const lessons = await readLabelled(train);
    const triage = untaught();
    triage.teach(lessons);
    const how = [`Learnt from ${lessons.length} messages of ${train}.`, ...overlap(lessons, items)];
    return { outcome: judged(triage, items), how };
  }
  if (file === undefined)
    return { outcome: walked(untaught, items), how: ['Each was judged by what was learnt from those before it.'] };
  const how = `Cross-validated: each fifth (of ${folds}, by a hash of the id) was judged by what was learnt from the others.`;
  return { outcome: crossJudged(untaught, items), how: [how] };
}

function overlap(lessons: readonly LabelledItem[], items: readonly LabelledItem[]): readonly string[] {
  const learnt = new Set(lessons.map(({ id }) => id));
  const both = items.filter(({ id }) => learnt.has(id)).length;
  return both === 0 ? [] : [`${both} messages are in both files: what is said of them proves nothing.`];
}
