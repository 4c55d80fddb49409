import { describe, expect, it } from "vitest";
import { LiveRun } from "../../harness/live-run.ts";
import { replay } from "../../harness/replay.ts";
import { scenario } from "../../harness/scenario.ts";
import { c07 } from "../../harness/scenarios/certification/c07-inquiry-by-number.ts";
import { writeTraceFile } from "../../harness/trace-file.ts";
import { readTraceFile } from "../../harness/trace-reading.ts";
import { defaultProfile } from "../../simulator/messages/profile.ts";
import { zipOf } from "../../simulator/zip/zip-writer.ts";
import { request, shiftJis } from "../devices/terminal/a-terminal.ts";
import { picturesFor } from "./runs.ts";

const PASSWORD = "mitsudomoe";
const profile = { ...defaultProfile, zip: { ...defaultProfile.zip, encrypt: ["OQSsiquc01"], password: PASSWORD } };
const told = scenario({ ...c07, profile });

describe("a live run under a profile that encrypts", () => {
  it("shows in its trace what went through the folders, hides the password, and is replayed byte for byte", async () => {
    const pictures = await picturesFor(told, 1);
    const plan = { scenario: told, seed: 1, pictures };
    const live = new LiveRun(plan, "live", () => undefined);
    const seal = { password: PASSWORD, salt: new Uint8Array(16) };
    const bytes = zipOf("OQSsiquc01req_z1.xml", shiftJis(request()), seal);
    live.apply({ input: "request", name: "OQSsiquc01req_z1.zip", bytes });
    live.advanceTo(live.run.world.clock.nowMs + 10_000);
    // The last input is as far as a run that is broken off can be replayed.
    live.apply({ input: "taken", folder: "res", name: "OQSsiquc01res_z1.zip" });
    const { trace } = live.conclude(false);
    const files = trace.on("exchange.file").flatMap(({ message }) => (message.change === "written" ? [message] : []));
    expect(files.map(({ name, packed }) => [name, packed])).toEqual([
      ["OQSsiquc01req_z1.zip", true],
      ["OQSsiquc01res_z1.zip", true],
    ]);
    for (const { text } of files) expect(text).toContain("<XmlMsg>");
    const written = writeTraceFile(trace);
    expect(written).not.toContain(PASSWORD);
    const again = replay(readTraceFile(written), told, pictures);
    expect(again.firstDifference).toBeUndefined();
  });
});
