import { HttpError } from './http-error.js';
import type { Route } from './http-server.js';

/**
 * The route for a request, with the values of the `:names` in its path.
 * @throws HttpError 404 for an unknown path, 405 for a method that does not go with it
 */
export const findRoute = (
  routes: readonly Route[],
  method: string,
  path: string,
): { readonly route: Route; readonly params: Readonly<Record<string, string>> } => {
  const here = routes.flatMap((route) => {
    const params = matchPath(route.path, path);
    return params === undefined ? [] : [{ route, params }];
  });
  if (here.length === 0) throw new HttpError(404, `There is nothing at ${path}.`);
  const asked = method === 'HEAD' ? 'GET' : method;
  const found = here.find(({ route }) => route.method === asked);
  if (found === undefined) throw new HttpError(405, `${method} does not go with ${path}.`);
  return found;
};

const matchPath = (pattern: string, path: string): Record<string, string> | undefined => {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = decodePart(value);
    else if (part !== value) return undefined;
  }
  return params;
};

const decodePart = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};
