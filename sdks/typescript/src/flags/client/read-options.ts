import type { FlagClientOptions, Timing } from './contract.ts';
import { type Platform, platformOf } from './platform.ts';
import { readVersioned } from './updates/read-versioned.ts';
import { Server } from './updates/server.ts';
import type { SignedInUser } from './updates/signed-in-user.ts';
import type { VersionedRuleset } from '../evaluation/ruleset-patch.ts';

/** How a client works; what was not said, or makes no sense, as is usual. */
export interface Settings {
  readonly mode: 'streaming' | 'polling' | 'offline';
  readonly platform: Platform;
  readonly timing: Timing;
  readonly pollInterval: number;
  readonly bootstrap: VersionedRuleset | undefined;
  /** Absent: there is none to ask. */
  readonly server: Server | undefined;
  /** Why there is none, or no bootstrap, though there should be. */
  readonly problems: readonly string[];
}

const usualTiming: Timing = {
  timeout: 10_000,
  silence: 45_000,
  firstWord: 3_000,
  firstWait: 1_000,
  longestWait: 120_000,
};

export function readSettings(options: FlagClientOptions, user?: SignedInUser): Settings {
  const { apiKey = '', baseUrl = '', mode = 'streaming', pollInterval = 30_000, timing = {} } = options;
  const platform = platformOf(options.platform);
  const whole: Timing = { ...usualTiming, ...timing };
  const bootstrap = options.bootstrap === undefined ? undefined : readVersioned(options.bootstrap);
  const isOnline = mode !== 'offline' && apiKey !== '' && baseUrl !== '';
  return {
    mode,
    platform,
    timing: whole,
    pollInterval: Math.max(1_000, pollInterval),
    bootstrap,
    server: isOnline ? new Server({ apiKey, baseUrl, platform, timeout: whole.timeout, user }) : undefined,
    problems: [
      ...(options.bootstrap !== undefined && bootstrap === undefined ? ['the bootstrap is no ruleset'] : []),
      ...(mode === 'offline' || isOnline ? [] : ['without `apiKey` and `baseUrl` there is no server to ask']),
    ],
  };
}
