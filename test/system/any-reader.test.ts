import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ProbeReport } from "../../devices/probe/report.ts";
import { root } from "../architecture/source-files.ts";
import { runProgram, type Surroundings } from "./pcsc/command.ts";
import { layTable, openOwnService, type Stack, type Table } from "./pcsc/stack.ts";

/*
 * What a My Number card answers to commands that read nothing of a person, on the reader MADOGUCHI_READER names, a real
 * card on a real reader among them. The commands are those of `madoguchi probe`, whose guard lets no other through: no
 * PIN, no personal file. Without the variable it is our own card on our own service, so that the checks are proven.
 */

/** Highest numbers of tries (my-number-card.md §1.8, §8 D-05). */
const MOST_TRIES: Readonly<Record<string, number>> = {
  "authentication-pin": 3,
  "signature-password": 5,
  "surface-number-a": 10,
  "surface-number-b": 10,
  "text-pin": 3,
  "text-number-a": 10,
  "text-number-b": 10,
};

const MY_NUMBER_APPLICATIONS = ["jpki", "card-surface", "text-input", "resident-register", "common-card"];

describe(`the card on the reader ${process.env["MADOGUCHI_READER"] ?? "of our own service"}`, () => {
  let stack: Stack | undefined;
  let table: Table | undefined;
  let report: ProbeReport;

  beforeAll(async () => {
    let reader = process.env["MADOGUCHI_READER"];
    let surroundings: Surroundings = { prefix: [], env: machineEnvironment() };
    if (reader === undefined) {
      stack = await openOwnService();
      table = await layTable(stack, ["employee"]);
      [reader] = table.readers;
      surroundings = stack.surroundings;
    }
    const args = [join(root, "harness/cli.ts"), "probe", "--json", "--lang", "en", "--reader", reader];
    const { code, stdout, stderr } = await runProgram(surroundings, process.execPath, args);
    if (code !== 0) throw new Error(stderr);
    report = JSON.parse(stdout);
  });

  afterAll(async () => {
    await table?.[Symbol.asyncDispose]();
    await stack?.close();
  });

  test("is a My Number card, by its applications and its token", () => {
    expect(report.kind).toBe("my-number-card");
    const there = report.applications.filter(({ answer }) => answer === "there").map(({ id }) => id);
    expect(there.toSorted()).toEqual(MY_NUMBER_APPLICATIONS.toSorted());
  });

  test("refuses applications it does not have with 6A82", () => {
    const others = report.applications.filter(({ id }) => !MY_NUMBER_APPLICATIONS.includes(id));
    expect(others.length).toBeGreaterThan(0);
    for (const { id, statusWord } of others) expect(statusWord, id).toBe("6A82");
  });

  test("offers T=1 in an ATR that is whole", () => {
    expect(report.atr).toMatchObject({ complete: true, tck: "valid", protocols: expect.arrayContaining([1]) });
  });

  test("gives everybody both CA certificates, valid X.509", () => {
    expect(Object.keys(report.caCertificates).toSorted()).toEqual(["authentication-ca", "signature-ca"]);
    for (const certificate of Object.values(report.caCertificates)) expect(certificate).not.toBeNull();
  });

  test("tells how many tries its PINs have left, at no cost", () => {
    for (const [id, most] of Object.entries(MOST_TRIES)) {
      const credential = report.credentials.find((one) => one.id === id);
      expect(["left", "blocked"], id).toContain(credential?.state);
      expect(credential?.triesLeft ?? 0, id).toBeLessThanOrEqual(most);
    }
  });

  test("answered to the last command, and none that was sent shows a PIN", () => {
    expect(report.silentAt).toBeUndefined();
    for (const { command } of report.sent) expect(command).toMatch(/^00(?:A4|B0|200080$)/);
  });
});

/** The machine as whoever runs the suite has it: their PC/SC service. */
function machineEnvironment(): Readonly<Record<string, string>> {
  const set = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(set);
}
