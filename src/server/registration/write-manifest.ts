import { parse } from 'yaml';
import { defaultWebhookPath } from '../settings/settings.ts';

/** What an operator says of an app beside what it asks for. */
export interface ManifestOptions {
  /** The app's name, unlike any other's on its GitHub; the manifest's own, if left out. */
  readonly name: string | undefined;
  /** Where the server is reached from outside, without a slash at its end. */
  readonly url: string;
  /** Where GitHub sends the browser back to. */
  readonly redirectUrl: string;
}

/** The manifest that GitHub is given, as JSON. @param appFile the text of `app.yml` */
export function writeManifest(appFile: string, options: ManifestOptions): string {
  const { name, url, redirectUrl } = options;
  return JSON.stringify({
    ...parse(appFile),
    ...(name !== undefined && { name }),
    url,
    hook_attributes: { url: url + defaultWebhookPath, active: true },
    redirect_url: redirectUrl,
  });
}
