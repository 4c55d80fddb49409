import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { listenTcp, type TcpListener } from "../../../devices/transports/tcp-listener.ts";
import type { Transport } from "../../../devices/transports/transport.ts";
import { isProblem } from "../../../devices/transports/transport-problem.ts";

const open: TcpListener[] = [];

afterEach(async () => {
  for (const listener of open.splice(0)) await listener.close();
});

async function listening(take: (line: Transport) => void, port = 0): Promise<TcpListener> {
  const listener = await listenTcp(port, take);
  if (isProblem(listener)) throw new Error(listener.message);
  open.push(listener);
  return listener;
}

/** Sends back what comes. */
const echo = (line: Transport): void => {
  line.onBytes((bytes) => line.send(bytes));
};

const dial = (port: number): Socket => connect({ host: "127.0.0.1", port });

async function echoed(socket: Socket, text: string): Promise<string> {
  socket.write(text);
  const [bytes] = await once(socket, "data");
  return String(bytes);
}

describe("a listener on TCP", () => {
  it("turns a second host away while the first is there", async () => {
    const { port } = await listening(echo);
    const first = dial(port);
    expect(await echoed(first, "one")).toBe("one");
    const second = dial(port);
    await once(second, "close");
    expect(await echoed(first, "still here")).toBe("still here");
    first.destroy();
  });

  it("takes a host that hung up and came again at once", async () => {
    const { port } = await listening(echo);
    for (let round = 0; round < 20; round++) {
      const host = dial(port);
      expect(await echoed(host, `round ${round}`)).toBe(`round ${round}`);
      host.destroy();
    }
  });

  it("says so when another program has the port", async () => {
    const { port } = await listening(echo);
    expect(await listenTcp(port, echo)).toMatchObject({
      code: "port-taken",
      fix: expect.stringContaining("another port"),
    });
  });
});
