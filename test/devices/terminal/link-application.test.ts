import { describe, expect, it } from "vitest";
import { decodeMessage, siquc01 } from "../../../simulator/messages/index.ts";
import { zipOf } from "../../../simulator/zip/zip-writer.ts";
import { request, shiftJis, terminal } from "./a-terminal.ts";

describe("the linkage application", () => {
  it("answers a Shift_JIS request under the same free part and takes the request away", async () => {
    const { world, drop, names } = await terminal();
    drop("OQSsiquc01req_hand0001.xml", shiftJis(request()));
    world.clock.runUntilIdle();
    expect([names("req"), names("res")]).toEqual([[], ["OQSsiquc01res_hand0001.xml"]]);
    const answer = decodeMessage(
      siquc01.answer,
      world.folders.read("res", "oqssiquc01RES_hand0001.xml")?.bytes ?? new Uint8Array(0),
    );
    expect(answer).toMatchObject({
      ok: true,
      encoding: "UTF-8",
      record: {
        MessageBody: { QualificationValidity: "4" },
        MessageHeader: { ArbitraryFileIdentifier: "tag-1", CharacterCodeIdentifier: "0" },
      },
    });
  });

  it.each([
    ["UTF-8", "UTF-8", "0"],
    ["Shift_JIS", "Shift_JIS", "1"],
    ["as-request", "Shift_JIS", "1"],
  ] as const)("writes results in %s as set", async (resultEncoding, encoding, code) => {
    const { world, drop } = await terminal({ resultEncoding });
    drop("OQSsiquc01req_x1.xml", shiftJis(request()));
    world.clock.runUntilIdle();
    const answer = decodeMessage(
      siquc01.answer,
      world.folders.read("res", "OQSsiquc01res_x1.xml")?.bytes ?? new Uint8Array(0),
    );
    expect(answer).toMatchObject({ ok: true, encoding, record: { MessageHeader: { CharacterCodeIdentifier: code } } });
  });

  it("waits until a request that is written in pieces is complete", async () => {
    const { world, drop, names } = await terminal();
    const bytes = shiftJis(request());
    for (const [ms, part] of [
      [100, 0],
      [600, 40],
      [1_100, 300],
      [1_600, bytes.length],
    ] as const) {
      world.clock.after(ms, () => drop("OQSsiquc01req_slow.xml", bytes.slice(0, part)));
    }
    world.clock.runUntilIdle();
    expect([names("req"), names("res")]).toEqual([[], ["OQSsiquc01res_slow.xml"]]);
  });

  it.each([
    ["broken XML", "OQSsiquc01req_a1.xml", "<XmlMsg><MessageHeader>", "SIM-E-001"],
    ["a document type", "OQSsiquc01req_a2.xml", `<!DOCTYPE x [<!ENTITY e "x">]><XmlMsg/>`, "SIM-E-001"],
    ["a missing item", "OQSsiquc01req_a3.xml", request().replace(/<Birthdate>\d+<\/Birthdate>/, ""), "SIM-E-002"],
    ["another facility's code", "OQSsiquc01req_a4.xml", request("9930000014"), "SIM-E-005"],
    ["a kind nobody knows", "OQSsixxx01req_a5.xml", request(), "SIM-E-001"],
    ["a name that is none", "notes.txt", "hello", "SIM-E-001"],
  ])("sends back %s: the request as it is, and what is wrong in .err", async (_title, name, text, code) => {
    const { world, drop, names } = await terminal();
    drop(name, shiftJis(text));
    world.clock.runUntilIdle();
    const err = `${name.replace(/\.[^.]*$/, "")}.err`;
    expect(names("req")).toEqual([]);
    expect([...names("res")].sort()).toEqual([name, err].sort());
    expect(world.folders.read("res", name)?.bytes).toEqual(shiftJis(text));
    const said = Buffer.from(world.folders.read("res", err)?.bytes ?? []).toString("utf8");
    expect(said).toContain(`code=${code}`);
    expect(said).toMatch(/message=.+\nfile=.+\ntime=\d{14}\n/);
  });

  it.each([
    ["the name of a result", "OQSsiquc01res_1.xml", "結果（res）"],
    ["a kind nobody knows", "OQSsixxx01req_1.xml", "「OQSsixxx01」"],
    ["a name that is none", "notes.txt", "OQSsiquc01req_任意部分.xml"],
    ["the extension of a PDF", "OQSsiquc01req_1.pdf", "xmlまたはzip"],
    ["the extension of a refusal", "OQSsiquc01req_1.err", "xmlまたはzip"],
    ["a long free part", "OQSsiquc01req_1234567890123.xml", "12文字以内"],
  ])("says what is wrong with a name: %s", async (_title, name, says) => {
    const free = { most: 12, usual: 12 };
    const { world, drop, names } = await terminal({ name: { free, prefix: {} } });
    drop(name, shiftJis(request()));
    world.clock.runUntilIdle();
    const err = names("res").find((one) => one.endsWith(".err") && one !== name) ?? "";
    const said = Buffer.from(world.folders.read("res", err)?.bytes ?? []).toString("utf8");
    expect(said).toContain("code=SIM-E-001\nmessage=");
    expect(said).toContain(says);
  });

  it.each(["OQSsiquc01req_1.err", "OQSsiquc01req_1.ERR", "note.err"])(
    "loses nothing of a file called %s, which its text would be called too",
    async (name) => {
      const { world, drop, names } = await terminal();
      drop(name, Buffer.from("hello"));
      world.clock.runUntilIdle();
      expect(names("res")).toEqual([name, `${name}.err`]);
      expect(Buffer.from(world.folders.read("res", name)?.bytes ?? []).toString()).toBe("hello");
    },
  );

  it("answers one of two requests under way whose results would have one name, and sends the other back", async () => {
    const { world, drop, names } = await terminal();
    drop("OQSsiquc01req_1.xml", shiftJis(request()));
    drop("OQSsiquc01req_1.zip", zipOf("OQSsiquc01req_1.xml", shiftJis(request())));
    world.clock.runUntilIdle();
    const [answer, ...back] = ["OQSsiquc01res_1.xml", "OQSsiquc01req_1.zip", "OQSsiquc01req_1.zip.err"];
    expect([...names("res")].sort()).toEqual([answer, ...back].sort());
  });

  it.each([
    ["whole", [true]],
    ["in-place", [false, true]],
    ["rename", [true]],
  ] as const)("write style %s: a watcher of the final name sees %j complete", async (writeStyle, complete) => {
    const { world, drop } = await terminal({ writeStyle });
    const seen: boolean[] = [];
    world.folders.onChange(({ folder, name, bytes, change }) => {
      if (folder === "res" && change === "written" && name.endsWith(".xml"))
        seen.push(decodeMessage(siquc01.answer, bytes).ok);
    });
    drop("OQSsiquc01req_w1.xml", shiftJis(request()));
    world.clock.runUntilIdle();
    expect(seen).toEqual(complete);
  });

  it("says nothing when the line is silent, and tells a failure of the centre with segment 9", async () => {
    const silent = await terminal();
    silent.world.board.arm("line.segment", "cut", () => ({ sever: "cut" }));
    silent.drop("OQSsiquc01req_q1.xml", shiftJis(request()));
    silent.world.clock.runUntilIdle();
    expect(silent.names("res")).toEqual([]);
    const failing = await terminal();
    failing.world.board.arm("central.message", "fail", ({ request: asked }) => ({
      pass: { request: asked, answer: { status: "error" as const, code: "SIM-E-906" }, changes: [] },
    }));
    failing.drop("OQSsiquc01req_q2.xml", shiftJis(request()));
    failing.world.clock.runUntilIdle();
    const answer = decodeMessage(
      siquc01.answer,
      failing.world.folders.read("res", "OQSsiquc01res_q2.xml")?.bytes ?? new Uint8Array(0),
    );
    expect(answer).toMatchObject({
      ok: true,
      record: { MessageHeader: { SegmentOfResult: "9", ErrorCode: "SIM-E-906" } },
    });
  });

  it("takes a request as soon as two looks half a second apart find the same bytes", async () => {
    const { world, drop, names } = await terminal();
    const startMs = world.clock.nowMs;
    world.clock.after(250, () => drop("OQSsiquc01req_t1.xml", shiftJis(request())));
    world.clock.advanceTo(startMs + 999);
    expect(names("req")).toEqual(["OQSsiquc01req_t1.xml"]);
    world.clock.advanceTo(startMs + 1_000);
    expect(names("req")).toEqual([]);
  });

  it("answers a request that comes again under the same name while the first is being answered", async () => {
    const { world, drop, names } = await terminal();
    const answers: string[] = [];
    world.folders.onChange(({ folder, name, change }) => {
      if (folder === "res" && change === "written") answers.push(name);
    });
    drop("OQSsiquc01req_again.xml", shiftJis(request()));
    world.clock.advanceTo(world.clock.nowMs + 2_000);
    expect([names("req"), answers]).toEqual([[], []]);
    drop("OQSsiquc01req_again.xml", shiftJis(request()));
    world.clock.runUntilIdle();
    expect(names("req")).toEqual([]);
    expect(new Set(answers)).toEqual(new Set(["OQSsiquc01res_again.xml"]));
  });

  it("answers a request once, though its name is written in two cases", async () => {
    const { world, drop } = await terminal({ writeStyle: "whole" });
    let answered = 0;
    world.folders.onChange(({ folder, change }) => {
      if (folder === "res" && change === "written") answered++;
    });
    drop("OQSsiquc01req_case.xml", shiftJis(request()).slice(0, 50));
    drop("oqssiquc01REQ_CASE.XML", shiftJis(request()));
    world.clock.runUntilIdle();
    expect(answered).toBe(1);
  });

  it("lets a request go that is taken away before it was read", async () => {
    const { world, drop, names } = await terminal();
    drop("OQSsiquc01req_gone.xml", shiftJis(request()));
    world.folders.remove("req", "OQSsiquc01req_gone.xml");
    world.clock.runUntilIdle();
    expect([names("req"), names("res")]).toEqual([[], []]);
  });

  it("gives up after a minute on a request that stays empty, and sends it back", async () => {
    const { world, drop, names } = await terminal();
    drop("OQSsiquc01req_empty.xml", new Uint8Array(0));
    const startMs = world.clock.nowMs;
    world.clock.runUntilIdle();
    expect([...names("res")].sort()).toEqual(["OQSsiquc01req_empty.err", "OQSsiquc01req_empty.xml"]);
    expect(world.clock.nowMs - startMs).toBeLessThan(61_000);
  });

  it("follows many requests at once, each answered under its own name", async () => {
    const { world, drop, names } = await terminal();
    const parts = Array.from({ length: 20 }, (_, index) => `m${index}`);
    for (const free of parts) drop(`OQSsiquc01req_${free}.xml`, shiftJis(request()));
    world.clock.runUntilIdle();
    expect(names("req")).toEqual([]);
    expect([...names("res")].sort()).toEqual(parts.map((free) => `OQSsiquc01res_${free}.xml`).sort());
  });
});
