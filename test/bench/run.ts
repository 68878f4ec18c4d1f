import { benchApp } from './bench-app.ts';
import { benchBurst } from './bench-burst.ts';
import { benchLogo } from './bench-logo.ts';
import { benchLogoFidelity } from './bench-logo-fidelity.ts';
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
};
const [first, ...rest] = process.argv.slice(2);
const chosen = first === 'logo-fidelity' ? [] : process.argv.slice(2);
if (first === 'logo-fidelity') await benchLogoFidelity(rest);
else
  for (const [name, bench] of Object.entries(benches)) {
    if (chosen.length === 0 || chosen.includes(name)) await bench();
  }
