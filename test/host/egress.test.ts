import { createServer as createPlainServer, type Server, type Socket } from 'node:net';
import { createServer, type RequestListener } from 'node:http';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { EgressCall, EgressProblem, EgressSending } from '../../src/host/contract.ts';
import { addressPolicy } from '../../src/host/egress/address-policy.ts';
import { createEgress, type EgressOptions } from '../../src/host/egress/create-egress.ts';

const loopback = '127.0.0.0/8';
const cleanups: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** On a port of 127.0.0.1, until the test ends. */
async function listening(server: Server): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanups.push(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

const answering = (listener: RequestListener): Promise<number> => listening(createServer(listener));
const saying = (say: (socket: Socket) => void): Promise<number> => listening(createPlainServer(say));

async function call(url: string, options: EgressOptions = {}, more: Partial<EgressCall> = {}): Promise<unknown> {
  const egress = createEgress(options);
  cleanups.push(() => egress.close());
  const call = { url, method: 'POST', headers: {}, body: '{}', timeout: 5_000, sizeLimit: 100, ...more } as const;
  return egress.call(call).then(
    ({ status, body, complete }) => `${status} ${Buffer.from(body).toString()}${complete ? '' : '…'}`,
    (error: Error) => ('problem' in error ? `${String(error.problem)}: ${error.message}` : error),
  );
}

/** Of this machine, of its network, of nobody, and what is no address. */
const inward = `
  127.0.0.1 127.255.255.254 0.0.0.0 0.1.2.3 10.0.0.1 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254
  100.64.0.1 100.100.100.200 224.0.0.1 239.255.255.250 255.255.255.255 240.0.0.1 192.0.0.1 192.0.2.1
  198.18.0.1 198.51.100.1 203.0.113.1 168.63.129.16 :: ::1 fe80::1 fe80::1%eth0 fc00::1 fd00:ec2::254
  ff02::1 fec0::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:a9fe:a9fe 64:ff9b::7f00:1 64:ff9b:1::7f00:1
  2002:7f00:1:: 2001::1 ::127.0.0.1 ::10.0.0.1 ::a00:1 ::a9fe:a9fe ::808:808 4000::1 5f00::1 e000::1 ::ffff:0:127.0.0.1 100::1 2001:db8::1 localhost 2130706433`
  .trim()
  .split(/\s+/);

describe('which addresses are called', () => {
  it.each([...inward, ''])('not %s', (address) => {
    expect(addressPolicy([]).allows(address)).toBe(false);
  });

  it.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700:4700::1111', '::ffff:8.8.8.8'])('%s', (address) => {
    expect(addressPolicy([]).allows(address)).toBe(true);
  });

  it.each([
    ['10.1.2.3', true],
    ['::ffff:10.1.2.3', true],
    ['10.2.0.1', false],
    ['127.0.0.1', true],
    ['127.0.0.2', false],
    ['fd12::1', true],
  ])('%s, where the operator allows some: %s', (address, allowed) => {
    expect(addressPolicy(['10.1.0.0/16', '127.0.0.1', 'fd12::/16']).allows(address)).toBe(allowed);
  });

  it('none of the private ones, however they are written', () => {
    const anyInward = fc.oneof(
      fc.ipV4().map((text) => `10.${text.split('.').slice(1).join('.')}`),
      fc.ipV4().map((text) => `127.${text.split('.').slice(1).join('.')}`),
      fc.ipV4().map((text) => `169.254.${text.split('.').slice(2).join('.')}`),
    );
    fc.assert(
      fc.property(anyInward, (address) => {
        const parts = address.split('.').map(Number);
        const hex = parts.map((part) => part.toString(16).padStart(2, '0')).join('');
        const groups = `${hex.slice(0, 4)}:${hex.slice(4)}`;
        const policy = addressPolicy([]);
        for (const written of [address, `::ffff:${groups}`, `64:ff9b::${groups}`, `2002:${groups}::`]) {
          expect(policy.allows(written)).toBe(false);
        }
      }),
    );
  });
});

