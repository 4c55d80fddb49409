import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { cataloguePages } from "./catalogue-pages.ts";
import { cataloguePath, currentTrace, goldenPath, goldenScenarios } from "./golden.ts";

const write = (path: string, content: string): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  process.stdout.write(`wrote ${path.split(/[\\/]/).slice(-2).join("/")}\n`);
};

for (const id of goldenScenarios) write(goldenPath(id), await currentTrace(id));
for (const [name, render] of Object.entries(cataloguePages)) write(join(cataloguePath, name), render());
