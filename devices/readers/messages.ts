import type { Bilingual } from "../../simulator/kernel/bilingual.ts";

/** A message of the reader: code, text, and what staff do. */
export interface ReaderMessage {
  readonly label: Bilingual;
  /** What the staff do next. */
  readonly staff: Bilingual;
  readonly source: string;
}

const row = (ja: string, en: string, staffJa: string, staffEn: string, source: string): ReaderMessage => ({
  label: { ja, en },
  staff: { ja: staffJa, en: staffEn },
  source,
});
const OURS = "readers-and-line.md §17, our choice; the real list is on the operator's portal only";

/** Messages by code. 001, 002 and 006 are public; every code that begins with SIM is ours. */
export const readerMessages = {
  "001": row(
    "【001:マイナンバーカードの認識不可】",
    "[001: card not recognised]",
    "置き直し、別のカードで確認する",
    "place it again; try another card",
    "readers-and-line.md §6",
  ),
  "002": row(
    "【002:マイナンバーカード以外】",
    "[002: not a My Number card]",
    "マイナンバーカードを置く",
    "place a My Number card",
    "readers-and-line.md §6",
  ),
  "006": row(
    "【006:利用者証明用電子証明書の失効・有効期限切れ】",
    "[006: certificate revoked or expired]",
    "資格確認書等で確認し、更新を案内する",
    "use another proof; tell to renew",
    "readers-and-line.md §6",
  ),
  "SIM-003": row(
    "【SIM-003】暗証番号が違います",
    "[SIM-003] wrong PIN",
    "残り回数を伝える",
    "tell how many tries are left",
    OURS,
  ),
  "SIM-004": row(
    "【SIM-004】暗証番号がロックされています",
    "[SIM-004] PIN locked",
    "顔認証または目視に切り替える",
    "use face or visual check",
    OURS,
  ),
  "SIM-005": row(
    "【SIM-005】処理中にカードが外れました",
    "[SIM-005] card lost during work",
    "置き直す",
    "place it again",
    OURS,
  ),
  "SIM-007": row(
    "【SIM-007】顔が一致しません",
    "[SIM-007] face not matched",
    "暗証番号または目視に切り替える",
    "use PIN or visual check",
    OURS,
  ),
  "SIM-008": row("【SIM-008】時間切れです", "[SIM-008] time over", "最初からやり直す", "begin again", OURS),
  "SIM-009": row(
    "【SIM-009】カードに顔写真がありません",
    "[SIM-009] no photo on the chip",
    "暗証番号または目視に切り替える",
    "use PIN or visual check",
    OURS,
  ),
  "SIM-012": row(
    "【SIM-012】このスマートフォンでは確認できません",
    "[SIM-012] this phone cannot be used",
    "マイナンバーカードで受け付ける",
    "ask for the My Number card",
    OURS,
  ),
  "SIM-013": row(
    "【SIM-013】施設のパスワードが違います",
    "[SIM-013] wrong facility passcode",
    "施設のパスワードを確かめて入力し直す",
    "look the passcode up and type it again",
    OURS,
  ),
  "SIM-014": row(
    "【SIM-014】カードが残っています",
    "[SIM-014] a card was left behind",
    "カードを取り出し、患者に返す",
    "take the card out and give it back",
    OURS,
  ),
  "SIM-016": row(
    "【SIM-016】お名前が違うとのお申し出を受けました",
    "[SIM-016] the patient says that the name is not theirs",
    "結果を使わず、コールセンターに連絡する",
    "use no result; tell the call centre",
    "requirements.md R3-25, R3-26, R3-28 (wording ours)",
  ),
  "SIM-017": row(
    "【SIM-017】スマートフォンを読み取れません。中央にかざし直してください",
    "[SIM-017] phone not felt: hold it to the middle again",
    "かざす位置を案内する",
    "show where to hold it",
    OURS,
  ),
  "SIM-018": row(
    "【SIM-018】スマートフォンで本人認証をしてから、もう一度かざしてください",
    "[SIM-018] unlock the phone, then hold it again",
    "端末側の認証（顔・指紋）を案内する",
    "explain how the phone is unlocked",
    OURS,
  ),
  "SIM-019": row(
    "【SIM-019】顔認証付きカードリーダーをご利用ください",
    "[SIM-019] use the face reader",
    "顔認証付きカードリーダーに案内する",
    "send the patient to the face reader",
    OURS,
  ),
  "SIM-020": row(
    "【SIM-020】通信できません",
    "[SIM-020] no communication",
    "回線を確認し、資格確認書等で確認する",
    "check the line; use another proof",
    OURS,
  ),
  "SIM-021": row(
    "【SIM-021】回線認証エラー",
    "[SIM-021] line authentication failed",
    "回線認証をやり直す",
    "do line authentication again",
    OURS,
  ),
  "SIM-022": row(
    "【SIM-022】端末の電子証明書エラー",
    "[SIM-022] terminal certificate refused",
    "端末の電子証明書を更新する",
    "renew the terminal's certificate",
    OURS,
  ),
  "SIM-024": row(
    "【SIM-024】サーバーエラー",
    "[SIM-024] server error",
    "時間をおいてやり直す",
    "try again later",
    OURS,
  ),
  "SIM-025": row(
    "【SIM-025】このカードは利用できません",
    "[SIM-025] this card cannot be used",
    "資格確認書等で確認する",
    "use another proof",
    OURS,
  ),
  "SIM-026": row(
    "【SIM-026】カードの真正性を確認できません",
    "[SIM-026] the card is not genuine",
    "別の方法で確認する",
    "use another way",
    OURS,
  ),
  "SIM-027": row(
    "【SIM-027】お顔がよく写りません。正面を向き、マスクや逆光にご注意ください",
    "[SIM-027] the picture is too poor: look straight ahead, in good light",
    "照明や立ち位置を直す。続けば暗証番号または目視に切り替える",
    "mend light and place; if that does not help, use PIN or visual check",
    OURS,
  ),
  "SIM-028": row(
    "【SIM-028】写真や画面ではなく、ご本人のお顔を写してください",
    "[SIM-028] no living face: photographs and screens are not accepted",
    "カメラの前の人を確かめ、暗証番号または目視に切り替える",
    "look at who stands there, then use PIN or visual check",
    OURS,
  ),
  "SIM-029": row(
    "【SIM-029】時間内にお顔を写せませんでした",
    "[SIM-029] no face within the time",
    "枠に顔を合わせるよう案内する。続けば暗証番号または目視に切り替える",
    "show where to look; if that does not help, use PIN or visual check",
    OURS,
  ),
  "SIM-030": row(
    "利用登録できませんでした。カードを取り出し窓口へ",
    "registration failed: take the card and go to the desk",
    "資格確認書等で確認する",
    "use another proof",
    "readers-and-line.md §5.3 (sense public, wording ours)",
  ),
  "SIM-031": row(
    "利用登録を受け付けました。しばらくしてから再度カードを置いてください",
    "registration accepted: place the card again later",
    "2〜3分待ってやり直す。他の患者は利用できる",
    "wait 2-3 minutes; others may use the reader",
    "readers-and-line.md §5.3 (sense public, wording ours)",
  ),
  "SIM-040": row(
    "【SIM-040】端末と接続できません",
    "[SIM-040] the terminal cannot be reached",
    "端末とケーブルを確認し、それまでは資格確認書等で確認する",
    "look after terminal and cable; use another proof meanwhile",
    OURS,
  ),
  "SIM-W1": row(
    "電子証明書の有効期限が3か月以内です",
    "the certificate ends within 3 months",
    "更新を案内する",
    "tell to renew",
    "eligibility-rules.md §7.1 (wording ours)",
  ),
  "SIM-W2": row(
    "電子証明書の有効期限切れ：資格情報のみ提供します",
    "certificate expired: only eligibility is given",
    "更新を案内する",
    "tell to renew",
    "eligibility-rules.md §7.1 (wording ours)",
  ),
} as const satisfies Readonly<Record<string, ReaderMessage>>;

/** Code of a message of the reader. */
export type ReaderMessageCode = keyof typeof readerMessages;
