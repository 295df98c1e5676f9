import { isAlias, isMap, isScalar, isSeq, LineCounter, type ParsedNode, parseDocument, type YAMLError } from 'yaml';
import type { Fault } from './faults.ts';

export type Path = readonly PropertyKey[];

/** A YAML text that was read: its value, what is wrong with its grammar, and where each value stands. */
export interface YamlText {
  readonly value: unknown;
  readonly faults: readonly Fault[];
  /** The value cannot be trusted: nothing but the grammar should be reported. */
  readonly isBroken: boolean;
  /** `desk.yaml:12 (teams[0].agents)`: the line of the value, or of what should contain it. */
  locate(path: Path): string;
}

/** Reads YAML and keeps its line numbers. Never throws. */
export function readYamlText(text: string, fileName: string): YamlText {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line);
  const locate = (path: Path) => {
    const line = lineAt(offsetOf(document.contents, path));
    return path.length === 0 ? `${fileName}:${line}` : `${fileName}:${line} (${pathText(path)})`;
  };
  const faults = document.errors.map((error) => grammarFault(`${fileName}:${lineAt(error.pos[0])}`, error));
  const isBroken = document.errors.some(({ code }) => code !== 'DUPLICATE_KEY');
  if (isBroken) return { value: undefined, faults, isBroken, locate };
  try {
    return { value: document.toJS(), faults, isBroken, locate };
  } catch (cause) {
    const problem = `The YAML cannot be resolved: ${cause instanceof Error ? cause.message : String(cause)}`;
    const advice =
      'An alias (*name) needs its anchor (&name) earlier in the file. Quote the text if it is not meant as one.';
    return {
      value: undefined,
      faults: [...faults, { where: `${fileName}:1`, problem, advice }],
      isBroken: true,
      locate,
    };
  }

  function offsetOf(node: unknown, path: Path, fallback = 0): number {
    const here = isAlias(node) ? node.resolve(document) : node;
    const start = (node as ParsedNode | null)?.range?.[0] ?? fallback;
    const [step, ...rest] = path;
    if (step === undefined) return start;
    if (isSeq(here)) return Number(step) in here.items ? offsetOf(here.items[Number(step)], rest, start) : start;
    const pair = isMap(here)
      ? here.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
      : undefined;
    if (pair === undefined) return start;
    const keyAt = (pair.key as ParsedNode).range[0];
    // A list or map begins below its key, so a fault of the whole names the key's line.
    return rest.length === 0 ? keyAt : offsetOf(pair.value, rest, keyAt);
  }
}

/** `teams[0].agents` */
export function pathText(path: Path): string {
  return path
    .map((step, at) => (typeof step === 'number' ? `[${step}]` : `${at > 0 ? '.' : ''}${String(step)}`))
    .join('');
}

function grammarFault(where: string, error: YAMLError): Fault {
  const problem = error.message.replace(/\s+/g, ' ').replace(/([^.])$/, '$1.');
  if (error.code === 'DUPLICATE_KEY')
    return { where, problem: 'This key is given twice.', advice: 'Keep one of the two and merge what they say.' };
  if (error.code === 'TAB_AS_INDENT') return { where, problem, advice: 'Indent with spaces.' };
  return {
    where,
    problem: `This is not valid YAML: ${problem}`,
    advice:
      'Look at this line and the one before: indentation, a missing quote, bracket or colon. Text that begins with # or @ needs quotes.',
  };
}
