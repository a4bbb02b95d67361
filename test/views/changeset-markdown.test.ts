import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Change, Changeset } from '../../src/engine/changeset/changeset.ts';
import { formatChangesetMarkdown, markdownLimit } from '../../src/views/changeset-markdown.ts';
import { totalsText } from '../../src/views/impact-wording.ts';
import { effect, emptyChangeset, sampleChangeset } from './support/sample-changeset.ts';

function updates(count: number, value: (index: number) => string): Changeset {
  const changes = Array.from(
    { length: count },
    (_, index): Change => ({
      action: 'update',
      kind: `Kind${index % 7}`,
      key: `key-${index}`,
      owner: 'files',
      fields: [{ path: 'name', before: value(index), after: `${value(index)}!` }],
      before: {},
      after: {},
      beforeHash: null,
      afterHash: null,
      impact:
        index % 3 === 0
          ? { status: 'some', reason: value(index), effects: [effect('members', value(index), [value(index)])] }
          : { status: 'unknown', reason: 'not known' },
    }),
  );
  return { ...emptyChangeset, changes, summary: { create: 0, update: count, delete: 0, rename: 0 } };
}

/** Changes whose own diff block is in the text. */
function shownChanges(markdown: string): number {
  return markdown.split('\n').filter((line) => line.startsWith('@@ update ')).length;
}

