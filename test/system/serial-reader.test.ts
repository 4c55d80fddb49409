import { createHash, verify, X509Certificate } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { atrText, MY_NUMBER_ATRS } from "../../devices/iso7816/atr.ts";
import { openSerial } from "../../devices/transports/serial.ts";
import { isProblem } from "../../devices/transports/transport-problem.ts";
import { messageFile } from "./pcsc/checks/signing.ts";
import { plainEnvironment, runProgram } from "./pcsc/command.ts";
import { certificateFile, KEYS, signWithPkcs11, triesLeft, verifyPin } from "./pcsc/opensc.ts";
import { shown, signatureVerdict } from "./pcsc/openssl.ts";
import { startPcscd } from "./pcsc/pcscd.ts";
import { laySerialLine } from "./pcsc/serial-line.ts";
import { laySerialReader, SERIAL_READER, type SerialTable, serialReaderDefinition } from "./pcsc/serial-reader.ts";
import { ownFolder } from "./pcsc/stack.ts";

/*
 * The emulated reader on a serial line under the real pcscd with its own serial driver, which speaks T=1 itself and so
 * judges every block of the card, and every frame of the reader.
 */

/** Device types of the driver (CCID 1.5.2, `ccid_serial.c`): how many slots it opens, and whether it proposes a rate by PPS. */
const TYPES = [
  { type: "GemPCTwin", model: "gempc-twin", slots: 1, atr: "contactPlain", pps: false },
  { type: "GemPCPinPad", model: "gempc-pinpad", slots: 1, atr: "contactHistorical", pps: true },
  { type: "GemCorePOSPro", model: "gemcore-pos-pro", slots: 5, atr: "contactPlain", pps: false },
  { type: "GemCoreSIMPro", model: "gemcore-sim-pro", slots: 2, atr: "contactHistorical", pps: true },
  // It leaves the rate to the reader (dwFeatures 000100B2).
  { type: "SEC1210", model: "sec1210", slots: 2, atr: "contactHistorical", pps: false },
] as const;

/** PPSS, T=1 with PPS1, TA1 of the card, PCK (ISO/IEC 7816-3 §9.2). */
const PPS = "FF1113FD";
/** S(WTX request) of one block waiting time, and S(IFS request) of 254 bytes, with their LRC. */
const WTX_REQUEST = "00C30101C3";
const IFS_REQUEST = "00C101FE3E";

describe.each(TYPES)("the serial driver takes the emulated reader for a $type", ({ type, model, slots, atr, pps }) => {
  let table: SerialTable;
  beforeAll(async () => {
    table = await laySerialReader(type, model, "--atr", atr);
    await table.seen(true);
  });
  afterAll(() => table?.[Symbol.asyncDispose]());

  test("with all slots the driver wants of it, the card in the first", async () => {
    const { stdout } = await table.run("opensc-tool", ["--list-readers"]);
    const listed = [...stdout.matchAll(/^\d+ +(Yes|No) +(?:PIN pad +)?(.+)$/gm)].map(([, card, name]) => [card, name]);
    const names = Array.from({ length: slots }, (_, slot) => `${SERIAL_READER} 00 0${slot}`);
    expect(listed).toEqual(names.map((name, slot) => [slot === 0 ? "Yes" : "No", name]));
    expect(stdout.includes("PIN pad")).toBe(type === "GemPCPinPad");
  });

  test("and gives the card power: ATR, rate, and the tries of both PINs", async () => {
    const { stdout } = await table.run("opensc-tool", ["--reader", "0", "--atr"]);
    expect(stdout.trim()).toBe(atrText(MY_NUMBER_ATRS[atr]).toLowerCase().replaceAll(" ", ":"));
    expect(await triesLeft(table)).toEqual([3, 5]);
    const { toReader, toHost } = table.line.heard();
    expect(toReader.includes(PPS)).toBe(pps);
    expect(toHost.includes(PPS)).toBe(pps);
  });

  test("and OpenSC reads a certificate and signs, and openssl verifies", async () => {
    const message = messageFile(table);
    const certificate = await certificateFile(table, KEYS.authentication.id);
    expect(await shown(table, certificate, "-subject")).toContain("CN=");
    const signature = await signWithPkcs11(table, "authentication", message);
    expect(await signatureVerdict(table, certificate, signature, message)).toBe("Verified OK");
  });
});

