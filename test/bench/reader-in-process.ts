import { SerialPortMock } from "serialport";
import type { ReaderModelId } from "../../devices/ccid-reader/models.ts";
import type { Transport } from "../../devices/transports/transport.ts";
import { VirtualClock } from "../../simulator/kernel/clock.ts";
import { BEFORE, type Exchange, READING, STATUS } from "./bench-commands.ts";
import { benchReader } from "./bench-reader.ts";
import { type Figure, figure } from "./figure.ts";
import { perSecond, ratios, takeTurnsInTime, timeMs } from "./statistics.ts";

const ROUNDS = 21;
const ROUND_TRIPS = 20_000;
/** A character of 8 bits, start and two stop bits at 115,200 bit/s, microseconds. */
const CHARACTER_US = 95;
/** Frames of performance.md §6. */
const ECHO_BYTES = 64;
/** What one command may set off before it is answered. */
const MAX_EVENTS = 1_000;

/**
 * Commands a second that an emulated reader answers in this process, on virtual time that goes by as on a line of 115,200
 * bit/s, beside a serialport over the mock binding that sends its bytes back.
 */
export async function measureReaderInProcess(): Promise<readonly Figure[]> {
  const mock = await openMock();
  const loads = [
    { name: "GetSlotStatus", id: "sim-contacts", exchange: STATUS },
    { name: "READ BINARY of 49 bytes, contacts", id: "sim-contacts", exchange: READING },
    { name: "READ BINARY of 49 bytes, antenna", id: "sim-antenna", exchange: READING },
  ] as const;
  const [echo = [], ...readers] = await takeTurnsInTime(ROUNDS, [
    () => mock.echo(ROUND_TRIPS),
    ...loads.map(({ id, exchange }) => {
      const reader = new ReaderInProcess(id);
      return async () => reader.run(exchange, ROUND_TRIPS);
    }),
  ]);
  await mock.close();
  return [
    ...loads.flatMap(({ name }, index) => {
      const times = readers[index] ?? [];
      const isStatus = index === 0;
      return [
        figure(`${name}, of the echo's speed`, "ratio", ratios(echo, times), isStatus ? ">= 1.0" : undefined),
        figure(`  ${name}`, "per-second", perSecond(ROUND_TRIPS, times), isStatus ? ">= 150,000/s" : undefined),
      ];
    }),
    figure(`  echo of ${ECHO_BYTES} bytes over @serialport/binding-mock`, "per-second", perSecond(ROUND_TRIPS, echo)),
  ];
}

/** A reader with a card that has power and a file selected, and the host at the other end of its line. */
class ReaderInProcess {
  readonly #clock = new VirtualClock(0);
  #toReader: (bytes: Uint8Array) => void = () => {};
  #answered = 0;
  #us = 0;

  constructor(id: ReaderModelId) {
    const transport: Transport = {
      name: "bench",
      send: (bytes) => {
        this.#answered += bytes.length;
      },
      onBytes: (listener) => {
        this.#toReader = listener;
        return () => {};
      },
      onEnd: () => () => {},
      close: async () => {},
    };
    benchReader(this.#clock, id, transport);
    this.#clock.advanceTo(1_000); // a card before an antenna has to be found first
    for (const command of BEFORE) this.#ask(command);
  }

  /** Milliseconds of so many commands, one after another. */
  run({ command, answerBytes }: Exchange, count: number): number {
    let answers = 0;
    const ms = timeMs(() => {
      for (let left = count; left > 0; left--) answers += this.#ask(command);
    });
    if (answers !== count * answerBytes)
      throw new Error(`${count} answers had ${answers} bytes: something was refused`);
    return ms;
  }

  /** How long the answer was. */
  #ask(command: Uint8Array): number {
    this.#answered = 0;
    this.#toReader(command);
    for (let left = MAX_EVENTS; this.#answered === 0; left--)
      if (left === 0 || !this.#clock.runNext()) throw new Error("the reader did not answer");
    const answered = this.#answered;
    this.#pass(command.length + answered);
    return answered;
  }

  #pass(bytes: number): void {
    this.#us += bytes * CHARACTER_US;
    const ms = Math.floor(this.#us / 1_000);
    this.#us -= ms * 1_000;
    this.#clock.advanceTo(this.#clock.nowMs + ms);
  }
}

async function openMock() {
  const path = "/dev/ttyMOCK";
  SerialPortMock.binding.createPort(path, { echo: true });
  const port = new SerialPortMock({ path, baudRate: 115_200, autoOpen: false });
  await new Promise<void>((done, failed) => port.open((error) => (error === null ? done() : failed(error))));
  const bytes = Buffer.alloc(ECHO_BYTES, 0x5a);
  let heard: (piece: Uint8Array) => void = () => {};
  port.on("data", (piece: Uint8Array) => heard(piece));
  return {
    /** Milliseconds of so many round trips. */
    echo: (count: number): Promise<number> =>
      new Promise((done) => {
        const startedMs = performance.now();
        let [left, back] = [count, 0];
        heard = (piece) => {
          back += piece.length;
          if (back < ECHO_BYTES) return;
          back = 0;
          if (--left === 0) return done(performance.now() - startedMs);
          port.write(bytes);
        };
        port.write(bytes);
      }),
    close: () => new Promise<void>((done) => port.close(() => done())),
  };
}
