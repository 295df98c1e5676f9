import { beforeAll, describe, expect, it } from '@jest/globals';
import { findViolations } from './architecture/find-violations.ts';
import { repositoryFiles, ruledFolders } from './architecture/repository-files.ts';
import type { SourceFile } from './architecture/source-facts.ts';

describe('the layout of the code', () => {
  let files: readonly SourceFile[] = [];
  beforeAll(async () => {
    files = await repositoryFiles();
  });

  it('is read from the folders that it rules', () => {
    const paths = files.map(({ path }) => path);

    expect(paths).toEqual(
      expect.arrayContaining([
        'adapters/slack/render-card.ts',
        'src/tickets/ticket-service.ts',
        'playground/slack/people.ts',
      ]),
    );
    expect(paths.filter((path) => !ruledFolders.some((folder) => path.startsWith(`${folder}/`)))).toEqual([]);
  });

  it('keeps to who may import whom, and each SDK to its home', () => {
    expect(findViolations(files)).toEqual([]);
  });
});
