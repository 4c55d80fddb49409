import { describe, expect, it } from "vitest";
import { defaultTerminalSettings } from "../../../devices/terminal/settings.ts";
import { MINUTE_MS } from "../../../simulator/kernel/civil-time.ts";
import { acceptRequest } from "../../../simulator/messages/acceptance.ts";
import {
  type AnyMessageKind,
  decodeMessage,
  encodeMessage,
  messageKinds,
  muquc02,
  siquc01,
} from "../../../simulator/messages/index.ts";
import { vectorText } from "../../../simulator/messages/message-kind.ts";
import { defaultProfile } from "../../../simulator/messages/profile.ts";
import { openZip } from "../../../simulator/zip/zip-file.ts";
import { zipOf } from "../../../simulator/zip/zip-writer.ts";
import { request, shiftJis, terminal } from "./a-terminal.ts";

const PASSWORD = "mitsudomoe";
const REQUEST = "OQSsiquc01req_h1.xml";
const RESULT = "OQSsiquc01res_h1.xml";
const { delay, zip, err } = defaultTerminalSettings;
const encrypted = { ...zip, encrypt: ["OQSsiquc01"], password: PASSWORD };
const opening = { password: PASSWORD, name: RESULT, maxBytes: 1 << 20 };
const salt = new Uint8Array(16);

describe("the time to a result", () => {
  it.each([
    ["fixed", 5_000, 5_000],
    ["spread", 3_000, 7_000],
    ["beyond", 120_000, 120_000],
  ] as const)("%s is counted from the taking of the request", async (style, fromMs, toMs) => {
    const { world, drop, result } = await terminal({ delay: { ...delay, style }, writeStyle: "whole", pollMs: 0 });
    const startMs = world.clock.nowMs;
    drop(REQUEST, shiftJis(request()));
    world.clock.advanceTo(startMs + fromMs - 1);
    expect(result(RESULT)).toHaveLength(0);
    world.clock.advanceTo(startMs + toMs);
    expect(decodeMessage(siquc01.answer, result(RESULT)).ok).toBe(true);
  });

  it("never comes where it is never", async () => {
    const { world, drop, names } = await terminal({ delay: { ...delay, style: "never" } });
    drop(REQUEST, shiftJis(request()));
    world.clock.runUntilIdle();
    expect([names("req"), names("res")]).toEqual([[], []]);
  });

  it("of several requests under way is by chance, so that they overtake each other", async () => {
    const { world, drop, names } = await terminal({ spreadMs: 2_000, writeStyle: "whole" });
    const asked = Array.from({ length: 12 }, (_, index) => `OQSsiquc01req_m${index}.xml`);
    for (const name of asked) drop(name, shiftJis(request()));
    world.clock.runUntilIdle();
    expect(names("res")).not.toEqual(asked.map((name) => name.replace("req", "res")));
    expect([...names("res")].sort()).toEqual(asked.map((name) => name.replace("req", "res")).sort());
  });
});

