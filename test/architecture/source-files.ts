import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { productFolders } from "./layers.ts";

/** The root of the repository. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

/** One source file, its path with forward slashes from the root. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** Every TypeScript file of the product, sorted. */
export function productFiles(): readonly SourceFile[] {
  return productFolders
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ path: relative(root, path).split(sep).join("/"), text: readFileSync(path, "utf8") }));
}

/** One import of a file; `typeOnly` when nothing of it is left at run time. */
export interface Import {
  readonly line: number;
  readonly specifier: string;
  readonly typeOnly: boolean;
}

/**
 * The imports of a file. TypeScript 7 has no compiler API for JavaScript, so lines are matched: every import of this
 * house stands at the beginning of a line, or is a call of `import("…")`.
 */
export function importsOf({ text }: Pick<SourceFile, "text">): readonly Import[] {
  const found: Import[] = [];
  const statement =
    /^(?:import|export)\s(?:type\s)?[^;'"]*?from\s*"([^"]+)"|^import\s*"([^"]+)"|\bimport\(\s*"([^"]+)"/gm;
  for (const match of text.matchAll(statement)) {
    const specifier = match[1] ?? match[2] ?? match[3];
    if (specifier === undefined) continue;
    const line = text.slice(0, match.index).split("\n").length;
    found.push({ line, specifier, typeOnly: /^(?:import|export)\s+type\s/.test(match[0]) });
  }
  return found;
}

/** The path a relative import leads to, from the root. */
export function resolveImport(from: string, specifier: string): string {
  return join(dirname(from), specifier).split(sep).join("/");
}
