import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkpointText,
  keyNameOf,
  openCheckpoint,
  originOf,
  parseCheckpoint,
  signCheckpoint,
} from '../../../../src/components/audit/proof/checkpoint.ts';
import { leafHash } from '../../../../src/components/audit/proof/hash.ts';
import {
  formatVerifier,
  noteSigner,
  noteVerifier,
  openNote,
  parseVerifier,
  signNote,
} from '../../../../src/components/audit/proof/note.ts';

const signer = noteSigner('acme/production', Buffer.alloc(32, 7));
const stranger = noteSigner('acme/production', Buffer.alloc(32, 8));
const text = 'acme/production/globex\n12\nsome text – of any kind\n';

describe('a signed note', () => {
  it('is opened by the key that signed it', () => {
    const note = signNote(text, signer);
    expect(openNote(note, [stranger.verifier, signer.verifier])).toEqual({ text, verifier: signer.verifier });
    expect(openNote(note, [stranger.verifier])).toEqual({ problem: 'unknown-key' });
  });

  it('may carry signatures of others', () => {
    const both = signNote(text, stranger) + signNote(text, signer).slice(text.length + 1);
    expect(openNote(both, [signer.verifier])).toEqual({ text, verifier: signer.verifier });
  });

  it('is opened no more once a byte of it was changed', () => {
    const note = Buffer.from(signNote(text, signer));
    fc.assert(
      fc.property(fc.nat(note.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = Buffer.from(note);
        changed[at] = (changed[at] ?? 0) ^ change;
        expect(openNote(changed.toString(), [signer.verifier]).problem).toBeDefined();
      }),
      { numRuns: 300 },
    );
  });

  it.each(['', 'text\n', 'text\n\n', 'text\n\n— name\n', 'text\n\n- name AAAAAAA=\n', 'te\u0000xt\n\n— n AAAAAAAA\n'])(
    'is not %j',
    (note) => expect(openNote(note, [signer.verifier])).toEqual({ problem: 'malformed' }),
  );
});

describe('a public key', () => {
  it('is handed on as one line', () => {
    const line = formatVerifier(signer.verifier);
    expect(line).toMatch(/^acme\/production\+[0-9a-f]{8}\+[A-Za-z0-9+/]{44}$/u);
    expect(parseVerifier(line)).toEqual(signer.verifier);
  });

  it('is not read from a line of which anything was changed', () => {
    const line = formatVerifier(signer.verifier);
    fc.assert(
      fc.property(fc.nat(line.length - 1), fc.constantFrom('a', 'B', '3', '+', '/', '=', 'x', ' '), (at, letter) => {
        const changed = line.slice(0, at) + letter + line.slice(at + 1);
        if (changed !== line) expect(parseVerifier(changed)).toBeNull();
      }),
    );
  });

  it('has a name without spaces and plus signs', () => {
    for (const name of ['', 'a b', 'a+b', 'a\nb'])
      expect(() => noteVerifier(name, Buffer.alloc(32))).toThrow(RangeError);
    expect(() => noteVerifier('a', Buffer.alloc(31))).toThrow(RangeError);
  });
});

describe('a checkpoint', () => {
  const checkpoint = {
    origin: originOf({ project: 'acme', environment: 'production', tenantId: 'globex' }),
    size: 3,
    root: leafHash('root'),
    head: leafHash('head'),
  };

  it('says which chain it is of, how long that is, and what its tree and its chain come to', () => {
    const base64 = Buffer.from(checkpoint.root, 'latin1').toString('base64');
    const hex = Buffer.from(checkpoint.head, 'latin1').toString('hex');
    expect(checkpointText(checkpoint)).toBe(`acme/production/globex\n3\n${base64}\nchain sha256:${hex}\n`);
    expect(openCheckpoint(signCheckpoint(checkpoint, signer), [signer.verifier])).toEqual({
      checkpoint,
      verifier: signer.verifier,
    });
  });

  it('is read only as it is written', () => {
    const whole = checkpointText(checkpoint);
    for (const changed of [
      whole.slice(0, -1),
      `${whole}more\n`,
      whole.replace('\n3\n', '\n03\n'),
      'a\n1\n\nchain sha256:\n',
    ])
      expect(parseCheckpoint(changed)).toBeNull();
    expect(openCheckpoint(signNote('something else\n', signer), [signer.verifier])).toEqual({ problem: 'malformed' });
  });

  it('names chains so that no two have one name', () => {
    const names = [
      ['acme', 'production', ''],
      ['acme', 'production', '-'],
      ['acme', 'production', 'a/b'],
      ['acme', 'production', 'a b+c'],
      ['acme/production', 'a', 'b'],
    ].map(([project = '', environment = '', tenantId = '']) => originOf({ project, environment, tenantId }));
    expect(names).toEqual([
      'acme/production/-',
      'acme/production/%2D',
      'acme/production/a%2Fb',
      'acme/production/a%20b%2Bc',
      'acme%2Fproduction/a/b',
    ]);
    expect(keyNameOf({ project: 'a b', environment: 'c' })).toBe('a%20b/c');
  });
});
