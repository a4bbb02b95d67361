/** What the words on the command line ask for. */
export type Route =
  | { readonly type: 'run'; readonly id: string; readonly argv: readonly string[] }
  /** Help on a command, a topic, or everything when `subject` is empty. */
  | { readonly type: 'help'; readonly subject: readonly string[] }
  | { readonly type: 'unknown'; readonly words: string; readonly likely: readonly string[] };

/** Pure: decides by the ids alone, so that no command has to be loaded to find the right one. */
export function route(argv: readonly string[], ids: readonly string[]): Route {
  const [first, ...rest] = argv;
  if (first === undefined) return { type: 'help', subject: [] };
  if (first === 'help') return helpOn(leadingWords(rest), ids);
  const words = leadingWords(argv);
  if (asksForHelp(argv)) return helpOn(words, ids);
  for (const length of [2, 1]) {
    const id = words.slice(0, length).join(':');
    if (words.length >= length && ids.includes(id)) return { type: 'run', id, argv: argv.slice(length) };
  }
  if (words.length === 1 && isTopic(words, ids)) return { type: 'help', subject: words };
  return unknown(words.length === 0 ? [first] : words, ids);
}

function helpOn(words: readonly string[], ids: readonly string[]): Route {
  if (words.length === 0) return { type: 'help', subject: [] };
  for (const length of [2, 1]) {
    const subject = words.slice(0, length);
    if (subject.length === length && ids.includes(subject.join(':'))) return { type: 'help', subject };
  }
  return words.length === 1 && isTopic(words, ids) ? { type: 'help', subject: words } : unknown(words, ids);
}

function unknown(words: readonly string[], ids: readonly string[]): Route {
  const topic = isTopic(words, ids);
  const likely = ids.filter((id) => !topic || id.startsWith(`${words[0]}:`)).map((id) => id.replaceAll(':', ' '));
  return { type: 'unknown', words: words.slice(0, topic ? 2 : 1).join(' '), likely };
}

function isTopic([first]: readonly string[], ids: readonly string[]): boolean {
  return ids.some((id) => id.startsWith(`${first}:`));
}

function leadingWords(argv: readonly string[]): readonly string[] {
  const end = argv.findIndex((word) => word.startsWith('-'));
  return end === -1 ? argv : argv.slice(0, end);
}

function asksForHelp(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  return argv.slice(0, end === -1 ? argv.length : end).some((word) => word === '--help' || word === '-h');
}
