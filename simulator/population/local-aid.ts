/** A local scheme 地方単独事業 as a prefecture ordered it: municipalities run it under payer numbers of their own. */
export interface LocalScheme {
  /** 法別番号 of its payer numbers. */
  readonly law: string;
  /** Prefecture, two digits, third and fourth of its payer numbers; 99 and 98 do not exist. */
  readonly prefecture: string;
  readonly name: string;
  /** Whether facilities of other prefectures may apply it at the counter. */
  readonly elsewhere: boolean;
}

/** 地単公費マスター: the master lets facilities outside the area apply a local scheme (requirements.md R4-13, SYS-25). */
export interface LocalAidMaster {
  /** Of the whole file; a facility compares it with the one it has (form ours). */
  readonly version: string;
  readonly schemes: readonly LocalScheme[];
}

/** Invented schemes under the numbers of eligibility-rules.md §12.3 and their like. */
export const localAidMaster: LocalAidMaster = {
  version: "SIM-2026-01",
  schemes: [
    { law: "81", prefecture: "99", name: "ひとり親家庭等医療費助成", elsewhere: true },
    { law: "88", prefecture: "99", name: "こども医療費助成", elsewhere: true },
    { law: "89", prefecture: "99", name: "高校生等医療費助成", elsewhere: false },
    { law: "88", prefecture: "98", name: "こども医療費助成（隣県）", elsewhere: false },
  ],
};
