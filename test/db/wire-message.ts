/** As PostgreSQL sends it: its kind, its length with those four bytes, its content. */
export function message(kind: string, content: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length + 4);
  return Buffer.concat([Buffer.from(kind), length, content]);
}
