import type { Fault } from '../../src/config/faults.ts';
import { type Picture, readPng } from './read-png.ts';

/** The two files, by what they are for. */
export interface Icons {
  readonly color: Uint8Array;
  readonly outline: Uint8Array;
}

/**
 * What Teams asks of an app's icons: one in colour, 192 pixels square; one of 32, white on nothing.
 * Source: https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/apps-package#app-icons
 */
export function checkIcons({ color, outline }: Icons): readonly Fault[] {
  return [
    ...checkIcon('icons.color', color, 192, () => []),
    ...checkIcon('icons.outline', outline, 32, outlineProblems),
  ];
}

function checkIcon(
  where: string,
  file: Uint8Array,
  side: number,
  more: (picture: Picture) => readonly string[],
): readonly Fault[] {
  const advice = 'Put another picture in its place in adapters/teams.';
  try {
    const picture = readPng(file);
    const { width, height } = picture;
    const isRight = width === side && height === side;
    const problems = isRight ? more(picture) : [`It is ${width} × ${height} pixels, not ${side} × ${side}.`];
    return problems.map((problem) => ({ where, problem, advice }));
  } catch (error) {
    if (error instanceof RangeError) return [{ where, problem: error.message, advice }];
    throw error;
  }
}

function outlineProblems({ pixels }: Picture): readonly string[] {
  let [hasBackground, hasDrawing, hasColour] = [false, false, false];
  for (let at = 0; at < pixels.length; at += 4) {
    const [red, green, blue, alpha] = pixels.subarray(at, at + 4);
    if (alpha === 0) hasBackground = true;
    else if (red === 255 && green === 255 && blue === 255) hasDrawing = true;
    else hasColour = true;
  }
  return [
    ...(hasBackground ? [] : ['Its background is not transparent.']),
    ...(hasColour ? ['It has other colours than white.'] : []),
    ...(hasDrawing || hasColour ? [] : ['There is nothing on it.']),
  ];
}
