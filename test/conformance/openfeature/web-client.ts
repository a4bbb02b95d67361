// A page with OpenFeature's web SDK and its OFREP provider, both as published. Node has the EventSource of browsers
// behind a flag:
//
//   node --experimental-eventsource web-client.ts URL KEY CONTEXT
//
// Prints one line of JSON when it is ready, and one each time the provider says that flags have changed. Ends with its
// standard input.
import { OpenFeature, type Provider, ProviderEvents } from '@openfeature/web-sdk';
import { OFREPWebProvider } from '@openfeature/ofrep-web-provider';

const [baseUrl = '', key = '', context = '{}'] = process.argv.slice(2);
const client = OpenFeature.getClient();

function tell(event: string): void {
  const answer = {
    event,
    checkout: client.getBooleanDetails('checkout', false),
    reports: client.getBooleanDetails('reports', true),
    limits: client.getObjectValue('limits', {}),
    off: client.getStringDetails('nothing-to-say', 'default of the code'),
    missing: client.getBooleanDetails('nowhere', true),
  };
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}

await OpenFeature.setContext(JSON.parse(context));
// Its types were made without `exactOptionalPropertyTypes`, and do not fit those of its own SDK with it.
const provider = new OFREPWebProvider({
  baseUrl,
  headers: [['X-API-Key', key]],
  cacheMode: 'disabled',
}) as unknown as Provider;
client.addHandler(ProviderEvents.ConfigurationChanged, () => tell('changed'));
await OpenFeature.setProviderAndWait(provider);
tell('ready');
process.stdin.resume();
process.stdin.once('end', () => process.exit());
