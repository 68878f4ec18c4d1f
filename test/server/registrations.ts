import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { privateKey, webhookSecret } from './support.ts';

/** An app as GitHub answers with it. */
export const app = {
  id: 42,
  slug: 'powered-by-millrace',
  name: 'Powered By <Millrace>',
  html_url: 'https://github.example/apps/powered-by-millrace',
  pem: privateKey,
  webhook_secret: webhookSecret,
  client_id: 'Iv1.8a61f9b3a7aba766',
  client_secret: 'the secret of a client',
};

/** A GitHub that answers with these, one after the other, and notes what it was asked. */
export async function github(...answers: readonly (readonly [status: number, body: unknown])[]) {
  const asked: string[] = [];
  const server = createServer((incoming, outgoing) => {
    const [status, body] = answers[asked.length] ?? [500, {}];
    asked.push(`${incoming.method} ${incoming.url}`);
    outgoing.writeHead(status, { 'content-type': 'application/json' });
    outgoing.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, asked };
}

/** The form on the page: where it sends to, and its manifest. */
export async function formOf(url: string) {
  const html = await (await fetch(url)).text();
  const attributeOf = (attribute: RegExp): string => unescapeHtml(attribute.exec(html)?.[1] ?? '');
  const action = new URL(attributeOf(/action="([^"]*)"/));
  const manifest = JSON.parse(attributeOf(/name="manifest" value="([^"]*)"/));
  return { action, manifest, state: action.searchParams.get('state') ?? '' };
}

function unescapeHtml(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
