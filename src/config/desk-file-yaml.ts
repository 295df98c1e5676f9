import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type ParsedNode,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';
import type { Fault } from './faults.ts';

export type Path = readonly PropertyKey[];

type YamlDocument = ReturnType<typeof parseDocument>;

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
    const line = lineAt(offsetOf(document, document.contents, path));
    return path.length === 0 ? `${fileName}:${line}` : `${fileName}:${line} (${pathText(path)})`;
  };
  const at = (offset: number) => `${fileName}:${lineAt(offset)}`;
  const faults = [
    ...document.errors.map((error) => grammarFault(at(error.pos[0]), error)),
    ...loneAliases(document, at),
  ];
  const isBroken = faults.length > document.errors.filter(({ code }) => code === 'DUPLICATE_KEY').length;
  if (isBroken) return { value: undefined, faults, isBroken, locate };
  try {
    return { value: document.toJS(), faults, isBroken, locate };
  } catch (cause) {
    const problem = `The aliases of this file cannot be followed: ${String(cause)}`;
    const tooMany = { where: at(0), problem, advice: 'Write out what the aliases (*name) stand for.' };
    return { value: undefined, faults: [...faults, tooMany], isBroken: true, locate };
  }
}

/** Where the value at a path begins, or what should contain it. A section or list is found by its key, a line above. */
function offsetOf(document: YamlDocument, node: unknown, path: Path, fallback = 0): number {
  const here = isAlias(node) ? node.resolve(document) : node;
  const start = (node as ParsedNode | null)?.range?.[0] ?? fallback;
  const [step, ...rest] = path;
  if (step === undefined) return start;
  if (isSeq(here)) return offsetOf(document, here.items[Number(step)], rest, start);
  const isIt = ({ key }: { key: unknown }) => isScalar(key) && String(key.value) === String(step);
  const pair = isMap(here) ? here.items.find(isIt) : undefined;
  if (pair === undefined) return start;
  const keyAt = (pair.key as ParsedNode).range[0];
  return rest.length === 0 ? keyAt : offsetOf(document, pair.value, rest, keyAt);
}

function loneAliases(document: YamlDocument, at: (offset: number) => string): Fault[] {
  const faults: Fault[] = [];
  visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document) !== undefined) return;
      const advice = `Set the anchor &${alias.source} above this line, or quote the text if it is not meant as an alias.`;
      faults.push({ where: at(alias.range?.[0] ?? 0), problem: `There is no anchor for *${alias.source}.`, advice });
    },
  });
  return faults;
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
