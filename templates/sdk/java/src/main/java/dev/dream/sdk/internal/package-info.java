/** How calls are made. Nothing of it is for programs, and the module does not export it. */
package dev.dream.sdk.internal;
