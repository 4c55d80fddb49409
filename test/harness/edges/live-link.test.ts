import { mkdtempSync, renameSync, rmSync, truncateSync, unlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ExchangeFolders } from "../../../devices/terminal/exchange-folder.ts";
import { LiveLink } from "../../../harness/edges/live-link.ts";
import { BULK_MESSAGE_LIMITS, SINGLE_MESSAGE_LIMITS } from "../../../simulator/messages/xml-reader.ts";

const SOON_MS = 5_000;
const MiB = 1 << 20;
let folder: string;
let link: LiveLink;
/** The wall's time, ms. A look at all is due only when a test says so. */
let nowMs = 0;
const place = (...parts: readonly string[]): string => join(folder, ...parts);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "live-link-"));
  link = new LiveLink(
    folder,
    () => expect.unreachable(),
    () => nowMs,
  );
  expect(link.inputs("C01")).toEqual([]);
});

afterEach(() => {
  link.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Notices come when they come: the test waits for them, and never for a time. */
async function inputsAfter(act: () => void): Promise<ReturnType<LiveLink["inputs"]>> {
  const until = performance.now() + SOON_MS;
  act();
  while (performance.now() < until) {
    await link.notice(SOON_MS);
    const inputs = link.inputs("C01");
    if (inputs.length > 0) return inputs;
  }
  return [];
}

function lookAtAll(): ReturnType<LiveLink["inputs"]> {
  nowMs += 10_000;
  return link.inputs("C01");
}

describe("the link to real folders", () => {
  it("tells a request as soon as it has its name, and not its temporary name", async () => {
    const inputs = await inputsAfter(() => {
      writeFileSync(place("req", "OQSsiquc01req_1.xml.tmp"), "<XmlMsg/>");
      renameSync(place("req", "OQSsiquc01req_1.xml.tmp"), place("req", "OQSsiquc01req_1.xml"));
    });
    expect(inputs).toEqual([{ input: "request", name: "OQSsiquc01req_1.xml", bytes: expect.any(Uint8Array) }]);
    expect(lookAtAll()).toEqual([]);
  });

  it("tells a request again when its bytes changed, and not when only its time did", async () => {
    const request = place("req", "OQSsiquc01req_1.xml");
    await inputsAfter(() => writeFileSync(request, "<Xml"));
    utimesSync(request, 1, 1);
    expect(lookAtAll()).toEqual([]);
    const [grown] = await inputsAfter(() => writeFileSync(request, "<XmlMsg/>"));
    expect(grown).toMatchObject({ input: "request" });
  });

  it("tells that a result was taken away, and not what it took away itself", async () => {
    const folders = new ExchangeFolders();
    const stop = link.mirror(folders);
    for (const name of ["a.xml", "b.xml"]) folders.write({ folder: "res", name, bytes: Buffer.from("x") });
    folders.remove("res", "b.xml");
    const inputs = await inputsAfter(() => unlinkSync(place("res", "a.xml")));
    expect(inputs).toEqual([{ input: "taken", folder: "res", name: "a.xml" }]);
    expect(lookAtAll()).toEqual([]);
    stop();
  });

  it("looks at all the more seldom the longer that takes, so that thousands of old files do not hold up a new one", () => {
    const looksAgainAfter = (tookMs: number): number => {
      let [readings, atMs] = [0, 0];
      const slow = new LiveLink(
        folder,
        () => expect.unreachable(),
        () => (readings++ === 0 ? 0 : atMs),
      );
      atMs = tookMs;
      slow.inputs("C01");
      while (!slow.changed && atMs - tookMs < 10_000) atMs++;
      slow.close();
      return atMs - tookMs;
    };
    expect([0, 1, 10, 60_000].map(looksAgainAfter)).toEqual([200, 200, 2_000, 5_000]);
  });

  it.each([
    ["of one person", "OQSsiquc01req_1.xml", SINGLE_MESSAGE_LIMITS.maxBytes],
    ["of many people", "OQSmuquc01req_1.xml", BULK_MESSAGE_LIMITS.maxBytes],
    ["of a name that is none", "notes.txt", SINGLE_MESSAGE_LIMITS.maxBytes],
  ])("reads of 100 MB %s one byte more than is allowed, which is enough to refuse it", async (_what, name, most) => {
    const inputs = await inputsAfter(() => {
      writeFileSync(place("req", `${name}.tmp`), "");
      truncateSync(place("req", `${name}.tmp`), 100 * MiB);
      renameSync(place("req", `${name}.tmp`), place("req", name));
    });
    expect(inputs.map((input) => "bytes" in input && input.bytes.length)).toEqual([most + 1]);
  });
});
