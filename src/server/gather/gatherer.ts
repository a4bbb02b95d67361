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
  /** Milliseconds from one beginning to the next, for as long as that brings company. Default 4. */
  readonly pace?: number;
}

/** How often in a row nobody else may come within the pace, before it is left for some time. */
const mostInVain = 8;
/** How many go ahead at once then, at most, until it is tried again. */
const longestHaste = 64;
/** Milliseconds for which it is remembered of an idle group whether company comes. */
const memory = 250;
/** Milliseconds after which those that wait no longer wait for the work under way, and how much may be under way then. */
const patience = 5;
const mostAtWork = 4;

interface Group<Item, Result> {
  readonly waiting: Waiting<Item, Result>[];
  atWork: number;
  /** Work was begun less than the pace ago. */
  isResting: boolean;
  /** It will be seen whether the group is idle. */
  isRemembered: boolean;
  /** There is a look at those that wait for work that is held up. */
  isTimed: boolean;
  /** In a row, how often one alone has waited for the pace. */
  inVain: number;
  /** So many more go ahead without waiting for it. */
  haste: number;
}

/**
 * Does at once what comes at about the same time. The first of a group goes ahead together with those that the same
 * round of the event loop brought. What comes within the next few milliseconds, or while that is under way, goes
 * together after it: a second beginning costs more than the wait. Where nobody else comes, as for a caller who sends
 * one after the other, nothing waits. Nor does anything wait long for what is held up. The more there is to do, the
 * more is done at once.
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
      const group = this.#groups.get(name) ?? newGroup<Item, Result>();
      this.#groups.set(name, group);
      group.waiting.push({ item, resolve, reject });
      this.#goOn(name, group);
    });
  }

  #goOn(name: string, group: Group<Item, Result>): void {
    if (group.waiting.length === 0) {
      this.#forgetLater(name, group);
    } else if (group.atWork > 0) {
      this.#lookLater(name, group);
    } else if (!group.isResting || group.haste > 0 || group.waiting.length >= this.#options.most) {
      if (group.isResting && group.haste > 0) group.haste -= 1;
      void this.#begin(name, group);
    }
  }

  #forgetLater(name: string, group: Group<Item, Result>): void {
    if (group.isRemembered) return;
    group.isRemembered = true;
    setTimeout(() => {
      group.isRemembered = false;
      if (group.waiting.length > 0) return;
      if (group.atWork === 0 && !group.isResting) this.#groups.delete(name);
      else this.#forgetLater(name, group);
    }, memory).unref();
  }

  #lookLater(name: string, group: Group<Item, Result>): void {
    if (group.isTimed || group.atWork === mostAtWork) return;
    group.isTimed = true;
    setTimeout(() => {
      group.isTimed = false;
      if (group.waiting.length > 0 && group.atWork < mostAtWork) void this.#begin(name, group);
    }, patience);
  }

  /** Never rejects. */
  async #begin(name: string, group: Group<Item, Result>): Promise<void> {
    group.atWork += 1;
    this.#rest(name, group);
    await nextRound();
    await this.#settle(group.waiting.splice(0, this.#options.most));
    group.atWork -= 1;
    this.#goOn(name, group);
  }

  #rest(name: string, group: Group<Item, Result>): void {
    if (group.isResting) return;
    group.isResting = true;
    setTimeout(() => {
      group.isResting = false;
      if (group.atWork === 0) countCompany(group);
      this.#goOn(name, group);
    }, this.#options.pace ?? 4);
  }

  /** What fails together is tried in halves, until whoever is to blame is alone. Never rejects. */
  async #settle(batch: readonly Waiting<Item, Result>[]): Promise<void> {
    if (batch.length === 0) return;
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

function newGroup<Item, Result>(): Group<Item, Result> {
  return { waiting: [], atWork: 0, isResting: false, isRemembered: false, isTimed: false, inVain: 0, haste: 0 };
}

/** What has waited for the pace is about to go ahead: was it worth it? */
function countCompany<Item, Result>(group: Group<Item, Result>): void {
  if (group.waiting.length === 0 || group.haste > 0) return;
  group.inVain = group.waiting.length > 1 ? 0 : group.inVain + 1;
  if (group.inVain >= mostInVain) group.haste = Math.min(longestHaste, 2 ** (group.inVain - mostInVain + 1));
}
