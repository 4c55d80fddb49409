import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { T1Card } from "../../../devices/t1/card.ts";
import type { Edc } from "../../../devices/t1/edc.ts";
import { T1InterfaceDevice, type T1Outcome } from "../../../devices/t1/interface-device.ts";
import { T1Parser } from "../../../devices/t1/parser.ts";
import { concat, toHex } from "../../../simulator/kernel/bytes.ts";
import { VirtualClock } from "../../../simulator/kernel/clock.ts";
import { type Process, sleep, start } from "../../../simulator/kernel/process.ts";
import { type Ratio, type Rng, rngFromSeed } from "../../../simulator/kernel/rng.ts";

const BWT_MS = 400;
const CWT_MS = 10;

/**
 * What a line does to each block. LEN is not flipped, since LRC sees only 255 of 256 blocks that end elsewhere. Nor does a
 * doubled block overtake another: numbers modulo 2 are safe on a line, not on a net.
 */
interface Noise {
  readonly loses: Ratio;
  readonly doubles: Ratio;
  readonly flips: Ratio;
  /** Blocks come in pieces, and late; without it at once. */
  readonly delays: boolean;
}

const QUIET: Ratio = { parts: 0, of: 1 };
const LEN_OFFSET = 2;

/** A reader and a card on a noisy line. The card answers a command with its own bytes turned around, and 9000. */
class NoisyLine {
  readonly clock = new VirtualClock(0);
  readonly device: T1InterfaceDevice;
  blocks = 0;

  constructor(seed: number, noise: Noise, options: { ifsc: number; ifsd: number; edc: Edc }) {
    const rng = rngFromSeed(seed);
    const carry = (to: () => { receive(bytes: Uint8Array): void }, name: string) => {
      const stream = rng.fork(name);
      let freeAtMs = 0;
      return (bytes: Uint8Array): void => {
        this.blocks++;
        for (const copy of disturbed(bytes, noise, stream)) {
          for (const piece of noise.delays ? cut(copy, stream) : [copy]) {
            freeAtMs = Math.max(freeAtMs, this.clock.nowMs) + (noise.delays ? stream.below(CWT_MS) : 0);
            if (noise.delays) this.clock.after(freeAtMs - this.clock.nowMs, () => to().receive(piece));
            else to().receive(piece);
          }
        }
      };
    };
    const work = rng.fork("work");
    const { ifsc, ifsd, edc } = options;
    const card: T1Card = new T1Card({
      clock: this.clock,
      send: carry(() => this.device, "to reader"),
      answer: (command, answered) =>
        this.clock.after(work.below(900), () => answered(concat(command.toReversed(), Uint8Array.of(0x90, 0)))),
      ifsc,
      edc,
      wtxEveryMs: 250,
      cwtMs: CWT_MS,
    });
    this.device = new T1InterfaceDevice({
      clock: this.clock,
      send: carry(() => card, "to card"),
      parameters: { ifsc, bwtMs: BWT_MS, cwtMs: CWT_MS, edc },
      ifsd,
    });
  }
}

function cut(bytes: Uint8Array, rng: Rng): readonly Uint8Array[] {
  const at = rng.below(bytes.length + 1);
  return [bytes.subarray(0, at), bytes.subarray(at)];
}

function disturbed(bytes: Uint8Array, noise: Noise, rng: Rng): readonly Uint8Array[] {
  if (rng.chance(noise.loses)) return [];
  const copy = bytes.slice();
  if (rng.chance(noise.flips)) {
    const at = rng.below(bytes.length);
    if (at !== LEN_OFFSET) copy[at] = (copy[at] ?? 0) ^ (1 << rng.below(8));
  }
  return rng.chance(noise.doubles) ? [copy, copy] : [copy];
}

function ended<T>(clock: VirtualClock, process: Process<T>): T {
  let value: T | undefined;
  start(process, (outcome) => {
    if ("error" in outcome) throw outcome.error;
    value = outcome.value;
  });
  clock.runUntilIdle(1_000_000);
  if (value === undefined) throw new Error("the process did not come to its end");
  return value;
}

const anySize = fc.constantFrom(1, 5, 32, 254);
const options = fc.record({ ifsc: anySize, ifsd: anySize, edc: fc.constantFrom("lrc" as const, "crc" as const) });
const commands = fc.array(fc.uint8Array({ minLength: 4, maxLength: 300 }), { minLength: 1, maxLength: 4 });

function* session(device: T1InterfaceDevice, apdus: readonly Uint8Array[], clock: VirtualClock): Process<T1Outcome[]> {
  const outcomes: T1Outcome[] = [];
  yield* device.negotiate();
  for (const apdu of apdus) {
    outcomes.push(yield* device.transceive(apdu));
    yield* sleep(clock, 2);
  }
  return outcomes;
}

