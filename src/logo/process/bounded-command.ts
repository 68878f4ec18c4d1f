/**
 * V8 and the libraries reserve up to this much that they never touch; the kernel's limit counts it all the same. In bytes.
 */
const reserved = 768 * 1024 * 1024;

/** Past its limit a process gets a signal that ends it, and so much later one that nothing can stop. In seconds. */
const grace = 5;

/** What a process may take. */
export interface ProcessLimits {
  /** In bytes. */
  readonly memory: number;
  /** Of a processor's time, in milliseconds; the kernel counts whole seconds. */
  readonly time: number;
}

/**
 * The command that runs a program within limits that the kernel keeps, with the shell's `ulimit`.
 *
 * Processor time (`RLIMIT_CPU`) rather than time by the clock: on a busy machine a simple picture takes long, and is not the
 * worse for it. Past it the process ends with `SIGXCPU`.
 *
 * Private memory (`RLIMIT_DATA`) on Linux, where it holds for libvips and its libraries too and V8's own options do not.
 * Elsewhere that limit does not count what they allocate.
 *
 * No core (`RLIMIT_CORE`): what a picture makes crash would leave its memory on the disk.
 *
 * Where there is no such shell (Windows), the program runs as it is, bounded by the picture limits and the clock.
 */
export function boundedCommand(
  { memory, time }: ProcessLimits,
  program: string,
  args: readonly string[],
): [string, string[]] {
  if (process.platform === 'win32') return [program, [...args]];
  const seconds = Math.ceil(time / 1000);
  const limits = [
    '-c 0',
    `-S -t ${seconds}`,
    `-H -t ${seconds + grace}`,
    ...(process.platform === 'linux' ? [`-d ${(memory + reserved) / 1024}`] : []),
  ];
  // Where a stricter limit is already, setting this one fails, and that one holds.
  const set = limits.map((limit) => `ulimit ${limit} 2>/dev/null`);
  return ['/bin/sh', ['-c', [...set, 'exec "$0" "$@"'].join('; '), program, ...args]];
}
