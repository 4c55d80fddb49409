import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { measureCardCommands } from "./card-commands.ts";
import { measureCheckIns } from "./check-in.ts";
import { type Figure, table } from "./figure.ts";
import { measureMessages } from "./messages.ts";
import { measurePeople } from "./people.ts";
import { measureVirtualClock } from "./virtual-clock.ts";
import { measurePeakMemory, measureStartUp } from "./whole-process.ts";

/** Every measurement, the promised ones first. Nothing is asserted: a machine's noise must not fail a build. */
const measurements: readonly (readonly [
  title: string,
  measure: () => readonly Figure[] | Promise<readonly Figure[]>,
])[] = [
  ["Check-ins in simulate mode", measureCheckIns],
  ["Virtual clock", measureVirtualClock],
  ["Start to first verdict, whole process", measureStartUp],
  ["Peak memory (resident)", measurePeakMemory],
  ["Messages", measureMessages],
  ["Card", measureCardCommands],
  ["Population", measurePeople],
];

const { values } = parseArgs({ options: { json: { type: "string" } } });
const results: { readonly title: string; readonly figures: readonly Figure[] }[] = [];
process.stdout.write(
  `Node ${process.version}. Medians (lowest .. highest); "x" is a ratio of neighbouring rounds.\n\n`,
);
for (const [title, measure] of measurements) {
  const figures = await measure();
  results.push({ title, figures });
  process.stdout.write(`${table(title, figures)}\n`);
}
if (values.json !== undefined) {
  writeFileSync(values.json, `${JSON.stringify({ node: process.version, measurements: results }, undefined, 2)}\n`);
  process.stdout.write(`also written: ${values.json}\n`);
}
