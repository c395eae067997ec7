/** The whole schema of SARIF 2.1.0, to hold logs against. */
import { createRequire } from 'node:module';
import path from 'node:path';
import Ajv, { type ErrorObject } from 'ajv';
import addFormats from 'ajv-formats';

/** As published by the authors of the format, in a package of theirs that tests SARIF (MIT). */
const SCHEMA = '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';

interface Schema {
  $schema?: string;
  id?: string;
  definitions: Record<string, { anyOf?: unknown; properties: Record<string, { pattern?: string }> }>;
}

const schema = createRequire(path.resolve('package.json'))(SCHEMA) as Schema;
// Nothing in it is draft 4 alone but how it names itself.
delete schema.$schema;
delete schema.id;
// What the errata of the OASIS standard (2.1.0, errata 01) changed since.
schema.definitions.region.anyOf = ['startLine', 'charOffset', 'byteOffset'].map((name) => ({ required: [name] }));
for (const name of ['run', 'toolComponent']) schema.definitions[name].properties.language.pattern = '^[a-zA-Z]{2}(-[a-zA-Z]{2})?$';

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
const validate = ajv.compile(schema);

/** Where a log does not fit the standard. */
export function sarifFaults(log: unknown): string[] {
  validate(log);
  return (validate.errors ?? []).map(({ instancePath, message }: ErrorObject) => `${instancePath} ${message ?? ''}`);
}
