import { type Bilingual, same } from "../../simulator/kernel/bilingual.ts";
import { fromHex } from "../../simulator/kernel/bytes.ts";
import { type CommandApdu, command } from "../iso7816/apdu.ts";
import { queryPin, readBinary, selectApplication, selectFile } from "../iso7816/commands.ts";
import { type ProbedApplication, type ProbedApplicationId, probedApplications } from "./applications.ts";

/** One command of the probe. */
export interface ProbeStep {
  readonly id: string;
  readonly title: Bilingual;
  /** The step whose 9000 makes this one meaningful; without it the command is not sent. */
  readonly after?: string;
  readonly command: CommandApdu;
  /**
   * What the answer tells: `application` and `object` their status word alone; `label` and `version` these few bytes;
   * `certificate` a CA certificate, read on to its end with more of the same command; `tries` those a PIN has left.
   */
  readonly learns: "application" | "object" | "label" | "version" | "certificate" | "tries";
}

/** Bytes of the token information that hold its label; behind them stands a serial number, which is not read. */
const LABEL_BYTES = 32;
/** Outer header and the first element, 4 bytes; behind them stands the municipality, which is not read. */
const VERSION_BYTES = 12;
const CERTIFICATE_CHUNK_BYTES = 256;

function application(id: ProbedApplicationId): ProbeStep {
  const row: ProbedApplication | undefined = probedApplications.find((candidate) => candidate.id === id);
  const aid = fromHex(row?.aid ?? "");
  const select = row?.withFci ? command(0x00, 0xa4, 0x04, 0x00, aid, 256) : selectApplication(aid);
  return { id, title: row?.name ?? same(id), command: select, learns: "application" };
}

function file(id: string, after: ProbedApplicationId, fid: number, title: Bilingual): ProbeStep {
  return { id, after, title, command: selectFile(fid), learns: "object" };
}

function read(after: string, bytes: number, learns: ProbeStep["learns"], title: Bilingual): ProbeStep {
  return { id: `${after}/${learns}`, after, title, command: readBinary(0, bytes), learns };
}

/** SELECT of a PIN and the question how many tries it has left: VERIFY without data, which costs none (§2.4). */
function pin(id: string, after: ProbedApplicationId, fid: number, title: Bilingual): readonly ProbeStep[] {
  return [file(id, after, fid, title), { id: `${id}/tries`, after: id, title, command: queryPin(), learns: "tries" }];
}

/**
 * Everything the probe ever sends, in order. Files of my-number-card.md §1.2 to §1.6 that anybody may read and that say
 * nothing of a person; of the others at most that they are there. That no row is more than this is proved by a test
 * against the guard (guard.ts), which also stands between plan and card.
 */
export const probePlan: readonly ProbeStep[] = [
  application("jpki"),
  file("token", "jpki", 0x0006, { ja: "トークン情報", en: "token information" }),
  read("token", LABEL_BYTES, "label", { ja: "トークンラベル", en: "token label" }),
  file("user-certificate", "jpki", 0x000a, {
    ja: "利用者証明用電子証明書（有無のみ）",
    en: "user authentication certificate (only whether it is there)",
  }),
  file("authentication-ca", "jpki", 0x000b, { ja: "利用者証明用CA証明書", en: "user authentication CA certificate" }),
  read("authentication-ca", CERTIFICATE_CHUNK_BYTES, "certificate", {
    ja: "利用者証明用CA証明書の読み出し",
    en: "reading the user authentication CA certificate",
  }),
  file("signature-ca", "jpki", 0x0002, { ja: "署名用CA証明書", en: "signature CA certificate" }),
  read("signature-ca", CERTIFICATE_CHUNK_BYTES, "certificate", {
    ja: "署名用CA証明書の読み出し",
    en: "reading the signature CA certificate",
  }),
  ...pin("authentication-pin", "jpki", 0x0018, {
    ja: "利用者証明用電子証明書の暗証番号（4桁）",
    en: "user authentication PIN (4 digits)",
  }),
  ...pin("signature-password", "jpki", 0x001b, {
    ja: "署名用電子証明書の暗証番号（6～16文字）",
    en: "signature password (6 to 16 characters)",
  }),
  application("card-surface"),
  file("surface-version", "card-surface", 0x0003, { ja: "券面AP基本情報", en: "card surface basic information" }),
  read("surface-version", VERSION_BYTES, "version", {
    ja: "券面APの版",
    en: "version of the card surface application",
  }),
  ...pin("surface-number-a", "card-surface", 0x0013, {
    ja: "照合番号A（券面AP）",
    en: "reference number A (card surface)",
  }),
  ...pin("surface-number-b", "card-surface", 0x0012, {
    ja: "照合番号B（券面AP）",
    en: "reference number B (card surface)",
  }),
  application("text-input"),
  file("text-version", "text-input", 0x0005, {
    ja: "入力補助AP基本情報",
    en: "surface input helper basic information",
  }),
  read("text-version", VERSION_BYTES, "version", { ja: "入力補助APの版", en: "version of the surface input helper" }),
  ...pin("text-pin", "text-input", 0x0011, {
    ja: "券面事項入力補助用の暗証番号（4桁）",
    en: "surface input helper PIN (4 digits)",
  }),
  ...pin("text-number-a", "text-input", 0x0014, {
    ja: "照合番号A（入力補助AP）",
    en: "reference number A (input helper)",
  }),
  ...pin("text-number-b", "text-input", 0x0015, {
    ja: "照合番号B（入力補助AP）",
    en: "reference number B (input helper)",
  }),
  application("resident-register"),
  ...pin("register-pin", "resident-register", 0x001c, {
    ja: "住民基本台帳用の暗証番号（4桁）",
    en: "resident register PIN (4 digits)",
  }),
  application("common-card"),
  ...pin("common-pin", "common-card", 0x001c, { ja: "共通カードAPの暗証番号", en: "common card PIN" }),
  application("hpki-signature"),
  application("hpki-authentication"),
  application("driving-licence"),
  application("residence-card"),
  application("payment-contactless"),
  application("payment-contact"),
];
