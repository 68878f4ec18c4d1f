#!/usr/bin/env node
import module from 'node:module';
import { join } from 'node:path';

// What an installed `poweredby` runs: the command line, with its compiled code kept for the next start. It is kept in the
// package's own folder, where nobody can put other code who could not change the program itself; where that folder cannot be
// written, each start compiles. Before Node.js 22.8 there is no such cache, and the command line says that Node.js is too old.
module.enableCompileCache?.(join(import.meta.dirname, 'compile-cache'));
await import('./cli.ts');
