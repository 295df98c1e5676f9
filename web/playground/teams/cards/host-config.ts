import { HostConfig } from 'adaptivecards';

/** Colours come from the page's style, so that they follow light and dark. */
const ink = {
  default: both('var(--ink)', 'var(--soft)'),
  dark: both('var(--ink)', 'var(--soft)'),
  light: both('var(--soft)', 'var(--soft)'),
  accent: both('var(--accent)', 'var(--accent)'),
  good: both('var(--good)', 'var(--good)'),
  warning: both('var(--warning)', 'var(--warning)'),
  attention: both('var(--danger)', 'var(--danger)'),
};

function both(color: string, subtle: string) {
  return { default: color, subtle };
}

const style = (backgroundColor: string) => ({ backgroundColor, foregroundColors: ink });

/**
 * How Teams draws cards: its type scale, spacing and six buttons.
 * Source: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/design-effective-cards
 */
export const hostConfig = new HostConfig({
  fontFamily: 'inherit',
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
  spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 12 },
  separator: { lineThickness: 1, lineColor: 'var(--line)' },
  supportsInteractivity: true,
  imageSizes: { small: 32, medium: 52, large: 100 },
  actions: {
    maxActions: 6,
    spacing: 'medium',
    // The page's style keeps them apart, also where they wrap.
    buttonSpacing: 0,
    showCard: { actionMode: 'inline', inlineTopMargin: 8, style: 'emphasis' },
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    allowTitleToWrap: true,
  },
  containerStyles: {
    default: style('transparent'),
    emphasis: style('var(--emphasis)'),
    good: style('var(--emphasis)'),
    attention: style('var(--danger-soft)'),
    warning: style('var(--emphasis)'),
    accent: style('var(--accent-soft)'),
  },
  factSet: {
    title: { color: 'default', size: 'default', isSubtle: true, weight: 'default', wrap: true, maxWidth: 110 },
    value: { color: 'default', size: 'default', isSubtle: false, weight: 'default', wrap: true },
    spacing: 12,
  },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { weight: 'bolder', suffix: ' *', suffixColor: 'attention' },
      optionalInputs: { weight: 'bolder' },
    },
    errorMessage: { color: 'attention', size: 'small', weight: 'default', spacing: 'small' },
  },
});
