import { describe, expect, it } from "vitest";
import type { ScreenId } from "../../../devices/readers/screens.ts";
import { armFault } from "../../../harness/faults.ts";
import type { AnyCrossing, Trace } from "../../../simulator/kernel/trace.ts";
import { counter, faceFiles, type Twist, type Visitor } from "./counter.ts";

const calls = (trace: Trace): readonly string[] => trace.on("terminal.api").map(({ message: { call } }) => call);
const centreKinds = (trace: Trace): readonly string[] => trace.on("central.message").map(({ message }) => message.kind);
const ended = (message: string) => ({ kind: "ended", message });
/** Waits at one screen until its time is over. */
const idleAt =
  (screen: ScreenId): Twist =>
  (view) =>
    view.screen === screen ? "nothing" : undefined;

describe("a patient who does not answer a screen", () => {
  it.each<[ScreenId, Visitor]>([
    ["S02", {}],
    ["S03b", { methods: ["pin"] }],
    ["S03d", {}],
    ["S04", {}],
    ["S05", {}],
    ["S07", {}],
  ])("at %s runs out of time, and nothing is written or kept", async (screen, visitor) => {
    const { checkIn, trace } = await counter(["employee"]);
    expect(checkIn("employee", { ...visitor, twist: idleAt(screen) })).toEqual(ended("SIM-008"));
    expect(faceFiles(trace())).toEqual([]);
    expect(centreKinds(trace())).not.toContain("SIMconclude");
  });

  it("who says that the name is not theirs leaves no file and no consent", async () => {
    const { checkIn, trace } = await counter(["employee"]);
    const notMe: Twist = ({ screen }) => (screen === "S04" ? { kind: "not-me" } : undefined);
    expect(checkIn("employee", { twist: notMe })).toEqual(ended("SIM-016"));
    expect(faceFiles(trace())).toEqual([]);
    expect(calls(trace())).not.toContain("conclude");
  });

  it("who leaves the card lying is waited for, with an alarm after a minute", async () => {
    const { checkIn, trace } = await counter(["employee"]);
    expect(checkIn("employee", { leavesCardMs: 90_000 })).toMatchObject({ kind: "done" });
    const [done, alarm] = trace()
      .on("reader.screen")
      .filter(({ message }) => message.screen === "S09" && message.touch === undefined);
    const removed = trace().on("card.field").at(-1);
    expect(alarm).toMatchObject({ atMs: (done?.atMs ?? 0) + 60_000, message: { message: "SIM-014" } });
    expect(removed).toMatchObject({ atMs: (done?.atMs ?? 0) + 90_000, message: { change: "removed" } });
  });

  it("who leaves the card lying for good is not waited for longer than about an hour", async () => {
    const { world, checkIn } = await counter(["employee"]);
    const startMs = world.clock.nowMs;
    expect(checkIn("employee", { twist: idleAt("S09") })).toMatchObject({ kind: "done" });
    expect(world.clock.nowMs - startMs).toBeLessThan(65 * 60_000);
  });

  it("a touch that no screen offered counts as none", async () => {
    const { checkIn } = await counter(["employee"], { reader: "general" });
    const chooseFace: Twist = ({ screen }) => (screen === "S02" ? { kind: "chose", method: "face" } : undefined);
    expect(checkIn("employee", { twist: chooseFace })).toEqual(ended("SIM-008"));
  });

  it("the next patient is served as if nobody had been there", async () => {
    const { checkIn, trace } = await counter(["employee", "colleague"]);
    checkIn("employee", { twist: idleAt("S05") });
    expect(checkIn("colleague")).toMatchObject({ kind: "done", method: "visual" });
    expect(faceFiles(trace())).toHaveLength(1);
  });
});

