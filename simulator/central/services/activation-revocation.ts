import { type RevocationRequest, siacd01 } from "../../messages/kinds/siacd01.ts";
import { validate } from "../../messages/validate.ts";
import { codesAnswer } from "../activation.ts";
import { behind } from "../ext-service.ts";
import { service } from "../service.ts";

/** Makes an activation code useless; one the facility does not have is refused (ours, off by default). */
export const activationRevocation = behind(
  "codes",
  service<RevocationRequest, object>({
    serves: siacd01.code,
    title: siacd01.title,
    badField: (query) => validate(siacd01.request, query)[0]?.path,
    touches: (_query, _slice, { facility }) => [["activationCodes", facility.code]],
    answer({ MessageBody: { ActivationCode: revoked } }, slice, cx) {
      const codes = slice.get("activationCodes", cx.facility.code)?.codes ?? [];
      if (!codes.some(({ code }) => code === revoked)) return { refused: "SIM-E-011" };
      const after = codes.map((entry) => (entry.code === revoked ? { ...entry, inUse: false } : entry));
      return codesAnswer(after, true, cx);
    },
  }),
);
