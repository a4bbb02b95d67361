import { type Event, EVENT_ID, type MappingEvent, type ScalarEvent, SCALAR_STYLE, type SequenceEvent } from 'js-yaml';
import { state, type Statement } from '../diagnostic/statement.ts';
import type { Json } from '../json.ts';
import type {
  Anchor,
  ConstructedDocument,
  Construction,
  ConstructionProblem,
  Frame,
  List,
  Mapping,
} from './construction.ts';
import { isList, newFrame } from './construction.ts';
import { keyHint, keyInWords } from './key-wording.ts';
import { type Span, tokenSpan } from './event-place.ts';
import { firstKeys } from './first-keys.ts';
import { NumberTexts } from './number-texts.ts';
import { isOldBoolean, readScalar, unknownTag } from './read-scalar.ts';
import { singleQuoted } from './yaml-text.ts';

/** More mistakes than this in one file are not read by anybody, and may be millions. */
const maximumProblems = 1_000;
const maximumAliases = 1_000;
const maximumExpandedValues = 100_000;
export const maximumDepth = 100;
const reservedKey = '__proto__';

/**
 * Builds plain JSON values from parser events in one pass, reporting every mistake instead of stopping
 * at the first. Aliased values are shared, not copied: nothing may change a constructed value in place.
 */
export function constructDocuments(text: string, events: readonly Event[]): Construction {
  return new Constructor(text, events).run();
}

class Constructor {
  readonly #text: string;
  readonly #events: readonly Event[];
  readonly #watchPlaceholders: boolean;
  readonly #documents: ConstructedDocument[] = [];
  readonly #problems: ConstructionProblem[] = [];
  readonly #frames: Frame[] = [];
  #anchors = new Map<string, Anchor>();
  readonly #texts = new NumberTexts();
  #root: Json = null;
  #empty = true;
  #placeholderTexts: string[] = [];
  #mayHoldBooleans = false;
  #broken = false;
  #noted = 0;
  #aliases = 0;
  #expanded = 0;
  #index = 0;

  constructor(text: string, events: readonly Event[]) {
    this.#text = text;
    this.#events = events;
    this.#watchPlaceholders = text.includes('${');
  }

  run(): Construction {
    const events = this.#events;
    for (; this.#index < events.length; this.#index++) {
      const index = this.#index;
      const event = events[index];
      if (event === undefined) continue;
      switch (event.type) {
        case EVENT_ID.DOCUMENT:
          this.#startDocument(index);
          break;
        case EVENT_ID.MAPPING:
          this.#open({}, event, index);
          break;
        case EVENT_ID.SEQUENCE:
          this.#open([], event, index);
          break;
        case EVENT_ID.SCALAR:
          this.#scalar(event);
          break;
        case EVENT_ID.ALIAS:
          this.#alias(this.#text.slice(event.anchorStart, event.anchorEnd), event);
          break;
        case EVENT_ID.POP:
          this.#close();
          break;
      }
    }
    const omitted = this.#noted - this.#problems.length;
    return { texts: this.#texts, documents: this.#documents, problems: this.#problems, omitted };
  }

  #startDocument(index: number): void {
    if (this.#anchors.size > 0) this.#anchors = new Map();
    this.#root = null;
    this.#empty = true;
    this.#placeholderTexts = [];
    this.#mayHoldBooleans = false;
    this.#broken = false;
    this.#aliases = 0;
    this.#expanded = 0;
    this.#frames.push(newFrame(null, index, undefined));
  }

  #open(container: Mapping | List, event: MappingEvent | SequenceEvent, index: number): void {
    if (event.tagStart !== -1) this.#collectionTag(event, Array.isArray(container) ? '!!seq' : '!!map');
    const anchor = event.anchorStart === -1 ? undefined : this.#anchor(event, container, undefined);
    this.#frames.push(newFrame(container, index, anchor));
  }