describe("the PIN at the reader", () => {
  it("a wrong one and then the right one goes through, and the card counts anew", async () => {
    const { checkIn, trace } = await counter(["employee"]);
    expect(checkIn("employee", { methods: ["pin"], wrongPins: 1 })).toMatchObject({ kind: "done", method: "pin" });
    expect(checkIn("employee", { methods: ["pin"], wrongPins: 2 })).toMatchObject({ kind: "done", method: "pin" });
    expect(faceFiles(trace())).toHaveLength(2);
  });

  it("three wrong ones lock it, and face and visual check are offered instead", async () => {
    const { checkIn, trace } = await counter(["employee"], { faces: true });
    const script = { methods: ["pin", "face"], wrongPins: 3 } as const;
    expect(checkIn("employee", script)).toMatchObject({ kind: "done", method: "face" });
    const offers = trace()
      .on("reader.screen")
      .flatMap(({ message }) => (message.offers === undefined || message.touch !== undefined ? [] : [message.offers]));
    expect(offers).toEqual([
      ["face", "pin", "visual"],
      ["face", "visual"],
    ]);
  });

  it("a locked one is not offered to the same card again, at any reader", async () => {
    const { checkIn, trace } = await counter(["employee"]);
    checkIn("employee", { methods: ["pin"], wrongPins: 3 });
    expect(checkIn("employee", { reader: "R2" })).toMatchObject({ kind: "done", method: "visual" });
    expect(
      trace()
        .on("reader.screen")
        .find(({ message }) => message.reader === "R2" && message.offers !== undefined)?.message.offers,
    ).toEqual(["face", "visual"]);
  });

  it.each(["", "123", "12345", "12a4", "１２３４"])(
    "typed as %j never reaches the card: no try is used up",
    async (digits) => {
      const { checkIn, trace } = await counter(["employee"]);
      const typeIt: Twist = ({ screen }) => (screen === "S03b" ? { kind: "typed", digits } : undefined);
      expect(checkIn("employee", { methods: ["pin"], twist: typeIt })).toEqual(ended("SIM-008"));
      expect(calls(trace())).toEqual([]);
    },
  );

  it.each(["", "12345"])("of a phone, typed as %j, never reaches it", async (digits) => {
    const { checkIn, trace } = await counter(["android-phone"], { reader: "next-generation" });
    const typeIt: Twist = ({ screen }) => (screen === "S03b" ? { kind: "typed", digits } : undefined);
    expect(checkIn("android-phone", { methods: ["phone"], twist: typeIt })).toEqual(ended("SIM-008"));
    expect(calls(trace())).toEqual([]);
  });

  it("is not asked for more often than the card had tries, whatever the card says", async () => {
    const { world, checkIn, trace } = await counter(["employee"]);
    world.board.arm("card.apdu", "always-three", (exchange) =>
      exchange.command.ins === 0x20 && exchange.command.data.length > 0
        ? { pass: { ...exchange, response: { data: new Uint8Array(0), sw: 0x63c3 } } }
        : { pass: exchange },
    );
    checkIn("employee", { methods: ["pin"], wrongPins: 100 });
    expect(calls(trace())).toEqual(["confirmWithPin", "confirmWithPin", "confirmWithPin"]);
  });

  it("never reaches the trace, in digits or in hexadecimal", async () => {
    const { world, checkIn, trace } = await counter(["employee"]);
    const { pin } = world.actor("employee");
    checkIn("employee", { methods: ["pin"] });
    const text = JSON.stringify(trace().crossings);
    expect(text).not.toContain(`"${pin}"`);
    expect(text.toLowerCase()).not.toContain(`00200080${"04"}${Buffer.from(pin).toString("hex")}`);
  });
});

describe("a face on its way to the decision", () => {
  it.each([
    ["a score of a stranger", { score: 599 }, "SIM-007"],
    ["the life of a print", { live: 499 }, "SIM-028"],
    ["another picture", { quality: "no-face" }, "SIM-027"],
    ["a higher limit for life", { liveThreshold: 1001 }, "SIM-028"],
  ] as const)("is judged as it arrives: %s", async (_what, change, message) => {
    const { world, checkIn, trace } = await counter(["employee"], { faces: true });
    world.board.arm("camera.frame", "changed", (frame) => ({ pass: { ...frame, ...change } }));
    expect(checkIn("employee", { methods: ["face", "pin"] })).toMatchObject({ kind: "done", method: "pin" });
    const told = trace()
      .on("reader.screen")
      .flatMap(({ message: { message: code } }) => code ?? []);
    expect(told).toEqual([message, message, message]);
  });

  it("that never arrives is a try whose time is over", async () => {
    const { world, checkIn, trace } = await counter(["employee"], { faces: true });
    world.board.arm("camera.frame", "lost", () => ({ drop: true }));
    expect(checkIn("employee", { methods: ["face", "pin"] })).toMatchObject({ kind: "done", method: "pin" });
    const closed = trace()
      .on("reader.screen")
      .find(({ message }) => message.screen === "S02" && message.message !== undefined);
    expect(closed?.message.message).toBe("SIM-029");
  });
});

