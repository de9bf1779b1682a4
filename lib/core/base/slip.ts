/** Whether two words differ by one letter too many, missing or another, or by two that changed places. */
export function isSlip(word: string, right: string): boolean {
  let start = 0;
  while (start < word.length && word.charAt(start) === right.charAt(start)) start += 1;
  const [rest, other] = [word.slice(start), right.slice(start)];
  const isSwapped =
    rest.charAt(0) === other.charAt(1) &&
    rest.charAt(1) === other.charAt(0) &&
    rest.slice(2) === other.slice(2);
  return (
    isSwapped ||
    rest.slice(1) === other.slice(1) ||
    rest.slice(1) === other ||
    rest === other.slice(1)
  );
}
