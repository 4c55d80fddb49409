import type { Language } from "../../simulator/kernel/bilingual.ts";
import { ageOn } from "../../simulator/kernel/civil-time.ts";
import { FACILITY_COUNT, type FacilityKind, facilitiesOfKind } from "../../simulator/population/facility.ts";
import {
  INSURANCE_LAWS,
  INSURER_COUNT,
  type InsuranceLaw,
  insurersUnder,
  placeOfInsurer,
} from "../../simulator/population/insurer.ts";
import { municipalityAt } from "../../simulator/population/municipality.ts";
import type { Population } from "../../simulator/population/person.ts";
import { MUNICIPALITIES } from "../../simulator/population/places.ts";
import { COMMA, day, lines } from "./population-view.ts";

/** People whose rows, ages and sexes stand for all: counting everybody would take a quarter of an hour. */
const SAMPLE = 20_000;
/** No factor in common with 125 million. */
const STRIDE = 7_919_101;
const BAND_YEARS = 10;
const BANDS = 11;
const BAR = 36;
const COMPUTED_KINDS: readonly FacilityKind[] = ["clinic", "hospital", "dental", "pharmacy"];
const LAW_WORDS = {
  kyokai: { ja: "協会けんぽ", en: "kyokai 協会けんぽ" },
  union: { ja: "健康保険組合", en: "union 組合" },
  "mutual-aid": { ja: "共済組合", en: "mutual aid 共済" },
  national: { ja: "国民健康保険", en: "national 国保" },
  "late-elderly": { ja: "後期高齢者医療", en: "late-elderly 後期" },
} as const;
const KIND_WORDS = {
  clinic: { ja: "診療所", en: "clinics" },
  hospital: { ja: "病院", en: "hospitals" },
  dental: { ja: "歯科診療所", en: "dental clinics" },
  pharmacy: { ja: "薬局", en: "pharmacies" },
  "home-nursing": { ja: "訪問看護", en: "home nursing" },
} as const;

/** The country in numbers. */
export interface CountrySummary {
  readonly seed: number;
  readonly on: string;
  readonly people: number;
  readonly facilities: Readonly<Partial<Record<FacilityKind, number>>>;
  readonly insurers: Readonly<Record<InsuranceLaw, number>>;
  readonly municipalities: { readonly all: number; readonly joinedPmh: number };
  /** Counts among {@link SAMPLE} people of all. */
  readonly sample: SampleCounts;
}

/** What a sample came to; bands of ten years, the last open. */
interface SampleCounts {
  readonly looked: number;
  readonly living: number;
  readonly unborn: number;
  readonly dead: number;
  readonly severalRows: number;
  readonly aid: number;
  readonly subsidies: number;
  readonly insuredUnder: Readonly<Record<InsuranceLaw, number>>;
  readonly men: readonly number[];
  readonly women: readonly number[];
}

/** Counts the country. */
export function countrySummary(population: Population): CountrySummary {
  const joined = Array.from({ length: MUNICIPALITIES }, (_, index) => municipalityAt(population.seed, index).joinedPmh);
  return {
    seed: population.seed,
    on: population.asOf,
    people: population.size,
    facilities: Object.fromEntries(COMPUTED_KINDS.map((kind) => [kind, facilitiesOfKind(kind).count])),
    insurers: byLaw((law) => insurersUnder(law)),
    municipalities: { all: MUNICIPALITIES, joinedPmh: joined.filter(Boolean).length },
    sample: countSample(population),
  };
}