describe("encrypted files", () => {
  it("go both ways as AES-256 zips of one XML of the same base name", async () => {
    const { world, drop, names, result } = await terminal({ zip: encrypted });
    const sealed = zipOf(REQUEST, shiftJis(request()), { password: PASSWORD, salt });
    drop("OQSsiquc01req_h1.zip", sealed);
    world.clock.runUntilIdle();
    expect(names("res")).toEqual(["OQSsiquc01res_h1.zip"]);
    const opened = openZip(result("OQSsiquc01res_h1.zip"), opening);
    expect(opened).toMatchObject({ ok: true, name: RESULT });
    expect(opened.ok && decodeMessage(siquc01.answer, opened.bytes).ok).toBe(true);
  });

  it.each([
    ["a plain XML where a zip must come", REQUEST, shiftJis(request())],
    ["another password", "OQSsiquc01req_h1.zip", zipOf(REQUEST, shiftJis(request()), { password: "other", salt })],
    ["a broken zip", "OQSsiquc01req_h1.zip", zipOf(REQUEST, shiftJis(request())).slice(0, 90)],
    ["XML in a file called zip", "OQSsiquc01req_h1.zip", shiftJis(request())],
    ["a zip without a password", "OQSsiquc01req_h1.zip", zipOf(REQUEST, shiftJis(request()))],
  ])("%s is sent back as SIM-E-009, and the password is nowhere", async (_what, name, bytes) => {
    const { world, drop, names, result } = await terminal({ zip: encrypted });
    drop(name, bytes);
    world.clock.runUntilIdle();
    expect([...names("res")].sort()).toEqual([name, "OQSsiquc01req_h1.err"].sort());
    const said = Buffer.from(result("OQSsiquc01req_h1.err")).toString("utf8");
    expect(said).toContain("code=SIM-E-009");
    expect(said).not.toContain(PASSWORD);
  });

  it("stay plain where the list of plain ones says so", async () => {
    const { world, drop, names } = await terminal({ zip: { ...encrypted, encrypt: ["*"], plain: ["OQSsiquc"] } });
    drop(REQUEST, shiftJis(request()));
    world.clock.runUntilIdle();
    expect(names("res")).toEqual([RESULT]);
  });
});

describe("acceptance of requests", () => {
  const lengthOff = request().replace("<InsurerNumber>06990014", "<InsurerNumber>6990014");
  const reordered = request().replace(
    /(<Birthdate>.*<\/Birthdate>)([\s\S]*?)(<\/QualificationConfirmSearchInfo>)/,
    "$2$1$3",
  );
  const undeclared = request().replace(/<\?xml.*\?>/, '<?xml version="1.0"?>');
  it.each([
    ["usual", reordered, false, undefined],
    ["strict", reordered, true, undefined],
    ["strict", undeclared, true, undefined],
    ["strict", request(), false, undefined],
    ["usual", lengthOff, true, undefined],
    ["lenient", lengthOff, false, "9"],
    ["lenient", request("12345"), true, undefined],
  ] as const)("%s: request %#", async (accept, text, sentBack, segment) => {
    const { world, drop, names, result } = await terminal({ err: { ...err, accept } });
    drop(REQUEST, text === undeclared ? Buffer.from(text) : shiftJis(text));
    world.clock.runUntilIdle();
    expect(names("res").some((name) => name.endsWith(".err"))).toBe(sentBack);
    if (segment === undefined) return;
    expect(decodeMessage(siquc01.answer, result(RESULT))).toMatchObject({
      ok: true,
      record: { MessageHeader: { SegmentOfResult: segment } },
    });
  });
});

describe("a lenient terminal", () => {
  const lenient = { err: { ...err, accept: "lenient" } } as const;
  const answerTo = async (kind: AnyMessageKind, text: string): Promise<string> => {
    const { world, drop, names, result } = await terminal(lenient);
    drop(`${kind.code}req_1.xml`, Buffer.from(text.replaceAll("1319999015", "9910000018")));
    world.clock.runUntilIdle();
    expect(names("res")).toEqual([`${kind.code}res_1.xml`]);
    const answer = decodeMessage(kind.answer, result(`${kind.code}res_1.xml`));
    expect(answer.ok).toBe(true);
    return Buffer.from(result(`${kind.code}res_1.xml`)).toString("utf8");
  };
  const fetches = messageKinds.filter(({ code }) => /mu[a-z]{3}02$/.test(code));

  it.each(fetches.map((kind) => [kind.code, kind] as const))(
    "tells %s that its reception number is none, and does not repeat it",
    async (_code, kind) => {
      const asked = (number: string): string =>
        `<?xml version="1.0" encoding="UTF-8"?><XmlMsg><MessageHeader><MedicalInstitutionCode>9910000018</MedicalInstitutionCode></MessageHeader><MessageBody>${number}</MessageBody></XmlMsg>`;
      const short = await answerTo(kind, asked("<ReceptionNumber>abc</ReceptionNumber>"));
      expect(short).toContain("<ErrorCode>SIM-E-003</ErrorCode>");
      expect(short).not.toContain("abc");
      expect(await answerTo(kind, asked("<ReceptionNumber>abcdefghijklmnop</ReceptionNumber>"))).toContain("SIM-E-004");
      expect(await answerTo(kind, asked(""))).toContain("SIM-E-002");
    },
  );

  it.each(
    (messageKinds as readonly AnyMessageKind[]).flatMap((kind) =>
      kind.vectors.request
        .filter((vector) => "refused" in vector && acceptRequest(kind, Buffer.from(vectorText(vector)), "lenient").ok)
        .map((vector) => [kind.code, vector.title, kind, vectorText(vector)] as const),
    ),
  )("gives %s a result though its body is wrong: %s", async (_code, _title, kind, text) => {
    await answerTo(kind, text);
  });
});

