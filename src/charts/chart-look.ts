/**
 * Colours that people with any kind of colour vision can tell apart.
 * Source: Okabe and Ito, Color Universal Design (https://jfly.uni-koeln.de/color/); the yellow is left out, for it is hard
 * to see on white, and black comes last.
 */
export const palette = [
  '#0072B2',
  '#D55E00',
  '#009E73',
  '#CC79A7',
  '#56B4E9',
  '#E69F00',
  '#595959',
  '#000000',
] as const;

/** So that colour is never alone: each series of bars has its own hatching, the first one none. */
export const hatchings = [
  { symbol: 'none' },
  { symbol: 'rect', rotation: Math.PI / 4, dashArrayX: [1, 0], dashArrayY: [5, 7] },
  {
    symbol: 'circle',
    symbolSize: 0.7,
    dashArrayX: [
      [9, 9],
      [0, 9, 9, 0],
    ],
    dashArrayY: [9, 0],
  },
  { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [4, 8] },
  { symbol: 'rect', rotation: -Math.PI / 4, dashArrayX: [1, 0], dashArrayY: [3, 10] },
  { symbol: 'rect', dashArrayX: [6, 6], dashArrayY: [6, 6] },
  { symbol: 'rect', rotation: Math.PI / 2, dashArrayX: [1, 0], dashArrayY: [4, 8] },
  { symbol: 'triangle', symbolSize: 0.8, dashArrayX: [10, 8], dashArrayY: [10, 6] },
] as const;

/** The same for lines: each has its own mark and its own dashes. */
export const marks = [
  'circle',
  'rect',
  'triangle',
  'diamond',
  'emptyCircle',
  'emptyRect',
  'emptyTriangle',
  'emptyDiamond',
];
export const dashes = ['solid', [10, 8], [3, 6], [14, 6, 3, 6], 'solid', [10, 8], [3, 6], [14, 6, 3, 6]] as const;

/** Lengths are pixels of a picture of this width; shown on a phone it is about 360 wide, so text shrinks to 45 %. */
export const look = {
  width: 800,
  height: 480,
  text: 26,
  title: 32,
  ink: '#1D1C1D',
  /** Of the lines behind the bars. */
  grid: '#D5D5D8',
  paper: '#FFFFFF',
  font: 'Inter',
  margin: 28,
  /** The height that one category of lying bars takes, for one series and for each one more. */
  row: { first: 58, more: 36 },
} as const;