/** The summary as a text for people. */
export function summaryText(summary: CountrySummary, lang: Language): string {
  const { sample, facilities, insurers, municipalities } = summary;
  const percent = (count: number): string => `${((100 * count) / sample.living).toFixed(1)} %`;
  const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ",");
  const ofEach = <K extends string>(
    counts: Readonly<Partial<Record<K, number>>>,
    words: Readonly<Record<K, { readonly ja: string; readonly en: string }>>,
  ) =>
    (Object.entries(counts) as [K, number][])
      .map(([key, count]) => `${words[key][lang]} ${grouped(count)}`)
      .join(COMMA[lang]);
  const shares = (Object.entries(sample.insuredUnder) as [InsuranceLaw, number][])
    .map(([law, count]) => `${LAW_WORDS[law][lang]} ${percent(count)}`)
    .join(COMMA[lang]);
  return [
    {
      ja: `計算された国（${day(summary.on)}、シード${summary.seed}）`,
      en: `the computed country on ${day(summary.on)}, seed ${summary.seed}`,
    }[lang],
    lines(
      [
        [{ ja: "人", en: "people" }, grouped(summary.people)],
        [{ ja: "医療機関・薬局", en: "facilities" }, `${grouped(FACILITY_COUNT)}: ${ofEach(facilities, KIND_WORDS)}`],
        [{ ja: "保険者", en: "insurers" }, `${grouped(INSURER_COUNT)}: ${ofEach(insurers, LAW_WORDS)}`],
        [
          { ja: "市町村", en: "municipalities" },
          `${municipalities.all} (${{ ja: "PMH参加", en: "in PMH" }[lang]} ${municipalities.joinedPmh})`,
        ],
      ],
      lang,
    ),
    "",
    {
      ja: `${grouped(sample.looked)}人の標本（生存 ${grouped(sample.living)}、死亡 ${sample.dead}、出生前 ${sample.unborn}）`,
      en: `a sample of ${grouped(sample.looked)}: ${grouped(sample.living)} living, ${sample.dead} dead, ${sample.unborn} not born yet`,
    }[lang],
    lines(
      [
        [{ ja: "加入中の制度", en: "insured under" }, shares],
        [{ ja: "資格が2件以上", en: "more than one row" }, percent(sample.severalRows)],
        [{ ja: "医療扶助", en: "on medical aid" }, percent(sample.aid)],
        [{ ja: "医療費助成（PMH）", en: "subsidies in PMH" }, percent(sample.subsidies)],
      ],
      lang,
    ),
    "",
    pyramid(sample, lang),
  ].join("\n");
}

function countSample(population: Population): SampleCounts {
  const [men, women] = [0, 1].map(() => new Array<number>(BANDS).fill(0)) as [number[], number[]];
  const counts = { looked: SAMPLE, living: 0, unborn: 0, dead: 0, severalRows: 0, aid: 0, subsidies: 0 };
  const insuredUnder = byLaw(() => 0);
  const today = population.dayOf(population.asOf);
  for (let step = 0; step < SAMPLE; step++) {
    const index = (step * STRIDE) % population.size;
    const { member } = population.lifeAt(index);
    if (member.birth > today) counts.unborn += 1;
    else if (member.death < today) counts.dead += 1;
    else {
      counts.living += 1;
      const { eligibilities, birthdate } = population.personAt(index);
      const band = Math.min(BANDS - 1, Math.trunc(ageOn(birthdate, population.asOf) / BAND_YEARS));
      const side = member.sex === "1" ? men : women;
      side[band] = (side[band] ?? 0) + 1;
      const open = placeOfInsurer(eligibilities.find(({ lost }) => lost === undefined)?.insurerNumber ?? "");
      if (open !== undefined) insuredUnder[open.law] += 1;
      if (eligibilities.length > 1) counts.severalRows += 1;
      const aid = population.aidOf(index);
      if (aid !== undefined && aid.endedOn === undefined) counts.aid += 1;
      if (population.subsidiesOf(index).length > 0) counts.subsidies += 1;
    }
  }
  return { ...counts, insuredUnder, men, women };
}

/** Men to the left, women to the right, the oldest at the top. */
function pyramid({ men, women }: SampleCounts, lang: Language): string {
  const most = Math.max(...men, ...women);
  const bar = (count: number): string => "█".repeat(Math.round((BAR * count) / most));
  const rows = men.map((count, band) => {
    const from = band * BAND_YEARS;
    const ages = band === BANDS - 1 ? `${from}+` : `${from}–${from + BAND_YEARS - 1}`;
    return `  ${bar(count).padStart(BAR)} ${ages.padStart(6)}  ${bar(women[band] ?? 0)}`;
  });
  const title = { ja: ["男", "年齢", "女"], en: ["men", "age", "women"] }[lang];
  return [`  ${(title[0] ?? "").padStart(BAR)} ${(title[1] ?? "").padStart(6)}  ${title[2]}`, ...rows.reverse()].join(
    "\n",
  );
}

function byLaw(count: (law: InsuranceLaw) => number): Record<InsuranceLaw, number> {
  return Object.fromEntries(INSURANCE_LAWS.map((law) => [law, count(law)])) as Record<InsuranceLaw, number>;
}
