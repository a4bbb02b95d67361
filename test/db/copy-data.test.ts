import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CopyData } from '../../src/db/copy-data.ts';
import { message } from './wire-message.ts';

const messages = fc.array(
  fc.record({
    kind: fc.constantFrom('d', 'd', 'd', 'S', 'H', 'c', 'C', 'Z'),
    content: fc.uint8Array({ maxLength: 40 }),
  }),
);

it('takes rows and nothing else out of what a connection receives, in whatever pieces it comes', () => {
  fc.assert(
    fc.property(messages, fc.array(fc.integer({ min: 1, max: 30 })), (sent, cuts) => {
      const bytes = Buffer.concat(sent.map(({ content, kind }) => message(kind, content)));
      const data = new CopyData();
      const [rows, others]: [Buffer[], Buffer[]] = [[], []];
      for (let at = 0, round = 0; at < bytes.length; round += 1) {
        const length = cuts[round] ?? 64;
        // A piece of its own, as each is that a connection reads.
        const piece = Buffer.from(bytes.subarray(at, at + length));
        rows.push(Buffer.from(data.take(piece, (other) => others.push(other))));
        at += length;
      }
      const isRow = ({ kind }: { readonly kind: string }): boolean => kind === 'd';
      expect(Buffer.concat(rows)).toEqual(Buffer.concat(sent.filter(isRow).map(({ content }) => content)));
      expect(Buffer.concat(others)).toEqual(
        Buffer.concat(sent.filter((one) => !isRow(one)).map(({ content, kind }) => message(kind, content))),
      );
    }),
  );
});
