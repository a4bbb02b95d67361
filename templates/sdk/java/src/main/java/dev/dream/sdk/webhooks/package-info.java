/** Webhooks: for whoever receives events of Dream. Nothing here asks the server, and none of it needs a client. */
package dev.dream.sdk.webhooks;
