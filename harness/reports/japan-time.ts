import { stampAt } from "../../simulator/kernel/civil-time.ts";

/** An instant as a reader in Japan writes it, to the millisecond: `2026-02-10 09:00:02.040`. */
export function japanTime(atMs: number): string {
  const stamp = stampAt(atMs);
  const [year, month, day] = [stamp.slice(0, 4), stamp.slice(4, 6), stamp.slice(6, 8)];
  const [hour, minute, second] = [stamp.slice(8, 10), stamp.slice(10, 12), stamp.slice(12)];
  const milliseconds = String(((atMs % 1000) + 1000) % 1000).padStart(3, "0");
  return `${year}-${month}-${day} ${hour}:${minute}:${second}.${milliseconds}`;
}