  #close(): void {
    const frame = this.#frames.pop();
    if (frame === undefined) return;
    if (frame.container === null) {
      this.#documents.push({
        value: this.#root,
        empty: this.#empty,
        placeholderTexts: this.#placeholderTexts,
        mayHoldBooleans: this.#mayHoldBooleans,
        broken: this.#broken,
      });
      return;
    }
    if (frame.anchor !== undefined) {
      frame.anchor.finished = true;
      frame.anchor.size = frame.size;
      frame.anchor.depth = frame.depth;
    }
    this.#add(frame.container, frame.size, frame.depth + 1, undefined, this.#events[frame.eventIndex]);
  }

  #scalar(event: ScalarEvent): void {
    const { value, digits, problem, isRounded } = readScalar(this.#text, event);
    if (problem !== undefined) this.#note(problem);
    if (isRounded === true) this.#texts.holdRounded = true;
    if (this.#watchPlaceholders && typeof value === 'string' && value.includes('${'))
      this.#placeholderTexts.push(value);
    if (event.style === SCALAR_STYLE.PLAIN && isOldBoolean(value) && !this.#atKey()) this.#mayHoldBooleans = true;
    if (event.anchorStart !== -1) this.#anchor(event, value, digits).finished = true;
    if (event.valueStart !== -1) this.#empty = false;
    this.#add(value, 1, 0, digits, event);
  }

  #atKey(): boolean {
    const frame = this.#frames.at(-1);
    return frame?.keyEvent === null && !Array.isArray(frame.container);
  }

  #collectionTag(event: MappingEvent | SequenceEvent, expected: string): void {
    const tag = this.#text.slice(event.tagStart, event.tagEnd);
    if (tag === expected || tag === '!') return;
    this.#note({ from: event.tagStart, to: event.tagEnd, statement: unknownTag(tag) });
  }

  #anchor(
    event: { readonly anchorStart: number; readonly anchorEnd: number },
    value: Json,
    text: string | undefined,
  ): Anchor {
    const anchor: Anchor = { value, text, size: 1, depth: 0, finished: false };
    this.#anchors.set(this.#text.slice(event.anchorStart, event.anchorEnd), anchor);
    return anchor;
  }

  #alias(name: string, event: Event): void {
    const anchor = this.#anchors.get(name);
    if (anchor === undefined || !anchor.finished) {
      const hint =
        anchor === undefined ? `If it is text, put quotes around it: ${singleQuoted(`*${name}`)}.` : undefined;
      const code = anchor === undefined ? 'yaml/unknown-alias' : 'yaml/recursive-alias';
      this.#report(state(code, { name }, { hint }), event);
      this.#broken = true;
      this.#add(null, 1, 0, undefined, event);
      return;
    }
    this.#aliases++;
    this.#expanded += anchor.size;
    if (this.#aliases > maximumAliases || this.#expanded > maximumExpandedValues) {
      if (!this.#broken) {
        const limit = `${(this.#aliases > maximumAliases ? maximumAliases : maximumExpandedValues).toLocaleString('en')} values`;
        this.#report(state('yaml/too-many-aliases', { limit }), event);
      }
      this.#broken = true;
      this.#add(null, 1, 0, undefined, event);
      return;
    }
    this.#add(anchor.value, anchor.size, anchor.depth + 1, anchor.text, event);
  }

  /** Puts a finished value where it belongs: the document, a list, a mapping's key or its value. */
  #add(value: Json, size: number, depth: number, text: string | undefined, event: Event | undefined): void {
    const frame = this.#frames[this.#frames.length - 1];
    if (frame === undefined) return;
    frame.size += size;
    if (depth > frame.depth) frame.depth = depth;
    if (this.#frames.length + depth > maximumDepth + 1 && !this.#broken) {
      this.#broken = true;
      this.#report(state('yaml/too-deep', { limit: maximumDepth }), event);
    }
    const { container } = frame;
    if (container === null) {
      this.#root = value;
      if (typeof value === 'object' && value !== null) this.#empty = false;
    } else if (Array.isArray(container)) {
      if (text !== undefined) this.#texts.set(container, container.length, text);
      container.push(value);
    } else if (frame.keyEvent === null) {
      if (event !== undefined) this.#startPair(frame, value, event, text);
    } else {
      this.#finishPair(frame, container, value, text);
    }
  }

  #startPair(frame: Frame, key: Json, event: Event, written: string | undefined): void {
    frame.keyEvent = event;
    if (typeof key === 'string') {
      frame.key = key;
      frame.merging =
        key === '<<' && event.type === EVENT_ID.SCALAR && event.style === SCALAR_STYLE.PLAIN && event.tagStart === -1;
      return;
    }
    frame.key = undefined;
    const statement = state(
      'yaml/key-not-text',
      { what: keyInWords(key, written) },
      { hint: keyHint(frame, key, written) },
    );
    this.#note({ ...(tokenSpan(this.#text, event) ?? this.#emptyPlace()), statement });
  }

  #finishPair(frame: Frame, container: Mapping, value: Json, text: string | undefined): void {
    const { key, keyEvent } = frame;
    frame.key = undefined;
    frame.keyEvent = null;
    frame.lastValue = value;
    if (key === undefined || keyEvent === null) return;
    if (frame.merging) {
      frame.merging = false;
      if (frame.hasMerged) this.#reportDuplicate(frame, key, keyEvent);
      else this.#merge(frame, container, value, keyEvent);
      frame.hasMerged = true;
    } else if (key === reservedKey) {
      this.#report(state('yaml/reserved-key', { key }), keyEvent);
    } else if (Object.hasOwn(container, key) && frame.merged?.has(key) !== true) {
      this.#reportDuplicate(frame, key, keyEvent);
    } else {
      frame.merged?.delete(key);
      container[key] = value;
      if (text !== undefined) this.#texts.set(container, key, text);
      else if (frame.merged !== undefined) this.#texts.forget(container, key);
    }
  }

  #reportDuplicate(frame: Frame, key: string, keyEvent: Event): void {
    frame.firstKeys ??= firstKeys(this.#text, this.#events, frame.eventIndex);
    const first = frame.firstKeys.get(key);
    const related = first === undefined ? {} : { related: { ...first, message: `\`${key}\` is first written here` } };
    this.#report(state('yaml/duplicate-key', { key }), keyEvent, related);
  }

  /** `<<` as most YAML tools read it: fields of the mapping given, those written here taking precedence. */
  #merge(frame: Frame, container: Mapping, value: Json, keyEvent: Event): void {
    const sources: readonly Json[] = Array.isArray(value) ? value : [value];
    for (const source of sources) {
      if (typeof source !== 'object' || source === null || isList(source)) {
        if (!this.#broken) this.#report(state('yaml/merge', {}), keyEvent);
        return;
      }
      for (const [key, item] of Object.entries(source)) {
        if (Object.hasOwn(container, key)) continue;
        container[key] = item;
        this.#texts.copy(source, key, container);
        frame.merged ??= new Set();
        frame.merged.add(key);
      }
    }
  }

  #report(statement: Statement, event: Event | undefined, related: Pick<ConstructionProblem, 'related'> = {}): void {
    const span = event === undefined ? null : tokenSpan(this.#text, event);
    this.#note({ ...(span ?? { from: 0, to: 0 }), statement, ...related });
  }

  #note(problem: ConstructionProblem): void {
    this.#noted++;
    if (this.#problems.length < maximumProblems) this.#problems.push(problem);
  }

  /** An empty key has no text of its own: blame the end of the token before it. */
  #emptyPlace(): Span {
    for (let index = this.#index - 1; index >= 0; index--) {
      const before = this.#events[index];
      const span = before === undefined ? null : tokenSpan(this.#text, before);
      if (span === null) continue;
      const place = before?.type === EVENT_ID.MAPPING ? span.from : span.to;
      return { from: place, to: place };
    }
    return { from: 0, to: 0 };
  }
}
