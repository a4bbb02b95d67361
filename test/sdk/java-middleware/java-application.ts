import { createInterface } from 'node:readline';
import { execa } from 'execa';
import { onTestFinished } from 'vitest';

/** An application in Java that says its port and ends with its input. */
export async function startApplication(parameters: readonly string[], env: Readonly<Record<string, string>>) {
  const java = execa('java', [...parameters], { env });
  onTestFinished(async () => {
    java.stdin.end();
    await java;
  });
  const lines: string[] = [];
  const output = createInterface(java.stdout);
  const port = await new Promise<string>((resolve, reject) => {
    output.once('line', (line) => {
      output.on('line', (more) => lines.push(more));
      resolve(line);
    });
    java.catch(reject);
  });
  /** The answer as it is compared: status, some of its headers, and the body. */
  const ask = async (path: string, headers: Readonly<Record<string, string>>, init: RequestInit = {}) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { ...init, headers });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
    const body: unknown = isJson ? JSON.parse(text) : text;
    const all: Record<string, string> = {};
    // Cookies alone come one by one.
    for (const [name, value] of response.headers) all[name] = name in all ? `${all[name]}, ${value}` : value;
    return { status: response.status, headers: all, body };
  };
  return { ask, lines };
}
