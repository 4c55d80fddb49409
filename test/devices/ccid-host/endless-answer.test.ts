import { describe, expect, it } from "vitest";
import { ANSWER, CHAIN } from "../../../devices/ccid/constants.ts";
import { frame } from "../../../devices/ccid/frame.ts";
import { isDefect, parseFrame } from "../../../devices/ccid/parser.ts";
import { CcidHost } from "../../../devices/ccid-host/ccid-host.ts";
import { EXTENDED_MAX_MESSAGE_BYTES } from "../../../devices/ccid-serial/constants.ts";
import { encodeMessage } from "../../../devices/ccid-serial/frame.ts";
import { LineParser } from "../../../devices/ccid-serial/parser.ts";
import { loopback } from "../../../devices/transports/loopback.ts";
import { VirtualClock } from "../../../simulator/kernel/clock.ts";
import { type Settled, start } from "../../../simulator/kernel/process.ts";

/** A host at a reader that answers every block with another part of an answer that never ends. */
function endless(partBytes: number) {
  const clock = new VirtualClock(0);
  const [transport, reader] = loopback(clock, "wire");
  let parts = 0;
  const parser = new LineParser(EXTENDED_MAX_MESSAGE_BYTES, (event) => {
    const command = event.kind === "message" ? parseFrame(event.bytes) : undefined;
    if (command === undefined || isDefect(command)) return;
    const { slot, sequence } = command;
    const b9 = parts++ === 0 ? CHAIN.begins : CHAIN.continues;
    reader.send(encodeMessage(frame(ANSWER.dataBlock, { slot, sequence, b9, data: new Uint8Array(partBytes) })));
  });
  reader.onBytes((bytes) => parser.push(bytes));
  const host = new CcidHost({ clock, transport, level: "apdu", maxMessageBytes: EXTENDED_MAX_MESSAGE_BYTES });
  let settled: Settled<object> | undefined;
  start(host.transmit(Uint8Array.of(0, 0xb0, 0, 0, 0)), (outcome) => {
    settled = outcome;
  });
  clock.runUntilIdle(1_000_000);
  return { settled, parts };
}

describe("a host at a reader whose answer never ends", () => {
  it("gives up when no answer can be longer", () => {
    const { settled, parts } = endless(60_000);
    expect(settled).toMatchObject({ value: { kind: "protocol" } });
    expect(parts).toBe(2);
  });

  it("gives up as well when the parts hold nothing", () => {
    expect(endless(0).settled).toMatchObject({ value: { kind: "protocol" } });
  });
});