describe("a chip that falls silent", () => {
  it.each([
    ["at once", 0, "001"],
    ["at the certificate", 6, "SIM-005"],
    ["at the terminal's proof", 14, "SIM-005"],
  ])("%s ends with %s: %s, no file, and the next patient is served", async (_title, afterCommands, message) => {
    const { world, checkIn, trace } = await counter(["employee", "colleague"]);
    const repair = armFault("chip-mute", { afterCommands }, world);
    expect(checkIn("employee")).toEqual(ended(message));
    expect(faceFiles(trace())).toEqual([]);
    repair();
    expect(checkIn("colleague")).toMatchObject({ kind: "done" });
    expect(faceFiles(trace())).toHaveLength(1);
  });

  it("after any number of commands never lets a session end without a message or a file", async () => {
    for (let afterCommands = 0; afterCommands < 24; afterCommands++) {
      const { world, checkIn, trace } = await counter(["employee"]);
      armFault("chip-mute", { afterCommands }, world);
      const outcome = checkIn("employee");
      expect(outcome).toBeDefined();
      expect(faceFiles(trace())).toHaveLength(outcome?.kind === "done" ? 1 : 0);
    }
  });
});

describe("a reader that loses its power", () => {
  it.each(["face", "pin", "visual"] as const)("at any state of a check-in by %s is idle again", async (method) => {
    let done = false;
    for (let state = 0; !done; state++) {
      const { world, checkIn, trace } = await counter(["employee"], { faces: true });
      const repair = armFault("reader-power-cut", { state }, world);
      const outcome = checkIn("employee", { methods: [method] });
      done = outcome?.kind === "done";
      if (done) expect(state).toBeGreaterThan(8);
      else expect(outcome).toEqual({ kind: "power-lost" });
      const last = trace().on("reader.screen").at(-1)?.message;
      if (!done) expect(last).toEqual({ reader: "R1", screen: "S00" });
      expect(faceFiles(trace()).length).toBeLessThanOrEqual(1);
      repair();
      expect(checkIn("employee", { methods: [method] })).toMatchObject({ kind: "done" });
    }
  });
});

describe("a terminal that cannot be reached", () => {
  it.each([
    ["before it heard the call", "request", 0],
    ["after it did the work", "answer", 1],
  ])(
    "%s ends the session, %s lost: the file is there or not, and is never asked for twice",
    async (_when, at, files) => {
      const { world, checkIn, trace } = await counter(["employee"]);
      armFault("reader-link-cut", { at }, world);
      expect(checkIn("employee", { methods: ["pin"] })).toEqual(ended("SIM-040"));
      expect(faceFiles(trace())).toHaveLength(files);
      expect(centreKinds(trace()).filter((kind) => kind === "SIMconclude")).toHaveLength(files);
    },
  );

  it("before a session begins leaves the card alone, and the reader says so until it is back", async () => {
    const { world, checkIn, trace } = await counter(["employee"]);
    const repair = armFault("terminal-stopped", {}, world);
    expect(checkIn("employee")).toEqual(ended("SIM-040"));
    expect(
      trace()
        .on("reader.screen")
        .map(({ message }) => message.screen),
    ).toEqual(["S90"]);
    expect(trace().on("card.field")).toEqual([]);
    repair();
    expect(checkIn("employee")).toMatchObject({ kind: "done" });
  });
});

