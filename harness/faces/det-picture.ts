import { type Bilingual, same } from "../../simulator/kernel/bilingual.ts";
import { type DetPoint, normalDeviate } from "./det.ts";
import type { Lettering } from "./lettering.ts";

/** A curve of the picture. */
export interface NamedCurve {
  readonly title: Bilingual;
  readonly curve: readonly DetPoint[];
}

/** What the picture shows. */
export interface DetPicture {
  readonly curves: readonly NamedCurve[];
  /** Marked on every curve. */
  readonly threshold: number;
  /** A false match rate that fewer comparisons cannot tell from none (rule of 3). */
  readonly leastFmr: number;
}

/** Width and height of the picture in its own units, which are pixels at its natural size. */
export const DET_SIZE = { width: 920, height: 620 } as const;
const PLOT = { left: 84, top: 28, right: 640, bottom: 540 } as const;
/** The axes, as rates: what lies beyond is cut off. */
const FMR_AXIS = { from: 0.00005, to: 0.5, ticks: [0.0001, 0.001, 0.01, 0.05, 0.2, 0.4] } as const;
const FNMR_AXIS = { from: 0.002, to: 0.985, ticks: [0.005, 0.01, 0.05, 0.2, 0.5, 0.8, 0.95] } as const;
/** Told apart by people who see colours otherwise (after Okabe and Ito), and by their dashes in black and white. */
const PENS = [
  { colour: "#111111", dashes: "" },
  { colour: "#0072b2", dashes: "" },
  { colour: "#d55e00", dashes: "" },
  { colour: "#009e73", dashes: "" },
  { colour: "#b8528f", dashes: "7 4" },
  { colour: "#8a6d00", dashes: "7 4" },
  { colour: "#3b8fc2", dashes: "2 4" },
  { colour: "#6b4fa0", dashes: "2 4" },
] as const;
const INK = "#18222d";
const SOFT = "#51606f";
const RULE = "#d5dce3";
const FOG = "#e9edf1";

type Pen = (typeof PENS)[number];

/** The DET plot as one SVG text that needs nothing else: normal deviates on both axes, a dot at the threshold. */
export function detPicture({ curves, threshold, leastFmr }: DetPicture, lettering: Lettering): string {
  const pens = curves.map(({ title, curve }, index) => ({ title, curve, pen: PENS[index % PENS.length] ?? PENS[0] }));
  const { width, height } = DET_SIZE;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<defs><clipPath id="plot"><rect x="${PLOT.left}" y="${PLOT.top}" width="${PLOT.right - PLOT.left}" height="${PLOT.bottom - PLOT.top}"/></clipPath></defs>`,
    `<rect width="100%" height="100%" fill="#fff"/>`,
    unknowable(leastFmr),
    axes(lettering),
    ...pens.map(({ curve, pen }) => line(curve, pen)),
    ...pens.map(({ curve, pen }) => dot(curve, threshold, pen)),
    ...pens.map(({ title, pen }, index) => legend(title, pen, index, lettering)),
    explanation(threshold, pens.length, lettering),
    "</svg>",
  ].join("\n");
}

function position(rate: number, { from, to }: { readonly from: number; readonly to: number }): number {
  const [least, most] = [normalDeviate(from), normalDeviate(to)];
  return (normalDeviate(Math.min(to, Math.max(from, rate))) - least) / (most - least);
}

const across = (fmr: number): number => round(PLOT.left + position(fmr, FMR_AXIS) * (PLOT.right - PLOT.left));
const upTo = (fnmr: number): number => round(PLOT.bottom - position(fnmr, FNMR_AXIS) * (PLOT.bottom - PLOT.top));
const round = (length: number): number => Math.round(length * 10) / 10;

/** Left of this the comparisons are too few to say anything. */
function unknowable(leastFmr: number): string {
  const { left, top, bottom } = PLOT;
  return `<rect x="${left}" y="${top}" width="${round(across(leastFmr) - left)}" height="${bottom - top}" fill="${FOG}"/>`;
}

function axes(lettering: Lettering): string {
  const { left, right, top, bottom } = PLOT;
  const frame = `<rect x="${left}" y="${top}" width="${right - left}" height="${bottom - top}" fill="none" stroke="${SOFT}"/>`;
  const rule = (x1: number, y1: number, x2: number, y2: number): string =>
    `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${RULE}"/>`;
  const tick = (rate: number): Bilingual => same(`${Number((rate * 100).toPrecision(3))} %`);
  const text = { size: 13, colour: INK } as const;
  return [
    ...FMR_AXIS.ticks.flatMap((rate) => [
      rule(across(rate), top, across(rate), bottom),
      lettering(tick(rate), { ...text, x: across(rate), y: bottom + 20, anchor: "middle" }),
    ]),
    ...FNMR_AXIS.ticks.flatMap((rate) => [
      rule(left, upTo(rate), right, upTo(rate)),
      lettering(tick(rate), { ...text, x: left - 8, y: upTo(rate) + 4, anchor: "end" }),
    ]),
    frame,
    lettering(
      { ja: "誤合致率 FMR（他人を本人とする）", en: "false match rate FMR (another person taken for this one)" },
      { ...text, size: 14, x: (left + right) / 2, y: bottom + 48, anchor: "middle" },
    ),
    lettering(
      { ja: "誤非合致率 FNMR（本人を他人とする）", en: "false non-match rate FNMR (the person not recognised)" },
      { ...text, size: 14, x: 20, y: (top + bottom) / 2, anchor: "middle", upwards: true },
    ),
  ].join("\n");
}

