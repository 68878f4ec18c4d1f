import {
  type Checkout,
  OutsideCheckoutError,
  openCheckout,
  UnreadablePathError,
} from '../../checkout/checkout.ts';
import { readConfigurationOf, takeSnapshot } from '../../checkout/read-repository.ts';
import type { Configuration } from '../../config/configuration.ts';
import { problem } from '../../problem/problem.ts';
import { failure, type Result, success } from '../../problem/result.ts';
import { type OpenPage, openPages } from '../../proposal/open-pages.ts';

/** A checkout with its configuration. */
export interface ConfiguredCheckout {
  readonly checkout: Checkout;
  readonly configuration: Configuration;
}

/** A checkout whose pages were read. */
export interface OpenRepository extends ConfiguredCheckout {
  readonly pages: readonly OpenPage[];
  /** The files in the logo folder. */
  readonly logos: readonly string[];
}

/** Opens the checkout in a folder and reads its configuration. */
export async function openConfigured(directory: string): Promise<Result<ConfiguredCheckout>> {
  const checkout = await openCheckout(directory);
  if (checkout === undefined) return failure(problem('checkout-missing', 'dir', { directory }));
  return insideOnly(async () => {
    const configuration = await readConfigurationOf(checkout);
    return configuration.ok
      ? success({ checkout, configuration: configuration.value })
      : configuration;
  });
}

/** Reads the pages of a checkout. */
export async function openRepository({
  checkout,
  configuration,
}: ConfiguredCheckout): Promise<Result<OpenRepository>> {
  return insideOnly(async () => {
    const snapshot = await takeSnapshot(checkout, configuration);
    const pages = await openPages(snapshot, configuration);
    const { logos } = snapshot;
    return pages.ok ? success({ checkout, configuration, pages: pages.value, logos }) : pages;
  });
}

/** A path that leads outside the checkout, or at which nothing can be read, is a problem and no fault of ours. */
export async function insideOnly<T>(read: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof OutsideCheckoutError) {
      return failure(problem('path-outside-checkout', '', { path: error.path }));
    }
    if (!(error instanceof UnreadablePathError)) throw error;
    const reason = error.cause instanceof Error ? error.cause.message : String(error.cause);
    return failure(problem('path-unreadable', '', { path: error.path, reason }));
  }
}
