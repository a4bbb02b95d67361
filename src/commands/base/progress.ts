const quietFor = 1_000;
const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'] as const;
const frameEvery = 100;

/** Shows on a terminal's stderr that `work` goes on, once it has taken a second; leaves no trace when it ends. */
export async function withProgress<T>(label: string, work: Promise<T>): Promise<T> {
  const { stderr } = process;
  if (stderr.isTTY !== true) return work;
  let ticks = 0;
  const timer = setInterval(() => {
    ticks += 1;
    const elapsed = ticks * frameEvery;
    if (elapsed >= quietFor) stderr.write(`\r\u001b[2K${frames[ticks % frames.length]} ${label} ${Math.floor(elapsed / 1_000)} s`);
  }, frameEvery);
  try {
    return await work;
  } finally {
    clearInterval(timer);
    if (ticks * frameEvery >= quietFor) stderr.write('\r\u001b[2K');
  }
}
