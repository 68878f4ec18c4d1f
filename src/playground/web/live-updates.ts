import type { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Changes } from './changes.ts';
import type { WebEnvironment } from './visit.ts';

/** A browser that hears nothing for long gives a connection up, in milliseconds. */
const heartbeat = 20_000;

/** Tells open pages that something changed; what it is they ask for themselves. */
export function addLiveUpdates(web: Hono<WebEnvironment>, changes: Changes): void {
  web.get('/live', (context) =>
    streamSSE(context, async (stream) => {
      const { promise: ended, resolve: end } = Promise.withResolvers<void>();
      const tell = (data: string) => {
        stream.writeSSE({ event: 'version', data: hash(data) }).catch(end);
      };
      const unsubscribe = changes.subscribe(tell);
      const timer = setInterval(() => stream.write(': still here\n\n').catch(end), heartbeat);
      stream.onAbort(end);
      await ended;
      clearInterval(timer);
      unsubscribe();
    }),
  );
}

function hash(text: string): string {
  let value = 0;
  for (let at = 0; at < text.length; at += 1) value = (value * 31 + text.charCodeAt(at)) | 0;
  return value.toString(36);
}
