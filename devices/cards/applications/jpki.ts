import type { KeyObject } from "node:crypto";
import { fromHex } from "../../../simulator/kernel/bytes.ts";
import { ensure } from "../../../simulator/kernel/errors.ts";
import { type CardApplication, commandKey } from "../application.ts";
import { type CardImage, hasPinObjects } from "../card-image.ts";
import { commonCommands, referenceDataCommands, terminalAuthenticationCommands } from "../commands/index.ts";
import { sessionKeyOutOfReach } from "../commands/proprietary.ts";
import { type AccessRule, asTheyAre, bytesAsTheyAre, file } from "../elementary-file.ts";
import { simulatorToken, TOKEN_VECTORS, tokenInformation } from "../files/token-information.ts";
import { FOUR_DIGITS, SIGN_PASSWORD } from "../pin.ts";
import { unknownFile, unknownKey } from "../unknown-objects.ts";

/** 利用者証明用パスワード, the right it grants carries the same id. */
export const AUTHENTICATION_PIN = 0x0018;
/** 利用者証明用 private key. */
export const AUTHENTICATION_KEY = 0x0017;
/** 利用者証明用電子証明書. */
export const USER_CERTIFICATE = 0x000a;
/** Anchor for terminal certificates (PIN-less path, my-number-card.md §1.10). */
export const TERMINAL_ANCHOR = 0x0016;
/** 署名用パスワード. */
export const SIGN_PIN = 0x001b;
/** 署名用 private key. */
export const SIGN_KEY = 0x001a;
/** 署名用電子証明書. */
export const SIGN_CERTIFICATE = 0x0001;

/** Certificate files are 2048 bytes with FF padding (my-number-card.md §8 D-04, ours). */
const CERTIFICATE_FILE_BYTES = 2048;
const certificateFileBytes = ({ profile }: CardImage): number =>
  profile.certificateFiles === "padded" ? CERTIFICATE_FILE_BYTES : 0;
/** Both certificates there: byte 0 for the signing one, byte 1 for the user one, byte 2 unknown (§1.2). */
const AVAILABLE = 0x8f;

/** Free on plastic; on an Android token only after its PIN (my-number-card.md §6, D-13). */
const userCertificateRule = ({ carrier, profile }: CardImage): AccessRule =>
  carrier === "android" && profile.phoneCertificate === "needs-pin" ? { anyOf: [AUTHENTICATION_PIN] } : "free";

/** An iPhone signs once its owner was recognised, without a PIN over APDU (§6, D-13 ours). */
const userKeyRule = ({ carrier, profile }: CardImage): AccessRule => {
  if (carrier === "iphone") return "free";
  return { anyOf: profile.pinless === "simulated" ? [AUTHENTICATION_PIN, TERMINAL_ANCHOR] : [AUTHENTICATION_PIN] };
};

/** 公的個人認証AP (my-number-card.md §1.2). */
export const jpki: CardApplication<CardImage> = {
  id: "jpki",
  aid: fromHex("D392F000260100000001"),
  name: { ja: "公的個人認証AP", en: "JPKI application" },
  objects: [
    file({
      fid: SIGN_CERTIFICATE,
      name: { ja: "署名用電子証明書", en: "signing certificate" },
      read: { anyOf: [SIGN_PIN] },
      present: ({ jpki: { signature } }) => signature !== undefined,
      sizeBytes: certificateFileBytes,
      codec: bytesAsTheyAre,
      content: ({ jpki: { signature } }) => signature?.certificate() ?? new Uint8Array(0),
      vectors: asTheyAre("30 03 02 01 07"),
    }),
    file({
      fid: 0x0002,
      name: { ja: "署名用CA証明書", en: "signing CA certificate" },
      read: "free",
      sizeBytes: certificateFileBytes,
      codec: bytesAsTheyAre,
      content: ({ jpki: { signatureCa } }) => signatureCa,
      vectors: asTheyAre("30 03 02 01 08"),
    }),
    unknownFile(0x0005),
    file({
      fid: 0x0006,
      name: { ja: "トークン情報", en: "token information" },
      read: "free",
      codec: tokenInformation,
      content: ({ jpki: { tokenLabel, tokenSerial } }) => simulatorToken(tokenLabel, tokenSerial),
      vectors: TOKEN_VECTORS,
    }),
    file({
      fid: 0x0008,
      name: { ja: "証明書の有無", en: "certificate availability" },
      read: "free",
      codec: bytesAsTheyAre,
      content: ({ jpki: { signature } }) => Uint8Array.of(signature === undefined ? 0 : AVAILABLE, AVAILABLE, 0),
      vectors: asTheyAre("8F 8F 00"),
    }),
    unknownFile(0x0009),
    file({
      fid: USER_CERTIFICATE,
      name: { ja: "利用者証明用電子証明書", en: "user authentication certificate" },
      read: userCertificateRule,
      sizeBytes: certificateFileBytes,
      codec: bytesAsTheyAre,
      content: ({ jpki: { authentication } }) => authentication.certificate(),
      vectors: asTheyAre("30 03 02 01 05"),
    }),
    file({
      fid: 0x000b,
      name: { ja: "利用者証明用CA証明書", en: "user authentication CA certificate" },
      read: "free",
      sizeBytes: certificateFileBytes,
      codec: bytesAsTheyAre,
      content: ({ jpki: { authenticationCa } }) => authenticationCa,
      vectors: asTheyAre("30 03 02 01 06"),
    }),
    unknownKey(0x0010),
    {
      kind: "anchor",
      fid: TERMINAL_ANCHOR,
      name: { ja: "端末証明書検証鍵", en: "terminal certificate anchor" },
      present: ({ profile }) => profile.pinless === "simulated",
      key: ({ jpki: { terminalCaKey } }) => terminalCaKey,
    },
    {
      kind: "key",
      fid: AUTHENTICATION_KEY,
      name: { ja: "利用者証明用秘密鍵", en: "user authentication key" },
      use: userKeyRule,
      does: "sign",
      key: ({ jpki: { authentication } }) => authentication.key,
    },
    {
      kind: "pin",
      fid: AUTHENTICATION_PIN,
      name: { ja: "利用者証明用パスワード", en: "user authentication PIN" },
      present: hasPinObjects,
      tries: () => 3,
      holds: "pin",
      format: FOUR_DIGITS,
      digits: ({ pins }) => pins.authentication,
      triesUsed: ({ pins }) => pins.authenticationTriesUsed,
    },
    unknownKey(0x0019),
    {
      kind: "key",
      fid: SIGN_KEY,
      name: { ja: "署名用秘密鍵", en: "signing key" },
      present: ({ jpki: { signature } }) => signature !== undefined,
      use: { anyOf: [SIGN_PIN] },
      does: "sign",
      key: ({ jpki }) => signingKeyOf(jpki),
    },
    {
      kind: "pin",
      fid: SIGN_PIN,
      name: { ja: "署名用パスワード", en: "sign password" },
      present: hasPinObjects,
      tries: () => 5,
      holds: "pin",
      format: SIGN_PASSWORD,
      digits: ({ pins }) => pins.signature,
      triesUsed: ({ pins }) => pins.signatureTriesUsed,
    },
    unknownKey(0x001c),
    unknownKey(0x001e),
  ],
  commands: [
    ...commonCommands,
    ...referenceDataCommands,
    ...terminalAuthenticationCommands,
    [commandKey(0x80, 0xae), sessionKeyOutOfReach],
  ],
};

function signingKeyOf({ signature }: CardImage["jpki"]): KeyObject {
  ensure(signature !== undefined, "a card without a signing certificate has no signing key");
  return signature.key;
}
