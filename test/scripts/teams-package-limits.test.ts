import { describe, expect, it } from '@jest/globals';
import { changed, foundIn, good, type Path, written } from './teams-package-kit.ts';

const commands = (count: number) => Array.from({ length: count }, (_, at) => ({ title: `t${at}`, description: 'd' }));
const actions = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ id: `i${at}`, type: 'action', title: 't', fetchTask: true }));
const bot: Path = ['bots', 0];
const list: Path = [...bot, 'commandLists', 0];
const extension: Path = ['composeExtensions', 0];
const search: Path = [...extension, 'commands', 0];

describe('a text', () => {
  it.each<[Path, number]>([
    [['name', 'short'], 30],
    [['name', 'full'], 100],
    [['description', 'short'], 80],
    [['description', 'full'], 4000],
    [['developer', 'name'], 32],
    [['developer', 'mpnId'], 10],
    [[...list, 'commands', 0, 'title'], 32],
    [[...list, 'commands', 0, 'description'], 128],
    [[...search, 'id'], 64],
    [[...search, 'title'], 32],
    [[...search, 'description'], 128],
    [[...search, 'parameters', 0, 'name'], 64],
    [[...search, 'parameters', 0, 'title'], 32],
    [[...search, 'parameters', 0, 'description'], 128],
    [['webApplicationInfo', 'resource'], 2048],
  ])('at %p holds %i characters, and not one more or none', (path, most) => {
    expect(foundIn(changed(path, 'x'.repeat(most)))).toEqual([]);
    expect(foundIn(changed(path, 'x'.repeat(most + 1)))).toEqual([
      `${written(path)}: It is longer than ${most} characters.`,
    ]);
    expect(foundIn(changed(path, ''))[0]).toContain(`${written(path)}: `);
  });
});

describe('a list', () => {
  it.each<[Path, number, (count: number) => unknown]>([
    [[...list, 'commands'], 10, commands],
    [[...extension, 'commands'], 10, actions],
    [
      [...search, 'parameters'],
      5,
      (count) => Array.from({ length: count }, (_, at) => ({ name: `n${at}`, title: 't' })),
    ],
    [['validDomains'], 16, (count) => Array.from({ length: count }, () => 'desk.example.com')],
    [['bots'], 1, (count) => Array.from({ length: count }, () => good().bots[0])],
    [['composeExtensions'], 1, (count) => Array.from({ length: count }, () => good().composeExtensions[0])],
  ])('at %p holds %i, and not one more', (path, most, of) => {
    expect(foundIn(changed(path, of(most)))).toEqual([]);
    expect(foundIn(changed(path, of(most + 1))).join()).toContain(written(path));
  });
});
