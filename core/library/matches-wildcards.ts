/** Whether a text matches a pattern of `*` and `?`. Goes back to the last star alone, so it never takes long. */
export function matchesWildcards(text: string, pattern: string): boolean {
  const wanted = [...pattern];
  const characters = [...text];
  let at = 0;
  let place = 0;
  let star = -1;
  let afterStar = 0;
  while (at < characters.length) {
    if (place < wanted.length && wanted[place] === "*") {
      star = place++;
      afterStar = at;
    } else if (place < wanted.length && (wanted[place] === "?" || wanted[place] === characters[at])) {
      place++;
      at++;
    } else if (star >= 0) {
      place = star + 1;
      at = ++afterStar;
    } else return false;
  }
  while (wanted[place] === "*") place++;
  return place === wanted.length;
}
