import { type AccessUrlRequest, siurl01 } from "../../messages/kinds/siurl01.ts";
import { validate } from "../../messages/validate.ts";
import { extAnswer } from "../ext-answer.ts";
import { behind } from "../ext-service.ts";
import { service } from "../service.ts";
import "../facility-settings.ts";

/** The address a patient opens to consent; a change makes the old one useless. The host does not exist (ours, off by default). */
export const accessUrl = behind(
  "settings",
  service<AccessUrlRequest, object>({
    serves: siurl01.code,
    title: siurl01.title,
    badField: (query) => validate(siurl01.request, query)[0]?.path,
    touches: (_query, _slice, { facility }) => [["accessUrl", facility.code]],
    answer({ MessageBody: { UrlClassification: visits, UrlChange: change } }, slice, cx) {
      const { code } = cx.facility;
      const before = slice.get("accessUrl", code)?.edition ?? 1;
      const edition = change === "1" ? before + 1 : before;
      const AccessUrl = `https://visit.test/${code}/${visits}/${edition}`;
      return { answer: extAnswer({ AccessUrl }, cx), changes: [{ table: "accessUrl", key: code, row: { edition } }] };
    },
  }),
);