describe('calls to the outside', () => {
  it.each([
    ['http://127.0.0.1:9', '127.0.0.1'],
    ['http://0x7f000001:9', '127.0.0.1'],
    ['http://017700000001:9', '127.0.0.1'],
    ['http://2130706433:9', '127.0.0.1'],
    ['http://127.1:9', '127.0.0.1'],
    ['http://0:9', '0.0.0.0'],
    ['http://[::1]:9', '::1'],
    ['http://[::ffff:127.0.0.1]:9', '::ffff:7f00:1'],
    ['http://169.254.169.254/latest/meta-data', '169.254.169.254'],
    ['http://①②⑦.⓪.⓪.①:9', '127.0.0.1'],
  ])('%s is refused', async (url, shown) => {
    expect(await call(url)).toBe(`refused: ${shown} is not a public address`);
  });

  it.each(['http://localhost:9', 'http://LOCALHOST:9'])('%s is refused', async (url) => {
    expect(await call(url)).toMatch(/^refused: localhost \((127\.0\.0\.1|::1)\) is not a public address$/);
  });

  it('http://localhost.:9 is refused, where it has an address at all', async () => {
    expect(await call('http://localhost.:9')).toMatch(/^(refused: localhost\. \(|unresolvable: localhost\. )/);
  });

  it.each([
    ['file:///etc/passwd', 'refused: the address is not one of http or https'],
    ['gopher://example.com', 'refused: the address is not one of http or https'],
    ['nonsense', 'refused: the address is not one of http or https'],
    ['https://ada:secret@example.com', 'refused: the address holds a user name or a password'],
  ])('%s is refused', async (url, answer) => {
    expect(await call(url)).toBe(answer);
  });

  it('a name is refused as a whole when one of its addresses is private', async () => {
    const resolve = async () => ['8.8.8.8', '10.0.0.1'];
    expect(await call('http://both.example', { resolve })).toBe(
      'refused: both.example (10.0.0.1) is not a public address',
    );
  });

  it('a name that changes its mind is resolved once for each connection, and called where it was looked at', async () => {
    const port = await answering((_request, response) => response.end('here'));
    let asked = 0;
    const resolve = async () => [(asked += 1) === 1 ? '127.0.0.1' : '10.0.0.1'];
    const options = { allowed: ['127.0.0.1'], resolve };
    expect(await call(`http://fickle.example:${port}`, options)).toBe('200 here');
    expect(asked).toBe(1);
    expect(await call(`http://fickle.example:${port}`, options)).toMatch(/^refused: fickle\.example \(10\.0\.0\.1\)/);
  });

  it('a name without an address, and an address where nobody listens', async () => {
    const unknown = () => Promise.reject(new Error('ENOTFOUND'));
    expect(await call('http://nowhere.example', { resolve: unknown })).toBe(
      'unresolvable: nowhere.example has no address',
    );
    expect(await call('http://empty.example', { resolve: async () => [] })).toBe(
      'unresolvable: empty.example has no address',
    );
    expect(await call('http://127.0.0.1:1', { allowed: [loopback] })).toBe(
      'unreachable: the connection failed: ECONNREFUSED',
    );
  });

  it('a redirect is an answer and is not followed', async () => {
    const port = await answering((_request, response) =>
      response.writeHead(307, { location: 'http://10.0.0.1/' }).end(),
    );
    expect(await call(`http://127.0.0.1:${port}`, { allowed: [loopback] })).toBe('307 ');
  });

  it('sends what it is given', async () => {
    const port = await answering((request, response) => {
      request.setEncoding('utf8');
      let body = '';
      request.on('data', (text: string) => (body += text));
      request.on('end', () =>
        response.end(`${request.method} ${request.url} ${String(request.headers['x-source'])} ${body}`),
      );
    });
    const more = { headers: { 'X-Source': 'dream' }, body: '{"a":"ü"}' };
    expect(await call(`http://127.0.0.1:${port}/a?b=c`, { allowed: [loopback] }, more)).toBe(
      '200 POST /a?b=c dream {"a":"ü"}',
    );
  });

  it('of an endless answer as much is read as was asked for', async () => {
    const port = await answering((_request, response) => {
      const write = (): void => {
        while (response.write('x'.repeat(1_000)));
      };
      response.on('drain', write);
      write();
    });
    expect(await call(`http://127.0.0.1:${port}`, { allowed: [loopback] })).toBe(`200 ${'x'.repeat(100)}…`);
  });

  it('an answer that drips, or never comes, ends with its time', async () => {
    const silent = await saying(() => undefined);
    const dripping = await saying((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      const timer = setInterval(() => socket.write('x: y\r\n'), 5);
      socket.once('close', () => clearInterval(timer));
    });
    for (const port of [silent, dripping]) {
      const answer = await call(`http://127.0.0.1:${port}`, { allowed: [loopback] }, { timeout: 50 });
      expect(answer).toBe('timeout: no answer within 50 ms');
    }
  });

  it('a status counts although its body never ends, unless the body is what is wanted', async () => {
    const port = await answering((_request, response) => response.writeHead(200).write('well'));
    const url = `http://127.0.0.1:${port}`;
    const options = { allowed: [loopback] };
    // Long enough for a busy machine to answer within it.
    expect(await call(url, options, { timeout: 1_500 })).toBe('200 well');
    expect(await call(url, options, { timeout: 60, bodyRequired: true })).toBe('timeout: no answer within 60 ms');
  });

  it('huge headers, and what is not HTTP, are nothing to wait for', async () => {
    const huge = await saying((socket) => {
      socket.write(`HTTP/1.1 200 OK\r\nx: ${'y'.repeat(100_000)}\r\n`);
    });
    const other = await saying((socket) => {
      socket.write('220 mail.example ESMTP\r\n');
    });
    expect(await call(`http://127.0.0.1:${huge}`, { allowed: [loopback] })).toBe(
      'unreadable: the headers are too large',
    );
    expect(await call(`http://127.0.0.1:${other}`, { allowed: [loopback] })).toBe('unreadable: the answer is not HTTP');
  });

  it.each([
    ['a change of protocols', 'HTTP/1.1 101 Switching Protocols\r\n\r\n'],
    ['one to a protocol', 'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n'],
    ['an invitation to go on', 'HTTP/1.1 100 Continue\r\n\r\n'],
    ['a status that there is not', 'HTTP/1.1 099 None\r\n\r\n'],
    ['two lengths', 'HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nabc'],
  ])('nobody is told what the reader of answers says to itself: %s', async (_name, said) => {
    const port = await saying((socket) => socket.once('data', () => socket.write(said)));
    expect(await call(`http://127.0.0.1:${port}`, { allowed: [loopback] })).toBe('unreadable: the answer is not HTTP');
  });

  it('a connection that is closed or broken off, a secure one to who speaks in the open, and what is no header', async () => {
    const closing = await saying((socket) => socket.once('data', () => socket.end()));
    const broken = await saying((socket) => socket.once('data', () => socket.resetAndDestroy()));
    const open = await saying((socket) => socket.once('data', () => socket.write('220 mail.example ESMTP\r\n')));
    const options = { allowed: [loopback] };
    expect(await call(`http://127.0.0.1:${closing}`, options)).toBe(
      'unreachable: the receiver closed the connection without an answer',
    );
    expect(await call(`http://127.0.0.1:${broken}`, options)).toBe('unreachable: the connection failed: ECONNRESET');
    expect(await call(`https://127.0.0.1:${closing}`, options)).toBe('unreachable: the connection failed: ECONNRESET');
    expect(await call(`https://127.0.0.1:${open}`, options)).toBe(
      'unreachable: the receiver does not speak TLS at this address',
    );
    expect(await call(`http://127.0.0.1:${open}`, options, { headers: { a: 'b\nc' } })).toBe(
      'refused: the call holds what HTTP does not allow',
    );
  });

  it('a call that the caller wants no more', async () => {
    const silent = await saying(() => undefined);
    const more = { signal: AbortSignal.abort() };
    expect(await call(`http://127.0.0.1:${silent}`, { allowed: [loopback] }, more)).toBe(
      'unreachable: the call was abandoned',
    );
  });
});

describe('bytes that are sent', () => {
  const send = async (
    port: number,
    more: Partial<EgressSending> = {},
    options: EgressOptions = {},
  ): Promise<string> => {
    const egress = createEgress({ allowed: [loopback], ...options });
    cleanups.push(() => egress.close());
    const bytes = Buffer.from('line\n'.repeat(50_000));
    return egress.send({ host: '127.0.0.1', port, tls: null, bytes, timeout: 5_000, ...more }).then(
      () => 'taken',
      (error: EgressProblem) => `${error.problem}: ${error.message}`,
    );
  };

  it('have been taken when the receiver ends the connection after them', async () => {
    let received = 0;
    const port = await saying((socket) => socket.on('data', (chunk: Buffer) => (received += chunk.length)));
    expect(await send(port)).toBe('taken');
    expect(received).toBe(250_000);
  });

  it('have not been taken by who ends the connection before, breaks it off, or says nothing', async () => {
    const early = await saying((socket) => socket.end());
    const broken = await saying((socket) => socket.once('data', () => socket.resetAndDestroy()));
    const silent = await listening(createPlainServer({ allowHalfOpen: true }, (socket) => socket.resume()));
    expect(await send(early)).toMatch(/^unreachable: /u);
    expect(await send(broken)).toMatch(/^unreachable: /u);
    expect(await send(silent, { timeout: 60 })).toBe('timeout: no answer within 60 ms');
  });

  it('are not sent over TLS to who does not speak it, whose certificate is not to blame', async () => {
    const port = await saying((socket) => socket.once('data', () => socket.write('what do you mean?\n')));
    expect(await send(port, { tls: { ca: null } })).toBe(
      'unreachable: the receiver does not speak TLS at this address',
    );
  });

  it('wait no longer than they may for a name to be resolved', async () => {
    const resolve = (): Promise<readonly string[]> => new Promise(() => {});
    const answer = await send(1, { host: 'logs.example', timeout: 60 }, { resolve });
    expect(answer).toBe('timeout: no answer within 60 ms');
  });

  it('go to public addresses only', async () => {
    expect(await send(1, {}, { allowed: [] })).toBe('refused: 127.0.0.1 is not a public address');
  });
});
