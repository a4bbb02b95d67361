/** Asks a question that only `y` or `yes` answers with true. */
export async function confirm(question: string): Promise<boolean> {
  const { createInterface } = await import('node:readline/promises');
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(?:es)?$/iu.test((await terminal.question(`${question} [y/N] `)).trim());
  } finally {
    terminal.close();
  }
}

/** Reads one line without showing it. Resolves to null when the input is closed or interrupted. */
export async function askHidden(question: string): Promise<string | null> {
  const { createInterface } = await import('node:readline');
  const { Writable } = await import('node:stream');
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  process.stderr.write(question);
  const terminal = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  return new Promise((resolve) => {
    const finish = (answer: string | null): void => {
      terminal.removeAllListeners('close');
      terminal.close();
      process.stderr.write('\n');
      resolve(answer);
    };
    terminal.once('line', finish);
    terminal.once('close', () => finish(null));
    terminal.once('SIGINT', () => finish(null));
  });
}

/** Everything piped into the command, without the line break at its end. */
export async function readInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/\r?\n$/u, '');
}
