import type { Session, SessionScope } from '../../../../db/contract.ts';
import type { Clock } from '../../../../host/contract.ts';
import type { Background } from '../../../../server/operation-context.ts';
import type { Ports } from '../../../ports.ts';
import type { EvaluationContext } from '../../evaluation/contract.ts';
import { keptFor } from '../../reports/trust.ts';
import type { LiveRuleset } from '../live-ruleset.ts';
import type { Asked } from '../served/served.ts';
import { Known } from './known.ts';
import { type Assignment, forgetOldAssignments, type KeptAssignment, selectAssignments } from './queries.ts';
import { type StickyMemory, Turn } from './sticky-memory.ts';
import { type Waiting, WaitingDecisions } from './waiting.ts';
import { writeAssignments } from './write-assignments.ts';

/** Milliseconds for which decisions wait for others, to be written together. */
const patience = 250;
/** A variation that is kept may lead to a further flag, and that one to another unit; nobody goes on for ever. */
const mostRounds = 4;

interface Here {
  readonly scope: SessionScope;
  readonly decisions: WaitingDecisions;
}

/** Milliseconds after which somebody who asks is noted to be still there. */
const noted = 7 * 86_400_000;
/** Milliseconds between two looks for those who did not come back. */
const betweenPrunings = 3_600_000;

/**
 * What sticky rollouts dealt to whom, when the server evaluates. It is read with one query for each evaluation that
 * asks for it, and written soon after the answer; until then this server has it in memory.
 */
export class Assignments {
  readonly #ports: Ports;
  readonly #clock: Clock;
  /** By environment. */
  readonly #waiting = new Map<string, Here>();
  readonly #pruned = new Map<string, number>();
  #background: Background | undefined;
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(ports: Ports, clock: Clock) {
    this.#ports = ports;
    this.#clock = clock;
  }

  /** What `evaluate` comes to when it knows what was dealt before. It may be called several times, and changes nothing. */
  async evaluate<T>(
    asked: Pick<Asked, 'background' | 'caller'>,
    live: LiveRuleset,
    context: EvaluationContext,
    evaluate: () => T,
  ): Promise<T> {
    const { memory } = live;
    if (memory === null) return evaluate();
    this.#begin(asked.background);
    const { flags } = live.ruleset;
    const known = new Known((flag, variation) => Object.hasOwn(flags[flag]?.variations ?? {}, variation));
    for (let round = 1; ; round += 1) {
      const turn = new Turn((flag, unit) => known.variation(flag, unit));
      const result = memory.during(turn, evaluate);
      const missing = known.missing(turn.asked);
      if (missing.length === 0 || round === mostRounds) {
        this.#remember(asked, memory, turn);
        return result;
      }
      const kept = missing.filter((unit) => memory.keeps(unit));
      known.add(missing, kept.length === 0 ? [] : await this.#recall(asked, context, kept));
    }
  }

  /** Writes what waits, one writing after the other. Never rejects. */
  write(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#writing = this.#writing.then(() => this.#writeAll());
    return this.#writing;
  }

  /** What is written of the units, and what waits to be. */
  async #recall(
    { background, caller }: Pick<Asked, 'background' | 'caller'>,
    context: EvaluationContext,
    units: readonly string[],
  ): Promise<readonly Assignment[]> {
    const { environmentId, projectId } = caller;
    const scope = { projectId, environmentId };
    const tenants = believed(caller, context);
    const waiting = (): readonly Waiting[] => this.#waiting.get(environmentId)?.decisions.of(tenants, units) ?? [];
    // Before the table is read: what is written meanwhile may be neither in what is found there nor here afterwards.
    const before = waiting();
    let found: readonly KeptAssignment[] = [];
    try {
      found = await background.read(scope, (session) => selectAssignments(session, { tenants, units }));
    } catch (problem) {
      // Whoever cannot be remembered is dealt by the percentages as they are.
      background.report(problem);
    }
    const longAgo = this.#clock.now().getTime() - noted;
    for (const { lastAsked, ...one } of found) {
      if (lastAsked.getTime() < longAgo) this.#wait(scope, { ...one, instead: false });
    }
    return inOrder(found, [...waiting(), ...before]);
  }

  #remember({ caller }: Pick<Asked, 'caller'>, memory: StickyMemory, { dealt }: Turn): void {
    const { environmentId, projectId } = caller;
    const tenantId = keptFor(caller);
    for (const one of dealt) {
      if (memory.keeps(one.unit)) this.#wait({ projectId, environmentId }, { ...one, tenantId });
    }
  }

  #wait(scope: SessionScope, decision: Waiting): void {
    const here = this.#waiting.get(scope.environmentId) ?? { scope, decisions: new WaitingDecisions() };
    this.#waiting.set(scope.environmentId, here);
    here.decisions.add(decision);
    this.#timer ??= setTimeout(() => void this.write(), patience).unref();
  }

  async #writeAll(): Promise<void> {
    for (const [environmentId, { decisions, scope }] of this.#waiting) {
      const some = decisions.all();
      try {
        await this.#background?.write(scope, (session) => this.#writeSome(session, some));
        decisions.written(some);
        if (decisions.isEmpty) this.#waiting.delete(environmentId);
      } catch (problem) {
        // They wait for the next decision, which takes them along.
        this.#background?.report(problem);
      }
    }
  }

  async #writeSome(session: Session, some: readonly Waiting[]): Promise<void> {
    const now = this.#clock.now();
    await writeAssignments(session, some, { now, ports: this.#ports });
    const pruned = this.#pruned.get(session.environmentId) ?? 0;
    if (now.getTime() - pruned < betweenPrunings) return;
    await forgetOldAssignments(session, now);
    this.#pruned.set(session.environmentId, now.getTime());
  }

  #begin(background: Background): void {
    if (this.#background !== undefined) return;
    this.#background = background;
    background.atTheEnd(() => this.write());
  }
}

/** What was written comes first, as it was decided first, but for what has lost its place to a decision that waits. */
function inOrder(written: readonly Assignment[], waiting: readonly Waiting[]): readonly Assignment[] {
  const given = waiting.filter(({ instead }) => instead);
  const hasLostPlace = ({ flag, tenantId, unit }: Assignment): boolean =>
    given.some((one) => one.flag === flag && one.tenantId === tenantId && one.unit === unit);
  return [...(given.length === 0 ? written : written.filter((one) => !hasLostPlace(one))), ...waiting];
}

/** Whose decisions hold for the caller: those that a secret key asked for, and those of the tenant the context is in. */
function believed(caller: Asked['caller'], { tenant }: EvaluationContext): readonly string[] {
  const own = keptFor(caller);
  const named = own === '' ? tenant?.key : own;
  return typeof named === 'string' && named !== '' ? ['', named] : [''];
}
