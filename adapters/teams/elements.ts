import type { MentionEntity } from './mentions.ts';

/**
 * The elements of Adaptive Cards 1.5 that the desk draws, as far as it uses them.
 * Source: https://adaptivecards.io/explorer
 */
export type Element = TextBlock | FactSet | ColumnSet | Container | Image | ActionSet | Input;

interface Placed {
  readonly separator?: true;
  readonly spacing?: 'none' | 'small' | 'medium';
}

export interface TextBlock extends Placed {
  readonly type: 'TextBlock';
  readonly text: string;
  readonly wrap: true;
  readonly weight?: 'bolder';
  readonly size?: 'small' | 'medium';
  readonly isSubtle?: true;
  readonly color?: 'attention';
}

export interface FactSet extends Placed {
  readonly type: 'FactSet';
  readonly facts: readonly { readonly title: string; readonly value: string }[];
}

export interface ColumnSet extends Placed {
  readonly type: 'ColumnSet';
  readonly columns: readonly {
    readonly type: 'Column';
    readonly width: 'stretch' | 'auto';
    readonly verticalContentAlignment?: 'center';
    readonly items: readonly Element[];
  }[];
}

export interface Container extends Placed {
  readonly type: 'Container';
  readonly style?: 'emphasis';
  readonly items: readonly Element[];
}

export interface Image extends Placed {
  readonly type: 'Image';
  readonly url: string;
  readonly altText: string;
}

export interface ActionSet extends Placed {
  readonly type: 'ActionSet';
  readonly actions: readonly Action[];
}

interface Labelled extends Placed {
  readonly id: string;
  readonly label?: string;
  readonly isRequired?: true;
  readonly errorMessage?: string;
}

export type Input =
  | (Labelled & {
      readonly type: 'Input.Text';
      readonly value?: string;
      readonly isMultiline?: true;
      readonly maxLength: number;
    })
  | (Labelled & {
      readonly type: 'Input.ChoiceSet';
      readonly value?: string;
      readonly style: 'compact' | 'filtered';
      readonly choices: readonly { readonly title: string; readonly value: string }[];
      readonly 'choices.data'?: { readonly type: 'Data.Query'; readonly dataset: string };
    })
  | (Labelled & {
      readonly type: 'Input.Toggle';
      readonly title: string;
      readonly value: 'true' | 'false';
      readonly valueOn: 'true';
      readonly valueOff: 'false';
      readonly wrap: true;
    });

interface Pressed {
  readonly title: string;
  readonly style?: 'positive' | 'destructive';
  /** `secondary` stands behind a menu. */
  readonly mode?: 'secondary';
}

export type Action =
  | (Pressed & { readonly type: 'Action.Execute'; readonly verb: string; readonly data: ActionData })
  | (Pressed & { readonly type: 'Action.Submit'; readonly data: ActionData | Readonly<Record<string, unknown>> })
  | (Pressed & { readonly type: 'Action.ShowCard'; readonly card: AdaptiveCard });

/** What a click brings back. */
export interface ActionData {
  readonly action: string;
  readonly value: string;
  /** `task/fetch` makes the click ask for a form. */
  readonly msteams?: { readonly type: 'task/fetch' };
}

export interface AdaptiveCard {
  readonly type: 'AdaptiveCard';
  readonly $schema?: string;
  readonly version?: '1.5';
  readonly fallbackText?: string;
  readonly body: readonly Element[];
  readonly actions?: readonly Action[];
  readonly msteams?: { readonly width?: 'Full'; readonly entities?: readonly MentionEntity[] };
}
