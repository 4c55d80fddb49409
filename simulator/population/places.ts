import type { Bilingual } from "../kernel/bilingual.ts";
import { ensure } from "../kernel/errors.ts";
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

const NAMES: readonly Bilingual[] = Array.from({ length: PLACE_NAMES }, (_, index) => {
  const first = FIRST_WORDS[index % FIRST_WORDS.length];
  const second = SECOND_WORDS[Math.trunc(index / FIRST_WORDS.length)];
  return { ja: `${first?.ja}${second?.ja}`, en: `${first?.en}${second?.en}` };
});

/** An invented place name: the same number, the same name. */
export function placeName(index: number): Bilingual {
  const name = NAMES[index % PLACE_NAMES];
  ensure(name !== undefined, `no place ${index}`);
  return name;
}

/** Municipalities there are: the numbers of prefecture 99 have three digits for them (eligibility-rules.md §12.2). */
export const MUNICIPALITIES = 999;

/** What a municipality is; the shares are ours: 500 cities, then towns and villages. */
export function municipalityKind(index: number): "市" | "町" | "村" {
  return index < 500 ? "市" : index < 900 ? "町" : "村";
}

const MUNICIPALITY_NAMES: readonly string[] = Array.from({ length: MUNICIPALITIES }, (_, index) => nameOf(index));

/** Name of a municipality. */
export function municipality(index: number): string {
  return MUNICIPALITY_NAMES[index] ?? nameOf(index);
}

function nameOf(index: number): string {
  return `${placeName(index).ja}${municipalityKind(index)}`;
}

/** A post number and the address it belongs to. */
export interface Address {
  /** `nnn-nnnn`; numbers beginning with 000 are given to no place in Japan (as receipt-system-interface.md §5 does). */
  readonly postNumber: string;
  /** Full-width throughout. */
  readonly address: string;
}

/** Districts 丁目, blocks 番 and houses 号 of a town (ours). */
export const DISTRICTS = 6;
export const BLOCKS = 30;
export const HOUSES = 20;

/** An address in a municipality, of an insurer or a facility; people live at those of {@link file://./home-address.ts}. */
export function drawAddress(municipalityIndex: number, draws: Draws): Address {
  const town = draws(PLACE_NAMES);
  return addressIn(municipalityIndex, town, draws(DISTRICTS), draws(BLOCKS), draws(HOUSES));
}

/** The address of a house; town, district, block and house counted from 0. Towns have post numbers of their own. */
export function addressIn(index: number, town: number, district: number, block: number, house: number): Address {
  return {
    postNumber: `000-${String(10_001 + ((index * 31 + town) % 9_999)).slice(1)}`,
    address: `${PREFECTURE}${municipality(index)}${placeName(town).ja}${fullWidth(district + 1)}丁目${fullWidth(block + 1)}番${fullWidth(house + 1)}号`,
  };
}

const MUNICIPALITY_OF_NAME: ReadonlyMap<string, number> = new Map(
  MUNICIPALITY_NAMES.map((name, index) => [name, index]),
);

/** The municipality with a name, as {@link municipality} writes it. */
export function municipalityIndex(name: string): number | undefined {
  return MUNICIPALITY_OF_NAME.get(name);
}

/** A number in full-width digits, as addresses are written (my-number-card.md §1.5). */
export function fullWidth(value: number): string {
  return SMALL[value] ?? widened(value);
}

function widened(value: number): string {
  let wide = "";
  for (const digit of String(value)) wide += FULL_WIDTH_DIGITS.charAt(Number(digit));
  return wide;
}

const FULL_WIDTH_DIGITS = "０１２３４５６７８９";
/** Written once: every address has three. */
const SMALL: readonly string[] = Array.from({ length: 100 }, (_, value) => widened(value));

function words(pairs: string): readonly Bilingual[] {
  return pairs
    .trim()
    .split(/\s+/)
    .map((pair) => {
      const [ja = "", en = ""] = pair.split("/");
      return { ja, en };
    });
}
