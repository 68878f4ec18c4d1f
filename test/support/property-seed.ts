import fc from 'fast-check';

// In CI a red build must be of one's own making: there every property tries the same inputs. Elsewhere they differ
// from run to run, and go on searching.
if (process.env['CI']) fc.configureGlobal({ seed: 20_261_122 });
