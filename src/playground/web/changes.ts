import type { Playground } from '../playground.ts';

/** How often what can be seen is compared, in milliseconds, while a page is open. */
const interval = 200;

/** Tells open pages that something changed. */
export class Changes {
  readonly #playground: Playground;
  readonly #listeners = new Set<(version: string) => void>();
  #timer: NodeJS.Timeout | undefined;
  #version = '';

  constructor(playground: Playground) {
    this.#playground = playground;
  }

  /** @param listener is told the present version at once, and each later one. @returns what ends it */
  subscribe(listener: (version: string) => void): () => void {
    this.#listeners.add(listener);
    this.#timer ??= setInterval(() => this.#look(), interval).unref();
    this.#version = versionOf(this.#playground);
    listener(this.#version);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      clearInterval(this.#timer);
      this.#timer = undefined;
    };
  }

  #look(): void {
    const version = versionOf(this.#playground);
    if (version === this.#version) return;
    this.#version = version;
    for (const listener of this.#listeners) listener(version);
  }
}

/** Differs whenever a page could show something else. */
function versionOf({ emulator, repository, app }: Playground): string {
  const issues = Array.from(repository.issues.values(), (issue) => [
    issue.number,
    issue.updatedAt.getTime(),
    issue.isOpen,
    issue.isLocked,
    issue.labels.length,
    issue.timeline.length,
    issue.reactions.length,
    issue.pull?.headOid,
    issue.comments.map(({ id, updatedAt, reactions }) => [
      id,
      updatedAt.getTime(),
      reactions.length,
    ]),
  ]);
  const deliveries = emulator.webhooks.kept();
  const answered = deliveries.filter(({ response }) => response !== undefined).length;
  const behind = [emulator.requests.all.length, deliveries.length, answered, app.isRunning];
  return JSON.stringify([issues, repository.pushedAt.getTime(), behind, app.jobs()]);
}
