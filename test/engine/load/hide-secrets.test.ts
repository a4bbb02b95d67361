import { describe, expect, it } from 'vitest';
import { loadFiles } from '../../support/project-folder.ts';

const canary = 'canary4711';
const endpoint = 'kind: WebhookEndpoint\nkey: w\nurl: https://example.com/hook\n';

// Each holds the canary in the place of a secret, and a mistake beside it.
const hidden: readonly (readonly [title: string, text: string])[] = [
  ['a block text', `secret: |\n  ${canary}\nenabled: yes\n`],
  ['a value on the next line', `secret:\n  ${canary}\nenabled: yes\n`],
  ['quotes over several lines', `secret: "a\n\n  ${canary}"\nenabled: yes\n`],
  ['an explicit key', `? secret\n: ${canary}\nenabled: yes\n`],
  ['an escaped key', `"s\\u0065cret": ${canary}\nenabled: yes\n`],
  ['a flow mapping on one line', `headers: { Authorization: ${canary}, X: 5 }\n`],
  ['a header before the mistake', `headers:\n  Authorization: Bearer ${canary}\nenabled: yes\n`],
  ['a header twice', `headers:\n  Authorization: a\n  Authorization: ${canary}\n`],
  ['a header under a misspelt field', `header:\n  X-Api-Key: ${canary}\n  b: c\n`],
  ['a misspelt field before the mistake', `secrte: ${canary}\nenabled: yes\n`],
  ['an alias of a secret', `secret: &s ${canary}\npayload: *s\n`],
  ['a secret that is an alias', `name: &s ${canary}\nsecret: *s\nevents: [*s]\nenabled: *s\n`],
  ['a part of an alias', `secret: &s { payload: ${canary} }\nretry: *s\n`],
  ['a number', `secret: 47114711471147114711 # ${canary}\n`],
  ['broken YAML after it', `secret: |\n  ${canary}\n  x\nenabled: [\n`],
  ['broken YAML after an escaped key', `"secr\\x65t":\n  ${canary}\nenabled: [\n`],
  ['a missing space', `secret:${canary}\nenabled: true\n`],
  ['a document of no known kind', `---\nkind: Webhook\nheaders: { Cookie: ${canary} }\nkey: [\n`],
];

describe('secrets beside a mistake', () => {
  it.each(hidden)('%s', async (_, text) => {
    const all = endpoint + text;
    const { diagnostics } = await loadFiles({ 'a.yaml': all });
    expect(diagnostics.length).toBeGreaterThan(0);
    for (const diagnostic of diagnostics) {
      expect(JSON.stringify(diagnostic)).not.toMatch(/canary4711|47114711471147114711/);
      const { at } = diagnostic;
      const lines = all.split('\n').slice(Math.max(0, (at?.start.line ?? 0) - 2), at?.end.line);
      if (lines.join('\n').includes(canary)) expect(diagnostic.sensitive).toBe(true);
    }
  });

  it.each([
    ['a secret of the server', 'secret: ${secrets.HOOK}\nenabled: yes\n'],
    ['a header that is one', 'headers: { Authorization: "Bearer ${secrets.HOOK}" }\nenabled: yes\n'],
    ['the same in broken YAML', 'secret: ${secrets.HOOK}\nenabled: [\n'],
    ['a header that proves nothing', 'headers: { X-Source: dream }\nenabled: yes\n'],
  ])('%s hides nothing', async (_, text) => {
    const { diagnostics } = await loadFiles({ 'a.yaml': endpoint + text });
    expect(diagnostics.map(({ sensitive }) => sensitive)).toEqual([undefined]);
  });

  it('takes no field of one document for a misspelt secret of the next', async () => {
    // `then` is two slips from `token`.
    const rule = 'kind: AlertRule\nkey: r\nwhen: { action: a.b }\nthen: [{ webhook: accounting }]\n';
    const stream = "kind: AuditStream\nkey: s\nto: { webhook: { url: 'https://example.com/accounting' } }\n";
    const { diagnostics } = await loadFiles({ 'a.yaml': `${rule}---\n${stream}` });
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'There is no WebhookEndpoint `accounting`.',
      '`to.webhook` has no `secret`.',
    ]);
  });
});
