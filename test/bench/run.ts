import { benchLogo } from './bench-logo.ts';
import { benchPage } from './bench-page.ts';
import { benchProcesses } from './bench-processes.ts';

// Every bound is a ratio within this run: machines differ, and this one is noisy.
await benchPage();
await benchLogo();
await benchProcesses();
