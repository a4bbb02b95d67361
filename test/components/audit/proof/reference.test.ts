// The tree, its tiles and proofs and the signed notes, held against code that is not ours.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { expect, inject, it } from 'vitest';
import { signCheckpoint } from '../../../../src/components/audit/proof/checkpoint.ts';
import { Frontier } from '../../../../src/components/audit/proof/frontier.ts';
import { GrowingTiles } from '../../../../src/components/audit/proof/growing-tiles.ts';
import { type Hash, hashBase64, leafHash, zeroHash } from '../../../../src/components/audit/proof/hash.ts';
import { formatVerifier, noteSigner } from '../../../../src/components/audit/proof/note.ts';
import { tileBytes, tilePath, tileWidth } from '../../../../src/components/audit/proof/tile.ts';
import {
  consistencyProof,
  inclusionProof,
  type LeafRange,
  rangeHash,
} from '../../../../src/components/audit/proof/tree-proof.ts';
import '../../../support/global-setup.ts';
import { endWithout } from '../../../support/not-tried.ts';

/** Where Go finds the packages: Debian's golang-golang-x-mod-dev, or the copy that Go brings for itself. */
function goPath(): string | null {
  if (existsSync('/usr/share/gocode/src/golang.org/x/mod/sumdb/tlog')) return '/usr/share/gocode';
  try {
    const root = execFileSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).trim();
    const own = join(root, 'src/cmd/vendor/golang.org/x/mod');
    if (!existsSync(join(own, 'sumdb/tlog'))) return null;
    const path = join(inject('temporary'), 'gopath');
    mkdirSync(join(path, 'src/golang.org/x'), { recursive: true });
    symlinkSync(own, join(path, 'src/golang.org/x/mod'));
    return path;
  } catch {
    return null;
  }
}

it('FR-A007 agrees with the reference code of transparency logs on trees, tiles, proofs and signed notes', async ({
  skip,
}) => {
  const path = goPath();
  if (path === null) {
    return endWithout('reference code of proofs: apt-get install golang-go golang-golang-x-mod-dev', skip);
  }
  const bodies = Array.from({ length: 70_003 }, (_, index) => `{"id":"aud_${index}","text":"zażółć \\u0000 ${index}"}`);
  const sizes = [1, 255, 256, 257, 65_536, 70_002];
  const frontier = Frontier.empty();
  const growing = new GrowingTiles(0, []);
  const roots = new Map<number, Hash>();
  for (const [index, body] of bodies.entries()) {
    frontier.append(leafHash(body));
    growing.append(leafHash(body));
    if (sizes.includes(index + 1)) roots.set(index + 1, frontier.root());
  }
  const tiles = growing.takeChanged();
  const byPlace = new Map(tiles.map((tile) => [`${tile.level}/${tile.index}`, tile.hashes]));
  const hashesOf = (ranges: readonly LeafRange[]): readonly string[] =>
    ranges.map((range) => hashBase64(rangeHash(range, ({ level, index }) => byPlace.get(`${level}/${index}`) ?? [])));

  const size = bodies.length;
  const signer = noteSigner('acme/production', Buffer.alloc(32, 3));
  const signed = signCheckpoint({ origin: 'acme/production/-', size, root: frontier.root(), head: zeroHash }, signer);
  const input = {
    bodies,
    verifier: formatVerifier(signer.verifier),
    notes: [signed, signed.replace(`\n${size}\n`, `\n${size + 1}\n`)],
    tiles: Object.fromEntries(
      tiles.map((tile) => [tilePath(tile, tile.hashes.length), tileBytes(tile.hashes).toString('base64')]),
    ),
    inclusion: [0, 1, 255, 256, 65_535, 65_536, 70_002].map((index) => ({
      index,
      proof: hashesOf(inclusionProof(index, size)),
    })),
    consistency: sizes.map((older) => ({
      size: older,
      root: hashBase64(roots.get(older) ?? ''),
      proof: hashesOf(consistencyProof(older, size)),
    })),
  };

  const { stdout } = await execa('go', ['run', join(import.meta.dirname, 'reference.go')], {
    input: JSON.stringify(input),
    env: { GO111MODULE: 'off', GOPATH: path, GOFLAGS: '', GOTOOLCHAIN: 'local', CGO_ENABLED: '0' },
  });

  expect(tiles.filter(({ hashes }) => hashes.length < tileWidth)).toHaveLength(3);
  expect(JSON.parse(stdout)).toEqual({
    tiles: tiles.length,
    inclusion: 7,
    consistency: 6,
    notes: ['acme/production/- true', `invalid signature for key acme/production+${signer.verifier.id}`],
  });
});
