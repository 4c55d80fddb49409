import type { Bilingual } from "../../simulator/kernel/bilingual.ts";

/** What a key of the profile means, and the section of receipt-system-interface.md its default is chosen in. */
export interface ProfileKey {
  readonly section: string;
  readonly words: Bilingual;
}

const key = (section: string, ja: string, en: string): ProfileKey => ({ section, words: { ja, en } });

/** Every key with a value of its own, by its path. */
export const profileKeys: Readonly<Record<string, ProfileKey>> = {
  codes: key(
    "8.1",
    "処理結果コード・エラーコードの置換。例 {SIM-E-005: {code: E0105, ja: 医療機関コードが不正です。}}",
    "official codes and texts by ours, {SIM-E-005: {code: E0105, ja: 医療機関コードが不正です。}}",
  ),
  "name.free.most": key(
    "8.2",
    "ファイル名の任意部分の最大文字数",
    "characters of a file name's free part at most, 1 to 64",
  ),
  "name.free.usual": key("8.2", "任意部分の通常の文字数", "characters that are usual; others are warned of"),
  "name.prefix": key(
    "8.3",
    "ファイル名の先頭の置換。例 {PMHsimsm01: PMHsiabc01}",
    "what file names begin with, by the beginning we use: {PMHsimsm01: PMHsiabc01}",
  ),
  "write.style": key(
    "8.4",
    "結果の書き方: whole 一度に / rename 改名 / in-place 作成後に書込 / locked ロック",
    "whole: at once; rename: temporary name first; in-place: created, then filled; locked: unreadable for ms",
  ),
  "write.ms": key("1.4", "書込の途中の時間（ミリ秒）", "time between the two halves of a write, ms"),
  "result.encoding": key("8.5", "結果の文字コード", "encoding of results: UTF-8, Shift_JIS or as-request"),
  "result.order": key(
    "2.3",
    "結果の要素順: paper / shuffled / hash",
    "order of elements: paper, shuffled (by chance), hash (always the same mixture)",
  ),
  "result.optionals": key(
    "2.3",
    "値のない任意項目: omit 省略 / empty 空要素",
    "optional elements without a value: omit or empty",
  ),
  "delay.style": key(
    "1.4",
    "結果までの時間: centre / fixed / spread / beyond / never",
    "time from request to result: centre, fixed, spread (by chance), beyond (any time-out), never",
  ),
  "delay.fixedMs": key("1.4", "fixed の時間（ミリ秒）", "of fixed, ms"),
  "delay.spreadFromMs": key("1.4", "spread の最短（ミリ秒）", "least of spread, ms"),
  "delay.spreadToMs": key("1.4", "spread の最長（ミリ秒）", "most of spread, ms"),
  "delay.beyondMs": key("1.4", "beyond の時間（ミリ秒）", "of beyond, ms"),
  "zip.encrypt": key(
    "1.6",
    "暗号化するファイル名の先頭。* はすべて",
    "beginnings of file names that travel encrypted; * means all",
  ),
  "zip.plain": key("1.6", "常に暗号化しないファイル名の先頭", "beginnings that stay plain whatever encrypt says"),
  "zip.password": key("8.6", "zipのパスワード", "password of the zips; never written anywhere"),
  "zip.bulk": key("1.6", "一括結果: xml / zip（パスワードなし）", "bulk results: xml, or zip without a password"),
  "stay.noticeMinutes": key(
    "8.7",
    "消し忘れ通知までの分。0は通知なし",
    "minutes until a notice of a forgotten result; 0: none",
  ),
  "stay.medicalMinutes": key(
    "8.7",
    "薬剤・健診結果を消すまでの分。0は消さない",
    "minutes until drug and check-up results are removed; 0: never",
  ),
  "err.content": key("8.8", ".err の内容: lines / empty", "content of .err: lines or empty"),
  "err.accept": key(
    "8.8",
    "要求の検査: usual / strict（順序・未知の要素・encodingも）/ lenient（ヘッダーのみ）",
    "what of requests is checked: usual; strict (order, unknown elements, encoding too); lenient (the header alone)",
  ),
  "face.key": key(
    "8.10",
    "QualificationConfirmationKey を付ける",
    "whether results carry QualificationConfirmationKey",
  ),
  "face.readers": key("8.20", "複数の読取機。untold のみ", "several readers; only untold is offered"),
  len: key("8.16", "項目の最大文字数の置換。例 {Name: 40}", "greatest lengths by element name: {Name: 40}"),
  "poll.ms": key(
    "8.18",
    "要求フォルダーを見る間隔（ミリ秒）。0は直ちに",
    "how often the request folder is looked at, ms; 0: at once",
  ),
  "order.spreadMs": key(
    "8.19",
    "並行する要求の結果をずらす最大（ミリ秒）",
    "of several requests under way, how long a result may be held back, ms",
  ),
  "share.case": key("7", "ファイル名の大文字小文字: any 区別しない / exact", "names of files: any case, or exact"),
  "ext.visits": key("8.3", "IF-025～036（訪問・オンライン診療等）", "IF-025 to 036, home and online visits"),
  "ext.withdrawal": key("8.3", "IF-037・038（閲覧同意取り消し）", "IF-037 and 038, withdrawal of consent"),
  "ext.settings": key("8.3", "IF-039～044（URL・環境設定情報）", "IF-039 to 044, access URL and settings"),
  "ext.emergency": key("8.3", "IF-047・048（救急時）", "IF-047 and 048, emergency"),
  "ext.codes": key(
    "8.3",
    "IF-049～056（パスコード・アクティベーションコード）",
    "IF-049 to 056, passcodes and activation codes",
  ),
  "ext.emr": key("8.11", "電子カルテ6情報の同意項目", "the six further consents"),
  "ext.pmh": key("8.12", "医療費助成（PMH）のファイル", "medical subsidy (PMH) files"),
  "bulk.most": key("8.9", "一括照会1ファイルの最大人数", "people in one bulk file at most"),
  "bulk.keptDays": key("8.9", "一括結果の保存日数", "days a bulk result is kept"),
  "bulk.readyMs": key("8.9", "一括結果ができるまでの最短（ミリ秒）", "a bulk job takes at least, ms"),
  "bulk.readyPerPersonMs": key("8.9", "一括結果の1人あたりの時間（ミリ秒）", "and for each person, ms"),
  "yzk.result.ok": key(
    "8.14",
    "薬剤・健診の ResultCode 正常。1のみ",
    "ResultCode of drug and check-up results that are well; only 1, which is known",
  ),
  "yzk.result.refused": key("8.14", "薬剤・健診の ResultCode 拒否", "and of refused ones"),
  "lenient.zeroFill": key(
    "8.15",
    "6桁の保険者番号の前ゼロ2桁を受け付ける",
    "accept six-digit insurer numbers behind two zeros",
  ),
  "flags.number": key(
    "8.17",
    "番号照会で値0のフラグ。limit のみ",
    "flags with value 0 in answers by number; only limit is offered",
  ),
  "flags.card": key("8.17", "カードで値0のフラグ。all のみ", "and in answers by card; only all is offered"),
  multi: key("8.22", "複数該当の候補。no-list のみ", "several match; only no-list is offered"),
  empty: key(
    "8.23",
    "該当なしの ResultList: omit / empty-list",
    "ResultList where nobody is found: omit or empty-list",
  ),
  "aid.unentrusted": key("8.25", "未委託の番号: masked / shown", "numbers of people not entrusted: masked or shown"),
  "aid.validity": key(
    "8.26",
    "保険と医療扶助が異なるときの資格有効性: insurance / aid",
    "validity where both differ: insurance or aid",
  ),
  "policy.limit": key(
    "8.27",
    "カードで限度額の同意を問わなくなる日 (yyyymmdd)",
    "from this day a card's limit consent is not asked (yyyymmdd)",
  ),
};
