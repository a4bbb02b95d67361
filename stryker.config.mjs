// `npm run mutate`: breaks the permission matcher in every way a mutant can, and insists that a test notices each.
// Applications carry that file as it stands, so what it grants by mistake is granted everywhere.

export default {
  mutate: ['src/components/access/permission/**/*.ts'],
  testRunner: 'vitest',
  testFiles: ['test/components/access/permission/*.test.ts'],
  thresholds: { high: 100, low: 100, break: 100 },
  reporters: ['clear-text', 'progress'],
  clearTextReporter: { allowEmojis: false, reportTests: false },
  tempDirName: 'coverage/mutants',
  // Also when a mutant lives: what is left of a copy has settings of its own, which the formatter would stumble over.
  cleanTempDir: 'always',
  ignorePatterns: ['/.dream', '/coverage', '/dist', '/bench', '/docs', '/examples', '/sdks', '/templates'],
  disableTypeChecks: false,
  concurrency: 2,
};
