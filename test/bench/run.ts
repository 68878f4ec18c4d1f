import { benchApp } from './bench-app.ts';
import { benchBurst } from './bench-burst.ts';
import { benchCorpus } from './bench-corpus.ts';
import { benchFloods } from './bench-floods.ts';
import { benchLeaveOut } from './bench-leave-out.ts';
import { benchLogo } from './bench-logo.ts';
import { benchLogoFidelity } from './bench-logo-fidelity.ts';
import { benchMachines } from './bench-machines.ts';
import { benchPage } from './bench-page.ts';
import { benchProcesses } from './bench-processes.ts';
import { benchReplays } from './bench-replays.ts';
import { benchSizes } from './bench-sizes.ts';
import { benchSweep } from './bench-sweep.ts';

// Machines differ, and some are noisy: bounds are ratios within this run, or counts, wherever that can be. Words behind the
// command choose some of them. Where a figure is past its bound, the run ends with 1.
const benches: Readonly<Record<string, () => Promise<void>>> = {
  page: benchPage,
  sizes: benchSizes,
  logo: benchLogo,
  processes: benchProcesses,
  app: benchApp,
  burst: benchBurst,
  floods: benchFloods,
  sweep: benchSweep,
  machines: benchMachines,
};
const [first, ...others] = process.argv.slice(2);
const chosen = first === undefined ? [] : [first, ...others];
const unknown = chosen.filter((name) => !(name in benches));
if (first === 'replays') {
  // It comes only when it is asked for, with the folder of its cases: they are no part of the project.
  await benchReplays(others[0]);
} else if (first === 'corpus') {
  await benchCorpus(others[0]);
} else if (first === 'leave-out') {
  await benchLeaveOut(others[0]);
} else if (first === 'logo-fidelity') {
  await benchLogoFidelity(others);
} else if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')}: choose of ${Object.keys(benches).join(', ')}`);
  process.exitCode = 2;
} else {
  for (const [name, bench] of Object.entries(benches)) {
    if (chosen.length === 0 || chosen.includes(name)) await bench();
  }
}
