import { isObject, type JsonObject, listIn, textIn } from '../../slack/json.ts';
import {
  actionShapes,
  allowedValues,
  elementShapes,
  innerShapes,
  latestVersion,
  mostRefreshed,
  type PartKind,
  type Shape,
} from './card-facts.ts';

/** Everything for which Teams would not draw the card, one line each; empty for a good card. */
export function faultsOfCard(card: unknown): readonly string[] {
  if (!isObject(card)) return ['The content of an Adaptive Card is an object.'];
  const ids = inputIdsIn(card);
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
  return [
    ...(card.type === 'AdaptiveCard' ? [] : [`card.type is ${String(card.type)}, not AdaptiveCard`]),
    ...faultsOfVersion(card.version),
    ...faultsOfPart(card, 'AdaptiveCard', 'card'),
    ...faultsOfRefresh(card.refresh),
    ...twice.map((id) => `two inputs have the id ${id}`),
  ];
}

function faultsOfVersion(version: unknown): readonly string[] {
  if (typeof version !== 'string' || !/^\d+\.\d+$/.test(version)) return ['card.version is missing'];
  return Number(version) <= latestVersion ? [] : [`card.version is ${version}; Teams draws up to ${latestVersion}`];
}

function faultsOfPart(part: unknown, kind: PartKind, at: string): readonly string[] {
  if (kind === 'inline' && typeof part === 'string') return [];
  if (!isObject(part)) return [`${at} is no object`];
  const shape = shapeOf(part, kind);
  if (shape) return [...faultsOfFields(part, shape, at), ...faultsInside(part, shape, at)];
  const { fallback } = part;
  if (fallback === 'drop') return [];
  if (isObject(fallback)) return faultsOfPart(fallback, kind, `${at}.fallback`);
  return [`${at}.type is ${String(part.type)}, which is unknown here and has no fallback`];
}

/** The shape of a part that is known where it stands; undefined for one that is not. */
function shapeOf(part: JsonObject, kind: PartKind): Shape | undefined {
  const type = textIn(part.type);
  if (kind === 'element') return own(elementShapes, type);
  if (kind === 'action') return own(actionShapes, type);
  if (kind === 'inline') return type === 'TextRun' ? innerShapes.TextRun : undefined;
  if (kind === 'Image') return type === undefined || type === 'Image' ? elementShapes.Image : undefined;
  return type === undefined || type === kind ? innerShapes[kind] : undefined;
}

function own(shapes: Readonly<Record<string, Shape>>, type: string | undefined): Shape | undefined {
  return type !== undefined && Object.hasOwn(shapes, type) ? shapes[type] : undefined;
}

function faultsOfFields(part: JsonObject, { required = {} }: Shape, at: string): readonly string[] {
  const missing = Object.entries(required).filter(([name, holds]) => !isHeld(part[name], holds));
  const odd = Object.entries(allowedValues).filter(([name, values]) => {
    const value = part[name];
    return value !== undefined && !values.includes(String(value).toLowerCase());
  });
  return [
    ...missing.map(([name, holds]) => `${at}.${name} must be there and be ${holds}`),
    ...odd.map(([name, values]) => `${at}.${name} is ${String(part[name])}, not one of ${values.join(', ')}`),
  ];
}

function isHeld(value: unknown, holds: 'text' | 'list' | 'object'): boolean {
  if (holds === 'text') return typeof value === 'string';
  return holds === 'list' ? Array.isArray(value) : isObject(value);
}

function faultsInside(part: JsonObject, { lists = {}, parts = {} }: Shape, at: string): readonly string[] {
  const inLists = Object.entries(lists).flatMap(([name, kind]) => {
    const value = part[name];
    if (value !== undefined && !Array.isArray(value)) return [`${at}.${name} is no list`];
    return listIn(value).flatMap((one, index) => faultsOfPart(one, kind, `${at}.${name}[${index}]`));
  });
  const single = Object.entries(parts).flatMap(([name, kind]) =>
    part[name] === undefined ? [] : faultsOfPart(part[name], kind, `${at}.${name}`),
  );
  return [...inLists, ...single];
}

function faultsOfRefresh(refresh: unknown): readonly string[] {
  if (refresh === undefined) return [];
  if (!isObject(refresh)) return ['card.refresh is no object'];
  const { action, userIds } = refresh;
  const isExecute = isObject(action) && action.type === 'Action.Execute';
  return [
    ...(isExecute ? [] : ['card.refresh.action must be an Action.Execute']),
    ...(listIn(userIds).length > mostRefreshed ? [`card.refresh.userIds holds more than ${mostRefreshed}`] : []),
  ];
}

function inputIdsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(inputIdsIn);
  if (!isObject(value)) return [];
  const id = textIn(value.type)?.startsWith('Input.') ? textIn(value.id) : undefined;
  const inside = Object.entries(value).flatMap(([name, part]) => (name === 'fallback' ? [] : inputIdsIn(part)));
  return id === undefined ? inside : [id, ...inside];
}
