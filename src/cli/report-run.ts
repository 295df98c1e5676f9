import { writeFile } from 'node:fs/promises';
import { type Clock, systemClock } from '../clock.ts';
import type { EnvironmentVariables } from '../config/environment-reader.ts';
import { describeFaults } from '../config/faults.ts';
import { processEnvironment } from '../config/process-environment.ts';
import { readDeskFile } from '../config/read-desk-file.ts';
import { readEnvironment } from '../config/read-environment.ts';
import { DeskError } from '../errors.ts';
import { csvRecords } from '../reports/format-csv.ts';
import { jsonText } from '../reports/format-json.ts';
import { tableLines } from '../reports/format-table.ts';
import type { Report, ReportRequest, ReportTable } from '../reports/report.ts';
import { reports } from '../reports/reports.ts';
import { defineModels } from '../store/models.ts';
import { MongoReportSource } from '../store/mongo-report-source.ts';
import { openStore, type StoreAddress } from './open-store.ts';
import { readPeriod } from './report-period.ts';
import type { Terminal } from './sla.ts';

export interface ReportOptions {
  /** Local days of the desk, as they were written. */
  readonly since?: string;
  readonly until?: string;
  readonly format: 'table' | 'csv' | 'json' | 'png';
  readonly out?: string;
  readonly tickets?: boolean;
  readonly agent?: string;
}

/**
 * Says what a report tells, or writes it into a file; without a name, lists the reports. Reads the store, writes nothing there.
 * @returns the exit code: 0, or 2 when the question, desk.yaml or the store cannot be read
 */
export async function runReport(
  name: string | undefined,
  options: ReportOptions,
  terminal: Terminal,
  world: World = here(),
): Promise<number> {
  if (name === undefined) return list(terminal);
  const asked = readQuestion(name, options);
  if (typeof asked === 'string') return refuse(asked, terminal);
  try {
    const table = await answer(asked, options, world);
    if (typeof table === 'string') return refuse(table, terminal);
    return await tell(asked, table, options, terminal);
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    return refuse(error.message, terminal);
  }
}

/** What a command finds around it. */
interface World {
  readonly variables: EnvironmentVariables;
  readonly clock: Clock;
}

function here(): World {
  return { variables: processEnvironment(), clock: systemClock };
}

/** @returns what is wrong with the question, in words */
function readQuestion(name: string, { format, agent }: ReportOptions): Report | string {
  const report = reports.find((one) => one.name === name);
  if (!report) return `There is no report ${name}. Ask for one of: ${reports.map((one) => one.name).join(', ')}.`;
  if (agent !== undefined && name !== 'agents') return '--agent is for the report agents alone. Leave it out.';
  if (format === 'png' && !report.chart) {
    const why = name === 'agents' ? 'people side by side would be read as a ranking' : 'its figures make none';
    return `The report ${name} has no picture: ${why}. Ask for --format table, csv or json.`;
  }
  return report;
}

async function answer(report: Report, options: ReportOptions, world: World): Promise<ReportTable | string> {
  const read = readEnvironment(world.variables);
  if ('faults' in read) return describeFaults(read.faults, nothing);
  const desk = await readDeskFile(read.environment.deskFile);
  if ('faults' in desk) return describeFaults(desk.faults, nothing);
  const { timeZone } = desk.config.desk;
  const { staleAfterMs } = desk.config.knowledge;
  const now = world.clock.now();
  const period = readPeriod(options, timeZone, now);
  if (typeof period === 'string') return period;
  const agent = options.agent === undefined ? {} : { agent: options.agent };
  const request = { period, timeZone, now, withTickets: options.tickets === true, ...agent, staleAfterMs };
  return ask(report, request, read.environment);
}

async function ask(report: Report, request: ReportRequest, at: StoreAddress): Promise<ReportTable> {
  const { connection, close } = await openStore(at);
  try {
    return await report.run(new MongoReportSource(defineModels(connection)), request);
  } finally {
    await close();
  }
}

const nothing = 'Nothing can be reported';

async function tell(report: Report, table: ReportTable, options: ReportOptions, terminal: Terminal): Promise<number> {
  const { format, out } = options;
  if (format === 'png' && report.chart) {
    const { renderChart } = await import('../charts/render-chart.ts');
    return save(out ?? `${report.name}.png`, await renderChart(report.chart(table)), terminal);
  }
  const lines = linesOf(table, format);
  if (out !== undefined) return save(out, lines.map((line) => `${line}\n`).join(''), terminal);
  for (const line of lines) terminal.say(line);
  return 0;
}

function linesOf(table: ReportTable, format: ReportOptions['format']): readonly string[] {
  if (format === 'csv') return csvRecords(table).map((record) => `${record}\r`);
  return format === 'json' ? [jsonText(table)] : tableLines(table);
}

async function save(file: string, content: string | Uint8Array, terminal: Terminal): Promise<number> {
  try {
    await writeFile(file, content);
  } catch (cause) {
    if (!isFileError(cause)) throw cause;
    const advice = 'Let --out name a file in a folder that is there.';
    return refuse(`${file} cannot be written (${cause.code}). ${advice}`, terminal);
  }
  terminal.say(`Written to ${file}.`);
  return 0;
}

function isFileError(cause: unknown): cause is { readonly code: string } {
  return typeof cause === 'object' && cause !== null && 'syscall' in cause && 'code' in cause;
}

function list(terminal: Terminal): number {
  const width = Math.max(...reports.map(({ name }) => name.length));
  for (const { name, about } of reports) terminal.say(`${name.padEnd(width)}  ${about}`);
  return 0;
}

function refuse(why: string, terminal: Terminal): number {
  terminal.complain(why.trimEnd());
  return 2;
}
