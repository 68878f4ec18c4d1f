// What `npm start` runs: the server where there are credentials for one, or it is production; otherwise the playground.
try {
  process.loadEnvFile();
} catch {
  // There is none, or it cannot be read: then the server says what is missing.
}
const credentials = ['APP_ID', 'PRIVATE_KEY', 'PRIVATE_KEY_PATH', 'WEBHOOK_SECRET'];
const isServer =
  process.env['NODE_ENV'] === 'production' ||
  credentials.some((name) => process.env[name] !== undefined);
process.argv.splice(2, 0, isServer ? 'start' : 'playground');
await import('./cli.ts');
