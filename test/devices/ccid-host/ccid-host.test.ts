import { describe, expect, it } from "vitest";
import { jpki, USER_CERTIFICATE } from "../../../devices/cards/applications/jpki.ts";
import { CardSlot } from "../../../devices/cards/card-slot.ts";
import { CcidHost } from "../../../devices/ccid-host/ccid-host.ts";
import { isHostProblem } from "../../../devices/ccid-host/host-problem.ts";
import { type ReaderModelId, readerModels } from "../../../devices/ccid-reader/models.ts";
import { EmulatedReader } from "../../../devices/emulated-reader/emulated-reader.ts";
import { encodeCommand } from "../../../devices/iso7816/apdu.ts";
import { readBinary, selectApplication, selectFile } from "../../../devices/iso7816/commands.ts";
import { loopback } from "../../../devices/transports/loopback.ts";
import { toHex } from "../../../simulator/kernel/bytes.ts";
import { VirtualClock } from "../../../simulator/kernel/clock.ts";
import { Switchboard } from "../../../simulator/kernel/pco.ts";
import { type Process, type Settled, start } from "../../../simulator/kernel/process.ts";
import { rngFromSeed } from "../../../simulator/kernel/rng.ts";
import { benchCard } from "../../bench/card-bench-card.ts";

function counter(id: ReaderModelId) {
  const clock = new VirtualClock(0);
  const onDefect = (error: unknown): never => {
    throw error;
  };
  const slot = new CardSlot({ reader: "R", clock, board: new Switchboard(clock, () => 1), onDefect });
  const [hostEnd, readerEnd] = loopback(clock, "wire");
  const { identity, faces } = readerModels[id];
  const bays = faces.map((face) => ({ slot, face }));
  const reader = new EmulatedReader({
    clock,
    rng: rngFromSeed(1),
    identity,
    bays: bays.slice(0, 1),
    transport: readerEnd,
    onDefect,
  });
  const { level, maxMessageBytes } = identity;
  const host = new CcidHost({ clock, transport: hostEnd, level, maxMessageBytes });
  const run = <T>(process: Process<T>): T => {
    let settled: Settled<T> | undefined;
    start(process, (outcome) => {
      settled = outcome;
    });
    for (let events = 0; settled === undefined && events < 100_000; events++) clock.runNext();
    if (settled === undefined || "error" in settled) throw settled?.error ?? new Error("it never ended");
    return settled.value;
  };
  return { clock, slot, reader, host, run };
}

describe.each(["gempc-twin", "gemcore-pos-pro", "sim-contacts", "sim-antenna"] as const)("a %s on a wire", (id) => {
  it("is opened, gives a card power, and carries a whole certificate", () => {
    const { slot, host, run, clock } = counter(id);
    expect(run(host.open())).toBe("SIM-READER 1.0");
    expect(run(host.isPresent())).toBe(false);
    slot.insert(benchCard());
    clock.advanceTo(clock.nowMs + 1_000);
    expect(run(host.isPresent())).toBe(true);
    expect(run(host.powerOn())).toHaveProperty("atr");
    expect(run(host.transmit(encodeCommand(selectApplication(jpki.aid))))).toEqual({
      response: Uint8Array.of(0x90, 0),
    });
    run(host.transmit(encodeCommand(selectFile(USER_CERTIFICATE))));
    const short = run(host.transmit(encodeCommand(readBinary(0, 256))));
    if (isHostProblem(short)) throw new Error(short.words.en);
    expect(short.response.length).toBe(258);
    const long = run(host.transmit(encodeCommand(readBinary(0, 65_536))));
    if (isHostProblem(long)) throw new Error(long.words.en);
    expect(toHex(long.response.subarray(0, 256))).toBe(toHex(short.response.subarray(0, 256)));
  });

  it("tells a card that was taken away", () => {
    const { slot, host, run, clock } = counter(id);
    slot.insert(benchCard());
    clock.advanceTo(1_000);
    run(host.powerOn());
    slot.remove();
    clock.advanceTo(clock.nowMs + 2_000);
    expect(run(host.transmit(encodeCommand(selectApplication(jpki.aid))))).toMatchObject({ kind: "no-card" });
  });
});

describe("a sec1210, which refuses the question for its text,", () => {
  it("is there all the same, with no text", () => {
    const { host, run } = counter("sec1210");
    expect(run(host.open())).toBe("");
  });
});