describe("what the official papers may say otherwise", () => {
  it("codes and texts", async () => {
    const codes = { "SIM-E-005": { code: "E0105", ja: "医療機関コードが不正です。" } };
    const { world, drop, result } = await terminal({ codes });
    drop(REQUEST, shiftJis(request("9930000014")));
    world.clock.runUntilIdle();
    const said = Buffer.from(result("OQSsiquc01req_h1.err")).toString("utf8");
    expect(said).toContain("code=E0105\nmessage=医療機関コードが不正です。");
  });

  it("what a file name begins with", async () => {
    const name = { ...defaultTerminalSettings.name, prefix: { OQSsiquc01: "OQSsiabc01" } };
    const { world, drop, names } = await terminal({ name });
    drop("OQSsiabc01req_p1.xml", shiftJis(request()));
    world.clock.runUntilIdle();
    expect(names("res")).toEqual(["OQSsiabc01res_p1.xml"]);
  });

  it("lengths", async () => {
    const { world, drop, result } = await terminal({ len: { ArbitraryFileIdentifier: 4 } });
    drop(REQUEST, shiftJis(request()));
    world.clock.runUntilIdle();
    expect(Buffer.from(result("OQSsiquc01req_h1.err")).toString("utf8")).toContain("code=SIM-E-003");
  });

  it("how long a free part may be", async () => {
    const name = { ...defaultTerminalSettings.name, free: { most: 12, usual: 12 } };
    const { world, drop, names } = await terminal({ name });
    drop("OQSsiquc01req_1234567890123.xml", shiftJis(request()));
    world.clock.runUntilIdle();
    expect(names("res")).toContain("OQSsiquc01req_1234567890123.err");
  });
});

