import { type GithubClient, RequestFailed } from '../../github/client/github-client.ts';
import { readBlob } from '../../github/client/read-blob.ts';
import type { RepositoryName } from '../../github/repository-name.ts';
import { settingsKey } from '../../logo/logo-settings.ts';
import { logoFile } from '../../logo/normalize-logo.ts';
import { mayPass } from '../../problem/passing.ts';
import { type Remark, remark } from '../../problem/remark.ts';
import { type Result, success } from '../../problem/result.ts';
import type { LogoPin } from '../observe/notes/reviewed.ts';
import { blobOid } from './blob-oid.ts';
import type { LogoLoader, LogoRequest } from './logo-loader.ts';

/** The logo of a submission. */
export interface SubmittedLogo {
  /** A PNG, or an SVG where the project keeps it. */
  readonly content: Uint8Array;
  readonly remarks: readonly Remark[];
  readonly pin: LogoPin;
  /** Whether another one was reviewed, under the same address. */
  readonly isOther: boolean;
}

/** What is needed to fetch a logo. */
export interface LogoServices {
  readonly client: GithubClient;
  readonly logos: LogoLoader;
}

/** What was reviewed before a logo is fetched again. */
export interface ReviewedLogo {
  readonly reviewed: LogoPin | undefined;
  readonly isReviewClaimed: boolean;
  /** Whether a writer wants whatever is at the address now. */
  readonly isForced: boolean;
  readonly repository: RepositoryName;
}

/**
 * Fetches the logo that a submission asks for. While its address stays the same, so does the logo, whatever is there by
 * now: the reviewed one is read from the repository, where our branch has it. A writer's `rebuild` takes what is there, if
 * it is a logo.
 *
 * @throws RequestFailed
 */
export async function fetchReviewedLogo(
  request: LogoRequest,
  { reviewed, isReviewClaimed, isForced, repository }: ReviewedLogo,
  { client, logos }: LogoServices,
): Promise<Result<SubmittedLogo>> {
  const { address } = request;
  const settings = settingsKey(request.settings);
  const fetched = await logos.fetch(request);
  const isReleased = isForced && fetched.ok;
  const pin = reviewed?.address === address && !isReleased ? reviewed : undefined;
  const isSame = fetched.ok && fetched.value.fingerprint === pin?.fingerprint;
  const mayKeep = pin && !isSame && !isReviewClaimed;
  const kept = mayKeep ? await readPinned(pin, settings, repository, client) : undefined;
  if (pin && kept) {
    const isPassing = !fetched.ok && fetched.problems.every(mayPass);
    const remarks = isPassing ? pin.remarks : [...pin.remarks, remark('logo-changed')];
    return success({ content: kept, remarks, pin, isOther: false });
  }
  if (!fetched.ok) return fetched;
  const isOther = pin !== undefined && !isSame;
  // That it is another one is said until somebody asks for something new.
  const said = isOther ? [remark('logo-replaced')] : (pin?.remarks.filter(isReplacement) ?? []);
  const { fingerprint } = fetched.value;
  const content = logoFile(fetched.value);
  const remarks = [...fetched.value.remarks, ...said];
  return success({
    content,
    remarks,
    pin: { address, fingerprint, settings, oid: blobOid(content), remarks },
    isOther,
  });
}

function isReplacement({ code }: Remark): boolean {
  return code === 'logo-replaced';
}

/** The logo as it was drawn for these settings; nothing where the repository does not have it. */
async function readPinned(
  { oid, settings }: LogoPin,
  wanted: string,
  repository: RepositoryName,
  client: GithubClient,
): Promise<Uint8Array | undefined> {
  if (settings !== wanted) return undefined;
  try {
    return await readBlob(client, repository, oid);
  } catch (error) {
    if (error instanceof RequestFailed && error.status === 404) return undefined;
    throw error;
  }
}
