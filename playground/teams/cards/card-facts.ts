/** What a property must hold: text, a list, an object; or a list of parts of that kind. */
export interface Shape {
  /** Properties that must be there: name → what they hold. */
  readonly required?: Readonly<Record<string, 'text' | 'list' | 'object'>>;
  /** Properties with lists of further parts: name → kind of part. */
  readonly lists?: Readonly<Record<string, PartKind>>;
  /** Properties with one further part. */
  readonly parts?: Readonly<Record<string, PartKind>>;
}

/** What may stand in a list: an element, an action, an inline of a rich text, or one exact type. */
export type PartKind = 'element' | 'action' | 'inline' | string;

const input: Shape = { required: { id: 'text' }, parts: { inlineAction: 'action' } };

/**
 * Adaptive Cards 1.5 as far as Teams insists on it (adaptivecards.io/explorer): type → what it must have and what lies
 * in it.
 */
export const elementShapes: Readonly<Record<string, Shape>> = {
  TextBlock: { required: { text: 'text' } },
  RichTextBlock: { required: { inlines: 'list' }, lists: { inlines: 'inline' } },
  Image: { required: { url: 'text' }, parts: { selectAction: 'action' } },
  ImageSet: { required: { images: 'list' }, lists: { images: 'Image' } },
  Media: { required: { sources: 'list' } },
  Container: { required: { items: 'list' }, lists: { items: 'element' }, parts: { selectAction: 'action' } },
  ColumnSet: { lists: { columns: 'Column' }, parts: { selectAction: 'action' } },
  FactSet: { required: { facts: 'list' }, lists: { facts: 'Fact' } },
  ActionSet: { required: { actions: 'list' }, lists: { actions: 'action' } },
  Table: { lists: { rows: 'TableRow' } },
  'Input.Text': input,
  'Input.Number': input,
  'Input.Date': input,
  'Input.Time': input,
  'Input.Toggle': { required: { id: 'text', title: 'text' } },
  'Input.ChoiceSet': { required: { id: 'text' }, lists: { choices: 'Input.Choice' } },
};

export const actionShapes: Readonly<Record<string, Shape>> = {
  'Action.Execute': {},
  'Action.Submit': {},
  'Action.OpenUrl': { required: { url: 'text' } },
  'Action.ShowCard': { required: { card: 'object' }, parts: { card: 'AdaptiveCard' } },
  'Action.ToggleVisibility': { required: { targetElements: 'list' } },
};

/** Parts that stand in one place only; Teams lets them leave out their type. */
export const innerShapes: Readonly<Record<string, Shape>> = {
  Column: { lists: { items: 'element' }, parts: { selectAction: 'action' } },
  Fact: { required: { title: 'text', value: 'text' } },
  TableRow: { lists: { cells: 'TableCell' } },
  TableCell: { required: { items: 'list' }, lists: { items: 'element' } },
  TextRun: { required: { text: 'text' }, parts: { selectAction: 'action' } },
  'Input.Choice': { required: { title: 'text', value: 'text' } },
  AdaptiveCard: { lists: { body: 'element', actions: 'action' }, parts: { selectAction: 'action' } },
};

/** Values that a property may have, in any case: the schema's enumerations that a card's author may well get wrong. */
export const allowedValues: Readonly<Record<string, readonly string[]>> = {
  color: ['default', 'dark', 'light', 'accent', 'good', 'warning', 'attention'],
  weight: ['default', 'lighter', 'bolder'],
  spacing: ['default', 'none', 'small', 'medium', 'large', 'extralarge', 'padding'],
  horizontalAlignment: ['left', 'center', 'right'],
  fontType: ['default', 'monospace'],
};

/** The latest version of Adaptive Cards that Teams draws. */
export const latestVersion = 1.5;

/** A card may ask to be refreshed for this many people at most. */
export const mostRefreshed = 60;
