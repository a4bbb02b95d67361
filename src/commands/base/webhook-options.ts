import * as Args from '@oclif/core/args';

export const endpointArgument = Args.string({
  description: 'Key of the WebhookEndpoint.',
  ignoreStdin: true,
  required: true,
});