describe('a changeset as Markdown', () => {
  test('says the counts first, then what is in the way, then who feels it', () => {
    const markdown = formatChangesetMarkdown(sampleChangeset);
    const headings = markdown.split('\n').filter((line) => /^#|<summary>/u.test(line));
    expect(headings).toEqual([
      '### <code>acme</code> <code>production</code>: 2 to create, 2 to update, 1 to rename, 1 to delete, 1 conflict',
      '#### Guardrails',
      '#### Conflicts',
      '#### Impact',
      '<details><summary>Entitlement: 2 changes</summary>',
      '<details><summary>Plan: 1 change</summary>',
      '<details><summary>Template: 1 change</summary>',
      '<details><summary>Role: 1 change</summary>',
      '<details><summary>Flag: 1 change</summary>',
    ]);
    expect(markdown).toContain('⛔ **A guardrail refuses this changeset.**');
    expect(markdown).toContain(
      '- prices.USD.monthly: 49.00\n+ prices.USD.monthly: 59.00\n+ prices.INR.monthly: 4999.00\n- trial: 14d',
    );
  });

  test('says that who feels it is unknown in part where the known part stands by', () => {
    const standing = effect('tenantsKeepingPrice', '2 tenants keep the price they have', ['globex', 'initech']);
    const unknownReasons = ['how revenue moves is not known'];
    const totalOf = (impact: Change['impact']) => {
      const [change] = updates(1, () => 'x').changes;
      const changes = change === undefined ? [] : [{ ...change, impact }];
      const figures = Object.fromEntries((impact.effects ?? []).map(({ count, figure }) => [figure, count]));
      return totalsText({ changes, impact: { figures, unknownFigures: ['monthlyRevenue'] } });
    };
    expect(totalOf({ status: 'some', reason: '', effects: [standing], unknownReasons })).toBe(
      'unknown in part for 1 change',
    );
    expect(totalOf({ status: 'unknown', reason: 'not known' })).toBe('unknown for 1 change');
    const references = effect('references', 'Flag/a refers to it', ['Flag/a']);
    expect(totalOf({ status: 'unknown', reason: '', effects: [references], unknownReasons })).toBe(
      'unknown for 1 change',
    );
  });

  test('says how to let through what a guardrail refuses, or that nothing does', () => {
    const refused = sampleChangeset.guardrails.filter(({ outcome }) => outcome === 'refused');
    const waiting = sampleChangeset.guardrails.filter(({ outcome }) => outcome === 'needs-approval');
    const wayThrough = (guardrails: Changeset['guardrails']) =>
      formatChangesetMarkdown({ ...sampleChangeset, guardrails })
        .split('\n')
        .filter((line) => /^To |^No approval/u.test(line));
    const { fingerprint } = sampleChangeset;
    expect(wayThrough(refused)).toEqual([
      'To allow exactly these figures: <code>dream apply --env production --allow deletes=1</code>',
    ]);
    expect(wayThrough(waiting)).toEqual([
      `To approve: <code>dream apply --env production --approve ${fingerprint}</code>`,
    ]);
    expect(wayThrough([...refused, ...waiting])).toEqual([
      'To allow exactly these figures, and approve the rest: ' +
        `<code>dream apply --env production --allow deletes=1 --approve ${fingerprint}</code>`,
    ]);
    const allowed = refused.map((finding) => ({ ...finding, outcome: 'allowed' as const }));
    expect(wayThrough([...allowed, ...waiting])).toEqual([
      `To approve: <code>dream apply --env production --allow deletes=1 --approve ${fingerprint}</code>`,
    ]);
    const fixed = { rule: 'protect', outcome: 'refused', message: 'it is protected', resources: [] } as const;
    expect(wayThrough([...refused, fixed])).toEqual(['No approval lifts what a guardrail refuses here.']);
    expect(wayThrough([])).toEqual([]);
  });

  test('shows many new resources of a kind by their keys, and counts those that do not fit', () => {
    const creates = (count: number): Changeset => {
      const { changes, ...rest } = updates(count, () => '');
      const made = changes.map(
        (change): Change => ({ ...change, action: 'create', kind: 'Flag', fields: [], after: { name: 'x' } }),
      );
      return { ...rest, changes: made, summary: { ...rest.summary, create: count, update: 0 } };
    };
    expect(formatChangesetMarkdown(creates(12), { impact: false })).toContain(
      [
        '```diff',
        '@@ create 12 @@',
        '+ key-0, key-1, key-10, key-11, key-2, key-3, key-4, key-5, key-6, key-7, key-8, key-9',
        '```',
      ].join('\n'),
    );
    const markdown = formatChangesetMarkdown(creates(20_000), { impact: false });
    expect(markdown.length).toBeLessThanOrEqual(markdownLimit);
    const shown = new Set(markdown.match(/key-\d+/gu)).size;
    expect(markdown).toContain(`**${(20_000 - shown).toLocaleString('en-US')} changes of 20,000 not shown here.**`);
  });

  test('names the change of settings, and what a conflict means, when nothing else changes', () => {
    const settings: NonNullable<Changeset['settings']> = {
      before: { mode: 'live', protect: true, guardrails: { limits: {} } },
      after: { mode: 'live', protect: false, guardrails: { limits: {} } },
    };
    expect(formatChangesetMarkdown({ ...emptyChangeset, settings })).toMatch(/^### .*: settings to change\n/u);
    const conflicts = formatChangesetMarkdown({ ...emptyChangeset, conflicts: sampleChangeset.conflicts });
    expect(conflicts).toMatch(
      /^### .*: 1 conflict, nothing else to change\n\n⚠️ \*\*1 conflict: an apply is refused\.\*\*/u,
    );
  });

  test('is one line when nothing changes', () => {
    expect(formatChangesetMarkdown(emptyChangeset)).toBe('### <code>acme</code> <code>production</code>: no changes\n');
  });

  test.each([200, 2_000, 20_000])(
    'fits into a comment with %i changes and counts exactly what it leaves out',
    (count) => {
      const markdown = formatChangesetMarkdown(updates(count, (index) => `value ${index} ${'y'.repeat(200)}`));
      expect(markdown.length).toBeLessThanOrEqual(markdownLimit);
      const shown = shownChanges(markdown);
      expect(shown).toBeGreaterThan(50);
      const omitted = count - shown;
      const total = count.toLocaleString('en-US');
      const sentence = `**${omitted.toLocaleString('en-US')} changes of ${total} not shown here.**`;
      expect(markdown.includes(sentence)).toBe(omitted > 0);
    },
  );

  test('one enormous resource does not push the others out', () => {
    const changeset = updates(3, () => 'small');
    const huge = {
      ...updates(1, () => 'x').changes[0],
      fields: Array.from({ length: 5_000 }, (_, i) => ({ path: `f${i}`, after: 'z'.repeat(300) })),
    };
    const markdown = formatChangesetMarkdown({
      ...changeset,
      changes: [{ ...changeset.changes[0], ...huge } as Change, ...changeset.changes],
    });
    expect(markdown.length).toBeLessThanOrEqual(markdownLimit);
    expect(shownChanges(markdown)).toBe(4);
    expect(markdown).toMatch(/… 4,9\d\d more fields/u);
  });

  test('values cannot break out of their place, notify anybody, or link anywhere', () => {
    const nasty =
      '```\n</details></code>\n# Heading\n@everyone #1 <img src=x onerror=alert(1)> **bold** [a](http://b) www.evil.example `code` <!-- ';
    const changeset: Changeset = {
      ...updates(3, () => nasty),
      project: nasty,
      environment: nasty,
      guardrails: [{ rule: nasty, outcome: 'refused', message: nasty, resources: [{ kind: nasty, key: nasty }] }],
      conflicts: [
        {
          kind: nasty,
          key: nasty,
          reason: 'owned-by-api',
          message: nasty,
          changedBy: nasty,
          changedAt: nasty,
          fields: [{ path: nasty, live: nasty, desired: null }],
        },
      ],
    };
    const markdown = formatChangesetMarkdown(changeset);
    const outside = markdown.replaceAll(/^(`{3,})diff\n[^]*?\n\1$/gmu, '');
    expect(outside).not.toMatch(/<(?!\/?(?:code|details|summary|sub)>)/u);
    expect(outside.match(/<details>/gu)?.length).toBe(outside.match(/<\/details>/gu)?.length);
    expect(outside.match(/<code>/gu)?.length).toBe(outside.match(/<\/code>/gu)?.length);
    expect(outside).not.toMatch(/\]\(|`{3}|\*\*bold|:\/\/|www\./u);
    expect(markdown).not.toMatch(/(?<![\w&])[@#]\w/u);
    for (const heading of outside.matchAll(/^#+ .*$/gmu)) expect(heading[0]).not.toBe('# Heading');
  });

  test('property: whatever the texts are, the fences pair up and the length holds', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('`', '\n', '<', '@', '~', ' ', 'a') }),
    );
    fc.assert(
      fc.property(fc.array(text, { maxLength: 30, minLength: 1 }), (texts) => {
        const markdown = formatChangesetMarkdown(updates(texts.length, (index) => texts[index] ?? ''));
        expect(markdown.length).toBeLessThanOrEqual(markdownLimit);
        let open: string | null = null;
        for (const line of markdown.split('\n')) {
          const fence = /^ {0,3}(`{3,})(.*)$/u.exec(line);
          if (fence === null) continue;
          if (open === null) open = fence[1] ?? '';
          else if ((fence[1] ?? '').length >= open.length && fence[2]?.trim() === '') open = null;
        }
        expect(open).toBeNull();
        expect(shownChanges(markdown)).toBe(texts.length);
      }),
      { numRuns: 200 },
    );
  });
});
