import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { MAX_CLIENTS } from "../../../../devices/transports/pcsc-service/constants.ts";
import { defaultSocketPath, PcscService, pcscEnvironment } from "../../../../devices/transports/pcsc-service/index.ts";
import { messages } from "../../../../devices/transports/pcsc-service/messages.ts";
import { prepareSocket } from "../../../../devices/transports/pcsc-service/socket-file.ts";
import { MisuseError } from "../../../../simulator/kernel/errors.ts";
import { ScriptedSlot } from "../scripted-slot.ts";
import { bytesOf } from "./fixture.ts";

let folder: string;
let path: string;
const services: PcscService[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "madoguchi-pcsc-"));
  path = join(folder, "own", "pcscd.comm");
});
afterEach(async () => {
  for (const service of services.splice(0)) await service.close();
  rmSync(folder, { recursive: true, force: true });
});

function make(log: string[] = []): PcscService {
  const service = new PcscService([new ScriptedSlot()], { log: (line) => log.push(line) });
  services.push(service);
  return service;
}

/** A program at the socket; what goes wrong with it shows in the service. */
const dial = (): Socket => connect(path).on("error", () => {});
const opened = (socket: Socket): Promise<void> => new Promise((resolve) => socket.once("connect", resolve));
const ended = (socket: Socket): Promise<void> => new Promise((resolve) => socket.once("close", () => resolve()));
const nothing = new Uint8Array(0);

describe.runIf(process.platform === "linux")("the socket of the service", () => {
  it("lies in a folder of the user alone, answers there, and is away when the service ends", async () => {
    const service = make();
    await service.listen(path);
    expect(statSync(join(folder, "own")).mode & 0o777).toBe(0o700);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const socket = connect(path);
    const answer = new Promise<Uint8Array>((resolve) => socket.once("data", resolve));
    socket.write(bytesOf(messages.version, { major: 4, minor: 4 }, nothing));
    expect(messages.version.codec.decode(Uint8Array.from(await answer))).toEqual({ major: 4, minor: 4, returnCode: 0 });
    const end = ended(socket);
    await service.close();
    await end;
    expect(existsSync(path)).toBe(false);
  });

  it("takes the place of one that a dead service left behind", async () => {
    mkdirSync(join(folder, "own"), { mode: 0o700 });
    const dead = createServer().listen(`${path}.old`);
    await new Promise((resolve) => dead.once("listening", resolve));
    renameSync(`${path}.old`, path);
    await new Promise((resolve) => dead.close(resolve));
    expect(existsSync(path)).toBe(true);
    await make().listen(path);
  });

  it("does not take the place of a live one, and says what to do", async () => {
    await make().listen(path);
    await expect(make().listen(path)).rejects.toThrow(/another service listens at .*; end it, or choose another path/);
    const socket = connect(path);
    await opened(socket);
    socket.destroy();
  });

  it("is refused in a folder that others may enter, over a file, on a path too long, and twice", async () => {
    mkdirSync(join(folder, "open"), { mode: 0o755 });
    await expect(make().listen(join(folder, "open", "comm"))).rejects.toThrow(/others may enter .*chmod 700/);
    writeFileSync(join(folder, "file"), "");
    await expect(make().listen(join(folder, "file"))).rejects.toThrow(/is a file and no socket/);
    await expect(make().listen(join(folder, "file", "comm"))).rejects.toThrow(/cannot be made/);
    await expect(make().listen(join(folder, "x".repeat(108)))).rejects.toThrow(/more than 107 bytes/);
    const service = make();
    await service.listen(path);
    await expect(service.listen(path)).rejects.toThrow(MisuseError);
  });
});

describe("the place of the socket", () => {
  it("is where libpcsclite looks by its variable, and has a default that fits", () => {
    expect(pcscEnvironment("/run/x")).toEqual({ PCSCLITE_CSOCK_NAME: "/run/x" });
    expect(defaultSocketPath()).toMatch(/madoguchi.*pcscd\.comm$/);
  });

  it.each(["win32", "darwin"] as const)("on %s is refused with what to use instead", async (platform) => {
    await expect(prepareSocket("x", platform)).rejects.toThrow(/Linux only; use the APDU port/);
  });
});

describe.runIf(process.platform === "linux")("programs at the socket", () => {
  it("that die in the middle of a message leave nothing behind", async () => {
    const service = make();
    await service.listen(path);
    const dying = dial();
    await opened(dying);
    dying.write(bytesOf(messages.establishContext, { scope: 2 }, nothing).subarray(0, 11));
    dying.destroy();
    const next = dial();
    const answer = new Promise<Uint8Array>((resolve) => next.once("data", resolve));
    next.write(bytesOf(messages.getReaderStates, {}, nothing));
    expect((await answer).length).toBe(2_944);
    next.destroy();
  });

  it("that send what is no message are disconnected, with a line in the log", async () => {
    const log: string[] = [];
    const service = make(log);
    await service.listen(path);
    const socket = dial();
    const end = ended(socket);
    socket.write(Buffer.alloc(64, 0xff));
    await end;
    expect(log).toEqual(["a program sends the command 4294967295, which does not exist: disconnected"]);
  });

  it("that read none of their answers are disconnected before the answers fill the memory", async () => {
    let socket: Socket | undefined;
    const said = new Promise<string>((resolve) => {
      const service = new PcscService([new ScriptedSlot()], { log: resolve });
      services.push(service);
      void service.listen(path).then(() => {
        socket = dial();
        const asks = Array.from({ length: 1_000 }, () => bytesOf(messages.getReaderStates, {}, nothing));
        socket.write(Buffer.concat(asks));
      });
    });
    expect(await said).toBe("a program does not read its answers: disconnected");
    socket?.destroy();
  });

  it("are turned away when there are too many", async () => {
    const log: string[] = [];
    const service = make(log);
    await service.listen(path);
    const sockets = Array.from({ length: MAX_CLIENTS }, dial);
    await Promise.all(sockets.map(opened));
    await ended(dial().resume());
    expect(log).toEqual(["too many programs are connected: one was turned away"]);
    for (const socket of sockets) socket.destroy();
  });
});
