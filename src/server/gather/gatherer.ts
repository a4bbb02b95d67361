import { setImmediate as nextRound } from 'node:timers/promises';

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (problem: unknown) => void;
}

export interface GathererOptions<Item, Result> {
  /** Does the work of several at once, all or nothing; one result for each item, in their order. */
  readonly work: (items: readonly Item[]) => Promise<readonly Result[]>;
  /** Items taken on at once. */
  readonly most: number;
  /** Whether a problem would have met each item alone too, so that trying them apart is of no use. */
  readonly isEverybodys: (problem: unknown) => boolean;
}

/**
 * Milliseconds after which those that wait no longer wait for the work under way, and how much may be under way then.
 * Longer than that work mostly takes: whoever goes ahead beside it takes a processor from it, and pays for a transaction
 * of its own.
 */
const patience = 8;
const mostAtWork = 4;

interface Group<Item, Result> {
  readonly waiting: Waiting<Item, Result>[];
  atWork: number;
  isTimed: boolean;
}

/**
 * Does at once what comes at about the same time. The first of a group goes ahead together with those that the same
 * round of the event loop brought; those that come meanwhile go together when that ends, or after a moment when it
 * does not, so that what is held up holds up nobody else. The more there is to do, the more is done at once.
 */
export class Gatherer<Item, Result> {
  readonly #options: GathererOptions<Item, Result>;
  readonly #groups = new Map<string, Group<Item, Result>>();

  constructor(options: GathererOptions<Item, Result>) {
    this.#options = options;
  }

  /** Rejects with what befell the item; what befell another one of its group is no matter. */
  add(name: string, item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      const known = this.#groups.get(name);
      const group = known ?? { waiting: [], atWork: 0, isTimed: false };
      if (known === undefined) this.#groups.set(name, group);
      group.waiting.push({ item, resolve, reject });
      if (group.atWork === 0) void this.#workOff(name, group);
      else this.#lookLater(name, group);
    });
  }

  #lookLater(name: string, group: Group<Item, Result>): void {
    if (group.isTimed || group.atWork === mostAtWork) return;
    group.isTimed = true;
    setTimeout(() => {
      group.isTimed = false;
      if (group.waiting.length > 0 && group.atWork < mostAtWork) void this.#workOff(name, group);
    }, patience);
  }

  /** Never rejects. */
  async #workOff(name: string, group: Group<Item, Result>): Promise<void> {
    group.atWork += 1;
    await nextRound();
    while (group.waiting.length > 0) await this.#settle(group.waiting.splice(0, this.#options.most));
    group.atWork -= 1;
    if (group.atWork === 0 && this.#groups.get(name) === group) this.#groups.delete(name);
  }

  /** What fails together is tried in halves, until whoever is to blame is alone. Never rejects. */
  async #settle(batch: readonly Waiting<Item, Result>[]): Promise<void> {
    const { work, isEverybodys } = this.#options;
    let results: readonly Result[];
    try {
      results = await work(batch.map(({ item }) => item));
      if (results.length !== batch.length) throw new RangeError(`${batch.length} asked, ${results.length} answered`);
    } catch (problem) {
      if (batch.length === 1 || isEverybodys(problem)) {
        for (const { reject } of batch) reject(problem);
        return;
      }
      const middle = Math.ceil(batch.length / 2);
      await this.#settle(batch.slice(0, middle));
      await this.#settle(batch.slice(middle));
      return;
    }
    for (const [index, result] of results.entries()) batch[index]?.resolve(result);
  }
}