describe("results", () => {
  it.each([
    ["empty optionals", { emptyOptionals: "empty" }, /<PrescriptionIssueSelect\/>/],
    ["a key nobody explained", { faceKey: true }, /<MessageBody>\s*<QualificationConfirmationKey>[0-9a-f]{32}</],
  ] as const)("with %s", async (_what, settings, pattern) => {
    const { world, drop, result } = await terminal({ resultOrder: "paper", ...settings });
    drop(REQUEST, shiftJis(request()));
    world.clock.runUntilIdle();
    expect(Buffer.from(result(RESULT)).toString("utf8")).toMatch(pattern);
    expect(decodeMessage(siquc01.answer, result(RESULT)).ok).toBe(true);
  });

  it("in hash order are always in the same order, which is not the paper's", async () => {
    const elementsOf = async (resultOrder: "hash" | "paper", free: string): Promise<readonly string[]> => {
      const { world, drop, result } = await terminal({ resultOrder });
      drop(`OQSsiquc01req_${free}.xml`, shiftJis(request()));
      world.clock.runUntilIdle();
      const text = Buffer.from(result(`OQSsiquc01res_${free}.xml`)).toString("utf8");
      return [...text.matchAll(/<(\w+)/g)].map(([, name = ""]) => name);
    };
    expect(await elementsOf("hash", "a")).toEqual(await elementsOf("hash", "b"));
    expect(await elementsOf("hash", "a")).not.toEqual(await elementsOf("paper", "a"));
  });

  it("that are locked are seen, and cannot be read or taken before the lock is over", async () => {
    const { world, drop, names, result } = await terminal({ writeStyle: "locked", writeMs: 400 });
    const seen: number[] = [];
    world.folders.onChange(({ folder, change }) => {
      if (folder !== "res" || change !== "written") return;
      seen.push(result(RESULT).length);
      expect(names("res")).toEqual([RESULT]);
      if (seen.length === 1) expect(world.folders.remove("res", RESULT)).toBe(false);
    });
    drop(REQUEST, shiftJis(request()));
    world.clock.runUntilIdle();
    expect(seen).toEqual([0, expect.toSatisfy((length: number) => length > 0)]);
  });

  it("that nobody takes are told of after the minutes set, once; those taken in time are not", async () => {
    const { world, drop, names } = await terminal({
      stay: { noticeMinutes: 30, medicalMinutes: 0 },
      writeStyle: "whole",
    });
    for (const free of ["left", "taken"]) drop(`OQSsiquc01req_${free}.xml`, shiftJis(request()));
    world.clock.advanceTo(world.clock.nowMs + 29 * MINUTE_MS);
    expect(world.folders.remove("res", "OQSsiquc01res_taken.xml")).toBe(true);
    expect(names("res")).toEqual(["OQSsiquc01res_left.xml"]);
    world.clock.advanceTo(world.clock.nowMs + 2 * MINUTE_MS);
    expect(names("res")).toEqual(["OQSsiquc01res_left.xml", "del_OQSsiquc01res_left.txt"]);
  });

  it("of drugs that nobody takes are taken away", async () => {
    const { world, names } = await terminal({ stay: { noticeMinutes: 30, medicalMinutes: 60 } });
    const startMs = world.clock.nowMs;
    world.folders.write({ folder: "res", name: "YZKsiquc01res_1.xml", bytes: new Uint8Array(1) });
    world.clock.advanceTo(startMs + 60 * MINUTE_MS - 1);
    expect(names("res")).toEqual(["YZKsiquc01res_1.xml"]);
    world.clock.advanceTo(startMs + 60 * MINUTE_MS);
    expect(names("res")).toEqual([]);
  });
});

describe("a kind whose files begin otherwise", () => {
  const prefix = { YZKsiquc01: "OQSsiabc01", OQSsiquc01: "YZKsiabc01", OQSmuquc02: "OQSsixyz02" };
  const renamed = { ...defaultTerminalSettings.name, prefix };

  it("is kept as long as its kind is, not as its name looks", async () => {
    const { world, names } = await terminal({ name: renamed, stay: { noticeMinutes: 0, medicalMinutes: 60 } });
    for (const name of ["OQSsiabc01res_1.xml", "YZKsiabc01res_1.xml"])
      world.folders.write({ folder: "res", name, bytes: new Uint8Array(1) });
    world.clock.advanceTo(world.clock.nowMs + 60 * MINUTE_MS);
    expect(names("res")).toEqual(["YZKsiabc01res_1.xml"]);
  });

  it("is packed as bulk by its kind", async () => {
    const { world, drop, names } = await terminal({ name: renamed, zip: { ...zip, bulk: "zip" } });
    const record = {
      MessageHeader: { MedicalInstitutionCode: "9910000018" },
      MessageBody: { ReceptionNumber: "2026112100000001" },
    };
    drop("OQSsixyz02req_1.xml", encodeMessage(muquc02.request, record, { encoding: "UTF-8", order: "paper" }));
    world.clock.runUntilIdle();
    expect(names("res")).toEqual(["OQSsixyz02res_1.zip"]);
  });
});

describe("the share", () => {
  it("finds names in any case, or in their own only", async () => {
    const { world: windows, drop } = await terminal();
    drop("A.xml", new Uint8Array(1));
    expect(windows.folders.read("req", "a.XML")).toBeDefined();
    const { world: exact } = await terminal({}, { ...defaultProfile, share: { case: "exact" } });
    exact.folders.write({ folder: "res", name: "A.xml", bytes: new Uint8Array(1) });
    expect(exact.folders.read("res", "a.XML")).toBeUndefined();
    expect(exact.folders.read("res", "A.xml")).toBeDefined();
  });
});
