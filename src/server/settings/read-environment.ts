import { type Problem, problem } from '../../problem/problem.ts';
import { failure, type Result, success } from '../../problem/result.ts';
import { readPrivateKey } from './private-key.ts';
import {
  type DatabaseSettings,
  defaultWebhookPath,
  leastSecretLength,
  logFormats,
  logLevels,
  poolSizes,
  publicApiUrl,
  type Settings,
} from './settings.ts';
import { readWebAddress } from './web-address.ts';

/** Variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads a file's text. @throws Error where it cannot be read */
export type ReadFile = (path: string) => string;

/** Reads how the server runs from its environment: the settings, or everything that is missing or wrong. */
export function readEnvironment(environment: Environment, readFile: ReadFile): Result<Settings> {
  const reader = new EnvironmentReader(environment);
  const host = reader.given('HOST') ?? '127.0.0.1';
  const metricsPort = reader.port('METRICS_PORT', undefined);
  const settings: Settings = {
    appId: reader.appId(),
    privateKey: reader.privateKey(readFile),
    webhookSecret: reader.webhookSecret(),
    githubApiUrl: reader.apiUrl(),
    address: { host, port: reader.port('PORT', 3000) },
    metricsAddress:
      metricsPort === undefined
        ? undefined
        : { host: reader.given('METRICS_HOST') ?? '127.0.0.1', port: metricsPort },
    database: reader.database(),
    webhookPath: reader.webhookPath(),
    logLevel: reader.choice('LOG_LEVEL', logLevels, 'info'),
    logFormat: reader.choice('LOG_FORMAT', logFormats, 'json'),
  };
  return reader.problems.length > 0 ? failure(...reader.problems) : success(settings);
}

/** Reads one variable after the other and notes what is wrong; what it then returns is never used. */
class EnvironmentReader {
  readonly problems: Problem[] = [];
  readonly #environment: Environment;

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  /** A variable that is set, and not to nothing. */
  given(name: string): string | undefined {
    const value = this.#environment[name]?.trim();
    return value === '' ? undefined : value;
  }

  appId(): number {
    const value = this.given('APP_ID');
    if (value === undefined) this.problems.push(problem('environment-app-id-missing', 'APP_ID'));
    else if (!/^[1-9]\d{0,14}$/.test(value)) {
      this.problems.push(problem('environment-app-id-unfit', 'APP_ID', { value }));
    }
    return Number(value);
  }

  privateKey(readFile: ReadFile): string {
    const [text, path] = [this.given('PRIVATE_KEY'), this.given('PRIVATE_KEY_PATH')];
    if (text !== undefined && path !== undefined) {
      this.problems.push(problem('environment-private-key-twice', 'PRIVATE_KEY_PATH'));
      return '';
    }
    if (path !== undefined) return this.#keyOfFile(path, readFile);
    if (text === undefined) {
      this.problems.push(problem('environment-private-key-missing', 'PRIVATE_KEY'));
      return '';
    }
    return this.#key(text, 'PRIVATE_KEY');
  }

  webhookSecret(): string {
    // Not trimmed: whatever is there is what GitHub signs with.
    const value = this.#environment['WEBHOOK_SECRET'] ?? '';
    const { length } = value;
    const field = 'WEBHOOK_SECRET';
    if (length === 0) this.problems.push(problem('environment-webhook-secret-missing', field));
    else if (length < leastSecretLength) {
      const least = leastSecretLength;
      this.problems.push(problem('environment-webhook-secret-short', field, { length, least }));
    }
    return value;
  }

  apiUrl(): string {
    const value = this.given('GITHUB_API_URL');
    if (value === undefined) return publicApiUrl;
    const address = readWebAddress(value);
    if (address !== undefined) return address;
    this.problems.push(problem('environment-api-url-unfit', 'GITHUB_API_URL', { value }));
    return '';
  }

  webhookPath(): string {
    const value = this.given('WEBHOOK_PATH') ?? defaultWebhookPath;
    if (!/^\/[\w./~-]*$/.test(value)) {
      this.problems.push(problem('environment-webhook-path-unfit', 'WEBHOOK_PATH', { value }));
    }
    return value;
  }

  database(): DatabaseSettings | undefined {
    const [url, size] = [this.given('DATABASE_URL'), this.given('DATABASE_POOL_SIZE')];
    const { least, usual, most } = poolSizes;
    const poolSize = size === undefined ? usual : Number(size);
    if (!Number.isInteger(poolSize) || poolSize < least || poolSize > most) {
      const values = { value: size ?? '', least, most };
      this.problems.push(problem('environment-pool-size-unfit', 'DATABASE_POOL_SIZE', values));
    }
    if (url === undefined) return undefined;
    // It is not repeated: it may hold a password.
    if (!/^postgres(?:ql)?:$/.test(URL.parse(url)?.protocol ?? '')) {
      this.problems.push(problem('environment-database-url-unfit', 'DATABASE_URL'));
    }
    return { url, poolSize };
  }

  port<Default>(variable: string, otherwise: Default): number | Default {
    const value = this.given(variable);
    if (value === undefined) return otherwise;
    const port = Number(value);
    if (!/^\d{1,5}$/.test(value) || port > 65_535) {
      this.problems.push(problem('environment-port-unfit', variable, { value }));
    }
    return port;
  }

  choice<Choice extends string>(
    variable: string,
    choices: readonly Choice[],
    otherwise: Choice,
  ): Choice {
    const value = this.given(variable)?.toLowerCase();
    const chosen = value === undefined ? otherwise : choices.find((choice) => choice === value);
    if (chosen !== undefined) return chosen;
    const all = choices.join(', ');
    this.problems.push(problem('environment-not-one-of', variable, { value: value ?? '', all }));
    return otherwise;
  }

  #keyOfFile(path: string, readFile: ReadFile): string {
    try {
      return this.#key(readFile(path), 'PRIVATE_KEY_PATH');
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.problems.push(
        problem('environment-private-key-file-unreadable', 'PRIVATE_KEY_PATH', { reason }),
      );
      return '';
    }
  }

  #key(text: string, field: string): string {
    const key = readPrivateKey(text);
    if (key === undefined) this.problems.push(problem('environment-private-key-unfit', field));
    return key ?? '';
  }
}
