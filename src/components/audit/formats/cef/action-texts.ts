import { actionName } from '../action-name.ts';
import { cutText } from '../cut-text.ts';
import { escapeHeader } from './escape.ts';
import { field } from './fields.ts';

/** What an action says by itself, which is the same in all of its lines. */
interface ActionText {
  /** All of the header before the severity. */
  readonly header: string;
  /** The keys that hold the action. */
  readonly fields: string;
}

/** Actions that are remembered, and how long one of them may be: callers name their own, and must not fill the memory. */
const [most, longest] = [1000, 200];

/** Makes the texts of each action once: most entries are of a few. */
export class ActionTexts {
  readonly #program: string;
  readonly #known = new Map<string, ActionText>();

  /** @param version of this program */
  constructor(version: string) {
    this.#program = escapeHeader(cutText(version, 31));
  }

  of(action: string): ActionText {
    const known = this.#known.get(action);
    if (known !== undefined) return known;
    const made = this.#make(action);
    if (action.length > longest) return made;
    if (this.#known.size >= most) this.#known.clear();
    this.#known.set(action, made);
    return made;
  }

  #make(action: string): ActionText {
    const name = escapeHeader(cutText(actionName(action), 512));
    return {
      header: `CEF:0|Dream|Dream|${this.#program}|${escapeHeader(cutText(action, 1023))}|${name}|`,
      fields: field(' act=', 63, action) + field(' cat=', 1023, categoryOf(action)),
    };
  }
}

/** What stands before the first point. */
function categoryOf(action: string): string {
  const end = action.indexOf('.');
  return end === -1 ? action : action.slice(0, end);
}
