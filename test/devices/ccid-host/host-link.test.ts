import { describe, expect, it } from "vitest";
import { COMMAND } from "../../../devices/ccid/constants.ts";
import { plainCommand } from "../../../devices/ccid/writer.ts";
import { HostLink } from "../../../devices/ccid-host/host-link.ts";
import { loopback } from "../../../devices/transports/loopback.ts";
import { fromHex } from "../../../simulator/kernel/bytes.ts";
import { VirtualClock } from "../../../simulator/kernel/clock.ts";
import { type Settled, start } from "../../../simulator/kernel/process.ts";

const WAIT_MS = 3_000;
const PIECE_EVERY_MS = 10;

/** What a host makes of a reader that says nothing but `piece`, again and again, and how long it listened. */
function floodedBy(piece: Uint8Array) {
  const clock = new VirtualClock(0);
  const [hostEnd, readerEnd] = loopback(clock, "wire");
  const link = new HostLink(clock, hostEnd);
  let settled: Settled<object> | undefined;
  start(
    link.ask((sequence) => plainCommand(COMMAND.getSlotStatus, { slot: 0, sequence }), WAIT_MS),
    (outcome) => {
      settled = outcome;
    },
  );
  const say = (): void => {
    readerEnd.send(piece);
    clock.after(PIECE_EVERY_MS, say);
  };
  say();
  while (settled === undefined && clock.nowMs < 60_000) clock.runNext();
  return { settled, atMs: clock.nowMs };
}

describe("a host on a line that is flooded", () => {
  it.each([
    ["wait bytes of T=0", "FF".repeat(64), "line"],
    ["its own commands, echoed without end", "03066500000000000000000060", "line"],
    ["frames cut short", "0306030603060306", "line"],
    ["bytes that mean nothing", "55".repeat(64), "no-answer"],
    ["notices of movement", "5003", "no-answer"],
  ])("by %s gives up in time", (_what, hex, kind) => {
    const { settled, atMs } = floodedBy(fromHex(hex));
    expect(settled).toMatchObject({ value: { kind } });
    expect(atMs).toBeLessThanOrEqual(20_000);
  });
});
