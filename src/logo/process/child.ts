import { Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { logoLimits } from '../limits.ts';
import type { LogoSettings } from '../logo-settings.ts';
import { type Answer, writeAnswer } from './answer.ts';

/** The pipe that the answer goes through. Standard output is no place for it: libraries write there too. */
const answerPipe = 3;

/**
 * The drawing process: reads a picture from standard input, draws it as its argument, settings in JSON,
 * says, and answers. It may be killed at any moment.
 */
async function draw(settings: LogoSettings | number): Promise<Answer> {
  try {
    const bytes = await buffer(process.stdin);
    // Loaded here, so that a missing sharp is said in words.
    const { drawLogo } = await import('../draw-logo.ts');
    const drawn = await drawLogo(bytes, settings);
    if (drawn.ok) return { kind: 'logo', logo: drawn.value };
    return { kind: 'problems', problems: drawn.problems };
  } catch (error) {
    return { kind: 'fault', message: error instanceof Error ? `${error.stack}` : String(error) };
  }
}

// A parent that died cannot kill this process; and to exit in an orderly way would wait for the drawing to end. One that
// draws all the time is ended by the kernel long before.
setTimeout(() => process.kill(process.pid, 'SIGKILL'), logoLimits.patience).unref();

new Socket({ fd: answerPipe }).end(
  writeAnswer(await draw(JSON.parse(process.argv[2] ?? ''))),
  () => {
    process.exit();
  },
);
