import { declareReader } from "../declare.ts";

/** Tries a face far more often than its profile says. */
export const triesFacesWithoutEnd = declareReader({
  id: "reader/tries-faces-without-end",
  title: { ja: "顔認証を何度でも繰り返す", en: "tries faces without end" },
  slip: { faceTries: (profileTries) => profileTries * 10 },
  fails: { F12: ["reader/face-tries-bounded"] },
});