function line(curve: readonly DetPoint[], { colour, dashes }: Pen): string {
  const corners = curve.map(({ fmr, fnmr }) => `${across(fmr)},${upTo(fnmr)}`);
  // Many thresholds fall on one place of the picture.
  const path = corners.filter((corner, index) => corner !== corners[index - 1]).join(" ");
  const dashed = dashes === "" ? "" : ` stroke-dasharray="${dashes}"`;
  return `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2.2" stroke-linejoin="round" clip-path="url(#plot)"${dashed}/>`;
}

/** The last point whose threshold is not above the one asked for: nothing changes between two points. */
function dot(curve: readonly DetPoint[], threshold: number, { colour }: Pen): string {
  const point = curve.findLast((candidate) => candidate.threshold <= threshold);
  if (point === undefined) return "";
  return `<circle cx="${across(point.fmr)}" cy="${upTo(point.fnmr)}" r="5.5" fill="#fff" stroke="${colour}" stroke-width="3"/>`;
}

const LEGEND = { left: PLOT.right + 28, top: PLOT.top + 18, line: 27 } as const;

function legend(title: Bilingual, { colour, dashes }: Pen, index: number, lettering: Lettering): string {
  const y = LEGEND.top + index * LEGEND.line;
  const dashed = dashes === "" ? "" : ` stroke-dasharray="${dashes}"`;
  const sample = `<line x1="${LEGEND.left}" y1="${y - 5}" x2="${LEGEND.left + 38}" y2="${y - 5}" stroke="${colour}" stroke-width="2.6"${dashed}/>`;
  return sample + lettering(title, { x: LEGEND.left + 50, y, size: 15, anchor: "start", colour: INK });
}

function explanation(threshold: number, curves: number, lettering: Lettering): string {
  const y = LEGEND.top + curves * LEGEND.line + 22;
  const { left } = LEGEND;
  const at = { x: left + 50, size: 14, anchor: "start", colour: INK } as const;
  const note = { ...at, x: left, size: 13, colour: SOFT } as const;
  return [
    `<circle cx="${left + 19}" cy="${y - 5}" r="5.5" fill="#fff" stroke="${INK}" stroke-width="3"/>`,
    lettering({ ja: `しきい値 ${threshold}`, en: `threshold ${threshold}` }, { ...at, y }),
    `<rect x="${left}" y="${y + 15}" width="38" height="16" fill="${FOG}" stroke="${RULE}"/>`,
    lettering({ ja: "比較数が足りない（3の法則）", en: "too few to tell (rule of 3)" }, { ...at, y: y + 28 }),
    lettering(
      { ja: "枠の左端・下端は誤り0件", en: "on the left or lower edge: no error seen" },
      { ...note, y: y + 66 },
    ),
    lettering({ ja: "左下ほど誤りが少ない", en: "fewer errors to the lower left" }, { ...note, y: y + 88 }),
    lettering(
      { ja: "描いた顔と模擬器の照合器による値", en: "drawn faces, a simulator's matcher" },
      { ...note, y: y + 110 },
    ),
  ].join("\n");
}
