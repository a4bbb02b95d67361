// What `import { Agent } from 'undici'` gives in the bundle: the agent and its `request`, wired as undici's own
// index.js wires them, without fetch, caches, mocks, WebSocket and the rest.
const Dispatcher = require('undici/lib/dispatcher/dispatcher');

Dispatcher.prototype.request = require('undici/lib/api/api-request');
module.exports.Agent = require('undici/lib/dispatcher/agent');
