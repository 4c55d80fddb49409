import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { root } from "../architecture/source-files.ts";
import { type Ended, plainEnvironment, runProgram, type Surroundings } from "./pcsc/command.ts";
import { Conversation } from "./pcsc/conversation.ts";
import { requirePackages } from "./pcsc/packages.ts";
import { laySerialLine, type SerialLine } from "./pcsc/serial-line.ts";
import { type Folder, layTable, openOwnService, ownFolder } from "./pcsc/stack.ts";

/* `madoguchi check-in` in one process, the reader with its card in another: over a serial line, TCP and PC/SC. */

const CLI = join(root, "harness/cli.ts");
const DONE = /^done: (.+)$/m;

/** A reader in a process of its own, on a line of its own; `await using` ends both. */
interface FarReader extends AsyncDisposable {
  readonly line: SerialLine;
  readonly reader: Conversation;
  readonly folder: Folder;
  checkIn(...options: readonly string[]): Promise<Ended>;
}

function surroundingsIn(folder: Folder): Surroundings {
  return { prefix: [], env: plainEnvironment(folder.path) };
}

async function farReader(...options: readonly string[]): Promise<FarReader> {
  const folder = ownFolder();
  const surroundings = surroundingsIn(folder);
  const line = await laySerialLine(surroundings, folder.path);
  const args = [CLI, "reader", "--serial", line.reader, "--lang", "en", ...options];
  const reader = new Conversation(surroundings, process.execPath, args);
  await reader.until(/to end\n/);
  return {
    line,
    reader,
    folder,
    checkIn: (...more) => checkIn(surroundings, folder, "--serial", line.host, ...more),
    async [Symbol.asyncDispose]() {
      await reader.end();
      await line.end();
      folder.remove();
    },
  };
}

function checkIn(surroundings: Surroundings, folder: Folder, ...options: readonly string[]): Promise<Ended> {
  const args = [CLI, "check-in", "--lang", "en", "--out", join(folder.path, "out"), ...options];
  return runProgram(surroundings, process.execPath, args);
}

/** A check-in that is done: its face file, and not a PIN anywhere. */
function expectFaceFile({ code, stdout, stderr }: Ended): void {
  expect([code, stderr]).toEqual([0, ""]);
  const path = DONE.exec(stdout)?.[1] ?? "";
  expect(readFileSync(path, "utf8")).toContain("<ResultOfQualificationConfirmation>");
  expect(existsSync(join(path, "../check-in.ndjson"))).toBe(true);
}

beforeAll(requirePackages);

describe("a check-in at a reader in another process", () => {
  test.each(["sim-antenna", "sim-contacts", "gempc-twin"])(
    "over a serial line, a %s, by face and by PIN",
    async (model) => {
      await using far = await farReader("--as", model);
      const byFace = await far.checkIn("--as", model);
      expectFaceFile(byFace);
      expect(byFace.stdout).toMatch(/S03a face: .*\n.*looked\n.*try 1: score \d+/);
      const byPin = await far.checkIn("--as", model, "--method", "pin");
      expectFaceFile(byPin);
      expect(far.reader.text).toMatch(/VERIFY EF 0018 user authentication PIN with «pin» → 9000/);
      expect(byPin.stdout + far.reader.text).not.toContain("31323334");
    },
  );

  test("over TCP", async () => {
    const folder = ownFolder();
    const surroundings = surroundingsIn(folder);
    const reader = new Conversation(surroundings, process.execPath, [CLI, "reader", "--port", "0", "--lang", "en"]);
    try {
      const [, address = ""] = await reader.until(/(127\.0\.0\.1:\d+): .*\n[\s\S]*to end\n/);
      expectFaceFile(await checkIn(surroundings, folder, "--tcp", address, "--method", "visual"));
    } finally {
      await reader.end();
      folder.remove();
    }
  });

  test("of a persona, a seed and a day named in both terminals", async () => {
    const same = ["--persona", "pensioner", "--seed", "7", "--date", "2026-02-10", "--pin", "4711"];
    await using far = await farReader(...same);
    expectFaceFile(await far.checkIn(...same, "--method", "pin"));
  });

  test("with the PIN of another card exits 1, says what to look at, and has used one try", async () => {
    await using far = await farReader("--pin", "4711");
    const { code, stdout } = await far.checkIn("--method", "pin");
    expect(code).toBe(1);
    expect(stdout).toContain("2 tries left");
    expect(stdout).toContain("look at (SIM-003): give the --pin");
    expect(stdout).not.toContain("1234");
  });

  test("with the card of another seed exits 1, and says which options must agree", async () => {
    await using far = await farReader("--seed", "2");
    const { code, stdout } = await far.checkIn("--method", "visual");
    expect(code).toBe(1);
    expect(stdout).toContain("ended: [006");
    expect(stdout).toMatch(/look at \(006\): .*--persona, --seed and --date/);
  });

  test("with a card that nobody here issued exits 3, and no PIN was sent to it", async () => {
    await using far = await farReader("--fresh-keys");
    const { code, stderr } = await far.checkIn("--method", "pin");
    expect(code).toBe(3);
    expect(stderr).toContain("was not issued by this simulation");
    expect(far.reader.text).not.toContain("VERIFY");
  });

  test("taken for another kind of reader exits 3, with --as as what to do", async () => {
    await using far = await farReader("--as", "gempc-twin");
    const { code, stderr } = await far.checkIn("--as", "sim-antenna");
    expect(code).toBe(3);
    expect(stderr).toContain("what to do: look at --as");
  });

  test("whose line is cut while it waits for a card exits 3, at once, and says so", async () => {
    await using far = await farReader();
    far.reader.say("remove 0");
    const args = [CLI, "check-in", "--serial", far.line.host, "--lang", "en"];
    const waiting = new Conversation(surroundingsIn(far.folder), process.execPath, args);
    try {
      await waiting.until(/S00/);
      const begun = performance.now();
      await far.line.end();
      await waiting.until(/error: .*(is gone|does not answer).*\n.*what to do: look/);
      expect(await waiting.ended()).toBe(3);
      expect(performance.now() - begun).toBeLessThan(5_000);
    } finally {
      await waiting.end();
    }
  });
});

describe("a check-in through PC/SC", () => {
  let stack: Awaited<ReturnType<typeof openOwnService>>;
  beforeAll(async () => {
    stack = await openOwnService();
  });
  afterAll(() => stack?.close());

  test.each(["face", "pin", "visual"])("on our own service, by %s", async (method) => {
    await using table = await layTable(stack, ["employee"]);
    const out = join(table.folder, "out");
    const args = ["check-in", "--pcsc", "Madoguchi 00", "--method", method, "--lang", "en", "--out", out];
    expectFaceFile(await table.run(process.execPath, [CLI, ...args]));
  });

  test("on a reader of another name exits 2, and lists the names", async () => {
    await using table = await layTable(stack, ["employee"]);
    const { code, stderr } = await table.run(process.execPath, [CLI, "check-in", "--pcsc", "Somebody's"]);
    expect(code).toBe(2);
    expect(stderr).toContain('"Madoguchi 00 00"');
  });

  test("with a card that is taken away under way ends with its message", async () => {
    await using table = await layTable(stack, ["employee"], "--fault", "torn-at-apdu:apdu=12");
    const { code, stdout } = await table.run(process.execPath, [
      CLI,
      "check-in",
      "--pcsc",
      "Madoguchi",
      "--lang",
      "en",
    ]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/ended: \[(SIM-005|001)/);
  });
});
