/** JSON without dependencies: what answers are read with and bodies are written with. */
package dev.dream.sdk.json;
