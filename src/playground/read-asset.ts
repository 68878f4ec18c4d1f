import { readdirSync, readFileSync } from 'node:fs';

/** The names of the files in our `assets/`. */
export function assetNames(): string[] {
  return readdirSync(new URL('./assets/', import.meta.url));
}

/** The bytes of a file in our `assets/`. */
export function readAsset(name: string): Buffer {
  return readFileSync(new URL(`./assets/${name}`, import.meta.url));
}

/** The bytes of the logo of a company that is not on the demo's page yet. */
export function readSample(name: string): Buffer {
  return readFileSync(new URL(`./demo/samples/${name}`, import.meta.url));
}
