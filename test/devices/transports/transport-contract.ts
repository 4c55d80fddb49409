import { expect, it } from "vitest";
import type { Transport } from "../../../devices/transports/transport.ts";
import type { TransportProblem } from "../../../devices/transports/transport-problem.ts";
import { concat, toHex } from "../../../simulator/kernel/bytes.ts";
import { rngFromSeed } from "../../../simulator/kernel/rng.ts";

/** A line with somebody at its other end. */
export interface JoinedLine {
  readonly line: Transport;
  /** What the other end does with each piece it gets. */
  onPiece(listener: (bytes: Uint8Array) => void): void;
  /** The other end says something. */
  say(bytes: Uint8Array): void;
  /** The other end goes away without a word. */
  leave(): void;
}

/** Enough bytes that no system hands them over in one piece. */
const MANY_BYTES = 300_000;

/** What every {@link Transport} keeps; `join` makes a line that nobody has used yet. */
export function transportContract(join: () => Promise<JoinedLine>): void {
  it("carries bytes whole and in order, both ways, however they are cut", async () => {
    const { line, onPiece, say } = await join();
    const sent = rngFromSeed(1).bytes(MANY_BYTES);
    onPiece((bytes) => say(bytes)); // an echo
    const back = collect(line, MANY_BYTES);
    for (let at = 0; at < sent.length; at += 7_001) line.send(sent.subarray(at, at + 7_001));
    expect(toHex(await back)).toBe(toHex(sent));
    await line.close();
  });

  it("tells nobody who does not want to hear any more", async () => {
    const { line, say } = await join();
    const heard: string[] = [];
    const cancel = line.onBytes((bytes) => heard.push(toHex(bytes)));
    cancel();
    const next = collect(line, 1);
    say(Uint8Array.of(0x5a));
    await next;
    expect(heard).toEqual([]);
    await line.close();
  });

  it("ends without a problem when we close it, and says so once", async () => {
    const { line } = await join();
    const ends = endsOf(line);
    await line.close();
    await line.close();
    expect(ends).toEqual([undefined]);
  });

  it("says nothing after its end, whatever was on its way, and sends nothing", async () => {
    const { line, onPiece, say } = await join();
    const heard: string[] = [];
    line.onBytes(() => heard.push("bytes"));
    line.onEnd(() => heard.push("end"));
    onPiece(() => heard.push("sent"));
    say(Uint8Array.of(0x5a));
    const closed = line.close();
    line.send(Uint8Array.of(0x5a));
    await closed;
    await new Promise((done) => setImmediate(done));
    expect(heard).toEqual(["end"]);
  });

  it("ends with a problem and what to do when the other end goes away; sending then does nothing", async () => {
    const { line, leave } = await join();
    const ended = new Promise<TransportProblem | undefined>((resolve) => {
      line.onEnd(resolve);
    });
    leave();
    const problem = await ended;
    expect(problem?.message).toContain(line.name);
    expect(problem?.fix).not.toBe("");
    line.send(Uint8Array.of(1));
    await line.close();
  });
}

/** Waits for so many bytes. */
function collect(line: Transport, count: number): Promise<Uint8Array> {
  return new Promise((resolve) => {
    const pieces: Uint8Array[] = [];
    let length = 0;
    const cancel = line.onBytes((bytes) => {
      pieces.push(bytes);
      length += bytes.length;
      if (length < count) return;
      cancel();
      resolve(concat(...pieces));
    });
  });
}

function endsOf(line: Transport): (TransportProblem | undefined)[] {
  const ends: (TransportProblem | undefined)[] = [];
  line.onEnd((problem) => ends.push(problem));
  return ends;
}
