import type { RulesetPatch } from '../evaluation/ruleset-patch.ts';

interface Entry {
  readonly patch: RulesetPatch;
  readonly text: string;
}

/** Characters of patches kept for one environment: enough for whoever was away for a moment. */
const mostText = 1_000_000;

/** The latest changes of one environment's ruleset, so that whoever saw one of the versions is told what changed since. */
export class PatchHistory {
  readonly #entries: Entry[] = [];
  #size = 0;

  add(patch: RulesetPatch): void {
    const text = JSON.stringify(patch);
    this.#entries.push({ patch, text });
    this.#size += text.length;
    while (this.#size > mostText) this.#size -= this.#entries.shift()?.text.length ?? this.#size;
  }

  /** What leads from `version` to the present, as JSON. Undefined where that version is too old, or none of ours. */
  since(version: string): string | undefined {
    const start = this.#entries.findLastIndex(({ patch }) => patch.from === version);
    const entries = start === -1 ? [] : this.#entries.slice(start);
    const [first] = entries;
    if (entries.length <= 1) return first?.text;
    return JSON.stringify(entries.map(({ patch }) => patch).reduce(follow));
  }
}

/** One patch that does what both do, one after the other: of an entry that both name the later word holds. */
function follow(first: RulesetPatch, then: RulesetPatch): RulesetPatch {
  const earlier = new Map<string, unknown>(Object.entries(first));
  const merged = Object.entries(then).map(([name, later]): [string, unknown] => {
    const before = earlier.get(name);
    // Entries and not a spread: a key may be called `__proto__`.
    return isEntries(before) && isEntries(later)
      ? [name, Object.fromEntries([...Object.entries(before), ...Object.entries(later)])]
      : [name, later];
  });
  return { ...first, ...then, ...Object.fromEntries(merged), from: first.from };
}

function isEntries(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
