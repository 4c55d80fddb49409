import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { LiveClock } from "../../../../devices/transports/live-clock.ts";
import type { Timers } from "../../../../devices/transports/timers.ts";
import type { TransportProblem } from "../../../../devices/transports/transport-problem.ts";
import { wallClock } from "../../../../devices/transports/wall-clock.ts";
import { runFirmware } from "../../../../firmware-stubs/reference.ts";
import { ConfigurationError } from "../../../../harness/configuration-error.ts";
import { openTcpSubject, readAddress } from "../../../../harness/edges/firmware/tcp-subject.ts";
import { sequenceNumber } from "../../../../harness/firmware/checks/cc/cc-03-sequence-number.ts";
import { referenceIcs } from "../../../../harness/firmware/reference-ics.ts";
import { runSuite } from "../../../../harness/firmware/run-suite.ts";
import type { FirmwareSubject } from "../../../../harness/firmware/subject.ts";
import { MisuseError } from "../../../../simulator/kernel/errors.ts";

const servers: Server[] = [];
const sockets: Socket[] = [];

afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const server of servers.splice(0)) server.close();
});

/** Listens on the loopback; its address. */
async function listening(take: (socket: Socket) => void): Promise<string> {
  const server = createServer((socket) => {
    sockets.push(socket);
    take(socket);
  });
  servers.push(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return `127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
}

/** Our reference on two ports. */
async function reference(): Promise<{ readonly host: string; readonly bench: string }> {
  const clock = new LiveClock(0, wallClock);
  let toHost: Socket | undefined;
  let toBench: Socket | undefined;
  const firmware = runFirmware({
    clock,
    toHost: (bytes) => toHost?.write(bytes),
    toBench: (bytes) => toBench?.write(bytes),
    onDefect: (error) => {
      throw error;
    },
  });
  const host = await listening((socket) => {
    toHost = socket;
    socket.on("data", (bytes) => firmware.fromHost(bytes)).on("close", () => firmware.stop());
  });
  const bench = await listening((socket) => {
    toBench = socket;
    socket.on("data", (bytes) => firmware.fromBench(bytes));
  });
  return { host, bench };
}

/** Time that never passes for the first waits, and is up at once for those behind them; two are for connecting. */
function patientFor(waits: number): Timers {
  let asked = 0;
  return {
    after: (_delayMs, run) => {
      if (++asked > waits) queueMicrotask(run);
      return () => {};
    },
  };
}

const lossOf = ({ onLost }: FirmwareSubject): Promise<TransportProblem> => new Promise((resolve) => onLost?.(resolve));

describe("firmware over TCP", () => {
  it("is judged as if it were on a wire", async () => {
    const { host, bench } = await reference();
    const subject = await openTcpSubject(host, bench, referenceIcs);
    const record = await runSuite(subject, { checks: [sequenceNumber], notApplicable: [] }, 1, () => {});
    await subject.close();
    expect(record.verdict).toBe("pass");
    expect(subject.id).toBe(`tcp:${host}`);
  });

  it("has no bench where none was named", async () => {
    const { host } = await reference();
    const subject = await openTcpSubject(host, undefined, referenceIcs);
    expect(subject.bench).toBeUndefined();
    await subject.close();
  });

  it("that ends the line is told, with what to do", async () => {
    const { host } = await reference();
    const subject = await openTcpSubject(host, undefined, referenceIcs);
    const closed = sockets.map((socket) => once(socket, "close"));
    for (const socket of sockets) socket.destroy();
    await Promise.all(closed);
    expect((await lossOf(subject)).message).toContain(`${host} ended the line`);
    await subject.close();
  });

  it("on a port where somebody else listens is not taken for a reader, and the bench is not left open", async () => {
    const stranger = await listening((socket) => socket.resume());
    const bench = await listening((socket) => socket.resume());
    const opening = openTcpSubject(stranger, bench, referenceIcs, patientFor(2));
    await expect(opening).rejects.toThrow(ConfigurationError);
    await expect(opening).rejects.toThrow(`${stranger}: it does not answer GetSlotStatus`);
    await Promise.all(sockets.map((socket) => socket.closed || once(socket, "close")));
  });

  it("with a stranger on the port of its bench is told so", async () => {
    const { host } = await reference();
    const stranger = await listening((socket) => socket.resume());
    const opening = openTcpSubject(host, stranger, referenceIcs, patientFor(3));
    await expect(opening).rejects.toThrow(`${stranger}: no bench port answers there`);
  });

  it("that is not there is a matter of configuration", async () => {
    const gone = await listening(() => {});
    servers.splice(0)[0]?.close();
    await expect(openTcpSubject(gone, undefined, referenceIcs)).rejects.toThrow(ConfigurationError);
  });
});

describe("an address", () => {
  it.each([
    ["127.0.0.1:4000", { host: "127.0.0.1", port: 4_000 }],
    ["reader.local:65535", { host: "reader.local", port: 65_535 }],
    ["[::1]:4000", { host: "::1", port: 4_000 }],
  ])("%s", (text, address) => {
    expect(readAddress("--tcp", text)).toEqual(address);
  });

  it.each(["", "4000", "localhost", "localhost:", "localhost:0", "localhost:65536", "::1:4000", "a:b:1", "[]:1"])(
    "%j is refused with the name of the option",
    (text) => {
      expect(() => readAddress("--bench-tcp", text)).toThrow(MisuseError);
      expect(() => readAddress("--bench-tcp", text)).toThrow("--bench-tcp: ");
    },
  );
});
