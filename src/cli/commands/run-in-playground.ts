import * as z from 'zod';
import type { ExitCode } from '../output/exit-code.ts';
import { runRun } from './run.ts';

const attachments = z.object({
  hosts: z.object({ named: z.array(z.string()), redirected: z.array(z.string()) }),
  certificates: z.string(),
});

/**
 * Runs `poweredby run` as the playground does: it gets what is attached to issues from this machine, and does not wait between
 * its requests, because there is nobody here to be spared.
 */
export async function runInPlayground(): Promise<ExitCode> {
  const given = attachments.parse(JSON.parse(process.env['PLAYGROUND_ATTACHMENTS'] ?? 'null'));
  const downloads = {
    ...given,
    resolve: async () => ['127.0.0.1'],
    isAllowedAddress: (address: string) => address === '127.0.0.1',
  };
  return runRun({}, { downloads, requestSpacing: 0, retryRequests: false });
}
