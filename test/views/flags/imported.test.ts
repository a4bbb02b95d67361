import { expect, test } from 'vitest';
import { formatImported, formatImportFindings } from '../../../src/views/flags/imported.ts';
import { plainStyle } from '../../../src/views/style.ts';

const options = { style: plainStyle, width: 60 };

test('FR-F003 findings of an import stand below what they are about, those that need a look first', () => {
  const changed = { effect: 'changed', of: 'flag a' } as const;
  const findings = [
    { code: 'import/single-values', effect: 'note', message: 'Taken to have one value each: user.email.' },
    { code: 'import/renamed', ...changed, message: 'Its key `a b` is not possible here; it is `a` now.' },
    { code: 'import/experiment-left-out', effect: 'note', of: 'flag b', message: 'Measures nothing.' },
    { code: 'import/rule-left-out', ...changed, message: `Rule 1 was left out: ${'long '.repeat(8)}\u001b[31m.` },
  ] as const;
  expect(formatImportFindings(findings, options).split('\n')).toEqual([
    '',
    'flag a',
    '  ! Its key `a b` is not possible here; it is `a` now.',
    '    import/renamed',
    '  ! Rule 1 was left out: long long long long long long long',
    '    long \\u{1b}[31m.',
    '    import/rule-left-out',
    '',
    'the export as a whole',
    '  · Taken to have one value each: user.email.',
    '    import/single-values',
    '',
    'flag b',
    '  · Measures nothing.',
    '    import/experiment-left-out',
  ]);
  const facts = { flags: 1, segments: 0, written: ['a.yaml'] };
  expect(formatImported({ ...facts, findings }, options)).toContain(
    '2 things could not be brought over as they were, and need a look.',
  );
  expect(formatImported({ ...facts, findings: findings.slice(0, 2) }, options)).toContain(
    '1 thing could not be brought over as it was, and needs a look.',
  );
  expect(formatImported({ ...facts, findings: findings.slice(0, 1) }, options)).toContain(
    'Everybody gets what they got before.',
  );
});

test('FR-F003 an import of nothing says why', () => {
  const facts = { flags: 0, segments: 0, written: [] };
  expect(formatImported({ ...facts, findings: [] }, options)).toBe('Nothing was imported: the export holds no flags.');
  const finding = { code: 'import/not-an-export', effect: 'changed', message: 'There are no `flags` in it.' } as const;
  expect(formatImported({ ...facts, findings: [finding] }, options)).toBe('Nothing was imported.');
});
