import { type Bilingual, type Language, same } from "../../simulator/kernel/bilingual.ts";
import { triesLeftText } from "../iso7816/status-word.ts";
import { type ProbedApplication, probedApplications } from "./applications.ts";
import type { CaCertificate } from "./ca-certificate.ts";
import { cardKinds } from "./kinds.ts";
import { probePlan } from "./plan.ts";
import type { AtrAnswer, CredentialAnswer, ProbeReport } from "./report.ts";

/** What the probe leaves alone, for whoever lends the card. */
export const notLookedAt: readonly Bilingual[] = [
  {
    ja: "氏名・住所・生年月日・性別・顔写真・個人番号（券面AP 0001・0002・0005、入力補助AP 0001～0003）",
    en: "name, address, birth date, sex, face, My Number (card surface 0001, 0002, 0005; input helper 0001 to 0003)",
  },
  {
    ja: "署名用電子証明書と、利用者証明用電子証明書の中身",
    en: "the signing certificate, and what the user authentication certificate says",
  },
  { ja: "カードの製造番号・有効期限・市区町村コード", en: "serial number, expiry date and municipality of the card" },
  { ja: "暗証番号（尋ねず、送らず、照合しない）", en: "PINs: none was asked for, sent or checked" },
];

/** The report for a person, several lines; `reader` is its name. */
export function probeText(report: ProbeReport, reader: string, lang: Language): string {
  const say = (text: Bilingual): string => text[lang];
  const kind = cardKinds.find(({ id }) => id === report.kind);
  const head = [
    `${say(LABELS.reader)}: ${reader}`,
    `${say(LABELS.card)}: ${kind === undefined ? report.kind : say(kind.name)}${storageName(report)}`,
    ...(kind === undefined ? [] : [`  ${say(kind.means)}`]),
    ...(report.silentAt === undefined ? [] : [`  ${say(silence(report.silentAt))}`]),
  ];
  const sections: readonly (readonly [Bilingual, readonly Bilingual[]])[] = [
    [LABELS.atr, atrLines(report.atr)],
    [LABELS.applications, applicationLines(report)],
    [LABELS.pins, pinLines(report)],
    [LABELS.files, fileLines(report)],
    [LABELS.untouched, notLookedAt],
  ];
  const body = sections.flatMap(([title, lines]) =>
    lines.length === 0 ? [] : ["", `${say(title)}:`, ...lines.map((line) => `  - ${say(line)}`)],
  );
  return [...head, ...body, "", say(sentLine(report)), ""].join("\n");
}

const LABELS = {
  reader: { ja: "リーダー", en: "Reader" },
  card: { ja: "カード", en: "Card" },
  atr: { ja: "ATR（種類の判定には使いません）", en: "ATR (not used to tell the kind)" },
  applications: { ja: "アプリケーション", en: "Applications" },
  pins: { ja: "暗証番号の残り回数（問い合わせで回数は減りません）", en: "Tries left (asking cost none)" },
  files: { ja: "誰でも読める情報", en: "Free information" },
  untouched: { ja: "見ていないもの", en: "Not looked at" },
} as const satisfies Readonly<Record<string, Bilingual>>;

const storageName = ({ storageCard }: ProbeReport): string => (storageCard === undefined ? "" : ` (${storageCard})`);

const silence = (step: string): Bilingual => {
  const title = titleOf(step);
  return {
    ja: `カードが途中で応答しなくなりました（${title.ja}）。カードを動かさずに、もう一度試してください`,
    en: `the card fell silent (${title.en}); keep it still and try again`,
  };
};

const CHECK_CHARACTER: Readonly<Record<AtrAnswer["tck"], Bilingual>> = {
  valid: { ja: "検査文字TCKは正しい", en: "check character TCK is valid" },
  wrong: { ja: "検査文字TCKが誤っている", en: "check character TCK is wrong" },
  none: { ja: "検査文字TCKなし（T=0のみ）", en: "no check character TCK (T=0 alone)" },
  missing: { ja: "検査文字TCKが足りない", en: "check character TCK is missing" },
};

function atrLines(atr: AtrAnswer): readonly Bilingual[] {
  const pairs = (hex: string): string => hex.replace(/(..)(?!$)/g, "$1 ");
  const protocols = atr.protocols.map((protocol) => `T=${protocol}`).join(", ") || "-";
  const bytes = Object.entries(atr.interfaceBytes).map(([name, value]) => `${name}=${value}`);
  const tck = CHECK_CHARACTER[atr.tck];
  return [
    same(pairs(atr.bytes)),
    { ja: `${protocols}、${tck.ja}`, en: `${protocols}, ${tck.en}` },
    ...(atr.contactless ? [{ ja: "非接触（PC/SC第3部の形式）", en: "contactless (the form of PC/SC part 3)" }] : []),
    ...(bytes.length === 0
      ? []
      : [{ ja: `インターフェースバイト ${bytes.join(" ")}`, en: `interface bytes ${bytes.join(" ")}` }]),
    ...(atr.rate === undefined ? [] : [same(`Fi=${atr.rate.fi}, Di=${atr.rate.di}`)]),
    ...(atr.t1 === undefined || atr.contactless
      ? []
      : [same(`IFSC=${atr.t1.ifscBytes}, BWI=${atr.t1.bwi}, CWI=${atr.t1.cwi}`)]),
    ...(atr.historical === ""
      ? [{ ja: "履歴バイトなし", en: "no historical bytes" }]
      : [{ ja: `履歴バイト ${pairs(atr.historical)}`, en: `historical bytes ${pairs(atr.historical)}` }]),
    ...(atr.complete ? [] : [{ ja: "途中で切れている", en: "it is cut off" }]),
  ];
}

