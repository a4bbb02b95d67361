import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inject } from 'vitest';
import { freePort } from '../../../support/free-port.ts';
import '../../../support/global-setup.ts';
import { debianTool } from './debian-tool.ts';

/** A message as rsyslog understood it. */
export interface ReceivedMessage {
  readonly pri: string;
  readonly host: string;
  readonly app: string;
  readonly msgid: string;
  readonly msg: string;
  readonly 'rfc5424-sd': { readonly [id: string]: { readonly [name: string]: string } };
}

/** Sends `bytes` to a rsyslog over TCP and gives what it made of them, once that is `count` messages. */
export function throughRsyslog(bytes: string, count: number): Promise<readonly ReceivedMessage[]> {
  return receivedByRsyslog((port) => send(port, bytes), count);
}

/** The same for whatever sends something to a port of this machine; rsyslog may not be listening yet. */
export async function receivedByRsyslog(
  sendTo: (port: number) => Promise<void>,
  count: number,
): Promise<readonly ReceivedMessage[]> {
  const directory = mkdtempSync(join(inject('temporary'), 'rsyslog-'));
  const [configuration, output, pid] = ['rsyslog.conf', 'received.json', 'pid'].map((name) => join(directory, name));
  if (configuration === undefined || output === undefined || pid === undefined) throw new RangeError('Three names.');
  const port = await freePort();
  mkdirSync(join(directory, 'spool'));
  writeFileSync(configuration, configurationOf({ directory, output, port }));
  // In the foreground, with nothing of the machine's own configuration.
  const daemon = spawn(debianTool('rsyslogd', 'rsyslog'), ['-n', '-f', configuration, '-i', pid], { stdio: 'ignore' });
  const ended = new Promise((resolve) => daemon.once('exit', resolve));
  try {
    await sendTo(port);
    return await untilReceived(output, count);
  } finally {
    daemon.kill('SIGTERM');
    await ended;
  }
}

function configurationOf(place: {
  readonly directory: string;
  readonly output: string;
  readonly port: number;
}): string {
  return `
    global(workDirectory="${place.directory}/spool" maxMessageSize="256k" parser.escapeControlCharactersOnReceive="off")
    module(load="imtcp")
    module(load="mmpstrucdata")
    template(name="json" type="list") { property(name="$!all-json") constant(value="\\n") }
    ruleset(name="entries") {
      action(type="mmpstrucdata" sd_name.lowercase="off")
      set $!pri = $pri;
      set $!host = $hostname;
      set $!app = $app-name;
      set $!msgid = $msgid;
      set $!msg = $msg;
      action(type="omfile" file="${place.output}" template="json")
    }
    input(type="imtcp" address="127.0.0.1" port="${place.port}" ruleset="entries")
  `;
}

async function send(port: number, bytes: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await new Promise<void>((resolve, reject) => {
        const socket = connect(port, '127.0.0.1');
        socket.once('error', reject);
        socket.once('connect', () => socket.end(bytes, resolve));
      });
      return;
    } catch (error) {
      if (attempt === 2_000) throw error;
      await sleep(50);
    }
  }
}

async function untilReceived(output: string, count: number): Promise<readonly ReceivedMessage[]> {
  let lines: readonly string[] = [];
  for (let attempt = 0; attempt < 4_000; attempt += 1) {
    // It writes block by block: what has no end yet is not all there.
    lines = existsSync(output) ? readFileSync(output, 'utf8').split('\n').slice(0, -1) : [];
    if (lines.length >= count) break;
    await sleep(25);
  }
  return lines.map((line) => JSON.parse(line) as ReceivedMessage);
}