describe("a PIN at the keys of the reader", () => {
  const PIN = "8264";
  const PYSCARD = join(import.meta.dirname, "pcsc/clients/pyscard-pin-pad.py");
  const MESSAGE = "what is signed\n";
  /** DigestInfo of SHA-256 before the hash (RFC 8017 §9.2). */
  const SHA256_DIGEST_INFO = "3031300D060960864801650304020105000420";

  const shows = (hex: string, digits: string): boolean => {
    const bytes = Buffer.from(hex, "hex");
    return bytes.includes(digits) || bytes.includes(Buffer.from(digits, "hex"));
  };

  // OpenSC's driver for this card builds VERIFY from digits it is given and cannot ask a reader (`card-jpki.c`).
  test("goes to a slow card and is nowhere on the line: the card signs, and what a host types is found", async () => {
    const slow = ["--fault", "slow-chip:on=verify"];
    await using table = await laySerialReader(
      "GemPCPinPad",
      "gempc-pinpad",
      "--atr",
      "contactPlain",
      "--pin",
      PIN,
      ...slow,
    );
    const hash = createHash("sha256").update(MESSAGE).digest("hex");
    const going = table.start("/usr/bin/python3", [PYSCARD, table.readers[0], SHA256_DIGEST_INFO + hash]);
    await going.until(/^verified 9000$/m);
    const { toReader, toHost } = table.line.heard();
    expect(toReader).toContain("0020008004FFFFFFFF");
    expect([shows(toReader, PIN), shows(toHost, PIN)]).toEqual([false, false]);
    expect(toHost, "more time is the reader's to grant").not.toContain(WTX_REQUEST);
    going.say("");
    const [, signature = ""] = await going.until(/^signed 9000 ([0-9A-F]+)$/m);
    const { publicKey } = new X509Certificate(readFileSync(await certificateFile(table, KEYS.authentication.id)));
    expect(verify("sha256", Buffer.from(MESSAGE), publicKey, Buffer.from(signature, "hex"))).toBe(true);
    expect(await verifyPin(table, "authentication", PIN)).toMatchObject({ code: 0 });
    expect(shows(table.line.heard().toReader, PIN)).toBe(true);
  });
});

describe("under the driver's own T=1", () => {
  test("a card that goes is missed, and the next one starts clean", async () => {
    await using table = await laySerialReader("GemPCTwin", "gempc-twin", "--atr", "contactPlain");
    await table.seen(true);
    const first = await shown(table, await certificateFile(table, KEYS.authentication.id), "-subject");
    await verifyPin(table, "authentication", "9999");
    table.tell("remove 0");
    await table.seen(false);
    table.tell("insert 0 colleague");
    await table.seen(true);
    expect(await triesLeft(table)).toEqual([3, 5]);
    expect(await shown(table, await certificateFile(table, KEYS.authentication.id), "-subject")).not.toBe(first);
  });

  test("two slots of one reader keep their cards apart", async () => {
    const personas = ["--persona", "employee", "--persona", "one-try-left"];
    await using table = await laySerialReader("GemCorePOSPro", "gemcore-pos-pro", "--atr", "contactPlain", ...personas);
    await table.seen(true, true);
    expect([await triesLeft(table, 0), await triesLeft(table, 1)]).toEqual([
      [3, 5],
      [1, 5],
    ]);
  });

  test("a chip that asks for time at every read gives all four certificates, in blocks of 254 bytes", async () => {
    const slow = ["--fault", "slow-chip:on=read-binary,extensions=1"];
    await using table = await laySerialReader("GemPCTwin", "gempc-twin", "--atr", "contactHistorical", ...slow);
    await table.seen(true);
    for (const key of ["authentication", "signature"] as const) {
      const certificate = await certificateFile(table, KEYS[key].id);
      const authority = await certificateFile(table, KEYS[key].authority);
      const issued = new X509Certificate(readFileSync(certificate));
      expect(issued.verify(new X509Certificate(readFileSync(authority)).publicKey), key).toBe(true);
    }
    const { toReader, toHost } = table.line.heard();
    expect(toReader).toContain(IFS_REQUEST);
    expect(toHost.split(WTX_REQUEST).length).toBeGreaterThan(20);
  });
});

describe("where the driver finds no reader pcscd says so and serves none", () => {
  test.each([
    { what: "nobody at the other end", garbles: false },
    { what: "bytes that arrive as others, as at a wrong rate", garbles: true },
  ])("$what", async ({ garbles }) => {
    await using laid = new AsyncDisposableStack();
    const folder = ownFolder();
    laid.defer(folder.remove);
    const line = await laySerialLine({ prefix: [], env: plainEnvironment(folder.path) }, folder.path);
    laid.defer(line.end);
    if (garbles) {
      const far = await openSerial(line.reader);
      if (isProblem(far)) throw new Error(far.message);
      laid.defer(() => far.close());
      far.onBytes((bytes) => far.send(bytes.map((byte) => byte ^ 0x7f)));
    }
    const definitions = join(folder.path, "readers");
    mkdirSync(definitions);
    writeFileSync(join(definitions, "serial"), serialReaderDefinition(line.host, "GemPCTwin"));
    const { daemon, surroundings } = await startPcscd(definitions);
    laid.defer(() => daemon.end());
    expect(daemon.text).toContain("Get firmware failed. Maybe the reader is not connected");
    expect(daemon.text).toContain(`${SERIAL_READER} init failed`);
    const { stdout, stderr } = await runProgram(surroundings, "opensc-tool", ["--list-readers"]);
    expect(stdout + stderr).toContain("No smart card readers found");
  });
});