const ANSWERS = {
  there: { ja: "あり", en: "yes" },
  absent: { ja: "なし", en: "no" },
  unclear: { ja: "不明", en: "unclear" },
} as const;

function applicationLines({ applications }: ProbeReport): readonly Bilingual[] {
  return applications.map(({ id, answer, statusWord }) => {
    const row: ProbedApplication | undefined = probedApplications.find((candidate) => candidate.id === id);
    const name = row?.name ?? same(id);
    const sw = answer === "unclear" ? ` (SW ${statusWord})` : "";
    return { ja: `${name.ja}: ${ANSWERS[answer].ja}${sw}`, en: `${name.en}: ${ANSWERS[answer].en}${sw}` };
  });
}

function pinLines(report: ProbeReport): readonly Bilingual[] {
  const lines = report.credentials
    .filter(({ state }) => state !== "not-asked")
    .map((credential) => {
      const [title, state, advice] = [titleOf(credential.id), stateOf(credential), adviceOn(credential)];
      return { ja: `${title.ja}: ${state.ja}${advice.ja}`, en: `${title.en}: ${state.en}${advice.en}` };
    });
  const allBlocked = HOLDERS_PINS.every((pin) =>
    report.credentials.some(({ id, state }) => id === pin && state === "blocked"),
  );
  return [...lines, ...(report.triesNotAsked ? [NOT_ASKED] : []), ...(allBlocked ? [PERHAPS_WITHOUT_PIN] : [])];
}

const HOLDERS_PINS = ["authentication-pin", "signature-password", "text-pin"];

const NOT_ASKED: Bilingual = {
  ja: "尋ねていません: この種類のカードで、問い合わせが回数を減らさないと確かめられていないためです",
  en: "not asked: it is not known of this kind of card that the question costs no try",
};

const PERHAPS_WITHOUT_PIN: Bilingual = {
  ja: "すべて閉塞: 顔認証マイナンバーカード（暗証番号なし）かもしれません。顔認証か目視で確認してください",
  en: "all are blocked: perhaps a 顔認証マイナンバーカード, which has no PINs; use the face or the visual check",
};

function stateOf({ state, triesLeft, statusWord }: CredentialAnswer): Bilingual {
  switch (state) {
    case "left":
      return triesLeftText(triesLeft ?? 0);
    case "blocked":
      return { ja: "閉塞（ロック）中", en: "blocked" };
    case "unlimited":
      return { ja: "回数の制限なし", en: "no limit" };
    case "verified":
      return { ja: "照合済み（残り回数は不明）", en: "presented already, tries unknown" };
    case "absent":
      return { ja: "なし", en: "not there" };
    default:
      return { ja: `不明（SW ${statusWord ?? "-"}）`, en: `unclear (SW ${statusWord ?? "-"})` };
  }
}

const NO_ADVICE: Bilingual = { ja: "", en: "" };

/** Where a PIN is set anew: my-number-card.md §1.8. */
function adviceOn({ id, state, triesLeft }: CredentialAnswer): Bilingual {
  if (state === "left" && triesLeft === 1) {
    return {
      ja: "。次に間違えると使えなくなります。確かでなければ入れないでください",
      en: "; one more mistake blocks it: do not type it unless you are sure",
    };
  }
  if (state !== "blocked") return NO_ADVICE;
  if (id === "authentication-pin") {
    return {
      ja: "。市区町村の窓口で再設定できます（アプリとコンビニ端末でも可）。それまで顔認証を使ってください",
      en: "; set anew at the municipality, or with the app and a convenience store's terminal; until then use the face",
    };
  }
  if (id === "signature-password") {
    return {
      ja: "。市区町村の窓口で再設定できます（アプリとコンビニ端末でも可）。保険資格の確認には要りません",
      en: "; set anew at the municipality, or with the app and a convenience store's terminal; not needed at the counter",
    };
  }
  return {
    ja: "。市区町村の窓口で再設定できます",
    en: "; the municipality sets it anew",
  };
}

function fileLines(report: ProbeReport): readonly Bilingual[] {
  const label = report.tokenLabel;
  return [
    ...(label === undefined ? [] : [{ ja: `トークンラベル: ${label}`, en: `token label: ${label}` }]),
    ...(report.userCertificateThere
      ? [{ ja: "利用者証明用電子証明書: あり", en: "user authentication certificate: there" }]
      : []),
    ...Object.entries(report.caCertificates).map(([step, certificate]) => caLine(titleOf(step), certificate)),
    ...Object.entries(report.versions).map(([step, version]) => {
      const title = titleOf(step);
      return { ja: `${title.ja}: ${version}`, en: `${title.en}: ${version}` };
    }),
  ];
}

function caLine(title: Bilingual, certificate: CaCertificate | null): Bilingual {
  if (certificate === null) return { ja: `${title.ja}: 読み出せません`, en: `${title.en}: cannot be read` };
  const { subject, firstDay, lastDay, generation } = certificate;
  const day = (digits: string): string => `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
  const days = `${day(firstDay)} – ${day(lastDay)}`;
  const which =
    generation === undefined
      ? { ja: "公開されているどの世代でもない", en: "none of the published generations" }
      : { ja: `第${generation}世代`, en: `generation ${generation}` };
  return { ja: `${title.ja}: ${which.ja}、${days}、${subject}`, en: `${title.en}: ${which.en}, ${days}, ${subject}` };
}

const titleOf = (step: string): Bilingual => probePlan.find(({ id }) => id === step)?.title ?? same(step);

function sentLine({ sent }: ProbeReport): Bilingual {
  return {
    ja: `${sent.length}個のコマンドを送りました: 選択、上記の情報の読み出し、データのない問い合わせだけです（一覧は --json）`,
    en: `${sent.length} commands were sent: SELECT, READ BINARY of what stands above, and questions without data (listed by --json)`,
  };
}
