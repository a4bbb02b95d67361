import { isTerminal } from './write-out.ts';

const quietFor = 1_000;
const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'] as const;
const frameEvery = 100;

/** Shows on a terminal's stderr that `work` goes on, once it has taken a second; leaves no trace when it ends. */
export async function withProgress<T>(label: string | (() => string), work: Promise<T>): Promise<T> {
  let ticks = 0;
  let shown = false;
  const show = (): void => {
    ticks += 1;
    const elapsed = ticks * frameEvery;
    if (elapsed < quietFor) return;
    if (!shown && !isTerminal(2)) return clearInterval(timer);
    shown = true;
    process.stderr.write(
      `\r\u001b[2K${frames[ticks % frames.length]} ${typeof label === 'string' ? label : label()} ${Math.floor(elapsed / 1_000)} s`,
    );
  };
  const timer = setInterval(show, frameEvery);
  try {
    return await work;
  } finally {
    clearInterval(timer);
    if (shown) process.stderr.write('\r\u001b[2K');
  }
}
