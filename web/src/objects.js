// Small helpers for plain JSON objects.

export function isObject(value) {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** `above` laid over `below`, object by object; lists are taken whole. */
export function merge(below, above) {
  if (!isObject(below) || !isObject(above)) return above ?? below;
  const both = { ...below };
  for (const [key, value] of Object.entries(above)) both[key] = merge(below[key], value);
  return both;
}

/** The object under `name` in `parent`, made when it is missing. */
export function inner(parent, name) {
  if (!Object.hasOwn(parent, name) || !isObject(parent[name])) parent[name] = {};
  return parent[name];
}
