import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/engine/diagnostic/diagnostic.ts';
import { diagnosticsJson, formatDiagnostics } from '../../src/views/diagnostics.ts';
import { plainStyle } from '../../src/views/style.ts';

function at(file: string, line: number, from: number, to: number, endLine = line) {
  return { file, start: { line, column: from }, end: { line: endLine, column: to } };
}

function error(given: Partial<Diagnostic>): Diagnostic {
  return { code: 'field/unknown', severity: 'error', message: 'There is no such field.', ...given };
}

test('shows place, message, code, the line with carets on the token, and the hint', () => {
  const diagnostics = [
    error({
      message: '`montly` is not a field of Plan.',
      at: at('plans/pro.yaml', 4, 10, 16),
      hint: 'Did you mean `monthly`?',
    }),
    error({
      code: 'document/duplicate',
      message: 'Plan/pro is defined twice.',
      at: at('plans/more.yaml', 2, 6, 9),
      related: [{ message: 'It is defined here first.', at: at('plans/pro.yaml', 2, 6, 9) }],
    }),
  ];
  const sources = new Map([
    ['plans/pro.yaml', ['kind: Plan', 'key: pro', 'prices:', '  USD: { montly: 49.00 }']],
    ['plans/more.yaml', ['kind: Plan', 'key: pro']],
  ]);
  expect(`\n${formatDiagnostics(diagnostics, sources, plainStyle)}\n`).toBe(`
plans/pro.yaml:4:10  error  \`montly\` is not a field of Plan.  field/unknown
  3 │ prices:
  4 │   USD: { montly: 49.00 }
    │          ^^^^^^
    hint: Did you mean \`monthly\`?

plans/more.yaml:2:6  error  Plan/pro is defined twice.  document/duplicate
  1 │ kind: Plan
  2 │ key: pro
    │      ^^^
  plans/pro.yaml:2:6  It is defined here first.
  1 │ kind: Plan
  2 │ key: pro
    │      ^^^

2 errors in 2 files
`);
});

test('carets stand under the token whatever the width of the characters before it', () => {
  const line = '名前: { "🙂": x,\tbad: 1 }';
  const column = line.indexOf('bad') + 1;
  const text = formatDiagnostics(
    [error({ at: at('a.yaml', 1, column, column + 3) })],
    new Map([['a.yaml', [line]]]),
    plainStyle,
  );
  const [, shown = '', carets = ''] = text.split('\n');
  expect(shown).toBe('  1 │ 名前: { "🙂": x,→bad: 1 }');
  // Three wide characters take a column more than they have UTF-16 units or code points.
  expect(carets.indexOf('^')).toBe('  1 │ '.length + 'nnnn: { "ee": x,→'.length);
});

test('cuts long lines around the token', () => {
  const line = `${'a'.repeat(5_000)}TOKEN${'b'.repeat(5_000)}`;
  const text = formatDiagnostics(
    [error({ at: at('a.yaml', 1, 5_001, 5_006) })],
    new Map([['a.yaml', [line]]]),
    plainStyle,
  );
  const [, shown = '', carets = ''] = text.split('\n');
  expect(shown.length).toBeLessThan(120);
  expect(shown.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('TOKEN');
});

test('a token that goes on over lines is marked to the end of its first line; an empty one gets one caret', () => {
  const sources = new Map([['a.yaml', ['key: |', '  text']]]);
  const many = formatDiagnostics([error({ at: at('a.yaml', 1, 6, 3, 2) })], sources, plainStyle);
  expect(many).toContain('    │      ^\n');
  const nothing = formatDiagnostics([error({ at: at('a.yaml', 2, 7, 7) })], sources, plainStyle);
  expect(nothing).toContain('    │       ^\n');
});

test('shows no source where a secret may stand', () => {
  const sources = new Map([['a.yaml', ['token: hunter2']]]);
  const text = formatDiagnostics([error({ at: at('a.yaml', 1, 8, 15), sensitive: true })], sources, plainStyle);
  expect(text).toContain('a.yaml:1:8');
  expect(text).not.toContain('hunter2');
});

test('neutralises escape sequences in messages, file names, hints and source', () => {
  const nasty = '\u001b[31mred\u009b';
  const diagnostics = [
    error({
      at: at(nasty, 1, 1, 3),
      message: nasty,
      hint: nasty,
      related: [{ message: nasty, at: at(nasty, 1, 1, 2) }],
    }),
  ];
  const text = formatDiagnostics(diagnostics, new Map([[nasty, [nasty]]]), plainStyle);
  expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
});

test('a diagnostic without a file stands alone, warnings are counted apart', () => {
  const text = formatDiagnostics(
    [
      error({ code: 'project/not-found', message: 'There is no dream.yaml in x.' }),
      error({ severity: 'warning', at: at('a.yaml', 1, 1, 2) }),
    ],
    new Map(),
    plainStyle,
  );
  expect(text.split('\n\n')).toEqual([
    'error  There is no dream.yaml in x.  project/not-found',
    'a.yaml:1:1  warning  There is no such field.  field/unknown',
    '1 error and 1 warning in 1 file',
  ]);
});

test('as JSON has the names that outside tools rely on', () => {
  expect(diagnosticsJson([error({ at: at('a.yaml', 1, 2, 3), hint: 'Do.' }), error({})])).toEqual([
    {
      code: 'field/unknown',
      severity: 'error',
      message: 'There is no such field.',
      file: 'a.yaml',
      start: { line: 1, column: 2 },
      end: { line: 1, column: 3 },
      hint: 'Do.',
    },
    {
      code: 'field/unknown',
      severity: 'error',
      message: 'There is no such field.',
      file: null,
      start: null,
      end: null,
    },
  ]);
});
