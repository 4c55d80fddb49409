/** Who a scheme is for. Ages are those of school: 0 is the year after birth, a school year ends on 31 March. */
export type SubsidyGroup = "children" | "teenagers" | "minors" | "single-parents" | "adults" | "everybody";

/** One scheme of 医療費助成 that municipalities of ours run (eligibility-rules.md §10.1). */
export interface SubsidyScheme {
  /** 法別, the first two digits of the payer number. */
  readonly law: string;
  readonly certificateName: string;
  /** Local schemes number their recipients as they like; national ones with seven digits (§10.3). */
  readonly local: boolean;
  readonly group: SubsidyGroup;
  /** Recipients among ten thousand of the group, in a municipality that joined PMH (ours). */
  readonly perTenThousand: number;
  /** Limits in a month that recipients are given by income, yen; one of them is drawn. Without any, nothing is to pay. */
  readonly monthlyLimitsYen: readonly number[];
  /** copaymentLimitManageFormCode: 00 none, else the law (receipt-system-interface.md §2.13). */
  readonly limitForm: string;
  /** Only at facilities that the certificate names. */
  readonly designated: boolean;
  /** Month with whose first day a year of the certificate begins; schemes by age have none and last as long as the age. */
  readonly yearBegins?: number;
}

/** The schemes people are drawn for; limits of a month are ours, in the range of the real ones. */
export const SUBSIDY_SCHEMES: readonly SubsidyScheme[] = [
  {
    law: "88",
    certificateName: "こども医療費受給者証",
    local: true,
    group: "children",
    perTenThousand: 10_000,
    monthlyLimitsYen: [],
    limitForm: "00",
    designated: false,
  },
  {
    law: "89",
    certificateName: "高校生等医療費受給者証",
    local: true,
    group: "teenagers",
    perTenThousand: 10_000,
    monthlyLimitsYen: [],
    limitForm: "00",
    designated: false,
  },
  {
    law: "81",
    certificateName: "ひとり親家庭等医療費受給者証",
    local: true,
    group: "single-parents",
    perTenThousand: 10_000,
    monthlyLimitsYen: [],
    limitForm: "00",
    designated: false,
    yearBegins: 1,
  },
  {
    law: "52",
    certificateName: "小児慢性特定疾病医療受給者証",
    local: false,
    group: "minors",
    perTenThousand: 60,
    monthlyLimitsYen: [0, 1_250, 2_500, 5_000, 10_000, 15_000],
    limitForm: "52",
    designated: true,
    yearBegins: 10,
  },
  {
    law: "54",
    certificateName: "特定医療費（指定難病）受給者証",
    local: false,
    group: "adults",
    perTenThousand: 85,
    monthlyLimitsYen: [0, 2_500, 5_000, 10_000, 20_000, 30_000],
    limitForm: "54",
    designated: false,
    yearBegins: 10,
  },
  {
    law: "21",
    certificateName: "自立支援医療（精神通院）受給者証",
    local: false,
    group: "everybody",
    perTenThousand: 190,
    monthlyLimitsYen: [0, 2_500, 5_000, 10_000, 20_000],
    limitForm: "21",
    designated: true,
    yearBegins: 4,
  },
  {
    law: "15",
    certificateName: "自立支援医療（更生医療）受給者証",
    local: false,
    group: "adults",
    perTenThousand: 20,
    monthlyLimitsYen: [0, 2_500, 5_000, 10_000, 20_000],
    limitForm: "15",
    designated: true,
    yearBegins: 7,
  },
];
