import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isObject, type JsonObject } from '../../src/emulator/json-object.ts';
import { restOperations } from '../../src/emulator/schemas/rest-operations.ts';
import { Slice } from './slice.ts';
import { webhookNames } from './webhook-names.ts';

/**
 * Regenerates the emulator's `rest.json` and `webhooks.json` from GitHub's published descriptions:
 *
 *     npm run update:github-schemas
 *
 * The npm packages are downloaded to a temporary folder and only one file is unpacked from each: installed they would
 * take several hundred megabytes.
 */
const packages = {
  rest: '@octokit/openapi@23.0.2',
  webhooks: '@octokit/openapi-webhooks@12.1.0',
};

const folder = join(import.meta.dirname, '../../src/emulator/schemas');

const description = 'package/generated/api.github.com.json';

function download(name: string): JsonObject {
  const unpacked = mkdtempSync(join(tmpdir(), 'github-schemas-'));
  try {
    const packed = execFileSync('npm', ['pack', '--silent', name], { cwd: unpacked });
    execFileSync('tar', ['xzf', packed.toString().trim(), description], { cwd: unpacked });
    const parsed: unknown = JSON.parse(readFileSync(join(unpacked, description), 'utf8'));
    return object(parsed);
  } finally {
    rmSync(unpacked, { recursive: true, force: true });
  }
}

function object(value: unknown): JsonObject {
  if (isObject(value)) return value;
  throw new Error('The description is not of the expected shape');
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function jsonSchemaOf(slice: Slice, holder: unknown): unknown {
  const content = slice.resolve(holder)['content'];
  const media = isObject(content) ? content['application/json'] : undefined;
  return isObject(media) ? slice.schema(media['schema']) : undefined;
}

/**
 * Where the description says what GitHub does not do: an installation's account is a user or an enterprise, and not
 * both at once as the list has it.
 */
const corrections: Readonly<Record<string, unknown>> = {
  'apps/list-installations': {
    200: { type: 'array', items: { $ref: '#/definitions/installation' } },
  },
};

function sliceRest(source: JsonObject): JsonObject {
  const slice = new Slice(object(source['components']));
  const operations = new Map<string, JsonObject>();
  for (const [path, methods] of Object.entries(object(source['paths']))) {
    for (const [method, value] of Object.entries(object(methods))) {
      const operation = isObject(value) ? value : {};
      const name = restOperations.find((each) => each === operation['operationId']);
      if (name === undefined) continue;
      const body = operation['requestBody'];
      operations.set(name, {
        method: method.toUpperCase(),
        path,
        parameters: list(operation['parameters']).map((each) => sliceParameter(slice, each)),
        ...(body === undefined ? {} : sliceBody(slice, body)),
        responses: corrections[name] ?? sliceResponses(slice, object(operation['responses'])),
      });
    }
  }
  const missing = restOperations.filter((name) => !operations.has(name));
  if (missing.length > 0) throw new Error(`GitHub does not describe ${missing.join(', ')}`);
  return { operations: Object.fromEntries(operations), definitions: slice.definitions };
}

function sliceBody(slice: Slice, value: unknown): JsonObject {
  const isRequired = slice.resolve(value)['required'] === true;
  return { body: jsonSchemaOf(slice, value), isBodyRequired: isRequired };
}

function sliceParameter(slice: Slice, value: unknown): JsonObject {
  const parameter = slice.resolve(value);
  return {
    name: parameter['name'],
    in: parameter['in'],
    required: parameter['required'] === true,
    schema: slice.schema(parameter['schema']),
  };
}

/** Success bodies only: what GitHub says of its errors is too loose to be of use. */
function sliceResponses(slice: Slice, responses: JsonObject): JsonObject {
  const successes = Object.entries(responses).filter(([status]) => status.startsWith('2'));
  return Object.fromEntries(
    successes.map(([status, each]) => [status, jsonSchemaOf(slice, each) ?? null]),
  );
}

function sliceWebhooks(source: JsonObject): JsonObject {
  const slice = new Slice(object(source['components']));
  const described = object(source['webhooks']);
  const webhooks = webhookNames.map((name) => {
    const request = object(object(described[name])['post'])['requestBody'];
    return [name, jsonSchemaOf(slice, request)];
  });
  return { webhooks: Object.fromEntries(webhooks), definitions: slice.definitions };
}

function write(name: string, slice: JsonObject): void {
  writeFileSync(join(folder, name), `${JSON.stringify(slice)}\n`);
}

write('rest.json', sliceRest(download(packages.rest)));
write('webhooks.json', sliceWebhooks(download(packages.webhooks)));
