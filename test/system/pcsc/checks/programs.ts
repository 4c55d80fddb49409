import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { MY_NUMBER_ATRS } from "../../../../devices/iso7816/atr.ts";
import { toHex } from "../../../../simulator/kernel/bytes.ts";
import type { Ended } from "../command.ts";
import { certificateFile, KEYS, signWithPkcs11 } from "../opensc.ts";
import { signatureVerdict } from "../openssl.ts";
import { type Stack, type Table, tableOf } from "../stack.ts";
import { messageFile } from "./signing.ts";

const SELECT_JPKI = "00A4040C0AD392F000260100000001";
/** READ BINARY of EF 000A by its short id with an extended Le: all of it in one answer (my-number-card.md §5.5). */
const READ_CERTIFICATE = "00B08A00000000";

/** APDUs that reach every kind of answer, and what comes; the certificate is compared for itself. */
const DIALOGUE = [
  { apdu: "00A4040C07A0000000031010", answer: /^6A82$/ },
  { apdu: SELECT_JPKI, answer: /^9000$/ },
  { apdu: READ_CERTIFICATE, answer: /^3082[0-9A-F]{2000,}9000$/ },
  { apdu: "00B0FFFF00", answer: /^6[0-9A-F]{3}$/ },
  { apdu: "00A4020C020018", answer: /^9000$/ },
  { apdu: "00200080", answer: /^63C3$/ },
  { apdu: "00E2000000", answer: /^6D00$/ },
  { apdu: "00A4", answer: /^6700$/ },
] as const;

const PYSCARD_CLIENT = join(import.meta.dirname, "../clients/pyscard-client.py");
const PCSC_MINI_CLIENT = fileURLToPath(new URL("../clients/pcsc-mini-client.ts", import.meta.url));
const pyscard = (table: Table, times: number, apdus: readonly string[]): readonly [string, readonly string[]] => [
  "/usr/bin/python3",
  [PYSCARD_CLIENT, table.readers[0], String(times), ...apdus],
];
const pcscMini = (table: Table, apdus: readonly string[]): readonly [string, readonly string[]] => [
  process.execPath,
  [PCSC_MINI_CLIENT, table.readers[0], ...apdus],
];

/** The JSON a client printed last. */
function printed({ code, stdout, stderr }: Ended): unknown {
  if (code !== 0) throw new Error(`a client ended with ${code}: ${stderr}`);
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
}

/** What programs say that speak APDUs themselves. */
export function programs(stack: () => Stack): void {
  describe("a program that sends APDUs itself", () => {
    const laid = tableOf(stack, ["employee"]);

    test.each([
      {
        name: "pyscard",
        isT1: { isT1: true },
        command: (table: Table, apdus: readonly string[]) => pyscard(table, 1, apdus),
      },
      { name: "pcsc-mini", isT1: {}, command: pcscMini },
    ])(
      "with $name finds reader, ATR and T=1, and moves short, extended and broken APDUs",
      async ({ command, isT1 }) => {
        const table = laid();
        const answers = printed(
          await table.run(
            ...command(
              table,
              DIALOGUE.map(({ apdu }) => apdu),
            ),
          ),
        );
        expect(answers).toMatchObject({
          readers: expect.arrayContaining([table.readers[0]]),
          atr: toHex(MY_NUMBER_ATRS.contactless),
          answers: DIALOGUE.map(({ answer }) => expect.stringMatching(answer)),
          ...isT1,
        });
        const { raw } = new X509Certificate(readFileSync(await certificateFile(table, KEYS.authentication.id)));
        expect(JSON.stringify(answers)).toContain(toHex(raw));
      },
    );

    test("reads 300 times in transactions while OpenSC signs with the same card, and neither notices", async () => {
      const table = laid();
      const certificate = await certificateFile(table, KEYS.authentication.id);
      const message = messageFile(table);
      const reading = table.start(...pyscard(table, 300, [SELECT_JPKI, READ_CERTIFICATE]));
      await reading.until(/connected/);
      const signature = await signWithPkcs11(table, "authentication", message);
      expect(await signatureVerdict(table, certificate, signature, message)).toBe("Verified OK");
      await reading.until(/"alwaysTheSame": true/);
    });
  });
}
