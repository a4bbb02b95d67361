import type { FlagClientOptions, Timing } from './contract.ts';
import { Given } from './given.ts';
import { isBrowser, type Platform, platformOf } from './platform.ts';
import { problemTeller } from './tell-problem.ts';
import { Server } from './updates/server.ts';
import { isHeaderText } from './updates/signed-in-user.ts';

/** What all clients are told alike. */
export type CommonOptions = Pick<
  FlagClientOptions,
  'apiKey' | 'baseUrl' | 'mode' | 'onProblem' | 'platform' | 'pollInterval' | 'timing'
>;

/** How a client works; what was not said, or makes no sense, as is usual. */
export interface Settings {
  readonly mode: 'streaming' | 'polling' | 'offline';
  readonly platform: Platform;
  readonly timing: Timing;
  readonly pollInterval: number;
  /** Absent: there is none to ask. */
  readonly server: Server | undefined;
  /** Why there is none, though there should be. */
  readonly problem: string | undefined;
  /** Tells of what goes wrong; never throws. */
  readonly tell: (problem: string) => void;
}

const usualTiming: Timing = {
  timeout: 10_000,
  silence: 45_000,
  firstWord: 3_000,
  firstWait: 1_000,
  longestWait: 120_000,
};

/** Never throws. What cannot be used is told at once. */
export function readSettings(options: CommonOptions | null | undefined): Settings {
  const tell = problemTeller(options);
  const given = new Given<CommonOptions>(options, tell);
  const mode = given.choice('mode', ['streaming', 'polling', 'offline']);
  const platform = platformOf(given.part('platform'));
  const timing = readTiming(given.part('timing'));
  const apiKey = given.field('apiKey');
  const baseUrl = addressOf(given.field('baseUrl'));
  const problem = mode === 'offline' ? undefined : problemOf(apiKey, given.field('baseUrl'), baseUrl);
  if (problem !== undefined) tell(problem);
  const isOnline = mode !== 'offline' && problem === undefined && apiKey !== undefined && baseUrl !== undefined;
  return {
    mode,
    platform,
    timing,
    pollInterval: given.milliseconds('pollInterval', 30_000, 1_000),
    server: isOnline ? new Server({ apiKey, baseUrl, platform, timeout: timing.timeout }) : undefined,
    problem,
    tell,
  };
}

function readTiming(given: Given<Partial<Timing>>): Timing {
  const read = (name: keyof Timing, least = 1): number => {
    const value = given.field(name);
    if (typeof value !== 'number' || !(value <= 0)) return given.milliseconds(name, usualTiming[name], least);
    given.refuse(name, `is not more than 0 milliseconds: it is ${usualTiming[name]}`);
    return usualTiming[name];
  };
  return {
    timeout: read('timeout'),
    silence: read('silence'),
    firstWord: read('firstWord'),
    firstWait: read('firstWait'),
    // Else a server that is away would be asked without a pause.
    longestWait: read('longestWait', 100),
  };
}

/** Why no server can be asked with these. No message holds any of the key, or of what was given as the address. */
function problemOf(apiKey: unknown, given: unknown, baseUrl: string | undefined): string | undefined {
  const isAbsent = [apiKey, given].some((one) => one === undefined || one === null || one === '');
  if (isAbsent) return 'without `apiKey` and `baseUrl` there is no server to ask';
  if (!isHeaderText(apiKey)) return '`apiKey` is no text, or has characters that no key has';
  if (apiKey.startsWith('sk_') && isBrowser()) {
    return '`apiKey` is a secret key, which is not for browsers, where whoever opens the page can read it';
  }
  return baseUrl === undefined ? '`baseUrl` must be an http(s) address without user, query and fragment' : undefined;
}

/** Without a slash at its end. Of credentials in it `fetch` would complain each time. */
function addressOf(text: unknown): string | undefined {
  try {
    // Much else is made into an address by platforms, or cut off from it without a word.
    if (typeof text !== 'string' || !/^https?:\/\/[^\s\\?#\p{Cc}]+$/iu.test(text)) return undefined;
    const { href, password, port, username } = new URL(text);
    return username + password !== '' || port === '0' ? undefined : href.replace(/\/+$/, '');
  } catch {
    return undefined;
  }
}
