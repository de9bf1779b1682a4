/** Whether a time zone is UTC by its name. London is not, nor is what is behind UTC by nothing in winter alone. */
export function isUtc(zone: string): boolean {
  const plain = zone.trim().toLowerCase();
  return (
    /^(?:etc\/)?(?:utc|gmt|uct|zulu|z|universal)(?:[+-]?0{1,2}(?::?00)?)?$/.test(plain) ||
    /^(?:\((?:utc|gmt)(?:[+-]00:00)?\)\s*)?coordinated universal time$/.test(plain)
  );
}
