/** A variable of the process, where there is a process: not in browsers and on most edges. Empty counts as absent. */
export function environmentVariable(name: string): string | undefined {
  const value = member(member(platform('process'), 'env'), name);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Whether whoever looks at a page can read this program's memory. */
export function isBrowser(): boolean {
  // Tests of servers often run with a document of jsdom.
  if (typeof member(member(platform('process'), 'versions'), 'node') === 'string') return false;
  if (platform('window') !== undefined && platform('document') !== undefined) return true;
  // A worker of a page. Edges have that scope too, but are no Mozilla.
  const agent = member(platform('navigator'), 'userAgent');
  return platform('WorkerGlobalScope') !== undefined && typeof agent === 'string' && agent.startsWith('Mozilla/');
}

function platform(name: string): unknown {
  return member(globalThis, name);
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
