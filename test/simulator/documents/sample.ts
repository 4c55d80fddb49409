import type { DocumentSubject } from "../../../simulator/documents/kind.ts";
import { civilDate } from "../../../simulator/kernel/civil-time.ts";

const day = civilDate;

/** Somebody with every document there is. */
export const holder: DocumentSubject = {
  on: day("2026-02-10"),
  person: {
    id: "holder",
    name: "髙橋　﨑子",
    kana: "ﾀｶﾊｼ ｻｷｺ",
    sex: "2",
    birthdate: day("1954-04-05"),
    postNumber: "990-0001",
    address: "架空県見本市一丁目２番３号",
    personalNumber: "990000000008",
    eligibilities: [
      {
        cardClassification: "01",
        insurerNumber: "  990010",
        insurerName: "架空県見本市",
        symbol: "見本",
        number: "0009160",
        branch: "01",
        personalFamily: "1",
        insuredName: "髙橋　太郎",
        acquired: day("2011-02-06"),
        issued: day("2025-08-01"),
        validFrom: day("2025-08-01"),
        validUntil: day("2026-07-31"),
        elderly: {
          ratio: "020",
          issued: day("2025-08-01"),
          validFrom: day("2025-08-01"),
          validUntil: day("2026-07-31"),
        },
        limit: { classification: "02", flag: "B05", issued: day("2025-08-01"), validFrom: day("2025-08-01") },
        diseases: [{ category: "1", selfPay: "10000", issued: day("2025-08-01"), validFrom: day("2025-08-01") }],
      },
    ],
  },
  aid: {
    payerNumber: "12990016",
    recipientNumber: "0000018",
    officeName: "架空市福祉事務所",
    startedOn: day("2025-04-01"),
    use: "02",
    socialInsurance: "01",
    tickets: (["01", "02"] as const).map((type) => ({
      type,
      month: "202602",
      validFrom: day("2026-02-01"),
      validUntil: day("2026-02-28"),
      issueNumber: `0001234${type}`,
      facility: { code: "9910000018", name: "架空内科クリニック" },
      prescriber: { code: "9910000026", name: "架空総合病院" },
      injuries: ["高血圧症", "糖尿病"],
      treatment: type === "01" ? "02" : "04",
      selfPayYen: 12345,
    })),
  },
  subsidies: [
    {
      payerNumber: "54996012",
      recipientNumber: "0000018",
      certificateName: "特定医療費（指定難病）受給者証",
      alwaysReimbursement: false,
      maxCopaymentYen: 10000,
      validFrom: day("2025-10-01"),
      validTo: day("2026-09-30"),
      body: "架空県",
    },
  ],
};
