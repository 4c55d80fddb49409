import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { measureCardChain } from "./card-chain.ts";
import { measureCardCommands } from "./card-commands.ts";
import { measureCardIssue } from "./card-issue.ts";
import { measureCardService } from "./card-service.ts";
import { measureCardSignatures } from "./card-signatures.ts";
import { measureCcidFrames } from "./ccid-frames.ts";
import { measureCentral } from "./central.ts";
import { measureCheckIns } from "./check-in.ts";
import { measureFaceChecks } from "./face.ts";
import { type Figure, NotMeasured, table } from "./figure.ts";
import { measureFileDrop } from "./file-drop.ts";
import { measureFirmwareSuite } from "./firmware-suite.ts";
import { measureMessages } from "./messages.ts";
import { measurePeople } from "./people.ts";
import { measurePeopleBesideSqlite } from "./people-sqlite.ts";
import { measureReaderInProcess } from "./reader-in-process.ts";
import { measureSerialRoundTrip } from "./serial-round-trip.ts";
import { measureVirtualClock } from "./virtual-clock.ts";
import { measurePeakMemory, measureStartUp } from "./whole-process.ts";

/** A part of the bench, by the name that `--only` takes. */
interface Measurement {
  readonly name: string;
  readonly title: string;
  readonly measure: () => readonly Figure[] | Promise<readonly Figure[]>;
}

/** Every measurement, the promised ones first. Nothing is asserted: a machine's noise must not fail a build. */
const measurements: readonly Measurement[] = [
  { name: "check-ins", title: "Check-ins in simulate mode", measure: measureCheckIns },
  { name: "virtual-clock", title: "Virtual clock", measure: measureVirtualClock },
  { name: "start-up", title: "Start to first verdict, whole process", measure: measureStartUp },
  { name: "peak-memory", title: "Peak memory (resident)", measure: measurePeakMemory },
  { name: "messages", title: "Messages", measure: measureMessages },
  { name: "file-drop", title: "File drop", measure: measureFileDrop },
  { name: "central", title: "Answers of the centre's core", measure: measureCentral },
  { name: "card-commands", title: "Card in process, beside a bare switch", measure: measureCardCommands },
  { name: "card-signatures", title: "Signatures of the card", measure: measureCardSignatures },
  { name: "card-issue", title: "Issuing cards", measure: measureCardIssue },
  { name: "card-service", title: "Card through our PC/SC service, a C program", measure: measureCardService },
  { name: "card-chain", title: "Card through pcscd and vpcd, a C program", measure: measureCardChain },
  { name: "ccid-frames", title: "CCID frames, beside the same bytes by hand", measure: measureCcidFrames },
  { name: "reader-in-process", title: "Emulated reader in process", measure: measureReaderInProcess },
  { name: "serial-round-trip", title: "Emulated reader on a pseudo terminal", measure: measureSerialRoundTrip },
  { name: "firmware-suite", title: "Firmware suite", measure: measureFirmwareSuite },
  { name: "face", title: "Face checks", measure: measureFaceChecks },
  { name: "population", title: "Population", measure: measurePeople },
  {
    name: "population-sqlite",
    title: "Population beside node:sqlite, a million people",
    measure: measurePeopleBesideSqlite,
  },
];

const { values } = parseArgs({
  options: { json: { type: "string" }, only: { type: "string", multiple: true } },
});
const { only = measurements.map(({ name }) => name) } = values;
const unknown = only.find((wanted) => !measurements.some(({ name }) => name === wanted));
if (unknown !== undefined) {
  process.stderr.write(
    `--only: there is no ${unknown}; accepted: ${measurements.map(({ name }) => name).join(", ")}\n`,
  );
  process.exit(2);
}

const results: { readonly title: string; readonly figures: readonly Figure[]; readonly notMeasured?: string }[] = [];
process.stdout.write(
  `Node ${process.version}. Medians (lowest .. highest); "x" is a ratio of neighbouring rounds.\n\n`,
);
for (const { name, title, measure } of measurements) {
  if (!only.includes(name)) continue;
  try {
    const figures = await measure();
    results.push({ title, figures });
    process.stdout.write(`${table(title, figures)}\n`);
  } catch (error) {
    if (!(error instanceof NotMeasured)) throw error;
    results.push({ title, figures: [], notMeasured: error.message });
    process.stdout.write(`${title}\n  ${error.message}\n\n`);
  }
}
if (values.json !== undefined) {
  writeFileSync(values.json, `${JSON.stringify({ node: process.version, measurements: results }, undefined, 2)}\n`);
  process.stdout.write(`also written: ${values.json}\n`);
}
