import type { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Playground } from '../playground.ts';
import type { WebEnvironment } from './visit.ts';

/** A browser that hears nothing for long gives a connection up, in milliseconds. */
const heartbeat = 20_000;

/** Tells open pages which version of everything is the present one; what changed they ask for themselves. */
export function addLiveUpdates(web: Hono<WebEnvironment>, { changes }: Playground): void {
  web.get('/live', (context) =>
    streamSSE(context, async (stream) => {
      const { promise: ended, resolve: end } = Promise.withResolvers<void>();
      const tell = () => {
        stream.writeSSE({ event: 'version', data: `${changes.version}` }).catch(end);
      };
      const unsubscribe = changes.subscribe(tell);
      const timer = setInterval(() => stream.write(': still here\n\n').catch(end), heartbeat);
      stream.onAbort(end);
      tell();
      await ended;
      clearInterval(timer);
      unsubscribe();
    }),
  );
}
