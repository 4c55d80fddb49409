import type { Bilingual } from "../kernel/bilingual.ts";
import type { Draws } from "./draws.ts";

/** The prefecture everybody lives in: its number is 99, which does not exist (eligibility-rules.md §12.3). */
export const PREFECTURE = "架空県";

const FIRST_WORDS = words(`
  青/Ao 朝/Asa 白/Shira 若/Waka 星/Hoshi 月/Tsuki 花/Hana 春/Haru 秋/Aki 夕/Yu 雪/Yuki 風/Kaze 虹/Niji 霧/Kiri
  露/Tsuyu 雲/Kumo 鈴/Suzu 笹/Sasa 萩/Hagi 桐/Kiri 楓/Kaede 椿/Tsubaki 藤/Fuji 柳/Yanagi 鶴/Tsuru 亀/Kame
  鹿/Shika 鷺/Sagi 鳩/Hato 蛍/Hotaru 貝/Kai 糸/Ito
`);

const SECOND_WORDS = words(`
  浪/nami 凪/nagi 空/zora 灯/tomoshi 鐘/gane 笛/bue 舟/bune 車/guruma 垣/gaki 門/kado 窓/mado 庭/niwa 路/ji
  坂/zaka 峰/mine 岬/misaki 泉/izumi 滝/taki 淵/buchi 瀬/se 洲/su 渚/nagisa 砂/suna 石/ishi 畑/hata 穂/ho 苗/nae
  実/mi 枝/eda 葉/ba 根/ne 種/dane
`);

/** Different names there are; numbers beyond begin again. */
export const PLACE_NAMES = FIRST_WORDS.length * SECOND_WORDS.length;

/** An invented place name: the same number, the same name. */
export function placeName(index: number): Bilingual {
  const first = FIRST_WORDS[index % FIRST_WORDS.length];
  const second = SECOND_WORDS[Math.trunc(index / FIRST_WORDS.length) % SECOND_WORDS.length];
  return { ja: `${first?.ja}${second?.ja}`, en: `${first?.en}${second?.en}` };
}

/** Name of a municipality: 500 cities, then towns and villages (ours). */
export function municipality(index: number): string {
  const kind = index < 500 ? "市" : index < 900 ? "町" : "村";
  return `${placeName(index).ja}${kind}`;
}

/** A post number and the address it belongs to. */
export interface Address {
  /** `nnn-nnnn`; numbers beginning with 000 are given to no place in Japan (as receipt-system-interface.md §5 does). */
  readonly postNumber: string;
  /** Full-width throughout. */
  readonly address: string;
}

/** An address in a municipality. */
export function drawAddress(municipalityIndex: number, draws: Draws): Address {
  const town = placeName(draws(PLACE_NAMES)).ja;
  const block = [1 + draws(6), 1 + draws(30), 1 + draws(20)].map(fullWidth);
  return {
    postNumber: `000-${String(1 + draws(9_999)).padStart(4, "0")}`,
    address: `${PREFECTURE}${municipality(municipalityIndex)}${town}${block[0]}丁目${block[1]}番${block[2]}号`,
  };
}

/** A number in full-width digits, as addresses are written (my-number-card.md §1.5). */
export function fullWidth(value: number): string {
  return String(value).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
}

function words(pairs: string): readonly Bilingual[] {
  return pairs
    .trim()
    .split(/\s+/)
    .map((pair) => {
      const [ja = "", en = ""] = pair.split("/");
      return { ja, en };
    });
}
