import { posix } from 'node:path';
import ts from 'typescript';

/** A source file as it lies in the repository. */
export interface SourceFile {
  /** From the root of the repository, with slashes. */
  readonly path: string;
  readonly text: string;
}

export interface ImportFact {
  readonly line: number;
  /** A path from the root of the repository, or the name of a package without its inner path. */
  readonly target: string;
  readonly isOurs: boolean;
  readonly isTypeOnly: boolean;
}

/** What the architecture cares about in one file. Lines count from 1. */
export interface SourceFacts {
  readonly path: string;
  readonly lineCount: number;
  readonly imports: readonly ImportFact[];
  /** Lines with `process.env`, or an import of `env` from `node:process`. */
  readonly environmentLines: readonly number[];
  /** Lines with `new Date()`, `Date()` or `Date.now()`. */
  readonly timeLines: readonly number[];
  /** Lines with `async` or `await`. */
  readonly waitingLines: readonly number[];
  /** Nothing but re-exports. */
  readonly isBarrel: boolean;
}

/** Reads a file's syntax, so that comments and texts count for nothing. */
export function sourceFacts({ path, text }: SourceFile): SourceFacts {
  const kind = path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false, kind);
  const nodes = allNodes(source);
  const lineOf = (node: ts.Node) => source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
  const linesOf = (test: (node: ts.Node) => boolean) => nodes.filter(test).map(lineOf);
  return {
    path,
    lineCount: text.trimEnd().split('\n').length,
    imports: nodes.flatMap((node) => {
      const found = importOf(node);
      return found === undefined
        ? []
        : [{ line: lineOf(node), ...target(path, found.from), isTypeOnly: found.isTypeOnly }];
    }),
    environmentLines: linesOf(readsEnvironment),
    timeLines: linesOf(readsTime),
    waitingLines: linesOf((node) => node.kind === ts.SyntaxKind.AsyncKeyword || ts.isAwaitExpression(node)),
    isBarrel: source.statements.length > 0 && source.statements.every(isReExport),
  };
}

function allNodes(root: ts.Node): ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(root);
  return found;
}

interface Import {
  readonly from: string;
  readonly isTypeOnly: boolean;
}

function importOf(node: ts.Node): Import | undefined {
  if (ts.isImportDeclaration(node)) return literal(node.moduleSpecifier, isTypeOnlyClause(node.importClause));
  if (ts.isExportDeclaration(node)) return literal(node.moduleSpecifier, node.isTypeOnly);
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return literal(node.argument.literal, true);
  if (!ts.isCallExpression(node)) return undefined;
  const isImport = node.expression.kind === ts.SyntaxKind.ImportKeyword;
  const isRequire = ts.isIdentifier(node.expression) && node.expression.text === 'require';
  return isImport || isRequire ? literal(node.arguments[0], false) : undefined;
}

function literal(node: ts.Node | undefined, isTypeOnly: boolean): Import | undefined {
  return node !== undefined && ts.isStringLiteralLike(node) ? { from: node.text, isTypeOnly } : undefined;
}

function isTypeOnlyClause(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  if (clause.name !== undefined || named === undefined || !ts.isNamedImports(named)) return false;
  return named.elements.length > 0 && named.elements.every(({ isTypeOnly }) => isTypeOnly);
}

function target(path: string, from: string): { readonly target: string; readonly isOurs: boolean } {
  if (from.startsWith('.')) return { target: posix.join(posix.dirname(path), from), isOurs: true };
  const [first = '', second = ''] = from.split('/');
  return { target: first.startsWith('@') ? `${first}/${second}` : first, isOurs: false };
}

function isReExport(statement: ts.Statement): boolean {
  return ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined;
}

function readsEnvironment(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node)) return isNamed(node.expression, 'process') && node.name.text === 'env';
  if (ts.isElementAccessExpression(node))
    return isNamed(node.expression, 'process') && literal(node.argumentExpression, false)?.from === 'env';
  if (!ts.isImportDeclaration(node) || !/^(node:)?process$/.test(literal(node.moduleSpecifier, false)?.from ?? ''))
    return false;
  const named = node.importClause?.namedBindings;
  return (
    named !== undefined &&
    ts.isNamedImports(named) &&
    named.elements.some((one) => (one.propertyName ?? one.name).text === 'env')
  );
}

function readsTime(node: ts.Node): boolean {
  if (ts.isNewExpression(node)) return isNamed(node.expression, 'Date') && (node.arguments ?? []).length === 0;
  if (!ts.isCallExpression(node)) return false;
  if (isNamed(node.expression, 'Date')) return true;
  const callee = node.expression;
  return ts.isPropertyAccessExpression(callee) && isNamed(callee.expression, 'Date') && callee.name.text === 'now';
}

function isNamed(node: ts.Node, name: string): boolean {
  return ts.isIdentifier(node) && node.text === name;
}
