import mustache from 'mustache';
import { readTemplate } from '../../templates.ts';
import { type HttpResponse, mediaTypes } from './http-response.ts';

/** The template of a page, or of a part of one. */
function readPage(name: string): string {
  return readTemplate(`en/pages/${name}.html`);
}

/**
 * A page for people, with nothing active in it. Values are escaped as HTML.
 *
 * @param name of a file in `templates/en/pages/`
 * @param formTarget the only origin that a form on it may send to
 */
export function page(
  status: number,
  name: string,
  values: Readonly<Record<string, string>> = {},
  formTarget = "'none'",
): HttpResponse {
  const policy = [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    `form-action ${formTarget}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ];
  return {
    status,
    type: mediaTypes.html,
    body: mustache.render(readPage(name), values, readPage),
    headers: {
      'content-security-policy': policy.join('; '),
      // The address that GitHub sends back to holds the code.
      'referrer-policy': 'no-referrer',
    },
    close: true,
  };
}
