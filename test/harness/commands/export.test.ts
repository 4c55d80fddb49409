import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { runExport } from "../../../harness/commands/export-run.ts";
import { ConfigurationError } from "../../../harness/configuration-error.ts";
import { writeTraceFile } from "../../../harness/trace-file.ts";
import { MisuseError } from "../../../simulator/kernel/errors.ts";
import { TraceDigest, traceLine, traceOf } from "../../../simulator/kernel/trace.ts";
import { messageKinds } from "../../../simulator/messages/index.ts";
import { blocksIn } from "../../devices/iso7816/pcapng-reader.ts";
import { recorded } from "../traces/events.ts";

const folder = mkdtempSync(join(tmpdir(), "export-"));
const inFolder = (name: string): string => join(folder, name);
const C02 = fileURLToPath(new URL("../../golden/traces/C02.ndjson", import.meta.url));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("madoguchi export", () => {
  it("writes a capture that says what it is, and lines in words", () => {
    const [pcapng, ndjson] = [inFolder("c02.pcapng"), inFolder("c02.apdu.ndjson")];
    expect(runExport(C02, { pcapng, ndjson, lang: "en" })).toBe(0);
    const [section] = blocksIn(readFileSync(pcapng));
    const said = section?.options.map(({ value }) => value.toString()).join(" ");
    expect(said).toMatch(/^madoguchi .* SIMULATION: scenario C02, seed 102, /);
    expect(readFileSync(ndjson, "utf8").trimEnd().split("\n")).toHaveLength(recorded("C02").on("card.apdu").length);
  });

  it("comments in the language asked for", () => {
    const pcapng = inFolder("ja.pcapng");
    runExport(C02, { pcapng, lang: "ja" });
    expect(readFileSync(pcapng).includes(Buffer.from("正常終了", "utf8"))).toBe(true);
  });

  it("writes a schema of every request and result and of the desk, without a trace", () => {
    const schemas = inFolder("xsd");
    expect(runExport(undefined, { schemas, lang: "en" })).toBe(0);
    expect(readdirSync(schemas)).toHaveLength(2 * messageKinds.length + 2);
    expect(readFileSync(join(schemas, "OQSsiquc01req.xsd"), "utf8")).toContain('<xs:element name="InsurerNumber">');
    const report = JSON.parse(readFileSync(join(schemas, "desk-report.schema.json"), "utf8"));
    expect(report.$defs.standing.enum).toEqual(["confirmed", "provisional", "unconfirmed", "refused"]);
    expect(() => runExport(C02, { schemas, lang: "en" })).toThrow(MisuseError);
    expect(() => runExport(undefined, { ndjson: "x", lang: "en" })).toThrow("name the trace");
  });

  it("that is told no file to write is refused with the options there are", () => {
    expect(() => runExport(C02, { lang: "en" })).toThrow(MisuseError);
    expect(() => runExport(C02, { lang: "en" })).toThrow("say what to write");
  });

  it("of a trace without a card is refused", () => {
    const { header } = recorded("C02");
    const digest = new TraceDigest();
    digest.add(traceLine(header));
    const footer = { outcome: "completed", crossings: 0, sha256: digest.finish() } as const;
    writeFileSync(inFolder("empty.ndjson"), writeTraceFile(traceOf(header, [], footer)));
    const run = () => runExport(inFolder("empty.ndjson"), { ndjson: inFolder("none"), lang: "en" });
    expect(run).toThrow("no exchange with a card");
  });

  it("of a file that is not there, or into a place that is none, says what to do", () => {
    const run = (path: string, ndjson: string) => () => runExport(path, { ndjson, lang: "en" });
    expect(run(inFolder("absent.ndjson"), inFolder("x"))).toThrow(ConfigurationError);
    expect(run(C02, join(C02, "x"))).toThrow(
      expect.objectContaining({ name: "ConfigurationError", fix: expect.stringContaining("--ndjson") }),
    );
  });
});
