import { fromHex } from "../../../simulator/kernel/bytes.ts";
import type { Codec } from "../../../simulator/kernel/vector.ts";
import type { CardApplication } from "../application.ts";
import { commonCommands, terminalAuthenticationCommands } from "../commands/index.ts";
import { file } from "../elementary-file.ts";
import { tokenInformation } from "../files/token-information.ts";

/** 利用者証明用パスワード, the right it grants carries the same id. */
export const AUTHENTICATION_PIN = 0x0018;
/** 利用者証明用 private key. */
export const AUTHENTICATION_KEY = 0x0017;
/** 利用者証明用電子証明書. */
export const USER_CERTIFICATE = 0x000a;
/** Anchor for terminal certificates (PIN-less path, my-number-card.md §1.10). */
export const TERMINAL_ANCHOR = 0x0016;

/** Certificate files are 2048 bytes with FF padding (my-number-card.md §8 D-04, ours). */
const CERTIFICATE_FILE_BYTES = 2048;
const der: Codec<Uint8Array> = { decode: (bytes) => bytes, encode: (value) => value };

/** 公的個人認証AP: what a check-in by face or PIN touches (my-number-card.md §1.2). */
export const jpki: CardApplication = {
  id: "jpki",
  aid: fromHex("D392F000260100000001"),
  name: { ja: "公的個人認証AP", en: "JPKI application" },
  objects: [
    file({
      fid: 0x0006,
      name: { ja: "トークン情報", en: "token information" },
      read: "free",
      codec: tokenInformation,
      content: ({ tokenLabel, tokenSerial }) => ({
        label: tokenLabel,
        manufacturer: "MADOGUCHI SIMULATION",
        model: "SIM01",
        serial: tokenSerial,
        flags: 0x040d,
        maxSessions: 1,
        sessions: 0,
        maxReadWriteSessions: 1,
        readWriteSessions: 0,
        maxPinLength: 16,
        minPinLength: 6,
        memory: new Uint8Array(16).fill(0xff),
        hardwareVersion: "03",
        firmwareVersion: "01",
        time: "9999999999999999",
      }),
      vectors: [
        {
          title: "a token of the simulator",
          bytes:
            `${hexText("JPKIAPICCTOKEN2", 32)}${hexText("MADOGUCHI SIMULATION", 32)}${hexText("SIM01", 16)}` +
            `${hexText("0000000000000001", 16)}0000040D0000000100000000000000010000000000000010` +
            `00000006FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF${hexText("03", 2)}${hexText("01", 2)}${hexText("9".repeat(16), 16)}`,
          value: {
            label: "JPKIAPICCTOKEN2",
            manufacturer: "MADOGUCHI SIMULATION",
            model: "SIM01",
            serial: "0000000000000001",
            flags: 0x040d,
            maxSessions: 1,
            sessions: 0,
            maxReadWriteSessions: 1,
            readWriteSessions: 0,
            maxPinLength: 16,
            minPinLength: 6,
            memory: new Uint8Array(16).fill(0xff),
            hardwareVersion: "03",
            firmwareVersion: "01",
            time: "9999999999999999",
          },
        },
      ],
    }),
    file({
      fid: USER_CERTIFICATE,
      name: { ja: "利用者証明用電子証明書", en: "user authentication certificate" },
      read: "free",
      sizeBytes: CERTIFICATE_FILE_BYTES,
      codec: der,
      content: ({ userCertificate }) => userCertificate,
      vectors: [{ title: "DER as it is", bytes: "30 03 02 01 05", value: fromHex("30 03 02 01 05") }],
    }),
    file({
      fid: 0x000b,
      name: { ja: "利用者証明用CA証明書", en: "user authentication CA certificate" },
      read: "free",
      sizeBytes: CERTIFICATE_FILE_BYTES,
      codec: der,
      content: ({ userCaCertificate }) => userCaCertificate,
      vectors: [{ title: "DER as it is", bytes: "30 03 02 01 06", value: fromHex("30 03 02 01 06") }],
    }),
    {
      kind: "anchor",
      fid: TERMINAL_ANCHOR,
      name: { ja: "端末証明書検証鍵", en: "terminal certificate anchor" },
      key: ({ terminalCaKey }) => terminalCaKey,
    },
    {
      kind: "key",
      fid: AUTHENTICATION_KEY,
      name: { ja: "利用者証明用秘密鍵", en: "user authentication key" },
      use: { anyOf: [AUTHENTICATION_PIN, TERMINAL_ANCHOR] },
      key: ({ userKey }) => userKey,
    },
    {
      kind: "pin",
      fid: AUTHENTICATION_PIN,
      name: { ja: "利用者証明用パスワード", en: "user authentication PIN" },
      tries: 3,
      holds: "pin",
      digits: ({ authenticationPin }) => authenticationPin,
    },
  ],
  commands: new Map([...commonCommands, ...terminalAuthenticationCommands]),
};

function hexText(value: string, width: number): string {
  return Buffer.from(value.padEnd(width, " "), "latin1").toString("hex");
}
