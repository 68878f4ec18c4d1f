/** A way to send requests that can be cut. */
export interface SeverableLine {
  readonly send: typeof fetch;
  /** From now on nothing is sent and no answer comes, to those who wait for one either. */
  cut(): void;
}

/** Makes one, in the place of Node's own `fetch`. */
export function severableLine(): SeverableLine {
  let isCut = false;
  const silence = () => new Promise<never>(() => {});
  return {
    send: async (address, options) => {
      if (isCut) return silence();
      const answered = await fetch(address, options).catch((error: unknown) => {
        if (isCut) return silence();
        throw error;
      });
      return isCut ? silence() : answered;
    },
    cut: () => {
      isCut = true;
    },
  };
}
