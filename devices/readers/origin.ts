/**
 * How sure a public statement is (readers-and-line.md, head): C confirmed by an official paper, the maker itself or two
 * sources, S one source, I inferred from the facts next to it.
 */
export type PublicMark = "C" | "S" | "I";

/** Where a value of a profile comes from; `source` names document and section. "ours" is no fact about any product. */
export type Origin =
  | { readonly origin: "public"; readonly mark: PublicMark; readonly source: string }
  | { readonly origin: "ours"; readonly source: string };

/** Public and confirmed. */
export const confirmed = (source: string): Origin => ({ origin: "public", mark: "C", source });
/** Public, from one source. */
export const singleSource = (source: string): Origin => ({ origin: "public", mark: "S", source });
/** Inferred from public facts. */
export const inferred = (source: string): Origin => ({ origin: "public", mark: "I", source });
/** Our choice: nothing is public, or only the sense is. */
export const ours = (source: string): Origin => ({ origin: "ours", source });

/** One value, or an empty list or table: something is said there, namely that there is nothing. */
export type Leaf = string | number | boolean | undefined | readonly [] | Readonly<Record<string, never>>;

/** Every single value below `value` with its dotted path; items of a list count from 0. */
export function leavesOf(value: unknown, path = ""): readonly (readonly [path: string, leaf: Leaf])[] {
  const parts = typeof value === "object" && value !== null ? Object.entries(value) : [];
  if (parts.length === 0) return [[path, value as Leaf]];
  return parts.flatMap(([name, part]) => leavesOf(part, path === "" ? name : `${path}.${name}`));
}

/** The origin of the value at a dotted path: the nearest one stated at it or above it; undefined when none is. */
export function originAt(origins: Readonly<Record<string, Origin>>, path: string): Origin | undefined {
  const stated = Object.hasOwn(origins, path) ? origins[path] : undefined;
  const end = path.lastIndexOf(".");
  return stated !== undefined || end < 0 ? stated : originAt(origins, path.slice(0, end));
}
