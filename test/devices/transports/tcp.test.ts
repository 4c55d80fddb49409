import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { openTcp } from "../../../devices/transports/tcp.ts";
import type { Timers } from "../../../devices/transports/timers.ts";
import type { Transport } from "../../../devices/transports/transport.ts";
import { isProblem } from "../../../devices/transports/transport-problem.ts";
import { type JoinedLine, transportContract } from "./transport-contract.ts";

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function listening(): Promise<{ readonly server: Server; readonly port: number }> {
  const server = createServer();
  servers.push(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("a server without a port");
  return { server, port: address.port };
}

async function join(): Promise<JoinedLine> {
  const { server, port } = await listening();
  const arrived = once(server, "connection") as Promise<[Socket]>;
  const line = await openTcp({ host: "127.0.0.1", port });
  const [peer] = await arrived;
  peer.on("error", () => {}); // who closes with bytes unread resets the connection
  return {
    line: lineIn(line),
    onPiece: (listener) => peer.on("data", listener),
    say: (bytes) => peer.write(bytes),
    leave: () => peer.destroy(),
  };
}

function lineIn(opened: Awaited<ReturnType<typeof openTcp>>): Transport {
  if (isProblem(opened)) throw new Error(opened.message);
  return opened;
}

/** Time that is up as soon as somebody waits for it. */
const IMPATIENT: Timers = {
  after: (_delayMs, run) => {
    queueMicrotask(run);
    return () => {};
  },
};

describe("a line over TCP", () => {
  transportContract(join);

  it("is named by its address", async () => {
    const { line } = await join();
    expect(line.name).toMatch(/^127\.0\.0\.1:\d+$/);
    await line.close();
  });

  it("gives a problem when nobody listens there", async () => {
    const { server, port } = await listening();
    server.close();
    await once(server, "close");
    expect(await openTcp({ host: "127.0.0.1", port })).toMatchObject({
      code: "refused",
      message: `127.0.0.1:${port} cannot be reached: nobody listens there`,
      fix: expect.stringContaining("start the firmware first"),
    });
  });

  it("gives a problem when there is no such machine", async () => {
    expect(await openTcp({ host: "nobody.invalid", port: 4_000 })).toMatchObject({
      code: "unreachable",
      message: expect.stringContaining("nobody.invalid:4000 cannot be reached"),
    });
  });

  it("gives up on a machine that says neither yes nor no", async () => {
    const { port } = await listening();
    expect(await openTcp({ host: "127.0.0.1", port }, IMPATIENT)).toMatchObject({
      code: "unreachable",
      message: expect.stringContaining("no answer within 5000 ms"),
    });
  });
});
