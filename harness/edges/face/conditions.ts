import { aged } from "./ageing.ts";
import { moire, onScreen, printed } from "./attacks.ts";
import { together } from "./company.ts";
import { condition } from "./condition.ts";
import { cap, hand, looseHair } from "./coverings.ts";
import { defocused, dimmed, glared } from "./light.ts";
import { tilted, turned } from "./pose.ts";
import { atBoth, overlaid } from "./raster.ts";
import { faceSubject, momentsOf } from "./subject.ts";

/**
 * What may be before the camera of a reader (readers-and-line.md §7 masks, glasses, hats, printed faces; §15 RF-09 light,
 * age, child; RF-10 moving; RF-11 false accept). How each looks, and how strong it is, is ours.
 */
export const faceConditions = [
  condition({
    id: "normal",
    title: { ja: "ふだんの受付", en: "an ordinary day" },
    standsFor: { ja: "正面を向き、明るさも普通", en: "looks into the camera, ordinary light" },
    presents: "person",
    parameters: {},
    vector: { match: [700, 1000], live: [900, 1000] },
  }),
  condition({
    id: "dim",
    title: { ja: "暗い受付", en: "dim light" },
    standsFor: { ja: "夕方で照明を落とした待合室", en: "a waiting room with half its lamps off" },
    presents: "person",
    parameters: {
      lightThousandths: {
        title: { ja: "残る光（千分率）", en: "light left, thousandths" },
        usual: 280,
        least: 20,
        most: 1000,
      },
    },
    scene: ({ moments }, { lightThousandths }) => atBoth(moments, (image) => dimmed(image, lightThousandths)),
    vector: { match: [700, 1000], live: [770, 1000] },
  }),
  condition({
    id: "backlit",
    title: { ja: "逆光", en: "light from behind" },
    standsFor: { ja: "窓や入口を背にして立つ", en: "a window or the entrance behind the person" },
    presents: "person",
    parameters: {},
    camera: "backlit",
    vector: { match: [0, 450], live: [540, 860] },
  }),
  condition({
    id: "glare",
    title: { ja: "照明の映り込み", en: "a lamp in the glass" },
    standsFor: { ja: "天井灯がカメラの窓に映る", en: "a ceiling lamp mirrored in the window of the camera" },
    presents: "person",
    parameters: {
      strengthThousandths: {
        title: { ja: "強さ（千分率）", en: "strength, thousandths" },
        usual: 950,
        least: 0,
        most: 1000,
      },
      radiusPx: { title: { ja: "半径（画素）", en: "radius, pixels of the frame" }, usual: 170, least: 10, most: 400 },
    },
    lens: (frames, { strengthThousandths, radiusPx }) =>
      atBoth(frames, (frame) => glared(frame, strengthThousandths, radiusPx)),
    vector: { match: [480, 850], live: [240, 1000] },
  }),
  condition({
    id: "blurred",
    title: { ja: "ピンぼけ", en: "out of focus" },
    standsFor: { ja: "レンズの指紋汚れ、顔が近すぎる", en: "a fingerprint on the lens, a face too near" },
    presents: "person",
    parameters: {
      sigmaTenthsPx: {
        title: { ja: "ぼけ幅（0.1画素）", en: "sigma, tenths of a pixel" },
        usual: 100,
        least: 5,
        most: 500,
      },
    },
    lens: (frames, { sigmaTenthsPx }) => atBoth(frames, (frame) => defocused(frame, sigmaTenthsPx)),
    vector: { match: [620, 880], live: [240, 1000] },
  }),
  condition({
    id: "moved",
    title: { ja: "動いている", en: "moving" },
    standsFor: { ja: "じっとしていられない、まだ歩いている", en: "cannot keep still, or is still walking" },
    presents: "person",
    parameters: {},
    camera: "moved",
    vector: { match: [0, 80], live: [240, 1000] },
  }),
  condition({
    id: "turned",
    title: { ja: "横を向く", en: "head turned" },
    standsFor: { ja: "職員のほうを見る", en: "looks over to the staff" },
    presents: "person",
    parameters: {
      yawDegrees: { title: { ja: "向き（度）", en: "to the side, degrees" }, usual: 8, least: -40, most: 40 },
    },
    scene: ({ moments, features }, { yawDegrees }) => atBoth(moments, (image) => turned(image, features, yawDegrees)),
    vector: { match: [390, 920], live: [900, 1000] },
  }),
  condition({
    id: "tilted",
    title: { ja: "首をかしげる", en: "head leaning" },
    standsFor: {
      ja: "車いすや背の低い人が斜めにのぞき込む",
      en: "somebody in a wheelchair, or short, looks in at an angle",
    },
    presents: "person",
    parameters: {
      rollDegrees: { title: { ja: "傾き（度）", en: "to one side, degrees" }, usual: 5, least: -30, most: 30 },
    },
    scene: ({ moments }, { rollDegrees }) => atBoth(moments, (image) => tilted(image, rollDegrees)),
    vector: { match: [270, 870], live: [900, 1000] },
  }),
  condition({
    id: "masked",
    title: { ja: "マスク", en: "a mask" },
    standsFor: { ja: "マスクを着けたまま", en: "keeps the mask on" },
    presents: "person",
    parameters: {},
    camera: "masked",
    vector: { match: [230, 620], live: [850, 1000] },
  }),
  condition({
    id: "glasses",
    title: { ja: "眼鏡のかけ外し", en: "glasses on or off" },
    standsFor: {
      ja: "写真では外し、いまはかけている（逆も）",
      en: "none on the photograph and some now, or the other way round",
    },
    presents: "person",
    parameters: {},
    scene: ({ features }) => momentsOf({ ...features, glasses: features.glasses === "none" ? "square" : "none" }),
    vector: { match: [450, 800], live: [900, 1000] },
  }),
  condition({
    id: "cap",
    title: { ja: "帽子", en: "a cap" },
    standsFor: { ja: "毛糸の帽子をかぶったまま", en: "keeps a knitted cap on" },
    presents: "person",
    parameters: {},
    scene: ({ moments, features }) => atBoth(moments, (image) => overlaid(image, cap(features))),
    vector: { match: [0, 870], live: [900, 1000] },
  }),
  condition({
    id: "loose-hair",
    title: { ja: "前髪が目にかかる", en: "hair over an eye" },
    standsFor: { ja: "髪が顔に落ちている", en: "hair has fallen into the face" },
    presents: "person",
    parameters: {},
    scene: ({ moments, features }) => atBoth(moments, (image) => overlaid(image, looseHair(features))),
    vector: { match: [380, 870], live: [900, 1000] },
  }),
  condition({
    id: "hand",
    title: { ja: "手で口元を隠す", en: "a hand before the mouth" },
    standsFor: { ja: "咳をする、頬づえをつく", en: "coughs, or leans on a hand" },
    presents: "person",
    parameters: {},
    scene: ({ moments, features }) => atBoth(moments, (image) => overlaid(image, hand(features))),
    vector: { match: [100, 630], live: [900, 1000] },
  }),
  condition({
    id: "aged",
    title: { ja: "写真が古い", en: "an old photograph" },
    standsFor: { ja: "撮影から年数がたった、子どもが育った", en: "taken years ago, or a child that grew" },
    presents: "person",
    parameters: { years: { title: { ja: "経過（年）", en: "years since" }, usual: 10, least: 0, most: 60 } },
    scene: ({ features, about }, { years }) => momentsOf(aged(features, about, years)),
    vector: { match: [270, 980], live: [890, 1000] },
  }),
  condition({
    id: "two-people",
    title: { ja: "二人が写る", en: "two people" },
    standsFor: { ja: "付き添いが並んで立つ", en: "a companion stands beside the patient" },
    presents: "person",
    parameters: {
      sizeThousandths: {
        title: { ja: "大きさ（千分率）", en: "size, thousandths" },
        usual: 620,
        least: 300,
        most: 1000,
      },
    },
    scene: async ({ moments, about }, { sizeThousandths }, rng) => {
      const companion = await faceSubject(rng, about);
      const [[left, leftLater], [right, rightLater]] = [moments, companion.moments];
      return [together(left, right, sizeThousandths), together(leftLater, rightLater, sizeThousandths)];
    },
    vector: { match: [0, 60], live: [900, 1000] },
  }),
  condition({
    id: "nobody",
    title: { ja: "だれもいない", en: "nobody there" },
    standsFor: { ja: "カードを置いたまま離れた", en: "put the card down and walked away" },
    presents: "nobody",
    parameters: {},
    camera: "nobody",
    vector: { match: [0, 0], live: [0, 60] },
  }),
  condition({
    id: "printed",
    title: { ja: "印刷した写真", en: "a printed photograph" },
    standsFor: {
      ja: "他人の顔写真の紙をかざす（2023年に報道）",
      en: "somebody else's photograph on paper (in the press in 2023)",
    },
    presents: "attack",
    parameters: {
      inkLuma: { title: { ja: "黒の明るさ", en: "luma of black" }, usual: 58, least: 0, most: 120 },
      inkSpread: { title: { ja: "黒のばらつき", en: "spread of black, luma" }, usual: 16, least: 0, most: 60 },
      paperLuma: { title: { ja: "紙の明るさ", en: "luma of white" }, usual: 205, least: 130, most: 255 },
      grainLuma: { title: { ja: "紙のざらつき", en: "grain of the paper, luma" }, usual: 5, least: 0, most: 40 },
    },
    scene: async ({ moments: [portrait] }, print, rng) => {
      const held = await printed(portrait, print, rng);
      return [held, held];
    },
    vector: { match: [620, 1000], live: [0, 400] },
  }),
  condition({
    id: "screen",
    title: { ja: "スマートフォンの画面", en: "a telephone's screen" },
    standsFor: { ja: "他人の顔写真を画面に出してかざす", en: "somebody else's photograph shown on a telephone" },
    presents: "attack",
    parameters: {
      gammaHundredths: { title: { ja: "ガンマ（百分率）", en: "gamma, hundredths" }, usual: 130, least: 50, most: 300 },
      glowLuma: { title: { ja: "黒の明るさ", en: "luma of black" }, usual: 18, least: 0, most: 120 },
      fringeTenthsPx: {
        title: { ja: "縞の間隔（0.1画素）", en: "from fringe to fringe, tenths of a pixel" },
        usual: 90,
        least: 30,
        most: 400,
      },
      fringeLuma: {
        title: { ja: "縞の濃さ（最大）", en: "depth of the fringes at most, luma" },
        usual: 10,
        least: 1,
        most: 60,
      },
      bandThousandths: {
        title: { ja: "走査帯の濃さ（千分率）", en: "depth of the refresh band, thousandths" },
        usual: 260,
        least: 0,
        most: 1000,
      },
    },
    scene: async ({ moments: [portrait] }, screen, rng) => {
      const held = await onScreen(portrait, screen, rng);
      return [held, held];
    },
    lens: async ([first, second], { fringeTenthsPx, fringeLuma, bandThousandths }, rng) => {
      // From one telephone to the next the fringes are as deep as this or less, a third at least.
      const depth = fringeLuma - rng.below(1 + Math.trunc((2 * fringeLuma) / 3));
      const pattern = { fringeTenthsPx, fringeLuma: depth, bandThousandths };
      const [phase, drift] = [rng.below(1000), rng.below(400)];
      return [moire(first, pattern, phase), moire(second, pattern, phase + drift)];
    },
    vector: { match: [600, 980], live: [0, 710] },
  }),
] as const;

/** One of {@link faceConditions}. */
export type FaceConditionId = (typeof faceConditions)[number]["id"];
