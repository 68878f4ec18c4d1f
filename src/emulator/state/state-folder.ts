import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Attachment } from '../attachments/attachments.ts';
import { type SavedState, savedState } from './saved-state.ts';

/** Where an emulator's state is kept: `world.json`, and a file for each attachment. */
export class StateFolder {
  readonly #path: string;
  readonly #attachments: string;
  /** Those whose bytes are on disk: an attachment never changes. */
  readonly #written = new Set<string>();

  /** @param folder an existing one */
  constructor(folder: string) {
    this.#path = join(folder, 'world.json');
    this.#attachments = join(folder, 'attachments');
  }

  /** @returns nothing where no emulator left anything. @throws Error that names the file where it is damaged */
  async read(): Promise<SavedState | undefined> {
    if (!existsSync(this.#path)) return undefined;
    const text = await readFile(this.#path, 'utf8');
    return this.orDamaged(async () => savedState.parse(JSON.parse(text)));
  }

  /** @throws Error that names the state's file where an attachment is missing */
  readAttachments(saved: SavedState): Promise<Attachment[]> {
    return this.orDamaged(() =>
      Promise.all(
        saved.attachments.files.map(async (file) => {
          const bytes = await readFile(join(this.#attachments, file.id));
          this.#written.add(file.id);
          return { ...file, bytes };
        }),
      ),
    );
  }

  /** Makes something of what was read. @throws Error that names the file where nothing can be made of it */
  async orDamaged<Value>(make: () => Promise<Value>): Promise<Value> {
    try {
      return await make();
    } catch (cause) {
      throw new Error(`The state in ${this.#path} is damaged`, { cause });
    }
  }

  /** Writes everything, so that at any moment there is the whole old state or the whole new one. */
  async write(state: SavedState, attachments: readonly Attachment[]): Promise<void> {
    const fresh = attachments.filter(({ id }) => !this.#written.has(id));
    if (fresh.length > 0) await mkdir(this.#attachments, { recursive: true });
    for (const { id, bytes } of fresh) {
      await writeFile(join(this.#attachments, id), bytes);
      this.#written.add(id);
    }
    const waiting = `${this.#path}.new`;
    // It holds the app's key.
    await writeFile(waiting, `${JSON.stringify(state)}\n`, { mode: 0o600 });
    await rename(waiting, this.#path);
  }
}
