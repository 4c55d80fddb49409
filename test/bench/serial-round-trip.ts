import { LiveClock } from "../../devices/transports/live-clock.ts";
import { openSerial } from "../../devices/transports/serial.ts";
import type { Transport } from "../../devices/transports/transport.ts";
import { isProblem } from "../../devices/transports/transport-problem.ts";
import { wallClock } from "../../devices/transports/wall-clock.ts";
import { BEFORE, type Exchange, READING, STATUS } from "./bench-commands.ts";
import { benchReader } from "./bench-reader.ts";
import { type Figure, figure } from "./figure.ts";
import { ptyPair } from "./pty-pair.ts";
import { perSecond, ratios, takeTurnsInTime } from "./statistics.ts";

const ROUNDS = 15;
const ROUND_TRIPS = 1_000;

/**
 * Round trips over a pair of pseudo terminals, serialport at both ends in this process: the emulated reader against a port
 * that sends as many bytes back and looks at none. The host's end writes and waits: it is the reader that is measured.
 */
export async function measureSerialRoundTrip(): Promise<readonly Figure[]> {
  const [cable, bareCable] = [await ptyPair(), await ptyPair()];
  const lines = await Promise.all([cable.a, cable.b, bareCable.a, bareCable.b].map(opened));
  const [host, readerEnd, bareHost, bareEnd] = lines;
  try {
    if (host === undefined || readerEnd === undefined || bareHost === undefined || bareEnd === undefined) return [];
    const reader = benchReader(new LiveClock(Date.now(), wallClock), "sim-contacts", readerEnd);
    const end = new HostEnd(host);
    for (const command of BEFORE) await end.ask(command);
    const bare = new HostEnd(bareHost);
    const answer = answering(bareEnd);
    const [bareStatus = [], status = [], bareReading = [], reading = []] = await takeTurnsInTime(
      ROUNDS,
      [STATUS, READING].flatMap((exchange) => [
        () => {
          answer(exchange);
          return bare.run(exchange);
        },
        () => end.run(exchange),
      ]),
    );
    reader.close();
    return [
      figure("GetSlotStatus over a pty pair, of a bare port's speed", "ratio", ratios(bareStatus, status), ">= 0.8"),
      figure("  emulated reader", "per-second", perSecond(ROUND_TRIPS, status)),
      figure("  bare port, frames of the same length", "per-second", perSecond(ROUND_TRIPS, bareStatus)),
      figure("READ BINARY of 49 bytes, contacts, of a bare port's speed", "ratio", ratios(bareReading, reading)),
      figure("  emulated reader", "per-second", perSecond(ROUND_TRIPS, reading)),
      figure("  bare port, frames of the same length", "per-second", perSecond(ROUND_TRIPS, bareReading)),
    ];
  } finally {
    for (const line of lines) await line.close();
    await cable.close();
    await bareCable.close();
  }
}

/** A host that sends a frame and waits until as many bytes are there as the answer has. */
class HostEnd {
  readonly #line: Transport;
  #heard: (bytes: number) => void = () => {};

  constructor(line: Transport) {
    this.#line = line;
    line.onBytes((bytes) => this.#heard(bytes.length));
  }

  /** One command, and any answer that comes in one piece. */
  ask(command: Uint8Array): Promise<void> {
    return new Promise((done) => {
      this.#heard = () => done();
      this.#line.send(command);
    });
  }

  /** Milliseconds of {@link ROUND_TRIPS}. */
  run({ command, answerBytes }: Exchange): Promise<number> {
    return new Promise((done) => {
      const startedMs = performance.now();
      let [left, back] = [ROUND_TRIPS, 0];
      this.#heard = (bytes) => {
        back += bytes;
        if (back < answerBytes) return;
        back = 0;
        if (--left === 0) return done(performance.now() - startedMs);
        this.#line.send(command);
      };
      this.#line.send(command);
    });
  }
}

/** A port that sends so many bytes when so many came; what they are for is said by the returned function. */
function answering(line: Transport): (exchange: Exchange) => void {
  let [commandBytes, answer, came] = [1, new Uint8Array(0), 0];
  line.onBytes((bytes) => {
    came += bytes.length;
    if (came < commandBytes) return;
    came = 0;
    line.send(answer);
  });
  return (exchange) => {
    commandBytes = exchange.command.length;
    answer = new Uint8Array(exchange.answerBytes).fill(0x5a);
  };
}

async function opened(path: string): Promise<Transport> {
  const line = await openSerial(path);
  if (isProblem(line)) throw new Error(line.message);
  return line;
}
