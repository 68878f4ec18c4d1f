import { registerHooks } from 'node:module';

/** Loaded before a program: at its end prints every module that it loaded, as JSON on standard error. */
const loaded: string[] = [];
registerHooks({
  load(url, context, nextLoad) {
    loaded.push(url);
    return nextLoad(url, context);
  },
});
process.on('exit', () => process.stderr.write(JSON.stringify(loaded)));
