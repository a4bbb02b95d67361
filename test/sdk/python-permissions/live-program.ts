import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { expect, onTestFinished } from 'vitest';

type Ask = (method: string, keywords?: Readonly<Record<string, unknown>>) => Promise<unknown>;

/** A Python program with clients of a control plane, ended after the test. */
export function startLiveProgram(kind: string, baseUrl: string, secretKey: string) {
  const python = spawn('python3', ['test/sdk/python-permissions/live.py', kind], {
    env: {
      ...process.env,
      DREAM_BASE_URL: baseUrl,
      DREAM_SECRET_KEY: secretKey,
      PYTHONPATH: 'sdks/python/src',
      PYTHONDONTWRITEBYTECODE: '1',
    },
    stdio: 'pipe',
  });
  let complaints = '';
  python.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  const ended = new Promise<never>((_, reject) => {
    python.once('close', () => reject(new Error(`the program ended: ${complaints}`)));
  });
  ended.catch(() => undefined);
  const lines = createInterface({ input: python.stdout })[Symbol.asyncIterator]();
  onTestFinished(async () => {
    python.stdin.end();
    await ended.catch(() => undefined);
    expect(complaints).toBe('');
  });
  const asking =
    (client: string): Ask =>
    async (method, keywords = {}) => {
      python.stdin.write(`${JSON.stringify([client, method, keywords])}\n`);
      const line = await Promise.race([lines.next(), ended]);
      return line.done === true ? ended : JSON.parse(line.value);
    };
  return { permissions: asking('permissions'), entitlements: asking('entitlements') };
}
