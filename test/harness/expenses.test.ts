import { describe, expect, it } from "vitest";
import { scenarioByName } from "../../harness/catalogue.ts";
import type { Trace } from "../../simulator/kernel/trace.ts";
import { run } from "./runs.ts";

const tracesOf = async (id: string): Promise<Trace> => (await run(scenarioByName(id))).trace;
const faceFiles = (trace: Trace): readonly string[] => [
  ...new Set(
    trace
      .on("exchange.file")
      .filter(({ message }) => message.folder === "face" && message.change === "written")
      .map(({ message }) => message.name),
  ),
];
const screens = (trace: Trace): readonly string[] =>
  trace.on("reader.screen").flatMap(({ message }) => (message.touch === undefined ? [message.screen] : []));

describe("the second leg of a check-in", () => {
  it("asks on a screen of its own and leaves a second file with the token and second of the first", async () => {
    const trace = await tracesOf("C46");
    expect(screens(trace)).toContain("S06s");
    const [qualification = "", subsidies] = faceFiles(trace);
    expect(subsidies).toBe(qualification.replace("OQSsiquc01", "PMHsimsm01"));
  });

  it("does not ask where the body has not joined, and leaves no second file", async () => {
    const trace = await tracesOf("C50");
    expect(screens(trace)).not.toContain("S06s");
    expect(faceFiles(trace)).toHaveLength(1);
    expect(trace.on("pmh.message")).toEqual([]);
  });

  it("a refusal and a loss leave the same: one file, and nothing that names a certificate", async () => {
    const trace = await tracesOf("C47");
    expect(faceFiles(trace).map((name) => name.slice(0, 10))).toEqual(["OQSsiquc01", "OQSsiquc01"]);
    const files = trace.on("exchange.file").map(({ message }) => message.text ?? "");
    expect(files.some((text) => text.includes("54996012"))).toBe(false);
  });

  it("people without certificates never see the screen", async () => {
    expect(screens(await tracesOf("C01"))).not.toContain("S06s");
  });
});

describe("aid that a facility is not told of", () => {
  it.each(["C39", "C40"])("%s: no file holds the numbers before a ticket is registered", async (id) => {
    const trace = await tracesOf(id);
    const pulled = trace.on("exchange.file").find(({ message }) => /^OQSmutic02res/.test(message.name))?.seq;
    const before = trace.on("exchange.file").filter(({ seq }) => pulled === undefined || seq < pulled);
    expect(before.filter(({ message }) => message.text?.includes("12990016"))).toEqual([]);
  });
});
