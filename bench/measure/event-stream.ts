import { type Agent, request } from 'node:http';

export interface EventStreamOptions {
  readonly agent: Agent;
  readonly headers: Readonly<Record<string, string>>;
  /** Told the text of each event but the first, without the empty line behind it. */
  readonly told: (event: string) => void;
}

/** Follows server-sent events until the agent is destroyed; resolves when the first has come. */
export async function followEvents(url: URL, { agent, headers, told }: EventStreamOptions): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const reading = request(url, { agent, headers }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`the stream was answered ${response.statusCode}`));
      let text = '';
      let isFirst = true;
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
        for (let end = text.indexOf('\n\n'); end !== -1; end = text.indexOf('\n\n')) {
          const event = text.slice(0, end);
          text = text.slice(end + 2);
          if (!event.startsWith('event: ')) continue;
          if (isFirst) resolve();
          else told(event);
          isFirst = false;
        }
      });
    });
    reading.on('error', reject).end();
  });
}
