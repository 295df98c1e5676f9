/** Jest in native ESM: run it through `npm test`, which passes Node the flag that ES modules need. */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript', tsx: false }, target: 'es2022' },
        module: { type: 'nodenext' },
        sourceMaps: 'inline',
      },
    ],
  },
  cacheDirectory: '.cache/jest',
  testTimeout: 20_000,
  // A worker that keeps what hundreds of files have loaded spends more and more of its time on collecting it.
  workerIdleMemoryLimit: '450MB',
};
