import { benchApp } from './bench-app.ts';
import { benchBurst } from './bench-burst.ts';
import { benchFloods } from './bench-floods.ts';
import { benchLogo } from './bench-logo.ts';
import { benchPage } from './bench-page.ts';
import { benchProcesses } from './bench-processes.ts';

// Machines differ, and some are noisy: bounds are ratios within this run, or counts, wherever that can be. Words behind the
// command choose some of them.
const benches = {
  page: benchPage,
  logo: benchLogo,
  processes: benchProcesses,
  app: benchApp,
  burst: benchBurst,
  floods: benchFloods,
};
const chosen = process.argv.slice(2);
for (const [name, bench] of Object.entries(benches)) {
  if (chosen.length === 0 || chosen.includes(name)) await bench();
}
