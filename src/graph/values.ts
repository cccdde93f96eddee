import neo4j from 'neo4j-driver';

/**
 * Parameters as the driver wants them: whole numbers as Cypher integers (plain JS numbers would arrive as floats, and
 * `LIMIT` refuses those), a `Date` as the day that it is in UTC, `undefined` as null.
 */
export function toCypher(parameters: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const converted: Record<string, unknown> = {};
  for (const key of Object.keys(parameters)) converted[key] = convert(parameters[key]);
  return converted;
}

function convert(value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number') return Number.isInteger(value) ? neo4j.int(value) : value;
  if (Array.isArray(value)) return value.map(convert);
  if (value instanceof Date) {
    return new neo4j.types.Date(value.getUTCFullYear(), value.getUTCMonth() + 1, value.getUTCDate());
  }
  if (typeof value === 'object') return toCypher(value as Record<string, unknown>);
  return value;
}

/** A returned value as plain data: nodes and relationships as their properties, dates as ISO 8601 strings. */
export function fromCypher(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(fromCypher);
  if (neo4j.isDate(value) || neo4j.isDateTime(value)) return value.toString();
  if (neo4j.isInt(value)) return value.toNumber();
  if (neo4j.isNode(value) || neo4j.isRelationship(value)) return fromCypher(value.properties);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fromCypher(inner)]));
}