describe("consent screens", () => {
  const asked = (crossings: readonly AnyCrossing[]) =>
    crossings.flatMap((crossing) =>
      crossing.pco === "reader.screen" && crossing.message.asks !== undefined ? [crossing.message.asks] : [],
    );

  it("in the grace period ask for no medical information, and the notice is shown", async () => {
    const { checkIn, trace } = await counter(["certificate-in-grace"]);
    expect(checkIn("certificate-in-grace")).toMatchObject({ kind: "done" });
    expect(asked(trace().crossings).flat()).toEqual([]);
    expect(
      trace()
        .on("reader.screen")
        .some(({ message }) => message.message === "SIM-W2"),
    ).toBe(true);
    expect(faceFiles(trace())[0]).toContain("<PharmacistsInfoConsFlg>0</PharmacistsInfoConsFlg>");
  });

  it("in grace ask for no list of diseases, though the centre knows one", async () => {
    const inGrace = await counter(["two-diseases"], { slip: { standing: () => "grace" } });
    inGrace.checkIn("two-diseases");
    expect(asked(inGrace.trace().crossings)).toEqual([]);
    const usual = await counter(["two-diseases"]);
    usual.checkIn("two-diseases");
    expect(asked(usual.trace().crossings).flat()).toContain("disease");
  });

  it("an answer that leaves a kind out refuses that kind", async () => {
    const { checkIn, trace } = await counter(["employee"]);
    const answerNothing: Twist = ({ screen }) => (screen === "S05" ? { kind: "answered", consents: {} } : undefined);
    checkIn("employee", { twist: answerNothing });
    expect(faceFiles(trace())[0]).not.toMatch(/(Pharmacists|Diagnosis|Operation|Checkups)InfoConsFlg>1/);
  });

  it("a certificate that was revoked has no grace, and the card that was reported lost opens nothing", async () => {
    const { checkIn, trace } = await counter(["certificate-revoked"]);
    expect(checkIn("certificate-revoked")).toEqual(ended("006"));
    expect(
      trace()
        .on("pki.validation")
        .map(({ message }) => message.standing),
    ).toContain("revoked");
  });

  it("a 顔認証 card is not offered the PIN, and a locked one neither", async () => {
    for (const persona of ["face-only", "pin-blocked"] as const) {
      const { checkIn, trace } = await counter([persona]);
      expect(checkIn(persona)).toMatchObject({ kind: "done" });
      const offers = trace()
        .on("reader.screen")
        .flatMap(({ message }) => message.offers ?? []);
      expect(new Set(offers)).toEqual(new Set(["face", "visual"]));
    }
  });

  it("an expired certificate ends with message 006 before any consent", async () => {
    const { checkIn, trace } = await counter(["certificate-expired"]);
    expect(checkIn("certificate-expired")).toEqual(ended("006"));
    expect(asked(trace().crossings)).toEqual([]);
  });
});

describe("readers at the same time", () => {
  it("never mix patients: each file speaks of one person, and each screen of its reader's", async () => {
    const { world, stepUp, trace } = await counter(["employee", "colleague", "pensioner"], { faces: true });
    const results = [
      stepUp("employee", { reader: "R1", methods: ["face"] }),
      stepUp("colleague", { reader: "R2", methods: ["pin"] }),
      stepUp("pensioner", { reader: "R3" }),
    ];
    world.clock.runUntilIdle();
    expect(results.map(({ outcome }) => outcome?.kind)).toEqual(["done", "done", "done"]);
    const names = (["employee", "colleague", "pensioner"] as const).map((id) => world.actor(id).person.name);
    const complete = faceFiles(trace()).filter((text) => text.includes("</XmlMsg>"));
    expect(complete.map((text) => names.filter((name) => text.includes(name)).length)).toEqual([1, 1, 1]);
    const named = trace()
      .on("reader.screen")
      .flatMap(({ message }) => (message.name === undefined ? [] : [[message.reader, message.name]]));
    expect(named.toSorted()).toEqual(names.map((name, index) => [`R${index + 1}`, name]));
  });

  it("one patient's trouble does not stop another's check-in", async () => {
    const { world, stepUp } = await counter(["employee", "colleague"]);
    const idle = stepUp("employee", { reader: "R1", twist: idleAt("S04") });
    const fine = stepUp("colleague", { reader: "R2" });
    world.clock.runUntilIdle();
    expect([idle.outcome?.kind, fine.outcome?.kind]).toEqual(["ended", "done"]);
  });
});
