import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parseImportMap, unknownColumns } from '../../src/import/read-import-map.ts';
import { aConfig } from '../kit/a-config.ts';

const faultsOf = (text: string) => {
  const result = parseImportMap(text, 'map.yaml', aConfig());
  return 'faults' in result
    ? result.faults.map(({ where, problem, advice }) => `${where}: ${problem} ${advice.split('. ')[0]}`)
    : [];
};
const least = 'name: old\nfields:\n  id: number\n  title: words\n  requester: caller\n  openedAt: opened\n';

describe('map.yaml', () => {
  it('needs little', () => {
    const result = parseImportMap(least, 'map.yaml', aConfig());

    expect('map' in result && result.map).toMatchObject({
      name: 'old',
      timeZone: 'Europe/Berlin',
      file: { separator: ',', encoding: 'utf-8' },
      fields: { id: { columns: ['number'], join: ' ' } },
    });
  });

  it('is what its page shows', () => {
    const page = readFileSync(new URL('../../docs/import.md', import.meta.url), 'utf8');
    const example = /```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? '';

    expect(parseImportMap(example, 'map.yaml', aConfig())).toMatchObject({
      map: { name: 'servicenow', file: { separator: ';' }, fields: { priority: { otherwise: 'P3', default: 'P4' } } },
    });
  });

  it('is told every fault at its line', () => {
    expect(
      faultsOf('name: Old Desk\nfeilds: {}\nformats: [HH:mm]\nfields:\n  id: { colum: number }\n  asignee: who\n'),
    ).toEqual([
      expect.stringMatching(/^map\.yaml:1 \(name\): "Old Desk" is no name of a desk/),
      expect.stringMatching(/^map\.yaml:2 \(feilds\): `feilds` is not known here\. Did you mean "fields"\?/),
      expect.stringMatching(/^map\.yaml:3 \(formats\[0\]\): "HH:mm" is no format of instants/),
      expect.stringMatching(/^map\.yaml:5 \(fields\.id\.colum\): `colum` is not known here\. Did you mean "column"\?/),
      expect.stringMatching(/^map\.yaml:5 \(fields\.id\): It is not clear where this comes from/),
      expect.stringMatching(/^map\.yaml:6 \(fields\.asignee\): .*Did you mean "assignee"\?/),
    ]);
  });

  it('says which fields every ticket needs', () => {
    expect(faultsOf('name: old\nfields: { heldAt: since }\n')).toEqual([
      expect.stringContaining('`id` is missing.'),
      expect.stringContaining('`openedAt` is missing.'),
      expect.stringContaining('`requester` is missing.'),
      expect.stringContaining('`title` is missing.'),
      expect.stringContaining('`holdReason` is missing.'),
    ]);
  });

  it('knows the words of the desk', () => {
    const words =
      '  priority: { column: p, values: { High: P5 } }\n  team: { value: netwrk }\n  service: { column: s, otherwise: vpn }\n';

    expect(faultsOf(least + words)).toEqual([
      expect.stringMatching(/map\.yaml:7 \(fields\.priority\): "P5" is no priority of this desk/),
      expect.stringMatching(
        /map\.yaml:8 \(fields\.team\): "netwrk" is no team of this desk\. Did you mean "network"\?/,
      ),
    ]);
  });

  it('wants to know where a field comes from', () => {
    expect(faultsOf(`${least}  team: { default: it }\n`)).toEqual([
      expect.stringMatching(/map\.yaml:7 \(fields\.team\): It is not clear where this comes from/),
    ]);
  });

  it('finds columns that the file does not have', () => {
    const result = parseImportMap(least, 'map.yaml', aConfig());
    const faults = 'map' in result ? unknownColumns(result.map, ['Number', 'words', 'caler', 'opened']) : [];

    expect(faults).toMatchObject([
      { where: 'map.yaml:3 (fields.id)', advice: expect.stringContaining('Did you mean "Number"?') },
      { where: 'map.yaml:5 (fields.requester)', advice: expect.stringContaining('Did you mean "caler"?') },
    ]);
  });
});
