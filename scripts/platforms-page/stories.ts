import ts from 'typescript';

/** A story of the suite, as its source tells it. */
export interface Story {
  /** What all of them together are about. */
  readonly about: string;
  readonly title: string;
  /** Platform → why people who ask cannot do it there. */
  readonly not: Readonly<Record<string, string>>;
  /** The same for those who work. */
  readonly notForAgents: Readonly<Record<string, string>>;
}

/** The stories in the source of a scenario, in its order: calls of `story` inside of `describe`. */
export function storiesIn(source: string): readonly Story[] {
  const file = ts.createSourceFile('scenario.ts', source, ts.ScriptTarget.Latest, true);
  const found: Story[] = [];
  const visit = (node: ts.Node, about: string): void => {
    const call = ts.isCallExpression(node) && ts.isIdentifier(node.expression) ? node : undefined;
    const name = call && ts.isIdentifier(call.expression) ? call.expression.text : undefined;
    const title = textOf(call?.arguments[0]);
    if (call && name === 'story' && title !== undefined) found.push({ about, title, ...reasonsIn(call.arguments[2]) });
    const within = name === 'describe' && title !== undefined ? title : about;
    ts.forEachChild(node, (child) => visit(child, within));
  };
  visit(file, '');
  return found;
}

function reasonsIn(options: ts.Node | undefined): Pick<Story, 'not' | 'notForAgents'> {
  return { not: recordIn(propertyOf(options, 'not')), notForAgents: recordIn(propertyOf(options, 'notForAgents')) };
}

function recordIn(node: ts.Node | undefined): Readonly<Record<string, string>> {
  if (!node || !ts.isObjectLiteralExpression(node)) return {};
  const entries = node.properties.flatMap((property) => {
    const text = ts.isPropertyAssignment(property) ? textOf(property.initializer) : undefined;
    return text === undefined ? [] : [[property.name?.getText() ?? '', text] as const];
  });
  return Object.fromEntries(entries);
}

function propertyOf(node: ts.Node | undefined, name: string): ts.Node | undefined {
  if (!node || !ts.isObjectLiteralExpression(node)) return undefined;
  const found = node.properties.find((property) => property.name?.getText() === name);
  return found && ts.isPropertyAssignment(found) ? found.initializer : undefined;
}

function textOf(node: ts.Node | undefined): string | undefined {
  return node && ts.isStringLiteralLike(node) ? node.text : undefined;
}
