import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { scenarioByName } from "../../harness/catalogue.ts";
import { preparePictures } from "../../harness/edges/prepare-pictures.ts";
import { replay } from "../../harness/replay.ts";
import { readTraceFile } from "../../harness/trace-reading.ts";
import { cataloguePages } from "./catalogue-pages.ts";
import { cataloguePath, currentTrace, goldenScenarios, goldenTrace } from "./golden.ts";

describe("golden traces", () => {
  it.each(goldenScenarios)("%s is byte for byte what was reviewed; npm run golden rewrites it", async (id) => {
    const [now, reviewed] = [(await currentTrace(id)).split("\n"), goldenTrace(id).split("\n")];
    const at = now.findIndex((line, index) => line !== reviewed[index]);
    expect(at < 0 ? undefined : { line: at + 1, reviewed: reviewed[at], now: now[at] }).toBeUndefined();
    expect(now.length).toBe(reviewed.length);
  });

  it.each(goldenScenarios)("%s replays to the same footer", async (id) => {
    const recorded = readTraceFile(goldenTrace(id));
    const scenario = scenarioByName(id);
    const again = replay(recorded, scenario, await preparePictures(scenario, recorded.header.seed));
    expect(again.firstDifference).toBeUndefined();
    expect(again.trace.footer).toEqual(recorded.footer);
  });
});

describe("the generated catalogue", () => {
  it.each(Object.entries(cataloguePages))(
    "docs/catalogue/%s says what the registries hold; npm run golden rewrites it",
    (name, render) => {
      expect(readFileSync(join(cataloguePath, name), "utf8")).toBe(render());
    },
  );

  it("holds no page nobody generates", () => {
    expect(readdirSync(cataloguePath).sort()).toEqual(Object.keys(cataloguePages).sort());
  });
});