const rightAnswer = (apdu: Uint8Array): string => `${toHex(apdu.toReversed())}9000`;

describe("reader and card", () => {
  it("bring every command and answer through at any sizes, with either EDC", () => {
    const clean = { loses: QUIET, doubles: QUIET, flips: QUIET };
    fc.assert(
      fc.property(options, commands, fc.boolean(), (sizes, apdus, delays) => {
        const line = new NoisyLine(1, { ...clean, delays }, sizes);
        const outcomes = ended(line.clock, session(line.device, apdus, line.clock));
        expect(outcomes.map((outcome) => (outcome.kind === "answer" ? toHex(outcome.bytes) : outcome))).toEqual(
          apdus.map(rightAnswer),
        );
      }),
    );
  });

  it("on a line that loses, doubles and flips: the right answer or a named error, never a wrong answer", () => {
    const kinds = new Map<string, number>();
    fc.assert(
      fc.property(fc.nat(), options, commands, (seed, sizes, apdus) => {
        const often = { parts: 1, of: 20 };
        const line = new NoisyLine(seed, { loses: often, doubles: often, flips: often, delays: true }, sizes);
        const outcomes = ended(line.clock, session(line.device, apdus, line.clock));
        for (const [index, outcome] of outcomes.entries()) {
          kinds.set(outcome.kind, (kinds.get(outcome.kind) ?? 0) + 1);
          if (outcome.kind === "answer")
            expect(toHex(outcome.bytes)).toBe(rightAnswer(apdus[index] ?? new Uint8Array()));
        }
        expect(line.blocks).toBeLessThan(20_000);
      }),
      { numRuns: 300 },
    );
    expect(kinds.get("answer")).toBeGreaterThan(100);
  });

  it("on a line that is nothing but noise: an end in a bounded number of blocks", () => {
    const always = { parts: 1, of: 1 };
    for (const noise of [
      { loses: always, doubles: QUIET, flips: QUIET, delays: false },
      { loses: QUIET, doubles: always, flips: QUIET, delays: true },
      { loses: QUIET, doubles: always, flips: always, delays: true },
    ]) {
      const line = new NoisyLine(7, noise, { ifsc: 5, ifsd: 5, edc: "lrc" });
      const apdus = [new Uint8Array(100), new Uint8Array(100)];
      ended(line.clock, session(line.device, apdus, line.clock));
      expect(line.blocks).toBeLessThan(1_000);
    }
  });
});

describe("a hundred thousand random bytes", () => {
  const garbage = rngFromSeed(816).fork("garbage").bytes(100_000);
  const chunks = Array.from({ length: 1_000 }, (_, index) => garbage.subarray(index * 100, index * 100 + 100));

  it("into the parser, with silences between: blocks and defects, no end of hearing", () => {
    let heard = 0;
    const parser = new T1Parser("lrc", () => heard++);
    for (const chunk of chunks) {
      parser.push(chunk);
      parser.gap();
    }
    parser.push(new Uint8Array([0, 0x80, 0, 0x80]));
    expect(heard).toBeGreaterThan(1_000);
    expect(parser.midBlock).toBe(false);
  });

  it("into the card: it still answers RESYNCH", () => {
    const clock = new VirtualClock(0);
    const sent: string[] = [];
    const card = new T1Card({
      clock,
      send: (bytes) => sent.push(toHex(bytes)),
      answer: (_command, answered) => answered(Uint8Array.of(0x90, 0)),
      ifsc: 254,
      edc: "lrc",
      wtxEveryMs: 250,
      cwtMs: CWT_MS,
    });
    for (const [index, chunk] of chunks.entries()) {
      card.receive(chunk);
      if (index % 3 === 0) clock.advanceTo(clock.nowMs + CWT_MS);
    }
    clock.runUntilIdle(10_000);
    card.receive(Uint8Array.of(0, 0xc0, 0, 0xc0));
    expect(sent.at(-1)).toBe("00E000E0");
    expect(sent.length).toBeLessThan(2_000);
  });

  it("into the reader, while it waits and while it does not: every command ends", () => {
    const clock = new VirtualClock(0);
    const rest = [...chunks];
    let blocks = 0;
    const device: T1InterfaceDevice = new T1InterfaceDevice({
      clock,
      send: () => {
        blocks++;
        const chunk = rest.pop();
        if (chunk !== undefined) clock.after(3, () => device.receive(chunk));
      },
      parameters: { ifsc: 32, bwtMs: BWT_MS, cwtMs: CWT_MS, edc: "lrc" },
    });
    for (const chunk of chunks.slice(0, 500)) device.receive(chunk);
    const kinds = chunks.map((chunk) => ended(clock, device.transceive(chunk)).kind);
    expect(kinds).not.toContain("answer");
    expect(blocks).toBeLessThan(20);
    expect(clock.pending).toBe(0);
  });
});
