/** As much of JSON Schema (draft 7) as the project's own schemas use: enough to hold data against them in tests. */
type Json = Record<string, unknown>;

/** Where the data does not fit the schema. A keyword that this reader does not know is a fault of the schema. */
export function faults(schema: unknown, data: unknown): string[] {
  const root = schema as Json;
  const out: string[] = [];
  visit(root, root, data, '$', out);
  return out;
}

const SILENT = new Set([
  '$schema',
  '$id',
  'title',
  'description',
  'markdownDescription',
  'definitions',
  'default',
  'examples',
  'enumDescriptions',
  'then',
  'else',
]);

function visit(root: Json, schema: Json, data: unknown, path: string, out: string[]): void {
  for (const [keyword, value] of Object.entries(schema)) {
    if (SILENT.has(keyword)) continue;
    const fault = (what: string) => out.push(`${path}: ${what}`);
    switch (keyword) {
      case '$ref':
        visit(root, (root.definitions as Json)[String(value).replace('#/definitions/', '')] as Json, data, path, out);
        break;
      case 'type':
        if (!(Array.isArray(value) ? value : [value]).includes(typeOf(data)) && !(value === 'number' && typeOf(data) === 'integer'))
          fault(`is no ${String(value)}`);
        break;
      case 'enum':
        if (!(value as unknown[]).includes(data)) fault('is none of the values');
        break;
      case 'minimum':
        if (typeof data === 'number' && data < Number(value)) fault('is too small');
        break;
      case 'minItems':
        if (Array.isArray(data) && data.length < Number(value)) fault('has too few items');
        break;
      case 'if': {
        const no: string[] = [];
        visit(root, value as Json, data, path, no);
        visit(root, (no.length === 0 ? schema.then : schema.else) as Json, data, path, out);
        break;
      }
      case 'minLength':
        if (typeof data === 'string' && data.length < Number(value)) fault('is too short');
        break;
      case 'maxLength':
        if (typeof data === 'string' && data.length > Number(value)) fault('is too long');
        break;
      case 'maxItems':
        if (Array.isArray(data) && data.length > Number(value)) fault('has too many items');
        break;
      case 'minItems':
        if (Array.isArray(data) && data.length < Number(value)) fault('has too few items');
        break;
      case 'minimum':
        if (typeof data === 'number' && data < Number(value)) fault('is too small');
        break;
      case 'maximum':
        if (typeof data === 'number' && data > Number(value)) fault('is too large');
        break;
      case 'pattern':
        if (typeof data === 'string' && !new RegExp(String(value)).test(data)) fault('does not match');
        break;
      case 'required':
        for (const key of value as string[]) if (isObject(data) && !Object.hasOwn(data, key)) fault(`lacks ${key}`);
        break;
      case 'properties':
        if (isObject(data))
          for (const [key, sub] of Object.entries(value as Json))
            if (Object.hasOwn(data, key)) visit(root, sub as Json, data[key], `${path}.${key}`, out);
        break;
      case 'additionalProperties':
        if (value === false && isObject(data))
          for (const key of Object.keys(data)) if (!Object.hasOwn(schema.properties as Json, key)) fault(`has unknown ${key}`);
        break;
      case 'items':
        if (Array.isArray(data)) data.forEach((item, i) => visit(root, value as Json, item, `${path}[${i}]`, out));
        break;
      default:
        fault(`the schema says ${keyword}, which this reader does not know`);
    }
  }
}

function isObject(data: unknown): data is Json {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

function typeOf(data: unknown): string {
  if (data === null) return 'null';
  if (Array.isArray(data)) return 'array';
  return Number.isInteger(data) ? 'integer' : typeof data;
}
