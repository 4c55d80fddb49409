import { describe, expect, it } from "vitest";
import { type Layer, layers } from "./layers.ts";
import { importsOf, productFiles, resolveImport, type SourceFile } from "./source-files.ts";

const files = productFiles();

function layerOf(path: string): Layer | undefined {
  return layers.find(({ place }) => path === place || path.startsWith(`${place}/`));
}

const within = (path: string, place: string): boolean => path === place || path.startsWith(`${place}/`);

function violations(file: SourceFile): readonly string[] {
  const layer = layerOf(file.path);
  if (layer === undefined) return [`${file.path}: no layer; add its folder to test/architecture/layers.ts`];
  return importsOf(file).flatMap(({ line, specifier, typeOnly }) => {
    const where = `${file.path}:${line}`;
    if (specifier.startsWith(".")) {
      const target = resolveImport(file.path, specifier);
      if (within(target, layer.place) || layer.may.some((place) => within(target, place))) return [];
      return [
        `${where} imports ${target}; ${layer.place} may import ${layer.may.join(", ") || "nothing of ours"}. Move the code, or pass the thing in from outside.`,
      ];
    }
    if (typeOnly || (layer.packages ?? []).some((name) => specifier === name || specifier.startsWith(`${name}/`)))
      return [];
    return [
      `${where} imports the package ${specifier}; ${layer.place} may use ${(layer.packages ?? []).join(", ") || "no package"}. Do it at an edge.`,
    ];
  });
}

describe("the direction of imports", () => {
  it("is that of the table: simulator knows no device, no device knows the centre, no check knows a part", () => {
    expect(files.flatMap(violations)).toEqual([]);
  });

  it("is seen where it is broken", () => {
    const bad = (path: string, specifier: string) => violations({ path, text: `import { x } from "${specifier}";\n` });
    expect(bad("devices/cards/card.ts", "../../simulator/central/central-server.ts")).toHaveLength(1);
    expect(bad("simulator/kernel/clock.ts", "../pki/grace.ts")).toHaveLength(1);
    expect(bad("harness/checks/line/x.ts", "../../../devices/cards/card.ts")).toHaveLength(1);
    expect(bad("devices/readers/session.ts", "sharp")).toHaveLength(1);
    expect(bad("nowhere/file.ts", "./x.ts")).toHaveLength(1);
    expect(bad("devices/cards/card.ts", "../iso7816/apdu.ts")).toEqual([]);
  });

  it("has no circle of files at run time", () => {
    const edges = new Map(
      files.map((file) => [
        file.path,
        importsOf(file)
          .filter(({ specifier, typeOnly }) => specifier.startsWith(".") && !typeOnly)
          .map(({ specifier }) => resolveImport(file.path, specifier)),
      ]),
    );
    expect(circles(edges)).toEqual([]);
    expect(
      circles(
        new Map([
          ["a", ["b"]],
          ["b", ["c"]],
          ["c", ["b"]],
        ]),
      ),
    ).toEqual(["b → c → b"]);
  });
});

function circles(edges: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const found = new Set<string>();
  const done = new Set<string>();
  const walk = (at: string, path: readonly string[]): void => {
    const before = path.indexOf(at);
    if (before >= 0) {
      found.add([...path.slice(before), at].join(" → "));
      return;
    }
    if (done.has(at)) return;
    for (const next of edges.get(at) ?? []) walk(next, [...path, at]);
    done.add(at);
  };
  for (const start of edges.keys()) walk(start, []);
  return [...found];
}
