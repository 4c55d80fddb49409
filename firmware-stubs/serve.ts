import { fstatSync } from "node:fs";
import { Socket } from "node:net";
import { parseArgs } from "node:util";
import { LiveClock } from "../devices/transports/live-clock.ts";
import { openSerial } from "../devices/transports/serial.ts";
import { StreamTransport } from "../devices/transports/stream-transport.ts";
import { listenTcp, type TcpListener } from "../devices/transports/tcp-listener.ts";
import type { Transport } from "../devices/transports/transport.ts";
import { isProblem, type TransportProblem } from "../devices/transports/transport-problem.ts";
import { wallClock } from "../devices/transports/wall-clock.ts";
import { type FirmwareDecisions, goodDecisions } from "./decisions.ts";
import { mutants } from "./mutants/index.ts";
import { runFirmware } from "./reference.ts";

/**
 * The reference firmware, or a mutant, as a process of its own, as a maker's firmware would be one:
 *
 *     node firmware-stubs/serve.ts                                  CCID on stdin and stdout, bench port on descriptor 3
 *     node firmware-stubs/serve.ts --mutant X03                     the same with one slip
 *     node firmware-stubs/serve.ts --tcp 4000 --bench-tcp 4001      on the loopback; 0 lets the system choose the port
 *     node firmware-stubs/serve.ts --serial /dev/ttyUSB0            on a serial port; --bench-serial for its bench port
 *
 * It ends when its host goes away; over TCP it waits for the next one, who meets it just switched on.
 */
const OPTIONS = {
  mutant: { type: "string" },
  tcp: { type: "string" },
  "bench-tcp": { type: "string" },
  serial: { type: "string" },
  "bench-serial": { type: "string" },
} as const;
const BENCH_DESCRIPTOR = 3;
const MAX_PORT = 65_535;
const MISUSE = 2;
const DEFECT = 4;

/** Where the bench port ends; a bench that comes later takes the place of the one before. */
class BenchSocket {
  #line: Transport | undefined;
  #receive: (bytes: Uint8Array) => void = () => {};

  connect(line: Transport): void {
    this.#line = line;
    line.onBytes((bytes) => this.#receive(bytes));
  }

  /** Firmware that was switched on hears the bench from now on. */
  onBytes(receive: (bytes: Uint8Array) => void): void {
    this.#receive = receive;
  }

  send(bytes: Uint8Array): void {
    this.#line?.send(bytes);
  }
}

/** Switches firmware on, on a line; it runs until the line ends. */
function serve(host: Transport, bench: BenchSocket, decisions: FirmwareDecisions): void {
  const firmware = runFirmware(
    {
      clock: new LiveClock(Date.now(), wallClock),
      toHost: (bytes) => host.send(bytes),
      toBench: (bytes) => bench.send(bytes),
      onDefect: (error) => end(DEFECT, `a defect of ours: ${String(error)}`),
    },
    decisions,
  );
  bench.onBytes((bytes) => firmware.fromBench(bytes));
  host.onBytes((bytes) => firmware.fromHost(bytes));
  host.onEnd(() => firmware.stop());
}

/** Stdin, stdout and descriptor 3; where nobody opened that the reader has no hardware. */
function serveOnDescriptors(decisions: FirmwareDecisions): void {
  const bench = new BenchSocket();
  if (isConnected(BENCH_DESCRIPTOR)) {
    const socket = new Socket({ fd: BENCH_DESCRIPTOR, readable: true, writable: true });
    bench.connect(new StreamTransport("descriptor 3", { readable: socket, writable: socket, shut: async () => {} }));
  }
  const { stdin, stdout } = process;
  const host = new StreamTransport("stdin", { readable: stdin, writable: stdout, shut: async () => {} });
  stdin.once("end", () => process.exit());
  serve(host, bench, decisions);
}

function isConnected(descriptor: number): boolean {
  try {
    const status = fstatSync(descriptor);
    return status.isSocket() || status.isFIFO();
  } catch {
    return false;
  }
}

async function serveOnTcp(port: number, benchPort: number | undefined, decisions: FirmwareDecisions): Promise<void> {
  const bench = new BenchSocket();
  announce("CCID", await listenTcp(port, (line) => serve(line, bench, decisions)));
  if (benchPort !== undefined) announce("bench port", await listenTcp(benchPort, (line) => bench.connect(line)));
}

function announce(what: string, listener: TcpListener | TransportProblem): void {
  if (isProblem(listener)) return end(MISUSE, `${what}: ${listener.message}; ${listener.fix}`);
  process.stderr.write(`${what}: 127.0.0.1:${listener.port}\n`);
}

async function serveOnSerial(path: string, benchPath: string | undefined, decisions: FirmwareDecisions): Promise<void> {
  const bench = new BenchSocket();
  if (benchPath !== undefined) bench.connect(await opened(benchPath));
  const host = await opened(path);
  host.onEnd((problem) => end(MISUSE, problem?.message ?? "the line ended"));
  serve(host, bench, decisions);
  process.stderr.write(`CCID: ${path}\n`);
}

async function opened(path: string): Promise<Transport> {
  const line = await openSerial(path);
  return isProblem(line) ? end(MISUSE, `${line.message}; ${line.fix}`) : line;
}

function portIn(option: string, text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > MAX_PORT) end(MISUSE, `--${option}: give a port, 0 to ${MAX_PORT}`);
  return Number(text);
}

function decisionsOf(id: string): FirmwareDecisions {
  const found = mutants.find((mutant) => mutant.id.toLowerCase() === id.toLowerCase());
  if (found === undefined)
    end(MISUSE, `--mutant: there is no ${id}; known: ${mutants.map((one) => one.id).join(", ")}`);
  return found.slip(goodDecisions);
}

function end(code: number, message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}

function optionsGiven(): { readonly [name in keyof typeof OPTIONS]?: string } {
  try {
    return parseArgs({ options: OPTIONS }).values;
  } catch (error) {
    return end(MISUSE, error instanceof Error ? error.message : String(error));
  }
}

const { mutant, tcp, "bench-tcp": benchTcp, serial, "bench-serial": benchSerial } = optionsGiven();
const decisions = mutant === undefined ? goodDecisions : decisionsOf(mutant);
if (serial !== undefined) await serveOnSerial(serial, benchSerial, decisions);
else if (tcp === undefined) serveOnDescriptors(decisions);
else serveOnTcp(portIn("tcp", tcp), benchTcp === undefined ? undefined : portIn("bench-tcp", benchTcp), decisions);
