import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';

/**
 * The beginning of every bundled program: stacks of errors name our sources. Node's own `--enable-source-maps` reads the
 * map of each file when it loads the file, a twelfth of the start; this reads one when the first stack asks for it.
 */
Error.prepareStackTrace = (error, sites) =>
  `${headingOf(error)}${sites.map((site) => `\n    at ${named(site)}`).join('')}`;

/** By file; undefined when there is none. */
const maps = new Map<string, SourceMap | undefined>();

function headingOf(error: Error): string {
  try {
    return Error.prototype.toString.call(error);
  } catch {
    return 'Error';
  }
}

/** As Node writes it, with the place in our source where there is one. A stack that cannot be mapped is still a stack. */
function named(site: NodeJS.CallSite): string {
  const [file, line, column] = [site.getFileName(), site.getLineNumber(), site.getColumnNumber()];
  const said = site.toString();
  if (!file?.startsWith('file:') || line === null || column === null) return said;
  try {
    const origin = mapOf(file)?.findOrigin(line, column);
    if (!origin || !('fileName' in origin)) return said;
    const source = new URL(origin.fileName, file);
    return said.replace(`${file}:${line}:${column}`, `${source}:${origin.lineNumber}:${origin.columnNumber}`);
  } catch {
    return said;
  }
}

function mapOf(file: string): SourceMap | undefined {
  if (!maps.has(file)) maps.set(file, readMap(file));
  return maps.get(file);
}

function readMap(file: string): SourceMap | undefined {
  try {
    return new SourceMap(JSON.parse(readFileSync(new URL(`${file}.map`), 'utf8')));
  } catch {
    return undefined;
  }
}
